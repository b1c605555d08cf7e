import type { Language } from '../core/plan/plan.ts';
import { en, type Words } from './en/words.ts';
import { zhHans } from './zh-hans/words.ts';
import { zhHant } from './zh-hant/words.ts';

export type { Words };

const WORDS: Readonly<Record<Language, Words>> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans };

/**
 * Return the page's words in one language.
 *
 * @param language The language.
 * @returns Its catalogue.
 */
export function wordsIn(language: Language): Words {
  return WORDS[language];
}
