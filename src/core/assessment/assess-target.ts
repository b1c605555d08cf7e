import { assertNever } from '../assert-never.ts';
import type { Target } from '../plan/target.ts';

/** How a value stands to its target. `exceeded` counts among the targets met, but is its own word. */
export type Status = 'missed' | 'met' | 'exceeded';

/** Whether a verdict counts among the targets met. */
const COUNTS_AS_MET: Readonly<Record<Status, boolean>> = { missed: false, met: true, exceeded: true };

/** The verdict on one indicator. */
export interface Assessment {
  readonly status: Status;
  /** `y` minus the nearest edge, in the indicator's unit: below 0 when short, 0 when met, above 0 beyond the target. */
  readonly gap: number;
  /** `y / min`, or `max / y` for `at-most`; 1 is on the edge. */
  readonly attainment: number;
}

/** Relative tolerance at an edge: a value this close counts as on it. */
const EDGE_TOLERANCE = 1e-9;
/** The highest attainment stated, where an `at-most` value nears 0. */
const HIGHEST_ATTAINMENT = 1e9;

/** Values that count as met or exceeded, ends included, in the indicator's unit. */
export interface MetRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Return which values count among the targets met, the tolerance at the edges included.
 *
 * @param target What the plan asks.
 * @returns From 0 or the lower edge to infinity or the upper limit.
 */
export function metRange(target: Target): MetRange {
  return target.kind === 'at-most'
    ? { from: 0, to: target.max * (1 + EDGE_TOLERANCE) }
    : { from: target.min * (1 - EDGE_TOLERANCE), to: Infinity };
}

/**
 * Compare a value with a target. Edges count as met, within a relative tolerance of 1e-9.
 *
 * @param value `y` in the horizon year, in the indicator's unit, from 0.
 * @param target What the plan asks, in the same unit.
 * @returns Verdict, gap and attainment.
 */
export function assessTarget(value: number, target: Target): Assessment {
  switch (target.kind) {
    case 'at-least':
      return assess(value, target.min, Infinity, value / target.min);
    case 'at-most': {
      const attainment = Math.min(HIGHEST_ATTAINMENT, target.max / Math.max(value, Number.MIN_VALUE));
      const { status, gap } = assess(value, 0, target.max, attainment);
      // Above an upper limit is a miss, not more than was asked.
      return { status: status === 'met' ? 'met' : 'missed', gap, attainment };
    }
    case 'within':
      return assess(value, target.min, target.max, value / target.min);
    default:
      return assertNever(target);
  }
}

/**
 * Whether a verdict counts among the targets met.
 *
 * @param status The verdict.
 * @returns True for `met` and `exceeded`.
 */
export function isMet(status: Status): boolean {
  return COUNTS_AS_MET[status];
}

function assess(value: number, min: number, max: number, attainment: number): Assessment {
  if (value < min * (1 - EDGE_TOLERANCE)) return { status: 'missed', gap: value - min, attainment };
  if (value > max * (1 + EDGE_TOLERANCE)) return { status: 'exceeded', gap: value - max, attainment };
  return { status: 'met', gap: 0, attainment };
}
