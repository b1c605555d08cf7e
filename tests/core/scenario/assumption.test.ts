import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assumedValue,
  assumptionRange,
  assumptionsOf,
  stepsPerUnit,
  withAssumption,
  type Assumption,
} from '../../../src/core/scenario/assumption.ts';
import { anyCase, seeded } from '../../helpers/arbitraries.ts';
import { deepFreeze } from '../../helpers/deep-freeze.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

const plan = smallPlan([{}, {}]);
const scenario = deepFreeze(
  scenarioOf(plan, {
    growth: {
      'indicator-1': { kind: 'compound', rate: 0.1 },
      'indicator-2': { kind: 'saturating', rate: 0.2, ceiling: 300 },
    },
    drivers: [
      { id: 'border', intensity: [0, -1, 0.5], effects: { 'indicator-1': 2 } },
      { id: 'demand', intensity: [1, 0, 0], effects: {} },
    ],
    influences: [
      { to: 'indicator-1', from: 'indicator-2', strength: 0.3 },
      { to: 'indicator-2', from: 'indicator-1', strength: 0 },
      { to: 'indicator-2', from: 'nowhere', strength: 1 },
    ],
  }),
);

describe('assumptionsOf', () => {
  it('should list every growth, every intensity that is not 0 and every link that acts', () => {
    expect(assumptionsOf(plan, scenario)).toEqual([
      { kind: 'growth', indicator: 'indicator-1' },
      { kind: 'growth', indicator: 'indicator-2' },
      { kind: 'intensity', driver: 'border', year: 1 },
      { kind: 'intensity', driver: 'border', year: 2 },
      { kind: 'intensity', driver: 'demand', year: 0 },
      { kind: 'strength', to: 'indicator-1', from: 'indicator-2' },
    ]);
  });
});

describe('assumedValue and withAssumption', () => {
  it.each<{ assumption: Assumption; now: number; value: number }>([
    { assumption: { kind: 'growth', indicator: 'indicator-1' }, now: 0.1, value: 0.062 },
    { assumption: { kind: 'growth', indicator: 'indicator-2' }, now: 0.2, value: -0.5 },
    { assumption: { kind: 'intensity', driver: 'border', year: 2 }, now: 0.5, value: -1.25 },
    { assumption: { kind: 'strength', to: 'indicator-1', from: 'indicator-2' }, now: 0.3, value: 0.4 },
  ])('should read and set $assumption, and nothing else', ({ assumption, now, value }) => {
    expect(assumedValue(plan, scenario, assumption)).toBe(now);
    const moved = withAssumption(plan, scenario, { assumption, value });
    expect(assumedValue(plan, moved, assumption)).toBe(value);
    expect(withAssumption(plan, moved, { assumption, value: now })).toEqual(scenario);
  });

  it('should read 0 where the scenario holds no such driver, year or link', () => {
    for (const assumption of [
      { kind: 'intensity', driver: 'none', year: 0 },
      { kind: 'intensity', driver: 'border', year: 9 },
      { kind: 'strength', to: 'indicator-2', from: 'indicator-2' },
    ] as const)
      expect(assumedValue(plan, scenario, assumption)).toBe(0);
  });

  it('should keep every value in its range, whatever is asked for', () => {
    fc.assert(
      fc.property(anyCase({ numbers: 'extreme' }), fc.double({ noNaN: true }), (given, value) => {
        for (const assumption of assumptionsOf(given.plan, given.scenario)) {
          const moved = withAssumption(given.plan, given.scenario, { assumption, value });
          const { from, to } = assumptionRange(given.scenario, assumption);
          const growth =
            assumption.kind === 'growth' ? given.scenario.growth[assumption.indicator] : undefined;
          if (growth?.kind === 'linear') continue; // its range is that of the amount
          expect(assumedValue(given.plan, moved, assumption)).toBeGreaterThanOrEqual(from);
          expect(assumedValue(given.plan, moved, assumption)).toBeLessThanOrEqual(to);
        }
      }),
      seeded(100),
    );
  });

  it('should turn down an assumption it does not know', () => {
    const assumption = { kind: 'unheard-of' } as unknown as Assumption;
    expect(() => assumedValue(plan, scenario, assumption)).toThrow('unexpected case');
    expect(() => withAssumption(plan, scenario, { assumption, value: 0 })).toThrow('unexpected case');
  });

  it('should state ranges and steps by kind', () => {
    const [rate, saturating, intensity] = assumptionsOf(plan, scenario);
    expect(
      [rate, saturating, intensity].map((each) => assumptionRange(scenario, each as Assumption).to),
    ).toEqual([10, 1, 10]);
    expect([rate, intensity].map((each) => stepsPerUnit(each as Assumption))).toEqual([1e6, 1e4]);
  });
});
