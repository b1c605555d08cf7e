import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shockSource, type ShockSetting } from '../../../src/core/shocks/shock-source.ts';
import { seeded } from '../../helpers/arbitraries.ts';

const SETTING: ShockSetting = { seed: 1, rho: 0.5, phi: 0.5, years: 4, points: 'pseudo-random' };

function cumulativeShocksOf(setting: ShockSetting, number: number, draws: number): Float64Array {
  const out = new Float64Array(setting.years * draws);
  shockSource(setting).fill(number, 0, out);
  return out;
}

/** The shocks `z` themselves, year by year: the steps of cumulative shocks. */
function yearlyFactorsOf(setting: ShockSetting, number: number, draws: number): Float64Array[] {
  const shocks = cumulativeShocksOf(setting, number, draws);
  return Array.from({ length: setting.years }, (_, t) =>
    shocks
      .slice(t * draws, (t + 1) * draws)
      .map((sum, k) => sum - (t === 0 ? 0 : (shocks[(t - 1) * draws + k] as number))),
  );
}

function meanProduct(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < one.length; k++) sum += (one[k] as number) * (other[k] as number);
  return sum / one.length;
}

describe('shockSource', () => {
  const settings = [0, 0.5, 0.95].flatMap((rho) => [0, 0.5, 1].map((phi) => ({ ...SETTING, rho, phi })));

  // Oracle: corr(z_it, z_jt') = c_ij phi^|t-t'|. Tolerance: 4 standard errors of a mean product, sqrt((1 + c^2) / N).
  it.each(settings)(
    'should correlate shocks as the model says, co-movement $rho, persistence $phi',
    (setting) => {
      const draws = 2 ** 15;
      const shocks = [1, 2, 14].map((number) => yearlyFactorsOf(setting, number, draws));
      shocks.forEach((own, i) =>
        shocks.forEach((others, j) =>
          own.forEach((one, t) =>
            others.forEach((other, u) => {
              const years = Math.abs(t - u);
              const expected = (i === j ? 1 : setting.rho) * (years === 0 ? 1 : setting.phi ** years);
              const tolerance = 4 * Math.sqrt((1 + expected ** 2) / draws);
              expect(Math.abs(meanProduct(one, other) - expected), `${i}, ${t} and ${j}, ${u}`).toBeLessThan(
                tolerance,
              );
            }),
          ),
        ),
      );
    },
  );

  it.each(settings)('should give shocks of mean 0, co-movement $rho, persistence $phi', (setting) => {
    const draws = 2 ** 15;
    for (const shocks of yearlyFactorsOf(setting, 3, draws))
      expect(Math.abs(meanProduct(shocks, new Float64Array(draws).fill(1)))).toBeLessThan(
        4 / Math.sqrt(draws),
      );
  });

  it.each(settings)('should keep to the same correlations with Sobol points, $rho and $phi', (setting) => {
    // Three years: what has dimensions of its own. Tolerance: 0.02, where 4,096 plain draws would take 0.06 to 0.09.
    const shocks = [1, 2, 14].map((number) =>
      yearlyFactorsOf({ ...setting, years: 3, points: 'sobol' }, number, 4096),
    );
    shocks.forEach((own, i) =>
      shocks.forEach((others, j) =>
        own.forEach((one, t) =>
          others.forEach((other, u) => {
            const years = Math.abs(t - u);
            const expected = (i === j ? 1 : setting.rho) * (years === 0 ? 1 : setting.phi ** years);
            expect(Math.abs(meanProduct(one, other) - expected), `${i}, ${t}; ${j}, ${u}`).toBeLessThan(0.02);
          }),
        ),
      ),
    );
  });

  it('should be one shock for all years where shocks lasts wholly', () => {
    for (const rho of [0, 0.5])
      for (const points of ['sobol', 'pseudo-random'] as const) {
        const [first, ...later] = yearlyFactorsOf({ ...SETTING, rho, phi: 1, points }, 5, 1000);
        for (const shocks of later)
          shocks.forEach((shock, k) => expect(shock).toBeCloseTo(first?.[k] as number, 12));
      }
  });

  it('should be half the same for two indicators that share half of their shocks, and all their own at 0', () => {
    const [one, other] = [1, 2].map((number) => cumulativeShocksOf({ ...SETTING, rho: 0 }, number, 256));
    expect(one).not.toEqual(other);
    // Oracle: z_i - z_j = sqrt(1 - rho) (E_i - E_j), whatever the common factor.
    const [oneShared, otherShared] = [1, 2].map((number) => cumulativeShocksOf(SETTING, number, 256));
    one?.forEach((shocks, k) =>
      expect((oneShared?.[k] as number) - (otherShared?.[k] as number)).toBeCloseTo(
        Math.sqrt(0.5) * (shocks - (other?.[k] as number)),
        12,
      ),
    );
  });

  it('should always give a draw the same shocks, alone or in any range, in whatever order indicators are asked', () => {
    const anySetting = fc.record({
      seed: fc.integer({ min: 0, max: 4294967295 }),
      rho: fc.constantFrom(0, 0.3, 0.95),
      phi: fc.constantFrom(0, 0.4, 1),
      years: fc.integer({ min: 1, max: 6 }),
      points: fc.constantFrom('sobol' as const, 'pseudo-random' as const),
    });
    fc.assert(
      fc.property(
        anySetting,
        fc.integer({ min: 0, max: 40 }),
        fc.nat(700),
        fc.integer({ min: 1, max: 300 }),
        (setting, number, from, count) => {
          const { years } = setting;
          const draws = from + count;
          const whole = cumulativeShocksOf(setting, number + 1, draws);
          const source = shockSource(setting);
          source.fill(number + 7, from, new Float64Array(years * count));
          const part = new Float64Array(years * count);
          source.fill(number + 1, from, part);
          const alone = new Float64Array(years);
          source.fill(number + 1, draws - 1, alone);
          for (let t = 0; t < years; t++) {
            expect(part.subarray(t * count, (t + 1) * count)).toEqual(
              whole.subarray(t * draws + from, (t + 1) * draws),
            );
            expect(alone[t]).toBe(whole[(t + 1) * draws - 1]);
          }
        },
      ),
      seeded(150),
    );
  });

  it('should give the same draws of a range after any other range as long', () => {
    const source = shockSource(SETTING);
    const first = new Float64Array(4 * 50);
    source.fill(1, 0, first);
    source.fill(1, 50, new Float64Array(4 * 50));
    const again = new Float64Array(4 * 50);
    source.fill(1, 0, again);
    expect(again).toEqual(first);
    const later = new Float64Array(4 * 50);
    source.fill(1, 50, later);
    expect(later.subarray(0, 50)).toEqual(cumulativeShocksOf(SETTING, 1, 100).subarray(50, 100));
  });

  it.each(['sobol', 'pseudo-random'] as const)(
    'should give other shocks for another seed, the same for the same: %s',
    (points) => {
      const setting = { ...SETTING, points };
      expect(cumulativeShocksOf(setting, 1, 100)).toEqual(cumulativeShocksOf({ ...setting }, 1, 100));
      expect(cumulativeShocksOf({ ...setting, seed: 2 }, 1, 100)).not.toEqual(
        cumulativeShocksOf(setting, 1, 100),
      );
    },
  );

  it('should make the sum of all years the smoothest part of a Sobol point', () => {
    // Of 1,024 sums no two lie in the same of 1,024 equally likely cells: the sum hangs on one coordinate alone.
    for (const [phi, years] of [
      [0, 3],
      [0.5, 3],
      [0, 8],
      [1, 3],
      [0.9, 1],
    ] as const) {
      const shocks = cumulativeShocksOf(
        { ...SETTING, rho: 0, phi, years, points: 'sobol' },
        4,
        1024,
      ).subarray((years - 1) * 1024);
      const sorted = shocks.slice().sort();
      // Oracle: v / s^2 = n + 2 sum (n - k) phi^k; the middle half of a normal sample ends at 0.674490 deviations.
      let variance = years;
      for (let k = 1; k < years; k++) variance += 2 * (years - k) * phi ** k;
      expect((sorted[256] as number) / Math.sqrt(variance)).toBeCloseTo(-0.67449, 2);
      expect((sorted[768] as number) / Math.sqrt(variance)).toBeCloseTo(0.67449, 2);
    }
  });
});
