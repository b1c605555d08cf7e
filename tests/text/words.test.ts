import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, type Localized } from '../../src/core/plan/plan.ts';
import { ANSWER_WORDS } from '../../src/text/words/answers.ts';
import { BEFORE_START_WORDS } from '../../src/text/words/before-start.ts';
import { FILE_ISSUE_WORDS } from '../../src/text/words/file-issues.ts';
import { EVENT_WORDS } from '../../src/text/words/events.ts';
import { SHEET_WORDS } from '../../src/text/words/sheet.ts';
import { START_AFRESH_WORDS } from '../../src/text/words/start-afresh.ts';
import { GOAL_WORDS } from '../../src/text/words/goal.ts';
import { wordsIn } from '../../src/text/words.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { RULES } from './issue-examples.ts';

/** Characters that only Traditional Chinese has, and only Simplified Chinese; common ones, and those of this subject. */
const ONLY_TRADITIONAL =
  '說們這個來時會對發學點後見當長門間問題開關無業產務實際應該讀數據總計標準過還進運連達遠選擇變換圖線條單雙項態樣語響頁顯現設將從給與國貿資訊電腦網絡鏈結儲檔記錄複貼擊鍵盤讓機構員區廣東灣經濟歷鎖預測驗證體復刪啟閉顏隱幫輸參權義勢願穩趨飽漸億萬餘額約組織專認註釋滿損壞謹慎維護舊報導圍較驅動兩衝擊蕭條緩難處';
const ONLY_SIMPLIFIED =
  '说们这个来时会对发学点见当长门间问题开关无业产务实际应该读总计标过还进运连达远选择变换图线条单双项态样语响页显现设将从给国贸资讯电脑网络链结储档记录贴击让机构员区广东湾经济历锁预测验证复删启闭颜隐帮输参权义势愿稳趋饱渐亿万馀额约组织专认满损坏谨维护旧报导围较驱动两缓难处';

/** Words a Chinese sentence may write in letters: a language, what is printed on a key, an id, what a file writes. */
const ALLOWED_IN_LETTERS = [
  ...['JavaScript', 'npm start', 'Enter', shippedPlan.id],
  ...[
    'true',
    'false',
    'null',
    'https://',
    'http://',
    'baselineYear',
    'horizonYear',
    'measure',
    'min',
    '1e-9',
  ],
];

/** Limits that are words of the grammar of rules, and not of a file. */
const LIMITS_IN_WORDS = ['type', 'to', 'of', 'wanted', 'found'];

/** Texts that are empty on purpose: a mark that the usual case does not need, a sentence that another has said. */
const EMPTY_ON_PURPOSE = [
  'shapeMark.compound',
  ...['measureShort.stock', 'measureShort.flow'],
  ...['statusCount.met', 'statusCount.missed', 'statusDots.met', 'statusDots.missed'],
];

/** Arguments that a function takes besides plain texts and numbers, by its path. */
const SAMPLES: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'matters.flip': [
    ['7', 'down', '8'],
    ['7', 'up', '8'],
  ],
  // Only English needs the year to say it.
  'columns.bullet': [[2025]],
  resultsChanged: [
    ['7', 0, { from: 5, to: 5 }],
    ['7', 2, { from: 5, to: 6 }],
  ],
  'measureIn.cumulative': [[2023, 2025]],
  'measureShort.cumulative': [[2023, 2025]],
  'chances.middle': [
    [0.9, { from: 3, to: 3 }, '3'],
    [0.9, { from: 3, to: 6 }, '4.21'],
  ],
  'futures.band': [[0.9], [0.5], [0.95]],
  'legend.band': [[0.9], [0.5], [0.95]],
  'futures.whisker': [[0.9, '3', '6']],
  'futures.fan': [[0.9, '3', '6']],
  bulletKey: [[2022, 2025, 0.9]],
  summary: [0, 5, 14].map((met) => [met, 14, 2025]),
  ...Object.fromEntries(
    Object.entries(RULES).map(([rule, [limits]]) => [
      `fileIssue.${rule}`,
      [['7', '8', withoutWords(limits)]],
    ]),
  ),
};

describe('the catalogues of words', () => {
  it('should have the same keys, and functions of as many arguments, in every language', () => {
    const [en, ...others] = LANGUAGES.map(shapeOf);
    for (const other of others) expect(other).toEqual(en);
    expect(Object.keys(en ?? {}).length).toBeGreaterThan(200);
  });

  it.each(LANGUAGES)('should have no empty text in %s', (language) => {
    for (const [path, entry] of entriesOf(catalogueIn(language))) {
      if (typeof entry !== 'string' || EMPTY_ON_PURPOSE.includes(path)) continue;
      expect(entry.trim(), path).not.toBe('');
    }
  });

  it.each(LANGUAGES)('should make a whole text of whatever it is told, in %s', (language) => {
    for (const { path, text } of everyText(language)) {
      if (!EMPTY_ON_PURPOSE.includes(path)) expect(text.trim(), path).not.toBe('');
      // The one text that asks for a null.
      const rest = path === 'fileIssue.bad-address' ? text.replace('null', '') : text;
      expect(rest, path).not.toMatch(/undefined|null|NaN|\[object|=>|\$\{/);
    }
  });

  it('should say the same parts of what they are told in every language', () => {
    const [en, ...others] = LANGUAGES.map(partsSaid);
    for (const other of others) expect(other).toEqual(en);
  });

  it.each(['zh-Hant', 'zh-Hans'] as const)('should have no word in letters in %s', (language) => {
    for (const { path, text } of everyText(language)) {
      const rest = ALLOWED_IN_LETTERS.reduce((left, word) => left.replaceAll(word, ''), text);
      expect(rest, path).not.toMatch(/[A-Za-z]/);
    }
  });

  it('should have nothing Chinese in English', () => {
    for (const { path, text } of everyText('en', 'A'))
      expect(text, path).not.toMatch(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u);
  });

  it.each([
    { language: 'zh-Hans', foreign: ONLY_TRADITIONAL },
    { language: 'zh-Hant', foreign: ONLY_SIMPLIFIED },
  ] as const)('should not mix the scripts: $language', ({ language, foreign }) => {
    for (const { path, text } of everyText(language)) expect(foreignIn(text, foreign), path).toEqual([]);
  });

  it.each([
    { language: 'zh-Hans', foreign: ONLY_TRADITIONAL },
    { language: 'zh-Hant', foreign: ONLY_SIMPLIFIED },
  ] as const)('should not meet a mixed script in the shipped plan: $language', ({ language, foreign }) => {
    for (const text of localizedIn(shippedPlan).map((words) => words[language]))
      expect(foreignIn(text, foreign), text).toEqual([]);
  });

  it('should be told apart by lists of characters that share none', () => {
    expect(foreignIn(ONLY_TRADITIONAL, ONLY_SIMPLIFIED)).toEqual([]);
  });

  it('should never promise what a projection cannot: the English words hold no probability', () => {
    for (const { path, text } of everyText('en', 'A'))
      expect(text, path).not.toMatch(/probab|likel|predict|chance(?!s$)/i);
  });
});

// Helpers

/** The limits of an example with a digit for every word that a file would bring along. */
function withoutWords(limits: object): object {
  const plain = (value: unknown): unknown => (typeof value === 'string' || value === null ? '9' : value);
  return Object.fromEntries(
    Object.entries(limits).map(([name, value]: [string, unknown]) => {
      if (LIMITS_IN_WORDS.includes(name)) return [name, value];
      return [name, Array.isArray(value) ? value.map(plain) : plain(value)];
    }),
  );
}

type Speak = (...told: readonly unknown[]) => unknown;

/** All words of a language: the page's, those of its tab that is loaded with its own, and those about files. */
function catalogueIn(language: Language): object {
  const { language: _, ...sheet } = SHEET_WORDS[language];
  const [first, later] = [wordsIn(language), ANSWER_WORDS[language]];
  return {
    ...{
      ...first,
      ...FILE_ISSUE_WORDS[language],
      ...BEFORE_START_WORDS[language],
      ...later,
      ...GOAL_WORDS[language],
      sheet,
      events: EVENT_WORDS[language],
    },
    ...{ matters: { ...first.matters, ...later.matters }, startAfreshDialog: START_AFRESH_WORDS[language] },
  };
}

/** Everything a catalogue holds, by its path. */
function entriesOf(catalogue: object, path: readonly string[] = []): [string, string | Speak][] {
  return Object.entries(catalogue).flatMap(([key, entry]: [string, unknown]) => {
    const here = [...path, key];
    if (typeof entry === 'object' && entry !== null) return entriesOf(entry, here);
    return [[here.join('.'), entry as string | Speak]] as [string, string | Speak][];
  });
}

/** What of a catalogue must be the same in every language: its keys, and how much each function is told. */
function shapeOf(language: Language): Readonly<Record<string, number | 'text'>> {
  return Object.fromEntries(
    entriesOf(catalogueIn(language)).map(([path, entry]) => [
      path,
      typeof entry === 'string' ? 'text' : entry.length,
    ]),
  );
}

/** Every text a catalogue can say, its functions told texts, small and large numbers, and their own words. */
function everyText(language: Language, told = '甲'): { readonly path: string; readonly text: string }[] {
  return entriesOf(catalogueIn(language)).flatMap(([path, entry]) => {
    if (typeof entry === 'string') return [{ path, text: entry }];
    const plain = [told, 0, 1, 2, 14, 2025].map((each) => Array.from({ length: entry.length }, () => each));
    const samples = SAMPLES[path] ?? [
      ...plain,
      ...[told, 1, 2].map((each) => [each, each, each, each, each, each]),
    ];
    return samples.map((each) => ({ path, text: String(entry(...each)) }));
  });
}

/** Which of the things it is told each function says again: by index, each index told something of its own. */
function partsSaid(language: Language): Readonly<Record<string, readonly number[]>> {
  const told = ['甲', '乙', '丙', '丁', '戊', '己'];
  return Object.fromEntries(
    entriesOf(catalogueIn(language)).flatMap(([path, entry]) => {
      if (typeof entry === 'string' || path in SAMPLES) return [];
      const text = String(entry(...told));
      return [[path, told.flatMap((part, index) => (text.includes(part) ? [index] : []))]];
    }),
  );
}

function foreignIn(text: string, foreign: string): string[] {
  return [...new Set(text)].filter((character) => foreign.includes(character));
}

/** Everything in a plan that is said in every language. */
function localizedIn(value: unknown): Localized[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh-Hant' in value && typeof value['zh-Hant'] === 'string') return [value as Localized];
  return Object.values(value).flatMap(localizedIn);
}
