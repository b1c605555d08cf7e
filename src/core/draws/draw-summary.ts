import { atRank, type Rank } from './order-statistics.ts';
import { QUANTILES, type Quantile } from './quantiles.ts';
import type { RankTable } from './summary-ranks.ts';

/** What the draws of one indicator say. */
export interface DrawSummary {
  /** Whether the draws of the horizon year differ from one another, as far as quantiles and dots tell. */
  readonly isUncertain: boolean;
  /** Share of draws that meet the target, 0 to 1; beyond a range counts. */
  readonly shareMet: number;
  /** One for each of `QUANTILES`, in their order. */
  readonly quantiles: readonly Quantile[];
  /** 50 values in the horizon year, in order: the middle of each fiftieth of the draws. */
  readonly dots: Float64Array;
}

/**
 * Return quantiles and dots from the order statistics of each year.
 *
 * @param statistics As `statisticsOf` gives them, in the indicator's unit.
 * @param options `y` in the baseline year, the ranks, and the share of draws that meet the target.
 */
export function summarise(
  statistics: Float64Array,
  {
    first,
    ranks,
    shareMet,
  }: { readonly first: number; readonly ranks: RankTable; readonly shareMet: number },
): DrawSummary {
  const width = ranks.everyYear.length;
  const years = (statistics.length - ranks.horizon.length) / width + 1;
  const between = (rank: Rank, at: number): number =>
    atRank(rank, statistics[at] as number, statistics[at + 1] as number);
  const quantiles = QUANTILES.map((p, q) => {
    const rank = ranks.quantiles[q] as Rank;
    const values = new Float64Array(years + 1);
    values[0] = first;
    for (let t = 0; t < years; t++) values[t + 1] = between(rank, t * width + 2 * q);
    return { p, values };
  });
  const dots = Float64Array.from(ranks.dots, (rank, dot) => between(rank, years * width + 2 * dot));
  return { isUncertain: hasTwoValues(quantiles, dots), shareMet, quantiles, dots };
}

/** Whether quantiles and dots of the horizon year are not all one value. */
function hasTwoValues(quantiles: readonly Quantile[], dots: Float64Array): boolean {
  const atHorizon = [...quantiles.map(({ values }) => values.at(-1) as number), ...dots];
  return atHorizon.some((value) => value !== atHorizon[0]);
}

/**
 * Return what draws say that are all the projection.
 *
 * @param values `y_t` from the baseline year to the horizon, in the indicator's unit.
 * @param isMet Whether the last of them meets the target.
 * @param dotCount How many dots the summary has.
 */
export function summariseOneValue(values: Float64Array, isMet: boolean, dotCount: number): DrawSummary {
  return {
    isUncertain: false,
    shareMet: isMet ? 1 : 0,
    quantiles: QUANTILES.map((p) => ({ p, values })),
    dots: new Float64Array(dotCount).fill(values.at(-1) as number),
  };
}
