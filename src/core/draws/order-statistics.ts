/** A index in a sorted column: between two neighbours, `share` of the way from the lower to the upper. */
export interface Rank {
  readonly lower: number;
  readonly share: number;
}

/**
 * Return the rank of a quantile by type 7 of Hyndman and Fan: `h = (N - 1) p`.
 *
 * @param p Probability, 0 to 1.
 * @param draws N, from 1.
 * @returns Which order statistics it lies between.
 *
 * @see R. J. Hyndman and Y. Fan (1996), Sample Quantiles in Statistical Packages. The American Statistician 50.
 */
export function rankOf(p: number, draws: number): Rank {
  const h = (draws - 1) * p;
  const lower = Math.floor(h);
  return { lower, share: h - lower };
}

/**
 * Return the value at a rank.
 *
 * @param rank From `rankOf`.
 * @param lower The order statistic at `rank.lower`.
 * @param upper The next one.
 * @returns What lies between them.
 */
export function atRank({ share }: Rank, lower: number, upper: number): number {
  return share === 0 ? lower : lower + share * (upper - lower);
}

/** Two values between which others lie. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** Bins a column is sorted into before its order statistics are looked for. */
const MOST_BINS = 2048;
/** Fewer for a short column: about four values a bin. */
const LEAST_BINS = 64;
const COUNTS = new Int32Array(MOST_BINS + 1);
const NEXT = new Int32Array(MOST_BINS);
const WANTED = new Uint8Array(MOST_BINS);
/** Bins longer than this are sorted by the engine, shorter ones by insertion. */
const LONG_BIN = 64;
let binOf = new Uint16Array(0);

/**
 * Return order statistics of a column without sorting it: values are counted into bins, and only the bins that hold
 * a wanted rank are collected and sorted. Exact, whatever the distribution.
 *
 * @param column Finite numbers in any order; not changed.
 * @param ranks Indices in the sorted column, from 0 to its length - 1, in any order.
 * @param range Where nearly all of the numbers lie, if that is known; only the time taken hangs on it.
 * @returns The value at each of the ranks.
 */
export function orderStatistics(
  column: Float64Array,
  ranks: readonly number[],
  range: ValueRange = rangeOf(column),
): Float64Array {
  const { low, high } = range;
  const bins = Math.min(MOST_BINS, Math.max(LEAST_BINS, column.length >> 2));
  const perUnit = bins / (high - low);
  // All equal, or so far apart or so close that bins cannot tell them from one another.
  if (!(perUnit > 0 && perUnit < Infinity && high - low < Infinity)) {
    const sorted = column.slice().sort();
    return Float64Array.from(ranks, (rank) => sorted[rank] as number);
  }

  if (binOf.length < column.length) binOf = new Uint16Array(column.length);
  countIntoBins(column, { low, perUnit, bins, binOf });
  const binByRank = new Uint16Array(ranks.length);
  const wanted: number[] = [];
  let room = 0;
  for (let r = 0; r < ranks.length; r++) {
    const bin = binHolding(ranks[r] as number, bins);
    binByRank[r] = bin;
    if (WANTED[bin] === 1) continue;
    WANTED[bin] = 1;
    wanted.push(bin);
    NEXT[bin] = room;
    room += (COUNTS[bin + 1] as number) - (COUNTS[bin] as number);
  }
  const found = new Float64Array(room);
  collect(column, binOf, found);
  for (const bin of wanted) {
    WANTED[bin] = 0;
    const end = NEXT[bin] as number;
    sortPart(found, end - ((COUNTS[bin + 1] as number) - (COUNTS[bin] as number)), end);
  }
  const statistics = new Float64Array(ranks.length);
  for (let r = 0; r < ranks.length; r++) {
    const bin = binByRank[r] as number;
    const fromEnd = (COUNTS[bin + 1] as number) - (ranks[r] as number);
    statistics[r] = found[(NEXT[bin] as number) - fromEnd] as number;
  }
  return statistics;
}

function rangeOf(column: Float64Array): ValueRange {
  let low = Infinity;
  let high = -Infinity;
  for (let k = 0; k < column.length; k++) {
    const value = column[k] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { low, high };
}

/** Note every value's bin, and in `COUNTS` how many values lie below each bin. */
function countIntoBins(
  column: Float64Array,
  {
    low,
    perUnit,
    bins,
    binOf,
  }: {
    readonly low: number;
    readonly perUnit: number;
    readonly bins: number;
    readonly binOf: Uint16Array;
  },
): void {
  COUNTS.fill(0, 0, bins);
  for (let k = 0; k < column.length; k++) {
    const index = ((column[k] as number) - low) * perUnit;
    // Compared before it is cut to an integer: a value far beyond the range would wrap round.
    const bin = index < 0 ? 0 : index < bins ? index | 0 : bins - 1;
    binOf[k] = bin;
    COUNTS[bin] = (COUNTS[bin] as number) + 1;
  }
  let below = 0;
  for (let bin = 0; bin < bins; bin++) {
    const count = COUNTS[bin] as number;
    COUNTS[bin] = below;
    below += count;
  }
  COUNTS[bins] = below;
}

/** Put the values of wanted bins together, bin by bin. */
function collect(column: Float64Array, bins: Uint16Array, found: Float64Array): void {
  for (let k = 0; k < column.length; k++) {
    const bin = bins[k] as number;
    if (WANTED[bin] !== 0) {
      const at = NEXT[bin] as number;
      found[at] = column[k] as number;
      NEXT[bin] = at + 1;
    }
  }
}

/** The bin in which a rank lies; `COUNTS` holds how many values lie below each bin. */
function binHolding(rank: number, bins: number): number {
  let low = 0;
  let high = bins - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((COUNTS[middle] as number) <= rank) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sortPart(values: Float64Array, from: number, to: number): void {
  if (to - from > LONG_BIN) {
    values.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = values[i] as number;
    let k = i - 1;
    while (k >= from && (values[k] as number) > value) {
      values[k + 1] = values[k] as number;
      k -= 1;
    }
    values[k + 1] = value;
  }
}
