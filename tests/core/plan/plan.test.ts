import { describe, expect, it } from 'vitest';
import { planModel, projectedYears } from '../../../src/core/plan/plan.ts';
import type { Target } from '../../../src/core/plan/target.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { smallPlan } from '../../helpers/small-case.ts';

describe('projectedYears', () => {
  it('should count the years after the baseline up to the horizon', () => {
    expect(projectedYears(shippedPlan)).toBe(3);
    expect(projectedYears(smallPlan([{}], 50))).toBe(50);
  });
});

describe('planModel', () => {
  it('should keep every number the model needs', () => {
    const model = planModel(shippedPlan);
    expect(shippedPlan).toMatchObject(model);
    expect(model.indicators).toHaveLength(14);
    expect(model.drivers.map(({ id }) => id)).toEqual(['border', 'demand']);
  });

  it('should be itself for a plan without words', () => {
    const plan = smallPlan([{}, { target: { kind: 'within', min: 1, max: 2 } }]);
    expect(planModel(plan)).toStrictEqual(plan);
  });

  it('should leave names, notes, caveats and sources behind', () => {
    const text = JSON.stringify(planModel(shippedPlan));
    expect(text).not.toMatch(/name|note|caveats|zh-Hant|category/);
  });

  it('should hold nothing else, for every kind of target', () => {
    const targets: readonly Target[] = [
      { kind: 'at-least', min: 1 },
      { kind: 'at-most', max: 2 },
      { kind: 'within', min: 1, max: 2 },
    ];
    const cited = { year: 2003, source: 'paper', where: 'Table 1' };
    const plan = smallPlan(targets.map((target) => ({ target: { ...target, ...cited } })));
    expect(planModel(plan).indicators.map(({ target }) => target)).toStrictEqual(targets);
    expect(planModel(shippedPlan).indicators[0]?.target).toStrictEqual({ kind: 'at-least', min: 11000 });
  });

  it('should throw for a target of no known kind', () => {
    const plan = smallPlan([{ target: { kind: 'exactly' } as never }]);
    expect(() => planModel(plan)).toThrow('unexpected case');
  });
});
