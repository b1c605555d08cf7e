import type { CachedShocks } from '../shocks/shock-cache.ts';
import { cumulativeFactors, yearlyFactors } from '../shocks/shock-factors.ts';
import type { ShockSource } from '../shocks/shock-source.ts';
import { indicatorAt, type DrawModel } from './draw-model.ts';

/**
 * The shocks of some draws of a plan, by an indicator's index in it. All arrays hold year after year one number for each
 * draw, without unit, and are not to be changed.
 */
export interface DrawShocks {
  /** How many draws. */
  readonly draws: number;
  /** `Z_t`. */
  readonly cumulativeShocksOf: (index: number) => Float64Array;
  /** `exp(s Z_t)` with the indicator's spread. */
  readonly cumulativeFactorsOf: (index: number) => Float64Array;
  /** `exp(s z_t)` with the indicator's spread; undefined where it has none. */
  readonly yearlyFactorsOf: (index: number) => Float64Array | undefined;
}

/** Consecutive draws by number. */
export interface DrawRange {
  /** The first, from 0. */
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
}

/**
 * Return the shocks of all draws.
 *
 * @param model What the draws are made from.
 * @param draws How many.
 * @param cached Gives their shocks by an indicator's permanent number; asked when shocks are.
 */
export function shocksOfAll(model: DrawModel, draws: number, cached: () => CachedShocks): DrawShocks {
  const numberAt = (index: number): number => indicatorAt(model, index).number;
  const spreadAt = (index: number): number => model.spreads[index] as number;
  return {
    draws,
    cumulativeShocksOf: (index) => cached().cumulativeShocksOf(numberAt(index)),
    cumulativeFactorsOf: (index) => cached().cumulativeFactorsOf(numberAt(index), spreadAt(index)),
    yearlyFactorsOf: (index) =>
      spreadAt(index) > 0 ? cached().yearlyFactorsOf(numberAt(index), spreadAt(index)) : undefined,
  };
}

/**
 * Return the shocks of a range of draws, computed when they are first asked for. Each draw is the same to the last bit
 * whichever range it is computed in, and the same as among all draws.
 *
 * @param model What the draws are made from.
 * @param source Gives the shocks.
 * @param range Which draws.
 */
export function shocksOfRange(model: DrawModel, source: ShockSource, { from, to }: DrawRange): DrawShocks {
  const draws = to - from;
  const spreadAt = (index: number): number => model.spreads[index] as number;
  const cumulativeShocksOf = computedOnce((index) => {
    const shocks = new Float64Array(((model.levels[index] as Float64Array).length - 1) * draws);
    source.fill(indicatorAt(model, index).number, from, shocks);
    return shocks;
  });
  const yearly = computedOnce((index) =>
    yearlyFactors(cumulativeShocksOf(index), { spread: spreadAt(index), draws }),
  );
  return {
    draws,
    cumulativeShocksOf,
    cumulativeFactorsOf: (index) => cumulativeFactors(cumulativeShocksOf(index), spreadAt(index)),
    yearlyFactorsOf: (index) => (spreadAt(index) > 0 ? yearly(index) : undefined),
  };
}

/** Return a function that computes each of its answers once. */
function computedOnce(compute: (index: number) => Float64Array): (index: number) => Float64Array {
  const answers = new Map<number, Float64Array>();
  return (index) => {
    const known = answers.get(index) ?? compute(index);
    answers.set(index, known);
    return known;
  };
}
