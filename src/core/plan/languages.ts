import type { Language } from './plan.ts';

/** The languages of the page, in the order they are offered. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-Hant', 'zh-Hans'];
