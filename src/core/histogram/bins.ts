import { highWord, withHighWord } from '../arithmetic/float-bits.ts';

/** Cells an octave of values is divided into: as many as the first 11 bits of the mantissa tell apart. */
const OCTAVE_BITS = 11;
/** Octaves below 1 that have cells, and as many from 1 up. */
const REACH = 20;
/** The rest of the mantissa in a double's high word. */
const REST_BITS = 20 - OCTAVE_BITS;
/** What the high word of 2^-20 says without the rest. */
const FIRST = (1023 - REACH) << OCTAVE_BITS;

/** How many cells values are counted into: 40 octaves around 1. */
export const VALUE_CELLS = (2 * REACH) << OCTAVE_BITS;

/**
 * Count values into cells that are logarithmic: each is at most 2^-11 (0.05 %) of its value wide. The first holds
 * whatever lies below 2^-20 of the scale, the last whatever lies above 2^20 of it.
 *
 * @param values From 0.
 * @param scale What the middle of the cells stands for, above 0, in the same unit.
 * @param cells `VALUE_CELLS` counts; added to.
 */
export function countValues(values: Float64Array, scale: number, cells: Int32Array): void {
  for (let k = 0; k < values.length; k++) {
    const place = (highWord((values[k] as number) / scale) >>> REST_BITS) - FIRST;
    const cell = place < 0 ? 0 : place < VALUE_CELLS ? place : VALUE_CELLS - 1;
    cells[cell] = (cells[cell] as number) + 1;
  }
}

/**
 * Return a value inside a cell.
 *
 * @param scale What the middle of the cells stands for.
 * @param cell Which, from 0.
 * @param share How far into it, 0 to 1.
 * @returns In the unit of `scale`; 0 in the first cell, which holds all zeros.
 */
export function valueInCell(scale: number, cell: number, share: number): number {
  if (cell === 0) return 0;
  const low = edge(cell);
  return scale * (low + share * (edge(cell + 1) - low));
}

function edge(cell: number): number {
  return withHighWord(0, (cell + FIRST) << REST_BITS);
}

/** How many cells luck is counted into, over 12 standard deviations around 0. */
export const LUCK_CELLS = 4096;
const LUCK_REACH = 6;
const CELLS_BY_DEVIATION = LUCK_CELLS / (2 * LUCK_REACH);

/**
 * Count luck into cells of equal width, 12 / 4,096 of a standard deviation; the ends hold whatever lies beyond 6.
 *
 * @param luck Normal with mean 0.
 * @param deviation Its standard deviation.
 * @param cells `LUCK_CELLS` counts; added to.
 */
export function countLuck(luck: Float64Array, deviation: number, cells: Int32Array): void {
  const perUnit = CELLS_BY_DEVIATION / deviation;
  for (let k = 0; k < luck.length; k++) {
    const place = ((luck[k] as number) * perUnit + LUCK_CELLS / 2) | 0;
    const cell = place < 0 ? 0 : place < LUCK_CELLS ? place : LUCK_CELLS - 1;
    cells[cell] = (cells[cell] as number) + 1;
  }
}

/**
 * Return luck inside a cell.
 *
 * @param deviation Standard deviation of the luck that was counted.
 * @param cell Which, from 0.
 * @param share How far into it, 0 to 1.
 */
export function luckInCell(deviation: number, cell: number, share: number): number {
  return deviation * ((cell + share) / CELLS_BY_DEVIATION - LUCK_REACH);
}

/**
 * Return order statistics from counts, each as if the values of a cell lay evenly in it.
 *
 * @param cells Counts by cell.
 * @param ranks Places among all values in order, from 0.
 * @param valueIn Gives a value inside a cell.
 * @returns One value for each rank.
 */
export function statisticsFromCells(
  cells: Int32Array,
  ranks: readonly number[],
  valueIn: (cell: number, share: number) => number,
): Float64Array {
  const statistics = new Float64Array(ranks.length);
  const inOrder = ranks.map((rank, at) => ({ rank, at })).sort((a, b) => a.rank - b.rank);
  let cell = 0;
  let below = 0;
  for (const { rank, at } of inOrder) {
    while (below + (cells[cell] as number) <= rank) {
      below += cells[cell] as number;
      cell += 1;
    }
    statistics[at] = valueIn(cell, (rank - below + 0.5) / (cells[cell] as number));
  }
  return statistics;
}
