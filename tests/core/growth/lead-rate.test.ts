import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndicatorModel } from '../../../src/core/plan/plan.ts';
import {
  GROWTH_SHAPES,
  NO_GROWTH,
  type GrowthAssumption,
  type GrowthShape,
} from '../../../src/core/growth/growth-shapes.ts';
import {
  inShape,
  isConstantRate,
  leadRate,
  leadRateRange,
  stepLeadRate,
  withLeadRate,
} from '../../../src/core/growth/lead-rate.ts';
import { emptyScenario } from '../../../src/core/scenario/scenario.ts';
import { readLink, writeLink } from '../../helpers/links.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { anyGrowth } from '../../link/any-scenario.ts';
import { smallPlan } from '../../link/small-plan.ts';

const SEED = 1414;
/** 8,274 enterprises; the target is at least 11,000. */
const enterprises = shippedPlan.indicators[0] as IndicatorModel;
/** 120 at the baseline; the target is at most 100. */
const limited = smallPlan.indicators[0] as IndicatorModel;
const noSuchGrowth = { kind: 'exponential' } as unknown as GrowthAssumption;

describe('leadRate', () => {
  it.each<[growth: GrowthAssumption, rate: number]>([
    [{ kind: 'compound', rate: 0.062 }, 0.062],
    [{ kind: 'saturating', rate: 0.3, ceiling: 9000 }, 0.3],
    [{ kind: 'yearly', rates: [0.05, 0.06, 0.1] }, 0.07],
    [{ kind: 'linear', amount: 827.4 }, 0.1],
    [{ kind: 'linear', amount: -8274 }, -1],
  ])('is the one rate a slider shows for %j', (growth, rate) => {
    expect(leadRate(growth, enterprises)).toBe(rate);
  });
});

describe('withLeadRate', () => {
  it.each<[growth: GrowthAssumption, moved: GrowthAssumption]>([
    [
      { kind: 'compound', rate: 0.062 },
      { kind: 'compound', rate: 0.1 },
    ],
    [
      { kind: 'saturating', rate: 0.3, ceiling: 9000 },
      { kind: 'saturating', rate: 0.1, ceiling: 9000 },
    ],
    [
      { kind: 'yearly', rates: [0.05, 0.06, 0.1] },
      { kind: 'yearly', rates: [0.08, 0.09, 0.13] },
    ],
    [
      { kind: 'linear', amount: 5 },
      { kind: 'linear', amount: 827.4 },
    ],
  ])('moves %j to 10 %% and keeps its shape', (growth, moved) => {
    expect(withLeadRate(growth, enterprises, 0.1)).toEqual(moved);
  });

  it('keeps every rate in its range', () => {
    expect(withLeadRate({ kind: 'yearly', rates: [-0.9, 0.9] }, enterprises, -0.5)).toEqual({
      kind: 'yearly',
      rates: [-0.999999, 0.4],
    });
    expect(withLeadRate({ kind: 'saturating', rate: 0.3, ceiling: 9 }, enterprises, 4)).toMatchObject({
      rate: 1,
    });
  });
});

describe('stepLeadRate', () => {
  /** What keys and buttons add or take: as fractions a year. */
  const steps = fc.constantFrom(0.00001, 0.0001, 0.001, 0.005, 0.01);
  const step = (growth: GrowthAssumption, indicator: IndicatorModel, by: number): GrowthAssumption =>
    stepLeadRate(growth, indicator, leadRate(growth, indicator) + by);

  it.each<[growth: GrowthAssumption, moved: GrowthAssumption]>([
    [
      { kind: 'compound', rate: 0.062 },
      { kind: 'compound', rate: 0.063 },
    ],
    [
      { kind: 'saturating', rate: 0.3, ceiling: 9000 },
      { kind: 'saturating', rate: 0.301, ceiling: 9000 },
    ],
    [
      { kind: 'yearly', rates: [0.05, 0.06, 0.1] },
      { kind: 'yearly', rates: [0.051, 0.061, 0.101] },
    ],
    [
      { kind: 'linear', amount: 500 },
      { kind: 'linear', amount: 508.274 },
    ],
  ])('moves %j by a tenth of a point', (growth, moved) => {
    expect(step(growth, enterprises, 0.001)).toEqual(moved);
    expect(step(moved, enterprises, -0.001)).toEqual(growth);
  });

  it.each<GrowthAssumption>([
    { kind: 'compound', rate: 10 },
    { kind: 'yearly', rates: [0, 10, 0] },
    { kind: 'saturating', rate: 1, ceiling: 9 },
    { kind: 'linear', amount: 1e11 },
  ])('leaves %j as it is, of which a number is at its end', (growth) => {
    expect(step(growth, enterprises, 0.001)).toBe(growth);
  });

  it(`always leads back by the opposite step, of every shape and every indicator (3,000 cases, seed ${SEED})`, () => {
    const indicators = fc.constantFrom(...shippedPlan.indicators, ...smallPlan.indicators);
    fc.assert(
      fc.property(anyGrowth(3), indicators, steps, fc.boolean(), (growth, indicator, size, isUp) => {
        const by = isUp ? size : -size;
        const there = step(growth, indicator, by);
        fc.pre(there !== growth);
        expect(there).not.toEqual(growth);
        expect(step(there, indicator, -by)).toEqual(growth);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it(`always leads as far as it says, to what a link can hold of it (3,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyGrowth(3), steps, (growth, by) => {
        const there = step(growth, enterprises, by);
        fc.pre(there !== growth);
        // Stated tolerance: an amount is held to half of 0.0001, a lead rate to half of a millionth, twice.
        const tolerance = 0.00005 / enterprises.baseline.value + 1.001e-6;
        expect(
          Math.abs(leadRate(there, enterprises) - leadRate(growth, enterprises) - by),
        ).toBeLessThanOrEqual(tolerance);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });
});

describe('inShape', () => {
  const growth: GrowthAssumption = { kind: 'compound', rate: 0.1 };

  it.each<[shape: GrowthShape, changed: GrowthAssumption]>([
    ['compound', { kind: 'compound', rate: 0.1 }],
    ['yearly', { kind: 'yearly', rates: [0.1, 0.1, 0.1] }],
    ['linear', { kind: 'linear', amount: 827.4 }],
    ['saturating', { kind: 'saturating', rate: 0.1, ceiling: 22000 }],
  ])('starts %s growth from the same rate', (shape, changed) => {
    expect(inShape(growth, shape, { plan: shippedPlan, indicator: enterprises })).toEqual(changed);
  });

  it('sets a ceiling at twice the baseline where that is above the limit of the target', () => {
    expect(inShape(growth, 'saturating', { plan: smallPlan, indicator: limited })).toMatchObject({
      ceiling: 240,
    });
  });
});

describe('leadRateRange', () => {
  it.each<[shape: GrowthShape, to: number]>([
    ['compound', 10],
    ['yearly', 10],
    ['linear', 10],
    ['saturating', 1],
  ])('lets the lead rate of %s growth rise to %d', (shape, to) => {
    const growth = inShape(NO_GROWTH, shape, { plan: shippedPlan, indicator: enterprises });
    expect(leadRateRange(growth)).toEqual({ from: -0.999999, to });
  });
});

describe('isConstantRate', () => {
  it('is true of compound growth alone, whose lead rate says it all', () => {
    const constant = GROWTH_SHAPES.filter((shape) =>
      isConstantRate(inShape(NO_GROWTH, shape, { plan: shippedPlan, indicator: enterprises })),
    );
    expect(constant).toEqual(['compound']);
  });
});

describe('a growth assumption changed by hand', () => {
  it(`is always one that a link holds exactly (3,000 cases, seed ${SEED})`, () => {
    const rate = fc.double({ min: -2, max: 20, noNaN: true });
    fc.assert(
      fc.property(anyGrowth(3), fc.constantFrom(...GROWTH_SHAPES), rate, (before, shape, to) => {
        const growth = withLeadRate(
          inShape(before, shape, { plan: shippedPlan, indicator: enterprises }),
          enterprises,
          to,
        );
        const scenario = { ...emptyScenario(shippedPlan), growth: { [enterprises.id]: growth } };
        const { scenarios, issues } = readLink(writeLink({ plan: shippedPlan, scenarios: [scenario] }), [
          shippedPlan,
        ]);
        expect(issues).toEqual([]);
        const nothing = growth.kind === 'compound' && growth.rate === 0;
        expect(scenarios[0]?.growth[enterprises.id]).toEqual(nothing ? undefined : growth);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it('is thrown back at the caller where its kind does not exist', () => {
    const shape = 'exponential' as unknown as GrowthShape;
    expect(() => leadRate(noSuchGrowth, enterprises)).toThrow(TypeError);
    expect(() => withLeadRate(noSuchGrowth, enterprises, 0)).toThrow(TypeError);
    expect(() => inShape(NO_GROWTH, shape, { plan: shippedPlan, indicator: enterprises })).toThrow(TypeError);
  });
});
