import type { Language } from '../core/plan/plan.ts';
import type { Session } from './session.svelte.ts';

/**
 * Keep the root element telling the truth about the page: its language, its fonts, its theme, its title, and in
 * `data-settled` the number of the last input once everything shown belongs to it; absent while anything lags behind.
 *
 * @param page The document.
 * @param session What is shown.
 * @param lookIn Gives the document's title and fonts in a language.
 */
export function followSession(
  page: Document,
  session: Session,
  lookIn: (language: Language) => { readonly title: string; readonly fonts: string },
): void {
  const root = page.documentElement;
  $effect.root(() => {
    $effect(() => {
      const { language } = session.preferences;
      const { title, fonts } = lookIn(language);
      root.lang = language;
      page.title = title;
      // Before anything is painted, so that nothing is drawn in another font first.
      root.style.setProperty('--font', fonts);
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
