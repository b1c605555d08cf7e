import type { Language } from '../core/plan/plan.ts';
import type { Session } from './session.svelte.ts';

/**
 * Keep the root element telling the truth about the page: its language, its theme, its title, and in `data-settled`
 * the number of the last input once everything shown belongs to it; absent while anything lags behind.
 *
 * @param page The document.
 * @param session What is shown.
 * @param titleIn Gives the document's title in a language.
 */
export function followSession(
  page: Document,
  session: Session,
  titleIn: (language: Language) => string,
): void {
  const root = page.documentElement;
  $effect.root(() => {
    $effect(() => {
      root.lang = session.preferences.language;
      page.title = titleIn(session.preferences.language);
    });
    $effect(() => {
      root.dataset['theme'] = session.preferences.theme;
    });
    $effect(() => {
      const { settled } = session;
      if (settled === undefined) delete root.dataset['settled'];
      else root.dataset['settled'] = String(settled);
    });
  });
}
