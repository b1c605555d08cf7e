import { rateToPercent } from '../../core/arithmetic/decimal.ts';
import type { Range } from '../../core/arithmetic/range.ts';

/** Steps a scale of growth may be marked in, in percent a year. */
const STEPS = [10, 20, 40, 50, 100];
/** As many marks as a short track can show apart, and as many numbers as have room above it. */
const MOST_MARKS = 12;
const MOST_LABELS = 4;

/** A place on a scale: where it stands from end to end, from 0 to 1, and what it is. */
export interface ScaleMark {
  readonly position: number;
  readonly percent: number;
  /** Whether its number is written at it. */
  readonly isLabelled: boolean;
}

/**
 * Return the marks of the growth scale: every tenth percent a year (more apart on a wide scale), a few of them with
 * their number, 0 among them.
 *
 * @param scale What the sliders reach from end to end, as fractions a year.
 */
export function scaleMarks(scale: Range): readonly ScaleMark[] {
  const [from, to] = [rateToPercent(scale.from), rateToPercent(scale.to)];
  const marksIn = (step: number): number => Math.floor(to / step) - Math.ceil(from / step) + 1;
  const widest = STEPS.at(-1) as number;
  const tick = STEPS.find((step) => marksIn(step) <= MOST_MARKS) ?? widest;
  const label = STEPS.find((step) => step % tick === 0 && marksIn(step) <= MOST_LABELS) ?? widest;
  return Array.from({ length: marksIn(tick) }, (_, index) => {
    const percent = (Math.ceil(from / tick) + index) * tick;
    return { percent, position: (percent - from) / (to - from), isLabelled: percent % label === 0 };
  });
}
