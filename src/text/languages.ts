import { LANGUAGES, type Language } from '../core/plan/plan.ts';

/** What there is to say about a language besides its words. */
interface LanguageRecord {
  /** Locale whose digits and marks its numbers are written with. */
  readonly locale: string;
  /** Whether it serves readers of a language, by its BCP 47 tag in lower case. */
  readonly serves: (tag: string) => boolean;
}

const isChinese = (tag: string): boolean => /^(?:zh|yue)/.test(tag);
const isTraditional = (tag: string): boolean => /hant|-tw|-hk|-mo|^yue/.test(tag) && !tag.includes('hans');

const RECORDS: Readonly<Record<Language, LanguageRecord>> = {
  en: { locale: 'en-GB', serves: (tag) => tag.startsWith('en') },
  'zh-Hant': { locale: 'zh-Hant-HK', serves: (tag) => isChinese(tag) && isTraditional(tag) },
  'zh-Hans': { locale: 'zh-Hans-CN', serves: (tag) => isChinese(tag) && !isTraditional(tag) },
};

/** Return the locale of a language's numbers. */
export function localeOf(language: Language): string {
  return RECORDS[language].locale;
}

/**
 * Return the language of the page that comes closest to what a reader reads.
 *
 * @param tags BCP 47 tags, most wanted first.
 * @returns English where none of the page's languages is among them.
 */
export function closestLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const closest = LANGUAGES.find((language) => RECORDS[language].serves(tag.toLowerCase()));
    if (closest !== undefined) return closest;
  }
  return 'en';
}
