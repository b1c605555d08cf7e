import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateByCounting } from '../../../src/core/simulate-by-counting.ts';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import {
  countShocks,
  countValues,
  SHOCK_BINS,
  statisticsFromBins,
  VALUE_BINS,
  valueInBin,
} from '../../../src/core/histogram/bins.ts';
import {
  countDraws,
  emptyCounts,
  mergeCounts,
  type DrawCounts,
} from '../../../src/core/histogram/count-draws.ts';
import { deviationsOf } from '../../../src/core/histogram/bin-scales.ts';
import { summariseCounts } from '../../../src/core/histogram/summarise-counts.ts';
import { quantileAt, type Quantile } from '../../../src/core/draws/quantiles.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';
import { ALL_KINDS, ANY_KIND, drawModelOf, shockSettingOf } from '../draws/small-ensemble.ts';

const SEED = 65536;
const DRAWS = 8192;
const MODEL = drawModelOf(ALL_KINDS, ANY_KIND);
const SETTING = shockSettingOf(ANY_KIND);

/** All values of some quantiles, one after the other. */
function valuesOf(quantiles: readonly Quantile[] = []): readonly number[] {
  return quantiles.flatMap(({ values }) => [...values]);
}

describe('countDraws', () => {
  it('counts indicators of every kind', () => {
    expect(MODEL.kinds).toEqual([
      'lognormal',
      'lognormal-sum',
      'stepped',
      'stepped',
      'stepped',
      'deterministic',
    ]);
  });

  it(`always gives, range by range and merged in any order, the counts of the whole (40 splits, seed ${SEED})`, () => {
    const whole = countDraws(MODEL, SETTING, { from: 0, to: 6000 });
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 6000 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(cuts, (indices) => {
        const edges = [0, ...indices.sort((a, b) => a - b), 6000];
        const parts = edges
          .slice(1)
          .map((to, at) => countDraws(MODEL, SETTING, { from: edges[at] ?? 0, to }))
          .reverse();
        expect(bare(parts.reduce(mergeCounts))).toEqual(bare(whole));
      }),
      { seed: SEED, numRuns: 40 },
    );
  });

  it('goes on from counts it is given', () => {
    const first = countDraws(MODEL, SETTING, { from: 0, to: 100 });
    expect(bare(countDraws(MODEL, SETTING, { from: 100, to: 300 }, first))).toEqual(
      bare(countDraws(MODEL, SETTING, { from: 0, to: 300 })),
    );
    expect(bare(countDraws(MODEL, SETTING, { from: 7, to: 7 }))).toEqual(bare(emptyCounts(MODEL)));
  });

  it('gives plain data that another thread can be sent', () => {
    const counts = countDraws(MODEL, SETTING, { from: 0, to: 10 });
    expect(bare(structuredClone(counts))).toEqual(bare(counts));
  });

  it('counts every draw once: in each year, and by targets met', () => {
    const { bins, byCount, draws } = countDraws(MODEL, SETTING, { from: 0, to: 5000 });
    const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);
    expect(draws).toBe(5000);
    expect(bins.map(sum)).toEqual([15_000, 15_000, 15_000, 15_000, 15_000, 0]);
    expect(sum(byCount)).toBe(5000);
  });
});

describe('simulateByCounting', () => {
  const counted = simulateByCounting({ plan: ALL_KINDS, scenario: ANY_KIND });
  const drawn = simulatePlan(ALL_KINDS, ANY_KIND, { draws: DRAWS });

  it('gives exactly the shares that the draws themselves give', () => {
    expect(counted.joint).toEqual(drawn.joint);
    const shares = drawn.indicators.map((indicator) => indicator.drawn?.shareMet);
    expect(counted.indicators.map((indicator) => indicator.drawn?.shareMet)).toEqual(shares);
    expect(shares.filter((share = 0) => share > 0 && share < 1)).toHaveLength(5);
  });

  it('gives quantiles and dots within a bin of those of the draws themselves', () => {
    counted.indicators.forEach(({ drawn: own, id }, index) => {
      const exact = drawn.indicators[index]?.drawn;
      const all = [...valuesOf(own?.quantiles), ...(own?.dots ?? [])];
      const expected = [...valuesOf(exact?.quantiles), ...(exact?.dots ?? [])];
      expect(all).toHaveLength(5 * 4 + 50);
      // Bins of values are 2^-11 of the value wide; those of shocks 0.003 of 4 % times the root of the variance.
      expected.forEach((value, at) =>
        expect(Math.abs((all[at] ?? NaN) - value), `${id} ${at}`).toBeLessThanOrEqual(value / 2048 + 1e-3),
      );
    });
  });

  it('gives everything else as without spreads', () => {
    const undrawn = (results: typeof drawn.indicators): unknown =>
      results.map((result) => ({ ...result, drawn: undefined }));
    expect(undrawn(counted.indicators)).toEqual(undrawn(drawn.indicators));
    expect([counted.years, counted.met]).toEqual([drawn.years, drawn.met]);
  });

  it('draws nothing where nothing is uncertain', () => {
    const scenario = { ...ANY_KIND, spread: {} };
    expect(simulateByCounting({ plan: ALL_KINDS, scenario })).toEqual(simulatePlan(ALL_KINDS, scenario));
  });

  it('says how far it is', () => {
    const steps: number[] = [];
    const question = { plan: ALL_KINDS, scenario: ANY_KIND, draws: 70_000 };
    const { joint } = simulateByCounting(question, (done) => steps.push(done));
    expect(steps).toEqual([8192, 16_384, 24_576, 32_768, 40_960, 49_152, 57_344, 65_536, 70_000]);
    expect(joint?.draws).toBe(70_000);
  });

  it('summarises a single draw', () => {
    const { indicators } = simulateByCounting({ plan: ALL_KINDS, scenario: ANY_KIND, draws: 1 });
    const exact = simulatePlan(ALL_KINDS, ANY_KIND, { draws: 1 }).indicators;
    const medians = [indicators, exact].map(([result]) => result?.drawn && quantileAt(result.drawn, 0.5)[3]);
    expect(medians[0]).toBeCloseTo(medians[1] ?? NaN, 0);
  });

  it('counts draws as 0 where a fixed amount a year takes all there is', () => {
    const plan = smallPlan([{}]);
    const scenario = scenarioOf(plan, {
      growth: { 'indicator-1': { kind: 'linear', amount: -40 } },
      spread: { 'indicator-1': 1 },
    });
    const [result] = simulateByCounting({ plan, scenario, draws: 1000 }).indicators;
    expect(result?.values[3]).toBe(0);
    expect(result?.drawn?.quantiles.map(({ values }) => values[3])).toEqual([0, 0, 0, 0, 0]);
    expect([...(result?.drawn?.dots ?? [])]).toEqual(Array.from({ length: 50 }, () => 0));
  });
});

describe('summariseCounts', () => {
  it('can be asked on counts from elsewhere', () => {
    const parts = [0, 1, 2, 3].map((part) =>
      countDraws(MODEL, SETTING, { from: part * 2048, to: (part + 1) * 2048 }),
    );
    const { shareByCount } = summariseCounts(MODEL, SETTING, parts.reduce(mergeCounts));
    expect(shareByCount).toEqual(simulatePlan(ALL_KINDS, ANY_KIND, { draws: DRAWS }).joint?.shareByCount);
  });
});

describe('bins', () => {
  it('hold every value within 2^-11 of it, from 2^-20 to 2^20 of the scale', () => {
    for (const value of [1e-5, 0.3, 0.9999999, 1, 1.0001, 1.9999, 777, 1e6]) {
      const bins = new Int32Array(VALUE_BINS);
      countValues(Float64Array.of(value * 50), 50, bins);
      const bin = bins.indexOf(1);
      for (const share of [0, 1])
        expect(Math.abs(valueInBin(50, bin, share) - value * 50)).toBeLessThanOrEqual((value * 50) / 2048);
      expect(valueInBin(50, bin, 0)).toBeLessThanOrEqual(value * 50);
    }
  });

  it('at the ends hold whatever lies beyond', () => {
    const values = new Int32Array(VALUE_BINS);
    countValues(Float64Array.of(0, 1e-7, 1e7, 1e150), 1, values);
    expect([values[0], values[VALUE_BINS - 1]]).toEqual([2, 2]);
    expect(valueInBin(1, 0, 0.5)).toBe(0);
    const shocks = new Int32Array(SHOCK_BINS);
    countShocks(Float64Array.of(-13, 13, 0), 2, shocks);
    expect([shocks[0], shocks[SHOCK_BINS - 1], shocks[SHOCK_BINS / 2]]).toEqual([1, 1, 1]);
  });

  it('give order statistics as if a bin held its values evenly', () => {
    const bins = Int32Array.of(0, 4, 0, 1);
    const at = (bin: number, share: number): number => bin + share;
    expect([...statisticsFromBins(bins, [4, 0, 3, 0], at)]).toEqual([3.5, 1.125, 1.875, 1.125]);
  });

  it('of shocks are as wide as its standard deviation asks', () => {
    // n + 2 sum (n - k) phi^k: 1, 3, 5.5 at one half; n at 0; n^2 at 1.
    expect([...deviationsOf({ ...SETTING, phi: 0.5 })].map((s) => s * s)).toEqual(
      [1, 3, 5.5].map((v) => expect.closeTo(v, 12) as number),
    );
    expect([...deviationsOf({ ...SETTING, phi: 0 })].map((s) => s * s)).toEqual(
      [1, 2, 3].map((v) => expect.closeTo(v, 12) as number),
    );
    expect([...deviationsOf({ ...SETTING, phi: 1 })]).toEqual([1, 2, 3]);
  });
});

// Helpers

/** Counts without their many bins that hold nothing: `bin count` for each of the others. */
function bare({ bins, ...counts }: DrawCounts): unknown {
  const held = bins.map((each) => {
    const texts = [String(each.length)];
    each.forEach((count, bin) => count > 0 && texts.push(`${bin} ${count}`));
    return texts;
  });
  return { ...counts, held };
}
