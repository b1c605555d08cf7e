import { describe, expect, it } from 'vitest';
import { ShockCache, type DrawSetting } from '../../../src/core/shocks/shock-cache.ts';
import { cumulativeFactors, yearlyFactors } from '../../../src/core/shocks/shock-factors.ts';
import { shockSource } from '../../../src/core/shocks/shock-source.ts';

const DRAWS = 64;
const YEARS = 3;
/** What one indicator's shocks take; a setting takes as much again for its common factor. */
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

  it('should compute shocks and factors once, for as many settings as fit', () => {
    const cache = new ShockCache(4 * BYTES);
    const [one, two] = [1, 2].map((seed) => cache.shocksOf(settingOf(seed)).cumulativeShocksOf(1));
    expect(cache.shocksOf(settingOf(1)).cumulativeShocksOf(1)).toBe(one);
    expect(cache.shocksOf(settingOf(2)).cumulativeShocksOf(1)).toBe(two);
    const factors = cache.shocksOf(settingOf(1)).cumulativeFactorsOf(1, 0.04);
    expect(cache.shocksOf(settingOf(1)).cumulativeFactorsOf(1, 0.04)).toBe(factors);
  });

  it('should write anew the arrays of the setting that was used longest ago, and no others', () => {
    const cache = new ShockCache(4 * BYTES);
    const arrays = [1, 2, 3].map((seed) => cache.shocksOf(settingOf(seed)).cumulativeShocksOf(1));
    cache.shocksOf(settingOf(1));
    expect(cache.shocksOf(settingOf(4)).cumulativeShocksOf(1)).toBe(arrays[1]);
    expect(cache.shocksOf(settingOf(3)).cumulativeShocksOf(1)).toBe(arrays[2]);
    expect(cache.shocksOf(settingOf(1)).cumulativeShocksOf(1)).toBe(arrays[0]);
  });

  it('should hold the shocks of nine settings and more of the shipped plan as the page draws it', () => {
    const cache = new ShockCache();
    const setting = (seed: number): DrawSetting => settingOf(seed, 8192);
    const fill = (seed: number): Float64Array[] =>
      Array.from({ length: 14 }, (_, k) => {
        const shocks = cache.shocksOf(setting(seed));
        shocks.cumulativeFactorsOf(k + 1, 0.04);
        shocks.yearlyFactorsOf(k + 1, 0.04);
        return shocks.cumulativeShocksOf(k + 1);
      });
    const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    const first = seeds.map(fill);
    expect(seeds.map(fill).every((arrays, at) => arrays.every((array, k) => array === first[at]?.[k]))).toBe(
      true,
    );
  });
});
