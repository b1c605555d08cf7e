import { HIGHEST_LEVEL, measuredValues } from '../projection/project-plan.ts';
import type { Measure } from '../plan/plan.ts';
import { cumulativeFactors, yearlyFactors } from '../shocks/shock-cache.ts';
import { indicatorAt, type DrawModel } from './draw-model.ts';
import { summedDraws } from './indicator-draws.ts';
import type { ShockSource } from '../shocks/shock-source.ts';
import { steppedDraws } from './kinds/stepped.ts';

/** Consecutive draws by number. */
export interface DrawRange {
  /** The first, from 0. */
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
}

/** A range of a plan's draws: shocks is computed when it is first asked for, and then kept. */
export interface RangeDraws {
  /** How many. */
  readonly draws: number;
  /** Cumulative shocks of the indicator at a index: year after year, one number for each draw, without unit. */
  readonly cumulativeShocksOf: (index: number) => Float64Array;
  /** `y_t` of the indicator at a index, same shape, from the first projected year on, in the indicator's unit. */
  readonly valuesOf: (index: number) => Float64Array;
}

/**
 * Return a range of a plan's draws. Each draw is the same to the last bit whichever range it is computed in, and the
 * same as among all draws of the plan.
 *
 * @param model What the draws are made from.
 * @param source Gives the shocks.
 * @param range Which draws.
 * @returns Their shocks and values.
 */
export function drawRange(model: DrawModel, source: ShockSource, { from, to }: DrawRange): RangeDraws {
  const { projector, levels, spreads, kinds } = model;
  const draws = to - from;
  const cachedShocks = new Map<number, Float64Array>();
  const cachedFactors = new Map<number, Float64Array>();

  function cumulativeShocksOf(index: number): Float64Array {
    return kept(cachedShocks, index, () => {
      const shocks = new Float64Array(((levels[index] as Float64Array).length - 1) * draws);
      source.fill(indicatorAt(model, index).number, from, shocks);
      return shocks;
    });
  }

  function yearlyFactorsOf(index: number): Float64Array | undefined {
    const spread = spreads[index] as number;
    if (spread === 0) return undefined;
    return kept(cachedFactors, index, () => yearlyFactors(cumulativeShocksOf(index), { spread, draws }));
  }

  return {
    draws,
    cumulativeShocksOf,
    valuesOf(index) {
      const path = levels[index] as Float64Array;
      const spread = spreads[index] as number;
      switch (kinds[index]) {
        case 'scaled':
          return scaledDraws(cumulativeFactors(cumulativeShocksOf(index), spread), path, draws);
        case 'summed':
          return summedDraws(cumulativeFactors(cumulativeShocksOf(index), spread), path, draws);
        case 'stepped':
          return steppedDraws(model, index, { yearlyFactorsOf, draws });
        default:
          return sameDraws(measuredValues(path, projector.measures[index] as Measure), draws);
      }
    },
  };
}

/** What is kept for a index, computed where it is not. */
function kept(all: Map<number, Float64Array>, index: number, compute: () => Float64Array): Float64Array {
  let values = all.get(index);
  if (values === undefined) {
    values = compute();
    all.set(index, values);
  }
  return values;
}

/** `y_t` of a stock or flow under growth that multiplies; `factors` are overwritten. */
function scaledDraws(factors: Float64Array, path: Float64Array, draws: number): Float64Array {
  for (let from = 0; from < factors.length; from += draws) {
    const level = path[from / draws + 1] as number;
    for (let k = from; k < from + draws; k++)
      factors[k] = Math.min(HIGHEST_LEVEL, level * (factors[k] as number));
  }
  return factors;
}

/** `y_t` of an indicator of which every draw is the projection. */
function sameDraws(values: Float64Array, draws: number): Float64Array {
  const same = new Float64Array((values.length - 1) * draws);
  for (let t = 1; t < values.length; t++) same.fill(values[t] as number, (t - 1) * draws, t * draws);
  return same;
}
