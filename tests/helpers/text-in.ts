import type { Language } from '../../src/core/plan/plan.ts';
import { numbersIn } from '../../src/text/numbers.ts';
import type { Text } from '../../src/text/text.ts';
import { wordsIn } from '../../src/text/words.ts';

/** The page's words and numbers in one language, outside a page. */
export function textIn(language: Language): Text {
  return {
    language,
    words: wordsIn(language),
    numbers: numbersIn(language),
    plan: (words) => words[language],
  };
}
