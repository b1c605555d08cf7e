import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import { planModel, type PlanModel } from '../../../src/core/plan/plan.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { withAssumption } from '../../../src/core/scenario/assumption.ts';
import { tornado, type TornadoOptions } from '../../../src/core/sensitivity/tornado.ts';
import { anyCase, seeded } from '../../helpers/arbitraries.ts';
import { illustrations, shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

const DRAWS = 64;
const count: TornadoOptions = {
  outcome: { kind: 'count' },
  step: { bySpread: true, points: 1 },
  draws: DRAWS,
};

describe('tornado', () => {
  // Oracle: the whole plan simulated anew with the same draws for every bar. 1e-12: sums in another order.
  it('should always say what a full simulation of the moved scenario says', () => {
    fc.assert(
      fc.property(anyCase({ years: [1, 3] }), ({ plan, scenario }) => {
        const { base, bars } = tornado(plan, scenario, count);
        expect(base).toBeCloseTo(expectedMet(plan, scenario), 12);
        for (const { assumption, down, up, low, high, swing } of bars) {
          for (const { value, outcome } of [down, up])
            expect(outcome).toBeCloseTo(
              expectedMet(plan, withAssumption(plan, scenario, { assumption, value })),
              12,
            );
          expect([low, high, swing]).toEqual([
            Math.min(down.outcome, up.outcome),
            Math.max(down.outcome, up.outcome),
            high - low,
          ]);
        }
        const swings = bars.map(({ swing }) => swing);
        expect(swings).toEqual([...swings].sort((a, b) => b - a));
      }),
      seeded(60),
    );
  });

  it('should watch one indicator’s projected value', () => {
    const plan = smallPlan([{}, {}], 1);
    const scenario = scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate: 0.1 } } });
    const { base, bars } = tornado(plan, scenario, {
      outcome: { kind: 'value', indicator: 'indicator-1' },
      step: { bySpread: false, points: 5 },
    });
    expect(base).toBeCloseTo(110, 9);
    expect(bars.map(({ assumption, swing }) => [assumption, Math.round(swing * 1e6) / 1e6])).toEqual([
      [{ kind: 'growth', indicator: 'indicator-1' }, 10],
      [{ kind: 'growth', indicator: 'indicator-2' }, 0],
    ]);
  });

  it('should move growth by its own spread, or by points where it has none or points are wanted', () => {
    const plan = smallPlan([{}, {}], 1);
    const scenario = scenarioOf(plan, { spread: { 'indicator-1': 4 } });
    const movesBy = (step: TornadoOptions['step']): number[] =>
      tornado(plan, scenario, { ...count, step })
        .bars.toSorted((a, b) => JSON.stringify(a.assumption).localeCompare(JSON.stringify(b.assumption)))
        .map(({ up }) => up.value);
    expect(movesBy({ bySpread: true, points: 1 })).toEqual([0.04, 0.01]);
    expect(movesBy({ bySpread: false, points: 2 })).toEqual([0.02, 0.02]);
  });

  it('should move intensities by 0.5 and strengths by 0.1', () => {
    const shipped = planModel(shippedPlan);
    for (const [name, kind, step] of [
      ['border-shock', 'intensity', 0.5],
      ['interactive-cycle', 'strength', 0.1],
    ] as const) {
      const { bars } = tornado(shipped, illustrations[name], count);
      const [bar] = bars.filter(({ assumption }) => assumption.kind === kind);
      expect((bar?.up.value ?? 0) - (bar?.current ?? 0)).toBeCloseTo(step, 12);
    }
  });
});

// Helpers

function expectedMet(plan: PlanModel, scenario: Scenario): number {
  const { indicators, met } = simulatePlan(plan, scenario, { draws: DRAWS });
  return indicators.every(({ drawn }) => drawn === undefined)
    ? met
    : indicators.reduce((sum, { drawn }) => sum + (drawn?.shareMet ?? 0), 0);
}
