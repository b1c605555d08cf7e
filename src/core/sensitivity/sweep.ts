import { roundFraction } from '../arithmetic/decimal.ts';
import type { PlanModel } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { DEFAULT_DRAWS } from '../draws/draw-amounts.ts';
import type { AssumedValue } from '../scenario/assumption.ts';
import { DrawCaches } from '../draws/draw-caches.ts';
import { shareOf, shareOfBoth, type MetMask } from '../draws/met-mask.ts';
import { metMasksByIndex } from './met-masks.ts';
import { movedProjector, indicesTouched, prepareStudy } from './study.ts';
import { sweepOrder } from './sweep-order.ts';

/** One side of a sweep: the lead rates of one indicator, evenly spaced, ends included. */
export interface SweepAxis {
  readonly indicator: string;
  /** Fractions a year. */
  readonly from: number;
  readonly to: number;
  /** How many rates, from 2 to 40. */
  readonly cells: number;
}

/** What a sweep tells of each cell. */
export type SweepOutcome =
  /** The share of draws in which the targets of both indicators are met. */
  | { readonly kind: 'both' }
  /** The expected number of all targets met. */
  | { readonly kind: 'count' }
  /** The share of draws in which one indicator's target is met. */
  | { readonly kind: 'one'; readonly indicator: string };

/** What is asked of a sweep. */
export interface SweepOptions {
  readonly across: SweepAxis;
  /** Of another indicator than `across`. */
  readonly up: SweepAxis;
  readonly outcome: SweepOutcome;
  /** How many draws a cell; 1,024 if not stated. */
  readonly draws?: number | undefined;
  /** What earlier answers left behind; changes the time an answer takes and nothing in it. */
  readonly caches?: DrawCaches | undefined;
}

/** What is asked of the outcome where the scenario stands. */
export interface PointOptions extends Pick<SweepOptions, 'outcome' | 'draws' | 'caches'> {
  /** Ids of the two indicators. */
  readonly across: string;
  readonly up: string;
}

const CELL_DRAWS = 1024;

/** A sweep that is made cell by cell. */
export interface SweepWork {
  /** How many cells there are. */
  readonly total: number;
  /** The outcome of the cell that stands at this index of `sweepOrder`. */
  readonly valueAt: (index: number) => number;
}

/**
 * Return the rate at one cell of an axis.
 *
 * @param axis The axis.
 * @param cell Which of its cells, from 0.
 * @returns A fraction a year, in whole millionths.
 */
export function axisRate({ from, to, cells }: Omit<SweepAxis, 'indicator'>, cell: number): number {
  return roundFraction(from + ((to - from) * cell) / (cells - 1));
}

/**
 * Prepare a sweep: two growth rates over a grid. All cells share their draws. An indicator that only one of the two
 * rates touches is drawn once for each of its rates; only what influences let both touch is drawn cell by cell.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options The two axes, the outcome, and how many draws.
 * @returns The outcome here, and of each cell when it is asked for.
 */
export function prepareSweep(plan: PlanModel, scenario: Scenario, options: SweepOptions): SweepWork {
  const { across, up, outcome, draws = CELL_DRAWS, caches = new DrawCaches() } = options;
  const study = prepareStudy(plan, scenario);
  const watched = watchedIndices(plan, outcome, [across.indicator, up.indicator]);
  const byAcross = new Set(indicesTouched(study, { kind: 'growth', indicator: across.indicator }));
  const byUp = new Set(indicesTouched(study, { kind: 'growth', indicator: up.indicator }));
  const indices = (isAcross: boolean, isUp: boolean): readonly number[] =>
    watched.filter((index) => byAcross.has(index) === isAcross && byUp.has(index) === isUp);
  const [inBoth, inAcross, inUp] = [indices(true, true), indices(true, false), indices(false, true)];

  const masksWith = (
    wanted: readonly number[],
    moves: readonly AssumedValue[],
  ): ReadonlyMap<number, MetMask> =>
    wanted.length === 0
      ? new Map<number, MetMask>()
      : metMasksByIndex(movedProjector(study, moves), wanted, { scenario, draws, caches });
  const move = (axis: SweepAxis, cell: number): AssumedValue => ({
    assumption: { kind: 'growth', indicator: axis.indicator },
    value: axisRate(axis, cell),
  });
  const still = masksWith(indices(false, false), []);
  const columns = computedOnce((column) => masksWith(inAcross, [move(across, column)]));
  const rows = computedOnce((row) => masksWith(inUp, [move(up, row)]));
  const order = sweepOrder({ columns: across.cells, rows: up.cells });

  return {
    total: order.length,
    valueAt(index) {
      const cell = order[index] as number;
      const column = cell % across.cells;
      const row = (cell - column) / across.cells;
      const parts = [still, columns(column), rows(row)];
      if (inBoth.length > 0) parts.push(masksWith(inBoth, [move(across, column), move(up, row)]));
      return summed(
        watched.map((index) => maskIn(parts, index)),
        outcome,
      );
    },
  };
}

/**
 * Return the outcome of a sweep where the scenario itself stands.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options The two indicators, the outcome, and how many draws: 8,192 if not stated, as elsewhere on the page.
 * @returns A share from 0 to 1, or a number of targets.
 */
export function sweepPoint(plan: PlanModel, scenario: Scenario, options: PointOptions): number {
  const { across, up, outcome, draws = DEFAULT_DRAWS, caches = new DrawCaches() } = options;
  const { projector } = prepareStudy(plan, scenario);
  const watched = watchedIndices(plan, outcome, [across, up]);
  const masks = metMasksByIndex(projector, watched, { scenario, draws, caches });
  return summed(
    watched.map((index) => maskIn([masks], index)),
    outcome,
  );
}

/**
 * Return a whole sweep.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options The two axes, the outcome, and how many draws.
 * @returns A value for each cell, row after row from the lowest rate up; shares from 0 to 1, or a number of targets.
 */
export function sweep(plan: PlanModel, scenario: Scenario, options: SweepOptions): Float64Array {
  const { total, valueAt } = prepareSweep(plan, scenario, options);
  const values = new Float64Array(total);
  sweepOrder({ columns: options.across.cells, rows: options.up.cells }).forEach((cell, index) => {
    values[cell] = valueAt(index);
  });
  return values;
}

/** Indices of the indicators an outcome is about; for `both` the two in their order. */
function watchedIndices(plan: PlanModel, outcome: SweepOutcome, pair: readonly string[]): readonly number[] {
  if (outcome.kind === 'count') return plan.indicators.map((_, index) => index);
  const wanted = outcome.kind === 'both' ? pair : [outcome.indicator];
  return wanted.map((id) => plan.indicators.findIndex((indicator) => indicator.id === id));
}

/** What the met masks of the watched indicators, in their order, say together. */
function summed(masks: readonly MetMask[], { kind }: SweepOutcome): number {
  if (kind === 'both') return shareOfBoth(masks[0] as MetMask, masks[1] as MetMask);
  return masks.reduce<number>((sum, each) => sum + shareOf(each), 0);
}

function maskIn(parts: readonly ReadonlyMap<number, MetMask>[], index: number): MetMask {
  return parts.find((part) => part.has(index))?.get(index) as MetMask;
}

/** A function that computes each of its answers once. */
function computedOnce<Answer>(compute: (at: number) => Answer): (at: number) => Answer {
  const answers = new Map<number, Answer>();
  return (at) => {
    const known = answers.get(at) ?? compute(at);
    answers.set(at, known);
    return known;
  };
}
