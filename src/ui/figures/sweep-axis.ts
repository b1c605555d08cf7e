/** Rates along one side of a map, as fractions a year. */
export interface MapRange {
  readonly from: number;
  readonly to: number;
  /** How many cells, at most 40; the rates of neighbouring cells are a round number apart. */
  readonly cells: number;
}

/** Ends every map reaches, in percent a year. */
const LEAST = { from: 0, to: 25 };
/** Ends are multiples of this, in percent. */
const BLOCK = 5;
/** How far apart two cells may be, in percent: a divisor or a multiple of the block. */
const STEPS = [1, 2.5, 5, 10, 25, 50] as const;
const MOST_CELLS = 40;

/**
 * Return the rates one side of a map covers: from 0 to 25 %, and further where the rates that matter lie further out.
 *
 * @param rates Rates to be covered, as fractions a year.
 * @returns The range, with cells at round rates.
 */
export function mapRange(rates: readonly number[]): MapRange {
  const percents = rates.filter(Number.isFinite).map((rate) => Math.min(1000, Math.max(-95, rate * 100)));
  const from = Math.floor(Math.min(LEAST.from, ...percents) / BLOCK) * BLOCK;
  const to = Math.ceil(Math.max(LEAST.to, ...percents) / BLOCK) * BLOCK;
  const step = STEPS.find((each) => (to - from) / each + 1 <= MOST_CELLS) ?? 50;
  const cells = Math.ceil((to - from) / step) + 1;
  return { from: from / 100, to: (from + (cells - 1) * step) / 100, cells };
}

/**
 * Return where a rate stands on a map's side.
 *
 * @param range The side.
 * @param rate A fraction a year.
 * @returns 0 at the outer edge of the first cell, 1 at that of the last; never outside.
 */
export function positionOnAxis({ from, to, cells }: MapRange, rate: number): number {
  const cell = ((rate - from) / (to - from)) * (cells - 1);
  return Math.min(1, Math.max(0, (cell + 0.5) / cells));
}

/**
 * Return the cell nearest to a rate.
 *
 * @param range The side.
 * @param rate A fraction a year.
 * @returns From 0 to the last cell.
 */
export function cellAt(range: MapRange, rate: number): number {
  return Math.min(range.cells - 1, Math.floor(positionOnAxis(range, rate) * range.cells));
}
