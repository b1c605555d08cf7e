import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  growthFields,
  isNoGrowth,
  multiplies,
  roundGrowth,
  simplestGrowth,
  yearlyLists,
} from '../../../src/core/growth/growth-assumption.ts';
import { NO_GROWTH, type GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import { anyGrowth } from '../../link/any-scenario.ts';

const SEED = 3120;

const compound: GrowthAssumption = { kind: 'compound', rate: 0.062 };
const yearly: GrowthAssumption = { kind: 'yearly', rates: [0.05, 0.06, 0.07] };
const linear: GrowthAssumption = { kind: 'linear', amount: 500 };
const saturating: GrowthAssumption = { kind: 'saturating', rate: 0.3, ceiling: 12000 };

describe('multiplies', () => {
  // Oracle: `f_t(x)` of the model is proportional to `x` for the first two alone.
  it.each([
    [compound, true],
    [yearly, true],
    [linear, false],
    [saturating, false],
  ])('is, of %j, %s', (growth, expected) => {
    expect(multiplies(growth)).toBe(expected);
  });
});

describe('roundGrowth', () => {
  it.each<[growth: GrowthAssumption, rounded: GrowthAssumption]>([
    [
      { kind: 'compound', rate: 1 / 3 },
      { kind: 'compound', rate: 0.333333 },
    ],
    [
      { kind: 'yearly', rates: [1 / 3, 2 / 3] },
      { kind: 'yearly', rates: [0.333333, 0.666667] },
    ],
    [
      { kind: 'linear', amount: 1 / 3 },
      { kind: 'linear', amount: 0.3333 },
    ],
    [
      { kind: 'saturating', rate: 1 / 3, ceiling: 2 / 3 },
      { kind: 'saturating', rate: 0.333333, ceiling: 0.6667 },
    ],
  ])('rounds %j to what a link can hold', (growth, rounded) => {
    expect(roundGrowth(growth)).toEqual(rounded);
  });

  it('leaves a number that lies outside its range there, for whoever reads it to say so', () => {
    expect(roundGrowth({ kind: 'compound', rate: 11 })).toEqual({ kind: 'compound', rate: 11 });
  });
});

describe('simplestGrowth', () => {
  it('says one rate for one year as a constant rate, and nothing else in another shape', () => {
    expect(simplestGrowth({ kind: 'yearly', rates: [0.05] })).toEqual({ kind: 'compound', rate: 0.05 });
    for (const growth of [compound, yearly, linear, saturating]) expect(simplestGrowth(growth)).toBe(growth);
  });
});

describe('isNoGrowth', () => {
  it('is true of a constant rate of 0 alone, whatever its sign', () => {
    expect(isNoGrowth(NO_GROWTH)).toBe(true);
    expect(isNoGrowth({ kind: 'compound', rate: -0 })).toBe(true);
    expect(isNoGrowth(compound)).toBe(false);
    expect(isNoGrowth({ kind: 'linear', amount: 0 })).toBe(false);
  });
});

describe('yearlyLists', () => {
  it('names the lists whose length a plan decides', () => {
    expect(yearlyLists(yearly)).toEqual([{ property: 'rates', values: [0.05, 0.06, 0.07] }]);
    for (const growth of [compound, linear, saturating]) expect(yearlyLists(growth)).toEqual([]);
  });
});

describe('growthFields', () => {
  it.each<[growth: GrowthAssumption, names: readonly string[]]>([
    [compound, []],
    [yearly, ['rate-in-year 0', 'rate-in-year 1', 'rate-in-year 2']],
    [linear, ['amount-a-year']],
    [saturating, ['start-rate', 'ceiling']],
  ])('are, of %j, %j', (growth, names) => {
    expect(growthFields(growth).map(({ name, step }) => [name, step].join(' ').trim())).toEqual(names);
  });

  it('change one number each and leave the others as they are', () => {
    const changed = [yearly, linear, saturating].flatMap((growth) =>
      growthFields(growth).map((field) => field.with(0.5)),
    );
    expect(changed).toEqual([
      { kind: 'yearly', rates: [0.5, 0.06, 0.07] },
      { kind: 'yearly', rates: [0.05, 0.5, 0.07] },
      { kind: 'yearly', rates: [0.05, 0.06, 0.5] },
      { kind: 'linear', amount: 0.5 },
      { kind: 'saturating', rate: 0.5, ceiling: 12000 },
      { kind: 'saturating', rate: 0.3, ceiling: 0.5 },
    ]);
  });

  it(`always hold a number of their range, and give back the same when it is set again (500 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyGrowth(3), (growth) => {
        for (const { value, range, with: changed } of growthFields(growth)) {
          expect(value).toBeGreaterThanOrEqual(range.from);
          expect(value).toBeLessThanOrEqual(range.to);
          expect(changed(value)).toEqual(growth);
        }
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});
