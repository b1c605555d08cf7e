import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/text/words.ts';

/** The languages of the columns below. */
const COLUMNS = ['en', 'zh-Hant', 'zh-Hans'] as const;

describe('a share of the futures in words', () => {
  it.each([
    [0.9, ['9 in 10', '十之九', '十之九']],
    [0.5, ['1 in 2', '十之五', '十之五']],
    [0.8, ['4 in 5', '十之八', '十之八']],
    [0.95, ['19 in 20', '百分之95', '百分之95']],
    [0.98, ['98 in 100', '百分之98', '百分之98']],
    [1, ['1 in 1', '十之十', '十之十']],
  ])('should be short where it names a band: %f', (share, expected) => {
    expect(COLUMNS.map((language) => wordsIn(language).futures.band(share))).toEqual(expected);
  });

  it.each([
    [0.9, ['9 in 10', '10個模擬未來中有9個', '10个模拟未来中有9个']],
    [0.8, ['4 in 5', '10個模擬未來中有8個', '10个模拟未来中有8个']],
    [0.95, ['19 in 20', '100個模擬未來中有95個', '100个模拟未来中有95个']],
  ])('should be the same in every sentence of a language: %f', (share, expected) => {
    COLUMNS.forEach((language, at) => {
      const { futures, bulletKey } = wordsIn(language);
      for (const said of [
        futures.fan(share, '3', '6'),
        futures.whisker(share, '3', '6'),
        bulletKey(2022, 2025, share),
      ])
        expect(said).toContain(expected[at]);
    });
  });

  it('should leave out of the sentence about the count that the futures are simulated', () => {
    const said = COLUMNS.map((language) => wordsIn(language).futures.middle(0.9, { from: 3, to: 5 }, '4'));
    expect(said).toEqual([
      '9 in 10 futures meet 3 to 5; the average is 4.',
      '10個未來中有9個達標3至5項；平均4項。',
      '10个未来中有9个达标3至5项；平均4项。',
    ]);
  });
});
