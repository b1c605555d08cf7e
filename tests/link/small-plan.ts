import type { PlanModel } from '../../src/core/plan/plan.ts';

/** A plan unlike the shipped one in every way a link can tell: one projected year, an upper limit, a rude id. */
export const smallPlan: PlanModel = {
  id: 'harbour-2031',
  baselineYear: 2030,
  horizonYear: 2031,
  indicators: [
    {
      number: 1,
      id: 'constructor',
      code: 'co',
      measure: 'stock',
      baseline: { value: 120 },
      target: { kind: 'at-most', max: 100 },
    },
    {
      number: 2,
      id: 'berths',
      code: 'bert',
      measure: 'cumulative',
      baseline: { value: 2.5 },
      target: { kind: 'within', min: 2, max: 3 },
    },
  ],
  drivers: [],
};
