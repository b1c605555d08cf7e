import { LANGUAGES, type Language } from '../core/plan/plan.ts';
import { EXPLORATION_WORDS } from './words/exploration.ts';
import { GROWTH_WORDS } from './words/growth.ts';
import { READING_WORDS } from './words/reading.ts';
import { SHELL_WORDS } from './words/shell.ts';
import { TABLE_WORDS } from './words/table.ts';

const inLanguage = (language: Language) => ({
  ...SHELL_WORDS[language],
  ...TABLE_WORDS[language],
  ...GROWTH_WORDS[language],
  ...EXPLORATION_WORDS[language],
  ...READING_WORDS[language],
});

/** The words of the page in one language. */
export type Words = ReturnType<typeof inLanguage>;

const WORDS: ReadonlyMap<Language, Words> = new Map(
  LANGUAGES.map((language) => [language, inLanguage(language)]),
);

/** Return the page's words in one language. */
export function wordsIn(language: Language): Words {
  return WORDS.get(language) as Words;
}
