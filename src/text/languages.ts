import { LANGUAGES, type Language } from '../core/plan/plan.ts';

/** What there is to say about a language besides its words. */
interface LanguageRecord {
  /** What its readers call it. */
  readonly name: string;
  /** Locale whose digits and marks its numbers are written with: of a kind that number boxes read. */
  readonly locale: string;
  /** Whether it serves readers of a language, by its BCP 47 tag in lower case. */
  readonly serves: (tag: string) => boolean;
  /** The fonts of the page, best first, as CSS lists them. */
  readonly fonts: string;
}

const isChinese = (tag: string): boolean => /^(?:zh|yue)/.test(tag);
const isTraditional = (tag: string): boolean => /hant|-tw|-hk|-mo|^yue/.test(tag) && !tag.includes('hans');

/** All that is said about each language outside its words. */
export const LANGUAGE_RECORDS: Readonly<Record<Language, LanguageRecord>> = {
  en: {
    name: 'English',
    locale: 'en-GB',
    serves: (tag) => tag.startsWith('en'),
    fonts: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  },
  'zh-Hant': {
    name: '繁體中文',
    locale: 'zh-Hant-HK',
    serves: (tag) => isChinese(tag) && isTraditional(tag),
    fonts:
      "system-ui, -apple-system, 'PingFang HK', 'PingFang TC', 'Microsoft JhengHei', 'Noto Sans TC', 'Noto Sans CJK TC', sans-serif",
  },
  'zh-Hans': {
    name: '简体中文',
    locale: 'zh-Hans-CN',
    serves: (tag) => isChinese(tag) && !isTraditional(tag),
    fonts:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  },
};

/**
 * Return the language of the page that comes closest to what a reader reads.
 *
 * @param tags BCP 47 tags, most wanted first.
 * @returns English where none of the page's languages is among them.
 */
export function closestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const closest = LANGUAGES.find((language) => LANGUAGE_RECORDS[language].serves(tag.toLowerCase()));
    if (closest !== undefined) return closest;
  }
  return 'en';
}
