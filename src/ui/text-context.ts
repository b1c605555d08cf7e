import { getContext, setContext } from 'svelte';
import type { Language } from '../core/plan/plan.ts';
import { numbersIn, type Numbers } from '../text/numbers.ts';
import type { Text } from '../text/text.ts';
import { wordsIn } from '../text/words.ts';

const KEY = Symbol('text');

/**
 * Provide the page's words to every component below.
 *
 * @param language Gives the language; read whenever a word is.
 * @returns The same words, for the component that provides them.
 */
export function provideText(language: () => Language): Text {
  const numbers = new Map<Language, Numbers>();
  const text: Text = {
    get language() {
      return language();
    },
    get words() {
      return wordsIn(language());
    },
    get numbers() {
      const known = numbers.get(language()) ?? numbersIn(language());
      numbers.set(language(), known);
      return known;
    },
    plan: (words) => words[language()],
  };
  return setContext(KEY, text);
}

/** Return the page's words, in a component below the one that provides them. */
export function useText(): Text {
  return getContext<Text>(KEY);
}
