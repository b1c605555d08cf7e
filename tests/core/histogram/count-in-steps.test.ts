import { describe, expect, it } from 'vitest';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import { planModel } from '../../../src/core/plan/plan.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import { countInSteps, summariseParts } from '../../../src/core/histogram/count-in-steps.ts';
import { withEnsemble } from '../../../src/core/with-ensemble.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';

const plan = planModel(shippedPlan);
const scenario = { ...planPreset(shippedPlan, 'ten-percent'), rho: 0.3, phi: 0.5, seed: 9 };
const question = { plan, scenario };
const DRAWS = 40_000;

describe('countInSteps', () => {
  it('should tell after every step how many draws of its range are done, the whole range last', () => {
    const told: number[] = [];
    countInSteps(question, { from: 5000, to: 5000 + DRAWS }, (done) => told.push(done));
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(DRAWS);
    expect(told.length).toBeGreaterThan(2);
  });

  it('should count nothing, and tell nothing, of an empty range', () => {
    const told: number[] = [];
    expect(countInSteps(question, { from: 7, to: 7 }, (done) => told.push(done)).draws).toBe(0);
    expect(told).toEqual([]);
  });
});

describe('summariseParts', () => {
  it('should say the same of all draws, in however many parts they were counted', () => {
    const whole = [countInSteps(question, { from: 0, to: DRAWS }, () => undefined)];
    const cuts = [0, 1, 12_345, 30_000, DRAWS];
    const parts = cuts
      .slice(1)
      .map((to, part) => countInSteps(question, { from: cuts[part] ?? 0, to }, () => undefined));
    expect(summariseParts(question, parts)).toEqual(summariseParts(question, whole));
  });

  it('should give the very shares of the draws themselves', () => {
    const counted = summariseParts(question, [
      countInSteps(question, { from: 0, to: 8192 }, () => undefined),
    ]);
    const drawn = simulatePlan(plan, scenario);
    expect(counted.shareByCount).toEqual(drawn.joint?.shareByCount);
    expect(counted.indicators.map(({ shareMet }) => shareMet)).toEqual(
      drawn.indicators.map((result) => result.drawn?.shareMet),
    );
  });
});

describe('withEnsemble', () => {
  it('should leave everything but the draws as it was', () => {
    const simulation = simulatePlan(plan, scenario, { draws: 64 });
    const ensemble = summariseParts(question, [
      countInSteps(question, { from: 0, to: 100 }, () => undefined),
    ]);
    const changed = withEnsemble(simulation, ensemble);
    expect(changed.joint).toEqual({ draws: 100, shareByCount: ensemble.shareByCount });
    changed.indicators.forEach((result, index) => {
      expect(result).toEqual({ ...simulation.indicators[index], drawn: ensemble.indicators[index] });
    });
    expect([changed.met, changed.years]).toEqual([simulation.met, simulation.years]);
  });
});
