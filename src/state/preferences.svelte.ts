import { LANGUAGES, type Language } from '../core/plan/plan.ts';
import type { DeviceStorage } from './device-storage.ts';

/** How the page is coloured. */
export type Theme = 'auto' | 'light' | 'dark';

/** The themes, in the order they are offered. */
export const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

const LANGUAGE_KEY = 'qianhai.language';
const THEME_KEY = 'qianhai.theme';

/** What a reader has chosen about the page itself; saved on this device, never in a scenario. */
export class Preferences {
  readonly #storage: DeviceStorage;
  #chosen: Language | undefined = $state();
  /** What the browser asks for: used while neither reader nor link has chosen. */
  #suggested: Language;
  /** What the opened link asks for. */
  #fromLink: Language | undefined = $state();
  #theme: Theme = $state('auto');

  /**
   * @param storage Where choices are saved.
   * @param suggested The language that the browser asks for.
   */
  constructor(storage: DeviceStorage, suggested: Language) {
    this.#storage = storage;
    this.#chosen = LANGUAGES.find((language) => language === storage.read(LANGUAGE_KEY));
    this.#theme = THEMES.find((theme) => theme === storage.read(THEME_KEY)) ?? 'auto';
    this.#suggested = suggested;
  }

  /** The language of the page. */
  get language(): Language {
    return this.#chosen ?? this.#fromLink ?? this.#suggested;
  }

  /** The language the reader chose, if any. */
  get chosenLanguage(): Language | undefined {
    return this.#chosen;
  }

  /** The language that goes into links: the reader's choice, or else the opened link's. */
  get linkLanguage(): Language | undefined {
    return this.#chosen ?? this.#fromLink;
  }

  get theme(): Theme {
    return this.#theme;
  }

  chooseLanguage(language: Language): void {
    this.#chosen = language;
    this.#storage.write(LANGUAGE_KEY, language);
  }

  /** Follow a link's language, unless the reader has chosen one. */
  suggestLanguage(language: Language): void {
    this.#fromLink = language;
  }

  /** Whether the reader has chosen anything that is saved on this device. */
  get chosen(): { readonly language: boolean; readonly theme: boolean } {
    return { language: this.#chosen !== undefined, theme: this.#theme !== 'auto' };
  }

  /** Be as on a first visit; what is saved is cleared with everything else. */
  forget(): void {
    this.#storage.remove(LANGUAGE_KEY);
    this.#storage.remove(THEME_KEY);
    this.#chosen = undefined;
    this.#theme = 'auto';
  }

  chooseTheme(theme: Theme): void {
    this.#theme = theme;
    this.#storage.write(THEME_KEY, theme);
  }
}
