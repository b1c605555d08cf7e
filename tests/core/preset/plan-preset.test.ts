import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { assessTarget, isMet } from '../../../src/core/assessment/assess-target.ts';
import { simulatePlan as simulateWith } from '../../../src/core/simulate-plan.ts';
import type { PlanModel } from '../../../src/core/plan/plan.ts';
import { edgeValue } from '../../../src/core/plan/target.ts';
import {
  DEFAULT_PRESET,
  PLAN_PRESETS,
  planPreset,
  type PlanPreset,
} from '../../../src/core/preset/plan-preset.ts';
import { RATE_RANGE } from '../../../src/core/growth/compound.ts';
import {
  canonicalScenario,
  emptyScenario,
  growthOf,
  type Scenario,
} from '../../../src/core/scenario/scenario.ts';
import { anyPlan, seeded } from '../../helpers/arbitraries.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { smallPlan } from '../../helpers/small-case.ts';

/** With few draws: what is tested here is the same for any number. */
const simulatePlan = (
  plan: Parameters<typeof simulateWith>[0],
  scenario: Parameters<typeof simulateWith>[1],
) => simulateWith(plan, scenario, { draws: 8 });

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const ratesOf = (plan: PlanModel, scenario: Scenario): number[] =>
  plan.indicators.map(({ id }) => {
    const growth = growthOf(scenario, id);
    return growth.kind === 'compound' ? growth.rate : NaN;
  });
const metUnder = (plan: PlanModel, preset: PlanPreset): number =>
  simulatePlan(plan, planPreset(plan, preset)).met;
const paceOf = (plan: PlanModel): number[] => ratesOf(plan, planPreset(plan, 'plan-pace'));

describe('planPreset, on the shipped plan', () => {
  it('should be what a page opens with: 10 % a year everywhere, 5 of 14 targets met', () => {
    expect(DEFAULT_PRESET).toBe('ten-percent');
    expect(ratesOf(shippedPlan, planPreset(shippedPlan, 'ten-percent'))).toEqual(Array(14).fill(0.1));
    expect(metUnder(shippedPlan, 'ten-percent')).toBe(5);
  });

  it('should hold everything at its baseline', () => {
    expect(planPreset(shippedPlan, 'held')).toEqual(emptyScenario(shippedPlan));
    const { met, indicators } = simulatePlan(shippedPlan, planPreset(shippedPlan, 'held'));
    // Oracle: by hand; 3 x 11 is within 30 to 50 and 50 within 40 to 50, the other twelve fall short.
    expect(met).toBe(2);
    for (const { value, held } of indicators) expect(value).toBeCloseTo(held, 9);
  });

  it("should meet all 14 targets at the plan's pace", () => {
    expect(metUnder(shippedPlan, 'plan-pace')).toBe(14);
  });

  it("should state the plan's pace in hundredths of a point, rounded up, and none where none is needed", () => {
    // Oracle: bisection in decimal arithmetic of 60 digits (Python's decimal module), rounded up; rows 4 and 11 are met
    // without growth.
    expect(paceOf(shippedPlan)).toEqual([
      0.0996, 0.1938, 0.189, 0, 0.151, 0.2512, 0.4423, 0.2396, 0.0224, 0.0998, 0, 0.1263, 0.1625, 0.246,
    ]);
  });

  it("should halve the plan's pace, to a millionth", () => {
    const halves = ratesOf(shippedPlan, planPreset(shippedPlan, 'half-pace'));
    paceOf(shippedPlan).forEach((rate, index) => {
      expect(Math.abs((halves[index] ?? NaN) - rate / 2)).toBeLessThanOrEqual(0.5000001e-6);
    });
    // Oracle: by hand; rows 4 and 11 need no growth and are held.
    expect(metUnder(shippedPlan, 'half-pace')).toBe(2);
  });
});

describe('planPreset, on any plan', () => {
  it('should always be in canonical form, with rates a scenario may hold and a link holds exactly', () => {
    const any = anyPlan({ amounts: 'extreme', years: [1, 50] });
    fc.assert(
      fc.property(any, fc.constantFrom(...PLAN_PRESETS), (plan, preset) => {
        const scenario = planPreset(plan, preset);
        expect(canonicalScenario(plan, scenario)).toStrictEqual(scenario);
        expect(scenario).toMatchObject({ plan: plan.id, name: '', drivers: [], influences: [], measure: {} });
        for (const rate of ratesOf(plan, scenario)) {
          expect(rate).toBeGreaterThanOrEqual(RATE_RANGE.from);
          expect(rate).toBeLessThanOrEqual(RATE_RANGE.to);
          expect(rate).toBe(Math.round(rate * 1e6) / 1e6);
        }
      }),
      seeded(200),
    );
  });

  it("should always meet every target at the plan's pace, where targets are of this world", () => {
    fc.assert(
      fc.property(anyPlan({ years: [1, 50] }), (plan) => {
        expect(metUnder(plan, 'plan-pace')).toBe(plan.indicators.length);
      }),
      seeded(300),
    );
  });

  it("should never miss a lower edge at the plan's pace that any rate a scenario may hold reaches", () => {
    fc.assert(
      fc.property(anyPlan({ amounts: 'extreme', years: [1, 50] }), (plan) => {
        const pace = simulatePlan(plan, planPreset(plan, 'plan-pace')).indicators;
        const highest = simulatePlan(plan, {
          ...emptyScenario(plan),
          growth: Object.fromEntries(
            plan.indicators.map(({ id }) => [id, { kind: 'compound', rate: RATE_RANGE.to } as const]),
          ),
        }).indicators;
        plan.indicators.forEach(({ target }, index) => {
          const min = edgeValue(target, 'min') ?? Infinity;
          if ((highest[index]?.value ?? 0) < min) return;
          expect(pace[index]?.value).toBeGreaterThanOrEqual(min * (1 - 1e-9));
        });
      }),
      seeded(300),
    );
  });

  it('should take the upper edge of a target that has no lower one', () => {
    const plan = smallPlan([{ target: { kind: 'at-most', max: 72.9 } }]);
    expect(paceOf(plan)).toEqual([-0.1]);
  });

  it('should round so that the target is met: down for an upper edge, up for a lower one', () => {
    const plan = smallPlan(
      [{ target: { kind: 'at-most', max: 112.345678 } }, { target: { kind: 'at-least', min: 112.345678 } }],
      1,
    );
    expect(paceOf(plan)).toEqual([0, 0.1235]);
  });

  it('should state no growth for a plan that is already where it wants to be', () => {
    const plan = smallPlan([
      { target: { kind: 'at-least', min: 100 } },
      { target: { kind: 'at-most', max: 100 } },
    ]);
    for (const preset of ['plan-pace', 'half-pace'] as const) {
      expect(planPreset(plan, preset)).toEqual(emptyScenario(plan));
    }
  });

  it('should never state a half that is no step, nor -0', () => {
    // Needed: a millionth less than nothing, stated as a hundredth of a point.
    const plan = smallPlan([{ target: { kind: 'at-most', max: 99.9999 } }], 1);
    expect(paceOf(plan)).toEqual([-0.0001]);
    expect(ratesOf(plan, planPreset(plan, 'half-pace'))).toEqual([-0.00005]);
  });

  it('should come as near as a scenario may where a target needs more', () => {
    const plan = smallPlan(
      [
        { target: { kind: 'at-least', min: 100 * 12 ** 3 } },
        { target: { kind: 'at-least', min: 1e6 }, measure: 'cumulative' },
      ],
      3,
    );
    expect(paceOf(plan)).toEqual([10, 10]);
    expect(ratesOf(plan, planPreset(plan, 'half-pace'))).toEqual([5, 5]);
    const [missed] = simulatePlan(plan, planPreset(plan, 'plan-pace')).indicators;
    expect(missed?.status).toBe('missed');
  });

  it('should come as near as a scenario may where a target needs a steeper fall', () => {
    const plan = smallPlan([{ baseline: { value: 1e11 }, target: { kind: 'at-most', max: 1 } }], 1);
    expect(paceOf(plan)).toEqual([-0.999999]);
  });

  it('should come as near as a scenario may where no fall is steep enough for a total', () => {
    const plan = smallPlan(
      [{ measure: 'cumulative', baseline: { value: 1e11 }, target: { kind: 'at-most', max: 1e-9 } }],
      1,
    );
    expect(paceOf(plan)).toEqual([-0.999999]);
  });

  it('should never move an indicator away from its target, at its full pace or at half', () => {
    fc.assert(
      fc.property(
        anyPlan({ amounts: 'extreme', years: [1, 50] }),
        fc.constantFrom('plan-pace', 'half-pace'),
        (plan, preset) => {
          const { indicators } = simulatePlan(plan, planPreset(plan, preset));
          indicators.forEach(({ attainment, held }, index) => {
            const { target } = plan.indicators[index] as PlanModel['indicators'][number];
            expect(attainment).toBeGreaterThanOrEqual(assessTarget(held, target).attainment * (1 - 1e-9));
          });
        },
      ),
      seeded(300),
    );
  });

  it('should work for one indicator over one year, and over fifty', () => {
    for (const years of [1, 50]) {
      const plan = smallPlan(
        [{ measure: 'cumulative', target: { kind: 'within', min: 90, max: 9000 } }],
        years,
      );
      const { indicators } = simulatePlan(plan, planPreset(plan, 'plan-pace'));
      expect(indicators.map(({ status }) => isMet(status))).toEqual([true]);
    }
  });
});
