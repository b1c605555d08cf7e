import { describe, expect, it } from 'vitest';
import { ShockCache, type DrawSetting } from '../../../src/core/shocks/shock-cache.ts';
import { cumulativeFactors, yearlyFactors } from '../../../src/core/shocks/shock-factors.ts';
import { shockSource } from '../../../src/core/shocks/shock-source.ts';

const DRAWS = 64;
const YEARS = 3;
/** What one indicator's shocks take. */
const BYTES = 8 * DRAWS * YEARS;

function settingOf(seed: number, draws = DRAWS): DrawSetting {
  return { seed, rho: 0.3, phi: 0.5, years: YEARS, points: 'sobol', draws };
}

function shocksFromSource(setting: DrawSetting, number: number): Float64Array {
  const shocks = new Float64Array(YEARS * setting.draws);
  shockSource(setting).fill(number, 0, shocks);
  return shocks;
}

describe('ShockCache', () => {
  it('should give the very shocks of the source, and the factors they give, whatever was asked before', () => {
    const cache = new ShockCache(3 * BYTES);
    for (const seed of [1, 2, 1, 3, 4, 2, 1])
      for (const draws of [DRAWS, 32]) {
        const setting = settingOf(seed, draws);
        for (const number of [2, 7]) {
          const expected = shocksFromSource(setting, number);
          const shocks = cache.shocksOf(setting);
          expect(shocks.cumulativeShocksOf(number)).toEqual(expected);
          for (const spread of [0.04, 0.1]) {
            expect(shocks.cumulativeFactorsOf(number, spread)).toEqual(cumulativeFactors(expected, spread));
            expect(shocks.yearlyFactorsOf(number, spread)).toEqual(
              yearlyFactors(expected, { spread, draws }),
            );
          }
        }
      }
  });

  it('should compute shocks and factors of a setting once while it is asked about again and again', () => {
    const cache = new ShockCache(BYTES);
    const shocks = cache.shocksOf(settingOf(1)).cumulativeShocksOf(1);
    const factors = cache.shocksOf(settingOf(1)).cumulativeFactorsOf(1, 0.04);
    expect(cache.shocksOf(settingOf(1)).cumulativeShocksOf(1)).toBe(shocks);
    expect(cache.shocksOf(settingOf(1)).cumulativeFactorsOf(1, 0.04)).toBe(factors);
  });

  it('should write a setting that was asked about only once over by the next new one', () => {
    const cache = new ShockCache();
    const arrays = [1, 2, 3].map((seed) => cache.shocksOf(settingOf(seed)).cumulativeShocksOf(1));
    expect(arrays[1]).toBe(arrays[0]);
    expect(arrays[2]).toBe(arrays[0]);
  });

  it('should give up the setting that was used longest ago where no more fit', () => {
    const cache = new ShockCache(2.5 * BYTES);
    const arrayOf = (seed: number): Float64Array => cache.shocksOf(settingOf(seed)).cumulativeShocksOf(1);
    for (const seed of [1, 1, 2, 2, 3, 3]) arrayOf(seed);
    const [one, two, three] = [arrayOf(1), arrayOf(2), arrayOf(3)];
    expect(new Set([one, two, three]).size).toBe(3);
    arrayOf(1);
    // The second was used longest ago.
    expect(arrayOf(4)).toBe(two);
    expect([arrayOf(1), arrayOf(3)]).toEqual([one, three]);
    expect(arrayOf(1)).toBe(one);
    expect(arrayOf(3)).toBe(three);
  });

  it('should hold the shocks of nine settings of the shipped plan as the page draws it, asked about in turn', () => {
    const cache = new ShockCache();
    const fill = (seed: number): Float64Array[] => {
      const shocks = cache.shocksOf(settingOf(seed, 8192));
      return Array.from({ length: 14 }, (_, k) => {
        shocks.cumulativeFactorsOf(k + 1, 0.04);
        shocks.yearlyFactorsOf(k + 1, 0.04);
        return shocks.cumulativeShocksOf(k + 1);
      });
    };
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    // A setting is worth memory of its own once it is asked for again.
    seeds.forEach(fill);
    const first = seeds.map(fill);
    expect(seeds.map(fill).every((arrays, at) => arrays.every((array, k) => array === first[at]?.[k]))).toBe(
      true,
    );
  });

  it('should forget in the end that a setting was asked for', () => {
    const cache = new ShockCache();
    const arrayOf = (seed: number): Float64Array => cache.shocksOf(settingOf(seed)).cumulativeShocksOf(1);
    for (let seed = 1; seed <= 65; seed++) arrayOf(seed);
    // Known are the last 64: the second stays, the first is new again and is written over.
    const [second, first] = [arrayOf(2), arrayOf(1)];
    expect(second).not.toBe(first);
    expect(arrayOf(66)).toBe(first);
    expect(arrayOf(2)).toBe(second);
  });
});
