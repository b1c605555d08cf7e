import { rateToPercent } from '../../core/arithmetic/decimal.ts';
import { clamp, type Range } from '../../core/arithmetic/range.ts';

/** Steps of the keys, in percentage points. */
const ARROW = 0.1;
const PAGE = 1;
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

/**
 * Return where a key leads from a rate: arrows 0.1, Page 1, Home and End the ends; Shift for a tenth of the step.
 *
 * @param event The key and whether Shift is held.
 * @param percent The rate now, in percent a year.
 * @param range The slider's ends, in percent a year.
 * @returns The new rate in percent, or undefined where the key is not the slider's. No key leads beyond an end; from
 *   beyond it, where only typing leads, keys lead back.
 */
export function stepFor({ key, shiftKey }: StepKey, percent: number, range: Range): number | undefined {
  const next = steppedTo(key, percent, { finer: shiftKey ? FINER : 1, range });
  if (next === undefined) return undefined;
  return clamp(next, { from: Math.min(range.from, percent), to: Math.max(range.to, percent) });
}

function steppedTo(
  key: string,
  percent: number,
  { finer, range }: { readonly finer: number; readonly range: Range },
): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return percent + ARROW / finer;
    case 'ArrowLeft':
    case 'ArrowDown':
      return percent - ARROW / finer;
    case 'PageUp':
      return percent + PAGE / finer;
    case 'PageDown':
      return percent - PAGE / finer;
    case 'Home':
      return range.from;
    case 'End':
      return range.to;
    default:
      return undefined;
  }
}
