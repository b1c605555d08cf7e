import { describe, expect, it } from 'vitest';
import { ANSWER_WORDS } from '../../src/text/words/answers.ts';
import { PANEL_WORDS } from '../../src/text/words/panel.ts';
import { wordsIn } from '../../src/text/words.ts';

/** The languages of the columns below. */
const COLUMNS = ['en', 'zh-Hant', 'zh-Hans'] as const;

describe('a share of the simulations in words', () => {
  it.each([
    [0.9, ['9 in 10', '九成', '九成']],
    [0.5, ['half', '一半', '一半']],
    [0.8, ['4 in 5', '八成', '八成']],
    [0.95, ['19 in 20', '百分之95', '百分之95']],
    [0.98, ['98 in 100', '百分之98', '百分之98']],
    [1, ['1 in 1', '全部', '全部']],
  ])('should be short where it names a band: %f', (share, expected) => {
    expect(COLUMNS.map((language) => PANEL_WORDS[language].band(share))).toEqual(expected);
  });

  it.each([
    [0.9, ['9 in 10 simulations', '九成模擬', '九成模拟']],
    [0.5, ['half of the simulations', '一半模擬', '一半模拟']],
    [0.95, ['19 in 20 simulations', '百分之95模擬', '百分之95模拟']],
  ])('should be the same in every sentence of a language: %f', (share, expected) => {
    COLUMNS.forEach((language, at) => {
      const { futures, bulletKey } = wordsIn(language);
      for (const said of [
        PANEL_WORDS[language].fan(share, '3', '6'),
        futures.whisker(share, '3', '6'),
        ANSWER_WORDS[language].chances.middle(share, { from: 3, to: 5 }, '4'),
        bulletKey(2022, 2025, share),
      ])
        expect(said).toContain(expected[at]);
    });
  });
});
