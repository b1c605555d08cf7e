import { assessTarget, isMet } from '../../assessment/assess-target.ts';
import { neededGrowth, type NeededGrowth } from '../../assessment/needed-growth.ts';
import type { Measure } from '../../plan/plan.ts';
import { measuredValues } from '../../projection/project-plan.ts';
import type { DrawKindFunctions } from '../draw-kind.ts';
import { indicatorAt, type DrawModel } from '../draw-model.ts';
import { summariseOneValue } from '../draw-summary.ts';

/** Every draw is the projection: no spread, and nothing uncertain feeds it. */
export const deterministic: DrawKindFunctions = {
  valuesOf(model, index, { draws }) {
    const values = projectedValues(model, index);
    const same = new Float64Array((values.length - 1) * draws);
    for (let t = 1; t < values.length; t++) same.fill(values[t] as number, (t - 1) * draws, t * draws);
    return same;
  },

  draw(model, index, { ranks }) {
    const metMask = isProjectionMet(model, index);
    return { metMask, summary: summariseOneValue(projectedValues(model, index), metMask, ranks.dots.length) };
  },

  metMaskOf: isProjectionMet,

  binned: 'nothing',

  count(model, index, { shocks: { draws } }) {
    return new Uint8Array(draws).fill(Number(isProjectionMet(model, index)));
  },

  summariseCounts(model, index, { ranks }) {
    const values = projectedValues(model, index);
    return summariseOneValue(values, isProjectionMet(model, index), ranks.dots.length);
  },

  hangsOn: () => '',

  growthAtRank({ projector, levels }, index, { edge }) {
    return neededGrowth(projector, levels, index)[edge] as NeededGrowth;
  },
};

function projectedValues({ projector, levels }: DrawModel, index: number): Float64Array {
  return measuredValues(levels[index] as Float64Array, projector.measures[index] as Measure);
}

function isProjectionMet(model: DrawModel, index: number): boolean {
  const value = projectedValues(model, index).at(-1) as number;
  return isMet(assessTarget(value, indicatorAt(model, index).target).status);
}
