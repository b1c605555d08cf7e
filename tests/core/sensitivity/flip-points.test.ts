import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import { planModel, type PlanModel } from '../../../src/core/plan/plan.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { withAssumption } from '../../../src/core/scenario/assumption.ts';
import { flipPoints } from '../../../src/core/sensitivity/flip-points.ts';
import { anyCase, seeded } from '../../helpers/arbitraries.ts';
import { illustrations, shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';

const shipped = planModel(shippedPlan);

describe('flipPoints', () => {
  // Oracle: the worked numbers of the model, 10 % a year everywhere.
  it('should give the published needed growth of the shipped plan, nearest first', () => {
    const flips = flipPoints(shipped, planPreset(shipped, 'ten-percent'));
    expect(flips.slice(0, 3).map(({ assumption, value, changes }) => [assumption, value, changes])).toEqual([
      [
        { kind: 'growth', indicator: 'modern-services' },
        0.099744,
        [{ indicator: 'modern-services', from: 'met', to: 'missed' }],
      ],
      [
        { kind: 'growth', indicator: 'hk-enterprises' },
        0.099577,
        [{ indicator: 'hk-enterprises', from: 'met', to: 'missed' }],
      ],
      [
        { kind: 'growth', indicator: 'legal-institutions' },
        0.126248,
        [{ indicator: 'legal-institutions', from: 'missed', to: 'met' }],
      ],
    ]);
    expect(flips[0]?.distance).toBeCloseTo(0.0256, 9);
  });

  it('should give a range’s nearest flip in each direction', () => {
    const plan = smallPlan([{ target: { kind: 'within', min: 110, max: 121 } }], 1);
    const scenario = scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate: 0.15 } } });
    expect(flipPoints(plan, scenario).map(({ value, changes }) => [value, changes[0]?.to])).toEqual(
      [
        [0.099999, 'missed'],
        [0.210001, 'exceeded'],
      ].sort((a, b) => Math.abs(Number(a[0]) - 0.15) - Math.abs(Number(b[0]) - 0.15)),
    );
  });

  // Oracle: the same scenario with the value set, asked of the whole engine.
  it.each(['none', 'any'] as const)(
    'should always give a value that has its verdicts when set, and none one step nearer, with %s links',
    (links) => {
      fc.assert(
        fc.property(anyCase({ years: [1, 4], links }), ({ plan, scenario }) => {
          const before = statusesOf(plan, scenario);
          for (const { assumption, current, value, distance, changes } of flipPoints(plan, scenario)) {
            const set = statusesOf(plan, withAssumption(plan, scenario, { assumption, value }));
            const expected = changes.map(({ indicator, to }) => [indicator, to]);
            expect(Object.entries(set).filter(([id, status]) => before[id] !== status)).toEqual(expected);
            expect(expected.length).toBeGreaterThan(0);
            expect(distance).toBeGreaterThanOrEqual(0);
            const step = assumption.kind === 'growth' ? 1e-6 : 1e-4;
            const nearer = value - Math.sign(value - current) * step;
            const isStart = Math.abs(nearer - current) < step;
            if (!isStart)
              expect(statusesOf(plan, withAssumption(plan, scenario, { assumption, value: nearer }))).toEqual(
                before,
              );
          }
        }),
        seeded(60),
      );
    },
  );

  it('should find a driver’s and a link’s flips', () => {
    const kinds = flipPoints(shipped, illustrations['interactive-cycle']).map(
      ({ assumption }) => assumption.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['growth', 'strength']));
    const shock = flipPoints(shipped, illustrations['border-shock']);
    expect(shock.some(({ assumption }) => assumption.kind === 'intensity')).toBe(true);
  });

  it('should look from where a rate is that lies beyond the usual', () => {
    const plan = smallPlan([{ target: { kind: 'at-least', min: 150 } }], 1);
    const scenario = scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate: 5 } } });
    expect(flipPoints(plan, scenario).map(({ value }) => value)).toEqual([0.499999]);
  });
});

// Helpers

function statusesOf(plan: PlanModel, scenario: Scenario): Record<string, string> {
  const spreadless = { ...scenario, spread: {} };
  return Object.fromEntries(simulatePlan(plan, spreadless).indicators.map(({ id, status }) => [id, status]));
}
