import { rateToPercent } from '../../core/arithmetic/decimal.ts';
import { clamp, type Range } from '../../core/arithmetic/range.ts';

/** What Shift divides a step by. */
const FINER = 10;

/** Return the ends of a slider in percent a year, in which it works, from those of its scale as fractions. */
export function sliderRange({ from, to }: Range): Range {
  return { from: rateToPercent(from), to: rateToPercent(to) };
}

/**
 * Return where on the slider a rate stands.
 *
 * @param rate A fraction a year; may be infinite.
 * @param range The slider's ends, in percent a year.
 * @returns From 0 at the left end to 1 at the right; a rate beyond an end stands at that end.
 */
export function sliderPosition(rate: number, { from, to }: Range): number {
  return clamp((rate * 100 - from) / (to - from), { from: 0, to: 1 });
}

/** What of a keyboard event decides a step. */
interface StepKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/** The ends of a slider and how far its keys lead, in its unit; those of a growth rate where nothing is said. */
export interface StepRange extends Range {
  readonly arrow?: number;
  readonly page?: number;
}

/**
 * Return where a key leads from a value: an arrow and Page a step of their own, Home and End the ends; Shift for a tenth
 * of the step.
 *
 * @param event The key and whether Shift is held.
 * @param value The value now, such as percent a year.
 * @param range The slider's ends and steps, in the same unit.
 * @returns The new value, or undefined where the key is not the slider's. No key leads beyond an end; from beyond it,
 *   where only typing leads, keys lead back.
 */
export function stepFor({ key, shiftKey }: StepKey, value: number, range: StepRange): number | undefined {
  const next = steppedTo(key, value, { finer: shiftKey ? FINER : 1, range });
  if (next === undefined) return undefined;
  const reach = { from: Math.min(range.from, value), to: Math.max(range.to, value) };
  return clamp(next, reach);
}

function steppedTo(
  key: string,
  value: number,
  { finer, range }: { readonly finer: number; readonly range: StepRange },
): number | undefined {
  const { arrow = 0.1, page = 1 } = range;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value + arrow / finer;
    case 'ArrowLeft':
    case 'ArrowDown':
      return value - arrow / finer;
    case 'PageUp':
      return value + page / finer;
    case 'PageDown':
      return value - page / finer;
    case 'Home':
      return range.from;
    case 'End':
      return range.to;
    default:
      return undefined;
  }
}
