import { render } from '@testing-library/svelte';
import { flushSync, type Component } from 'svelte';
import type { Language } from '../../src/core/plan/plan.ts';
import { Held } from './held.svelte.ts';
import WithText from './WithText.svelte';

/** A component on the page, whose props and language can be changed from outside. */
export interface Shown<Props> {
  readonly container: HTMLElement;
  readonly unmount: () => void;
  /** Change some props, as a parent does, and wait until the page shows it. */
  readonly set: (changes: Partial<Props>) => void;
  /** Change some props as a parent does in the middle of an event: known at once, drawn later. */
  readonly take: (changes: Partial<Props>) => void;
  readonly speak: (language: Language) => void;
}

/** Render a component with the page's words around it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- Svelte's own bound of a component's props
export function renderWithText<Props extends Record<string, any>>(
  component: Component<Props>,
  props: NoInfer<Props>,
  language: Language = 'en',
): Shown<Props> {
  const [held, spoken] = [new Held(props), new Held(language)];
  const shown = component as unknown as Component<Record<string, unknown>>;
  const take = (changes: Partial<Props>): void => {
    held.current = { ...held.current, ...changes };
  };
  const { container, unmount } = render(WithText, { component: shown, held, language: spoken });
  return {
    container,
    unmount,
    take,
    set(changes) {
      take(changes);
      flushSync();
    },
    speak(next) {
      spoken.current = next;
      flushSync();
    },
  };
}
