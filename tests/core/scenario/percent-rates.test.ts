import { describe, expect, it } from 'vitest';
import { percentRates } from '../../../src/core/scenario/percent-rates.ts';
import { emptyScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';

describe('percentRates', () => {
  it('should name every rate from 1 on, of whatever shape, and no amount', () => {
    const growth: Scenario['growth'] = {
      'hk-enterprises': { kind: 'compound', rate: 6.2 },
      'hk-residents': { kind: 'yearly', rates: [0.05, 5, 7] },
      'cross-boundary-services': { kind: 'saturating', rate: 1, ceiling: 450 },
      'foreign-investment': { kind: 'linear', amount: 500 },
    };
    expect(percentRates({ ...emptyScenario(shippedPlan), growth })).toEqual([
      { indicator: 'hk-enterprises', rate: 6.2 },
      { indicator: 'hk-residents', rate: 5 },
      { indicator: 'hk-residents', rate: 7 },
      { indicator: 'cross-boundary-services', rate: 1 },
    ]);
  });

  it('should name none below 1, and none that falls', () => {
    const growth: Scenario['growth'] = {
      'hk-enterprises': { kind: 'compound', rate: 0.9999 },
      'hk-residents': { kind: 'yearly', rates: [-0.5, 0, 0.5] },
    };
    expect(percentRates({ ...emptyScenario(shippedPlan), growth })).toEqual([]);
  });
});
