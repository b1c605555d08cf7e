import { clamp } from '../../core/arithmetic/range.ts';

/** The rates along one axis of a sweep, as fractions a year. */
export interface SweepRange {
  readonly from: number;
  readonly to: number;
  /** How many cells, at most 40; the rates of neighbouring cells are a round number apart. */
  readonly cells: number;
}

/** Ends that every axis reaches, in percent a year. */
const LEAST = { from: 0, to: 25 };
/** Ends that no axis goes beyond, in percent a year. */
const WIDEST = { from: -95, to: 1000 };
/** Ends are multiples of this, in percent. */
const BLOCK = 5;
/** How far apart two cells may be, in percent: a divisor or a multiple of the block. */
const STEPS = [1, 2.5, 5, 10, 25, 50] as const;
const MOST_CELLS = 40;

/**
 * Return the rates an axis covers: from 0 to 25 %, and further where the rates that matter lie further out.
 *
 * @param rates Rates to be covered, as fractions a year.
 * @returns The range, with cells at round rates.
 */
export function sweepRange(rates: readonly number[]): SweepRange {
  const percents = rates.filter(Number.isFinite).map((rate) => clamp(rate * 100, WIDEST));
  const from = Math.floor(Math.min(LEAST.from, ...percents) / BLOCK) * BLOCK;
  const to = Math.ceil(Math.max(LEAST.to, ...percents) / BLOCK) * BLOCK;
  const step = STEPS.find((each) => (to - from) / each + 1 <= MOST_CELLS) ?? 50;
  const cells = Math.ceil((to - from) / step) + 1;
  return { from: from / 100, to: (from + (cells - 1) * step) / 100, cells };
}

/**
 * Return where a rate stands on an axis.
 *
 * @param range The axis.
 * @returns 0 at the outer edge of the first cell or before it, 1 at that of the last or beyond it.
 */
export function positionOnAxis({ from, to, cells }: SweepRange, rate: number): number {
  const cell = ((rate - from) / (to - from)) * (cells - 1);
  return clamp((cell + 0.5) / cells, { from: 0, to: 1 });
}

/**
 * Return the cell nearest to a rate.
 *
 * @param range The axis.
 * @returns From 0 to the last cell.
 */
export function cellAt(range: SweepRange, rate: number): number {
  return Math.min(range.cells - 1, Math.floor(positionOnAxis(range, rate) * range.cells));
}
