import type { Language, Localized } from '../core/plan/plan.ts';
import type { Numbers } from './numbers.ts';
import type { Words } from './words.ts';

/** Words and number formats of the page's language; follows the language when it changes. */
export interface Text {
  readonly language: Language;
  readonly words: Words;
  readonly numbers: Numbers;
  /** The plan's own words in the page's language. */
  plan(words: Localized): string;
}
