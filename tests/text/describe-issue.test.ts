import { describe, expect, it } from 'vitest';
import type { BrokenRule } from '../../src/core/issue/issue.ts';
import { LANGUAGES, type Language } from '../../src/core/plan/plan.ts';
import { describeIssue } from '../../src/text/describe-issue.ts';
import { FILE_ISSUE_WORDS } from '../../src/text/words/file-issues.ts';
import { GIVEN, RULES } from './issue-examples.ts';

const CASES = Object.entries(RULES).map(([rule, [limits, said]]) => ({
  broken: { rule, limits } as BrokenRule,
  said,
}));

const CONTENT = {
  title: { en: 'Plan' },
  indicators: [
    { number: 4, id: 'arrivals' },
    { number: 4, shortName: { en: 'Ships', 'zh-Hant': '船' } },
    { id: 'x'.repeat(200) },
    'words',
  ],
  drivers: [{ id: 'border', effects: { arrivals: 1 } }],
};

describe('describeIssue', () => {
  it.each(CASES)('should say in English what to do: $broken.rule', ({ broken, said }) => {
    expect(describe_(broken, 'en', ['indicators', 0, 'target'])).toBe(
      `indicator 4, “arrivals”: target – ${said}`,
    );
  });

  it.each(LANGUAGES)('should say where and what was given, for every rule, in %s', (language) => {
    const said = CASES.map(({ broken }) => ({
      broken,
      sentence: describe_(broken, language, ['indicators', 0, 'target', 'min']),
    }));
    for (const { broken, sentence } of said) {
      expect(sentence, broken.rule).toContain('arrivals');
      expect(sentence, broken.rule).toMatch(/target.*min/);
      if (broken.rule !== 'missing') expect(sentence, broken.rule).toContain(GIVEN);
      expect(sentence, broken.rule).not.toMatch(/undefined|NaN|\[object|=>|\$\{/);
    }
    // The three rules about numbers ask for the same.
    expect(new Set(said.map(({ sentence }) => sentence)).size).toBe(CASES.length);
  });

  it.each(LANGUAGES)('should say every number and word that is accepted, in %s', (language) => {
    for (const { broken } of CASES) {
      const sentence = describe_(broken, language, []);
      const values = Object.entries(broken.limits).flatMap(([name, value]: [string, unknown]) =>
        ['first', 'type', 'to', 'of', 'wanted', 'found'].includes(name) || name === 'whole'
          ? []
          : [value].flat(),
      );
      for (const value of values.filter((each) => each !== 1e11))
        // An id may be said to be a letter and up to 63 more characters.
        expect(sentence, broken.rule).toMatch(broken.rule === 'bad-id' ? /6[34]/ : String(value));
    }
  });

  it.each<[path: readonly (string | number)[], place: string]>([
    [[], 'the whole file'],
    [['horizonYear'], 'horizonYear'],
    [['title', 'en'], 'title, en'],
    [['indicators'], 'indicators'],
    [['indicators', 0], 'indicator 4, “arrivals”'],
    [['indicators', 0, 'target', 'max'], 'indicator 4, “arrivals”: target, max'],
    [['indicators', 0, 'number'], 'indicator 1, “arrivals”: number'],
    [['indicators', 1, 'caveats', 2], 'indicator 4, “Ships”: caveats, entry 3'],
    [['indicators', 2], `indicator 3, “${'x'.repeat(71)}…”`],
    [['indicators', 3], 'indicator 4'],
    [['indicators', 9], 'indicator 10'],
    [['categories', 0, 'id'], 'category 1: id'],
    [['sources', 1, 'url'], 'source 2: url'],
    [['caveats', 'inferred', 'en'], 'caveat inferred: en'],
    [['drivers', 0, 'effects', 'arrivals'], 'driver 1, “border”, effect on arrivals'],
    [['drivers', 0, 'intensity', 2], 'driver 1, “border”: intensity, entry 3'],
    [['growth', 'hk-enterprises'], 'growth of hk-enterprises'],
    [['growth', 'hk-enterprises', 'rates', 0], 'growth of hk-enterprises: rates, entry 1'],
    [['spread', 'hk-enterprises'], 'spread of hk-enterprises'],
    [['measure', 'hk-enterprises'], 'measure of hk-enterprises'],
    [['links', 0, 'to'], 'link 1: to'],
    [['toString', 'constructor'], 'toString, constructor'],
    [['y'.repeat(200)], `${'y'.repeat(71)}…`],
  ])('should name the place %j as a person counts', (path, place) => {
    const sentence = describe_({ rule: 'not-one-of', limits: { allowed: [1] } }, 'en', path);
    expect(sentence).toBe(`${place} – write 1; given ${GIVEN}`);
  });

  it.each([
    ['zh-Hant', '第4項指標「arrivals」的target、max：請填寫1至2200之間的整數，不加引號。現為"甲乙"。'],
    ['zh-Hans', '第4项指标“arrivals”的target、max：请填写1至2200之间的整数，不加引号。现为"甲乙"。'],
  ] as const)('should be a sentence of the language: %s', (language, sentence) => {
    const broken = { rule: 'out-of-range', limits: { from: 1, to: 2200, whole: true } } as const;
    expect(describe_(broken, language, ['indicators', 0, 'target', 'max'])).toBe(sentence);
  });

  it('should name the first eight of many accepted values, and say how many more there are', () => {
    const allowed = Array.from({ length: 14 }, (_, i) => `i-${i}`);
    const issue = { rule: 'unknown-reference', limits: { to: 'indicators', allowed } } as const;
    expect(describe_(issue, 'en', ['spread', 'x'])).toContain('"i-6", "i-7" or one of 6 more; given');
    expect(describe_(issue, 'zh-Hant', ['spread', 'x'])).toContain('"i-7"等（另有6個）。');
  });
});

// Helpers

function describe_(broken: BrokenRule, language: Language, path: readonly (string | number)[]): string {
  return describeIssue(
    { ...broken, path, given: GIVEN },
    { content: CONTENT, words: FILE_ISSUE_WORDS[language] },
  );
}
