import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../src/core/plan/plan.ts';
import { closestLanguage, LANGUAGE_RECORDS } from '../../src/text/languages.ts';
import { seeded } from '../helpers/arbitraries.ts';

describe('closestLanguage', () => {
  // Oracle: the usual script of each index, as CLDR's likely subtags have it.
  it.each<{ tags: readonly string[]; language: Language }>([
    { tags: ['zh-TW'], language: 'zh-Hant' },
    { tags: ['zh-HK'], language: 'zh-Hant' },
    { tags: ['zh-MO'], language: 'zh-Hant' },
    { tags: ['zh-Hant'], language: 'zh-Hant' },
    { tags: ['zh-Hant-CN'], language: 'zh-Hant' },
    { tags: ['ZH-hant-hk'], language: 'zh-Hant' },
    { tags: ['yue'], language: 'zh-Hant' },
    { tags: ['yue-HK'], language: 'zh-Hant' },
    { tags: ['zh'], language: 'zh-Hans' },
    { tags: ['zh-CN'], language: 'zh-Hans' },
    { tags: ['zh-SG'], language: 'zh-Hans' },
    { tags: ['zh-MY'], language: 'zh-Hans' },
    { tags: ['zh-Hans'], language: 'zh-Hans' },
    { tags: ['zh-Hans-HK'], language: 'zh-Hans' },
    { tags: ['yue-Hans'], language: 'zh-Hans' },
    { tags: ['en'], language: 'en' },
    { tags: ['en-US'], language: 'en' },
    { tags: ['EN-gb'], language: 'en' },
    { tags: ['la'], language: 'en' },
    { tags: ['ja', 'ko'], language: 'en' },
    { tags: [''], language: 'en' },
    { tags: [], language: 'en' },
    { tags: ['la', 'zh-HK', 'en'], language: 'zh-Hant' },
    { tags: ['la-VA', 'en', 'zh'], language: 'en' },
    { tags: ['zh-CN', 'en-US', 'zh-TW'], language: 'zh-Hans' },
  ])('should read $tags as $language', ({ tags, language }) => {
    expect(closestLanguage(tags)).toBe(language);
  });

  it('should always give one of its languages, whatever a browser says', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tags) => {
        expect(LANGUAGES).toContain(closestLanguage(tags));
      }),
      seeded(300),
    );
  });
});

describe('the record of languages', () => {
  it.each(LANGUAGES)('should serve readers of its own tag, and of no other language’s: %s', (language) => {
    const serving = LANGUAGES.filter((each) => LANGUAGE_RECORDS[each].serves(language.toLowerCase()));
    expect(serving).toEqual([language]);
  });

  it.each(LANGUAGES)('should write numbers of %s in a locale that is known', (language) => {
    const { locale } = LANGUAGE_RECORDS[language];
    expect(Intl.NumberFormat.supportedLocalesOf(locale)).toEqual([locale]);
  });

  it.each(LANGUAGES)('should end the fonts of %s with one that every device has', (language) => {
    expect(LANGUAGE_RECORDS[language].fonts).toMatch(/, sans-serif$/);
  });

  it('should give every language a name of its own', () => {
    expect(new Set(LANGUAGES.map((language) => LANGUAGE_RECORDS[language].name)).size).toBe(LANGUAGES.length);
  });
});
