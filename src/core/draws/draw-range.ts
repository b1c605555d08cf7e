import { HIGHEST_LEVEL, measuredValues } from '../projection/project-plan.ts';
import type { Measure } from '../plan/plan.ts';
import { luckFactors, shockFactors } from '../shocks/shock-cache.ts';
import { indicatorAt, type DrawModel } from './draw-model.ts';
import { summedDraws } from './indicator-draws.ts';
import type { LuckSource } from '../shocks/shock-source.ts';
import { steppedDraws } from './kinds/stepped.ts';

/** Consecutive draws by number. */
export interface DrawRange {
  /** The first, from 0. */
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
}

/** A range of a plan's draws: luck is computed when it is first asked for, and then kept. */
export interface RangeDraws {
  /** How many. */
  readonly draws: number;
  /** Accumulated luck of the indicator at a place: year after year, one number for each draw, without unit. */
  readonly luckOf: (place: number) => Float64Array;
  /** `y_t` of the indicator at a place, same shape, from the first projected year on, in the indicator's unit. */
  readonly valuesOf: (place: number) => Float64Array;
}

/**
 * Return a range of a plan's draws. Each draw is the same to the last bit whichever range it is computed in, and the
 * same as among all draws of the plan.
 *
 * @param model What the draws are made from.
 * @param source Gives the luck.
 * @param range Which draws.
 * @returns Their luck and values.
 */
export function drawRange(model: DrawModel, source: LuckSource, { from, to }: DrawRange): RangeDraws {
  const { projector, levels, spreads, kinds } = model;
  const draws = to - from;
  const keptLuck = new Map<number, Float64Array>();
  const keptShocks = new Map<number, Float64Array>();

  function luckOf(place: number): Float64Array {
    return kept(keptLuck, place, () => {
      const luck = new Float64Array(((levels[place] as Float64Array).length - 1) * draws);
      source.fill(indicatorAt(model, place).number, from, luck);
      return luck;
    });
  }

  function shocksOf(place: number): Float64Array | undefined {
    const spread = spreads[place] as number;
    if (spread === 0) return undefined;
    return kept(keptShocks, place, () => shockFactors(luckOf(place), { spread, draws }));
  }

  return {
    draws,
    luckOf,
    valuesOf(place) {
      const path = levels[place] as Float64Array;
      const spread = spreads[place] as number;
      switch (kinds[place]) {
        case 'scaled':
          return scaledDraws(luckFactors(luckOf(place), spread), path, draws);
        case 'summed':
          return summedDraws(luckFactors(luckOf(place), spread), path, draws);
        case 'stepped':
          return steppedDraws(model, place, { shocksOf, draws });
        default:
          return sameDraws(measuredValues(path, projector.measures[place] as Measure), draws);
      }
    },
  };
}

/** What is kept for a place, computed where it is not. */
function kept(all: Map<number, Float64Array>, place: number, compute: () => Float64Array): Float64Array {
  let values = all.get(place);
  if (values === undefined) {
    values = compute();
    all.set(place, values);
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
