/** The version of the grammar this code writes. */
export const LINK_VERSION = 1;
/** The plan a link is about that names none, whatever plan is open. Permanent: changing it would change what links say. */
export const DEFAULT_PLAN_ID = 'qianhai-2025';
/** Longer texts are refused unread, in characters. */
export const LONGEST_LINK = 8192;
/** How many scenarios one link can hold. */
export const MOST_SCENARIOS = 8;

/** One `key=value` of a link, percent-decoded. */
export interface LinkPair {
  readonly key: string;
  readonly value: string;
}

/**
 * Return the text a link's check is taken of: `key=value` joined by `&`, in order; `z` and names are passed over.
 *
 * @param pairs What stands in the query.
 */
export function checkedText(pairs: readonly LinkPair[]): string {
  return pairs
    .filter(({ key }) => key !== 'z' && !isNameKey(key))
    .map(({ key, value }) => `${key}=${value}`)
    .join('&');
}

/** Return whether a key holds free text, which lives in the fragment: `name`, `name-<driver>`, and both with `.2` to `.8`. */
export function isNameKey(key: string): boolean {
  return /^name(?:-[a-z]{2,16})?(?:\.[2-8])?$/.test(key);
}
