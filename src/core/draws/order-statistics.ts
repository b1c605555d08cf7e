/** A place in a sorted column: between two neighbours, `share` of the way from the lower to the upper. */
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

/** Cells a column is sorted into before its order statistics are looked for. */
const MOST_CELLS = 2048;
/** Fewer for a short column: about four values a cell. */
const LEAST_CELLS = 64;
const COUNTS = new Int32Array(MOST_CELLS + 1);
const NEXT = new Int32Array(MOST_CELLS);
const WANTED = new Uint8Array(MOST_CELLS);
/** Cells longer than this are sorted by the engine, shorter ones by insertion. */
const LONG_CELL = 64;
let cellOf = new Uint16Array(0);

/**
 * Return order statistics of a column without sorting it: values are counted into cells, and only the cells that hold
 * a wanted rank are collected and sorted. Exact, whatever the distribution.
 *
 * @param column Finite numbers in any order; not changed.
 * @param ranks Places in the sorted column, from 0 to its length - 1, in any order.
 * @param range Where nearly all of the numbers lie, if that is known; only the time taken hangs on it.
 * @returns The value at each of the ranks.
 */
export function orderStatistics(
  column: Float64Array,
  ranks: readonly number[],
  range: ValueRange = rangeOf(column),
): Float64Array {
  const { low, high } = range;
  const cells = Math.min(MOST_CELLS, Math.max(LEAST_CELLS, column.length >> 2));
  const perUnit = cells / (high - low);
  // All equal, or so far apart or so close that cells cannot tell them from one another.
  if (!(perUnit > 0 && perUnit < Infinity && high - low < Infinity)) {
    const sorted = column.slice().sort();
    return Float64Array.from(ranks, (rank) => sorted[rank] as number);
  }

  if (cellOf.length < column.length) cellOf = new Uint16Array(column.length);
  countCells(column, { low, perUnit, cells, cellOf });
  const cellByRank = new Uint16Array(ranks.length);
  const wanted: number[] = [];
  let room = 0;
  for (let r = 0; r < ranks.length; r++) {
    const cell = cellHolding(ranks[r] as number, cells);
    cellByRank[r] = cell;
    if (WANTED[cell] === 1) continue;
    WANTED[cell] = 1;
    wanted.push(cell);
    NEXT[cell] = room;
    room += (COUNTS[cell + 1] as number) - (COUNTS[cell] as number);
  }
  const found = new Float64Array(room);
  collect(column, cellOf, found);
  for (const cell of wanted) {
    WANTED[cell] = 0;
    const end = NEXT[cell] as number;
    sortPart(found, end - ((COUNTS[cell + 1] as number) - (COUNTS[cell] as number)), end);
  }
  const statistics = new Float64Array(ranks.length);
  for (let r = 0; r < ranks.length; r++) {
    const cell = cellByRank[r] as number;
    const fromEnd = (COUNTS[cell + 1] as number) - (ranks[r] as number);
    statistics[r] = found[(NEXT[cell] as number) - fromEnd] as number;
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

/** Note every value's cell, and in `COUNTS` how many values lie below each cell. */
function countCells(
  column: Float64Array,
  {
    low,
    perUnit,
    cells,
    cellOf,
  }: {
    readonly low: number;
    readonly perUnit: number;
    readonly cells: number;
    readonly cellOf: Uint16Array;
  },
): void {
  COUNTS.fill(0, 0, cells);
  for (let k = 0; k < column.length; k++) {
    const place = ((column[k] as number) - low) * perUnit;
    // Compared before it is cut to an integer: a value far beyond the range would wrap round.
    const cell = place < 0 ? 0 : place < cells ? place | 0 : cells - 1;
    cellOf[k] = cell;
    COUNTS[cell] = (COUNTS[cell] as number) + 1;
  }
  let below = 0;
  for (let cell = 0; cell < cells; cell++) {
    const count = COUNTS[cell] as number;
    COUNTS[cell] = below;
    below += count;
  }
  COUNTS[cells] = below;
}

/** Put the values of wanted cells together, cell by cell. */
function collect(column: Float64Array, cells: Uint16Array, found: Float64Array): void {
  for (let k = 0; k < column.length; k++) {
    const cell = cells[k] as number;
    if (WANTED[cell] !== 0) {
      const at = NEXT[cell] as number;
      found[at] = column[k] as number;
      NEXT[cell] = at + 1;
    }
  }
}

/** The cell in which a rank lies; `COUNTS` holds how many values lie below each cell. */
function cellHolding(rank: number, cells: number): number {
  let low = 0;
  let high = cells - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((COUNTS[middle] as number) <= rank) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sortPart(values: Float64Array, from: number, to: number): void {
  if (to - from > LONG_CELL) {
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
