import { orderStatistics, rankOf, type Rank, type ValueRange } from './order-statistics.ts';
import { QUANTILES } from './quantiles.ts';

/** How many dots a countable picture of the draws has. */
export const DOTS = 50;

/** Which ranks the summaries of a number of draws need. */
export interface RankTable {
  readonly draws: number;
  /** Those of `QUANTILES`, in their order. */
  readonly quantiles: readonly Rank[];
  readonly dots: readonly Rank[];
  /** The order statistics behind the quantiles, two for each. */
  readonly everyYear: readonly number[];
  /** In the horizon year those and, after them, the ones behind the dots. */
  readonly horizon: readonly number[];
}

/**
 * Return the ranks a number of draws is summarised by.
 *
 * @param draws How many, from 1.
 * @param dotCount How many dots are wanted; 0 for none.
 */
export function rankTable(draws: number, dotCount: number): RankTable {
  const indices = (ranks: readonly Rank[]): readonly number[] =>
    ranks.flatMap(({ lower }) => [lower, Math.min(lower + 1, draws - 1)]);
  const quantiles = QUANTILES.map((p) => rankOf(p, draws));
  const dots = Array.from({ length: dotCount }, (_, dot) => rankOf((dot + 0.5) / dotCount, draws));
  const everyYear = indices(quantiles);
  return { draws, quantiles, dots, everyYear, horizon: [...everyYear, ...indices(dots)] };
}

/**
 * Return the order statistics a summary needs.
 *
 * @param values Year after year, one number for each draw.
 * @param ranks From `rankTable`.
 * @param rangeIn Where nearly all numbers of a year lie, by year from 0, if that is known.
 * @returns Year after year those of the quantiles, then those of the dots.
 */
export function statisticsOf(
  values: Float64Array,
  { everyYear, horizon, draws }: RankTable,
  rangeIn?: (year: number) => ValueRange,
): Float64Array {
  const years = values.length / draws;
  const statistics = new Float64Array((years - 1) * everyYear.length + horizon.length);
  for (let t = 0; t < years; t++) {
    const indices = t === years - 1 ? horizon : everyYear;
    const column = values.subarray(t * draws, (t + 1) * draws);
    statistics.set(orderStatistics(column, indices, rangeIn?.(t)), t * everyYear.length);
  }
  return statistics;
}
