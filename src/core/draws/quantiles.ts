/** The probabilities of the quantiles that are reported, in order. What is shown and written follows from these. */
export const QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** A probability whose quantile is reported. */
export type Probability = (typeof QUANTILES)[number];

/** The middle share of the draws, between two quantiles that are reported. */
export interface Band {
  /** How much of the draws lies in it, 0 to 1: `high - low`. */
  readonly share: number;
  readonly low: Probability;
  readonly high: Probability;
}

/** The band of a whisker, of a sentence, and of the widest part of a fan. */
export const WIDEST_BAND: Band = { share: 0.9, low: 0.05, high: 0.95 };

/** The bands of a fan, the widest first. */
export const BANDS: readonly Band[] = [WIDEST_BAND, { share: 0.5, low: 0.25, high: 0.75 }];

/** One quantile of an indicator's draws. */
export interface Quantile {
  /** Its probability: one of `QUANTILES`. */
  readonly p: number;
  /** `y_t` from the baseline year to the horizon, in the indicator's unit. */
  readonly values: Float64Array;
}

/** Whatever reports quantiles. */
interface HasQuantiles {
  readonly quantiles: readonly Quantile[];
}

/**
 * Return a quantile by its probability.
 *
 * @param summary What reports it.
 * @param p The probability.
 * @returns `y_t` from the baseline year to the horizon, in the indicator's unit.
 * @throws {TypeError} Where the summary does not report it.
 */
export function quantileAt({ quantiles }: HasQuantiles, p: Probability): Float64Array {
  const quantile = quantiles.find((each) => each.p === p);
  if (quantile === undefined) throw new TypeError(`no quantile at ${p}`);
  return quantile.values;
}

/**
 * Return where a band lies, year by year.
 *
 * @param summary What reports its quantiles.
 * @param band The band.
 * @returns Its lower and upper end from the baseline year to the horizon, in the indicator's unit.
 */
export function bandOf(
  summary: HasQuantiles,
  { low, high }: Band,
): { readonly low: Float64Array; readonly high: Float64Array } {
  return { low: quantileAt(summary, low), high: quantileAt(summary, high) };
}

/**
 * Return where a band lies in the horizon year.
 *
 * @param summary What reports its quantiles.
 * @param band The band.
 * @returns Its ends, in the indicator's unit.
 */
export function bandAtHorizon(
  summary: HasQuantiles,
  band: Band,
): { readonly from: number; readonly to: number } {
  const { low, high } = bandOf(summary, band);
  return { from: low.at(-1) as number, to: high.at(-1) as number };
}
