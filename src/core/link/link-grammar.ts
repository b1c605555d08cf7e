import type { Language } from '../plan/plan.ts';

/** The version of the grammar this code writes. */
export const LINK_VERSION = 1;
/** The plan a link is about that names none. Permanent: changing it would change what old links say. */
export const DEFAULT_PLAN_ID = 'qianhai-2025';
/** Longer texts are refused unread, in characters. */
export const LONGEST_LINK = 8192;
/** Longest name of a scenario, in characters (code points). */
export const LONGEST_NAME = 80;
/** How many scenarios one link can hold. */
export const MOST_SCENARIOS = 8;
/** Languages a link may ask for. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hant', 'zh-Hans'];

/** One `key=value` of a link, percent-decoded. */
export interface LinkPair {
  readonly key: string;
  readonly value: string;
}

/**
 * Return the text a link's check is taken of.
 *
 * @param pairs What stands in the query, in order; `z` and names are passed over.
 * @returns `key=value` joined by `&`.
 */
export function checkedText(pairs: readonly LinkPair[]): string {
  return pairs
    .filter(({ key }) => key !== 'z' && !isNameKey(key))
    .map(({ key, value }) => `${key}=${value}`)
    .join('&');
}

/**
 * Whether a key holds free text, which lives in the fragment.
 *
 * @param key The key, with or without a scenario's suffix.
 * @returns True for `name` and `name.2` to `name.8`.
 */
export function isNameKey(key: string): boolean {
  return /^name(?:\.[2-8])?$/.test(key);
}
