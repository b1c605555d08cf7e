import { describe, expect, it } from 'vitest';
import type { NeededGrowth } from '../../src/core/assessment/needed-growth.ts';
import { simulatePlan, type IndicatorResult } from '../../src/core/simulate-plan.ts';
import { planPreset } from '../../src/core/preset/plan-preset.ts';
import type { GrowthAssumption, Scenario } from '../../src/core/scenario/scenario.ts';
import { illustrations, shippedPlan } from '../helpers/shipped-plan.ts';
import { scenarioOf } from '../helpers/small-case.ts';

/**
 * Oracle: the worked numbers of the model, computed independently of this project and copied by hand. `y` to six
 * significant digits, needed growth to four decimals of a percent.
 */
type Row = [id: string, y: number, verdict: string, min: number, max?: number];

const AT_TEN_PERCENT: readonly Row[] = [
  ['hk-enterprises', 11012.7, 'met', 9.9577],
  ['hk-residents', 7824.95, 'missed', 19.371],
  ['cross-boundary-services', 316.778, 'missed', 18.8943],
  ['national-innovations', 40.051, 'met', -4.6904, 22.2678],
  ['openness-cases', 36.41, 'missed', 15.0911, 38.9194],
  ['foreign-investment', 21.3508, 'missed', 25.1132, 33.0612],
  ['international-organizations', 1.331, 'missed', 44.225, 70.9976],
  ['airport-passengers', 6.98775, 'missed', 23.9596],
  ['container-throughput', 21.1762, 'met', 2.2334],
  ['modern-services', 136.095, 'met', 9.9745],
  // Printed as -0.0000: nothing at all, whatever its sign.
  ['global-service-providers', 66.55, 'exceeded', -7.1682, 0],
  ['legal-institutions', 55.902, 'missed', 12.6248],
  ['financial-institutions', 254.221, 'missed', 16.2419],
  ['overseas-professionals', 688.127, 'missed', 24.5957],
];

const tenPercent = planPreset(shippedPlan, 'ten-percent');

const resultOf = (scenario: Scenario, id: string): IndicatorResult => {
  const result = simulatePlan(shippedPlan, scenario).indicators.find((indicator) => indicator.id === id);
  if (result === undefined) throw new Error(`no indicator ${id}`);
  return result;
};
const alone = (id: string, growth: GrowthAssumption): Scenario =>
  scenarioOf(shippedPlan, { growth: { [id]: growth } });
const toSixDigits = (value: number): number => Number(value.toPrecision(6));
const toFourDecimals = (needed: NeededGrowth | undefined): number | undefined =>
  needed?.kind === 'found' ? Number((100 * needed.rate).toFixed(4)) + 0 : undefined;

describe('the worked numbers of the model, at 10 % a year everywhere', () => {
  it.each(AT_TEN_PERCENT)('should give %s as %f, %s', (id, y, verdict) => {
    const { value, status } = resultOf(tenPercent, id);
    expect(toSixDigits(value)).toBe(y);
    expect(status).toBe(verdict);
  });

  it.each(AT_TEN_PERCENT)('should give the growth %s needs', (id, _y, _verdict, min, max) => {
    const { needed } = resultOf(tenPercent, id);
    expect(toFourDecimals(needed.min)).toBe(min);
    expect(toFourDecimals(needed.max)).toBe(max);
  });

  it('should meet or exceed 5 of 14 targets', () => {
    const { met, indicators, years } = simulatePlan(shippedPlan, tenPercent);
    expect(met).toBe(5);
    expect(indicators).toHaveLength(14);
    expect(years).toEqual([2022, 2023, 2024, 2025]);
  });
});

describe('the worked numbers of the model, other shapes', () => {
  it.each<[string, Scenario, string, number]>([
    [
      'yearly 5 %, 6 %, 7 %',
      alone('hk-enterprises', { kind: 'yearly', rates: [0.05, 0.06, 0.07] }),
      'hk-enterprises',
      9853.59,
    ],
    ['linear +500 a year', alone('hk-enterprises', { kind: 'linear', amount: 500 }), 'hk-enterprises', 9774],
    [
      'saturating 60 % below 12,000',
      alone('hk-residents', { kind: 'saturating', rate: 0.6, ceiling: 12000 }),
      'hk-residents',
      10580.5,
    ],
    [
      'compound 20 %, cumulative',
      alone('foreign-investment', { kind: 'compound', rate: 0.2 }),
      'foreign-investment',
      25.614,
    ],
    [
      'compound 20 %, read as flow',
      {
        ...alone('foreign-investment', { kind: 'compound', rate: 0.2 }),
        measure: { 'foreign-investment': 'flow' },
      },
      'foreign-investment',
      10.133,
    ],
  ])('should give %s', (_, scenario, id, y) => {
    expect(toSixDigits(resultOf(scenario, id).value)).toBe(y);
  });

  const shock = {
    ...tenPercent,
    drivers: [
      { id: 'shock', intensity: [0, -1, 0], effects: { 'hk-enterprises': 8, 'airport-passengers': 30 } },
    ],
  };
  const cycle = {
    ...tenPercent,
    influences: [
      { to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 },
      { to: 'hk-enterprises', from: 'hk-residents', strength: 0.2 },
    ],
  };

  it.each<[string, Scenario, string, number]>([
    ["a user's driver of intensity 0, -1, 0", shock, 'hk-enterprises', 10211.8],
    ["a user's driver of intensity 0, -1, 0", shock, 'airport-passengers', 5.082],
    [
      "the plan's driver, as the shipped example sets it",
      illustrations['border-shock'],
      'hk-enterprises',
      10211.8,
    ],
    [
      "the plan's driver, as the shipped example sets it",
      illustrations['border-shock'],
      'airport-passengers',
      5.082,
    ],
    ['links in a cycle', cycle, 'hk-residents', 8626.84],
    ['links in a cycle', cycle, 'hk-enterprises', 11518.7],
    ['the shipped example of links', illustrations['interactive-cycle'], 'hk-residents', 8626.84],
    ['the shipped example of links', illustrations['interactive-cycle'], 'hk-enterprises', 11518.7],
  ])('should give the level under %s', (_, scenario, id, y) => {
    expect(toSixDigits(resultOf(scenario, id).value)).toBe(y);
  });

  it('should leave what no driver and no link reaches as it is', () => {
    for (const scenario of [shock, cycle]) {
      expect(toSixDigits(resultOf(scenario, 'modern-services').value)).toBe(136.095);
    }
  });
});
