/** Ends of every growth slider, in percent a year: wide enough for what each target of the plan needs. */
export const SLIDER_RANGE = { from: -20, to: 80 };

/** Steps of the keys, in percentage points. */
const ARROW = 0.1;
const PAGE = 1;
/** What Shift divides a step by. */
const FINER = 10;

/**
 * Return where on the slider a rate stands.
 *
 * @param rate A fraction a year; may be infinite.
 * @returns From 0 at the left end to 1 at the right; a rate beyond an end stands at that end.
 */
export function sliderPosition(rate: number): number {
  const position = (rate * 100 - SLIDER_RANGE.from) / (SLIDER_RANGE.to - SLIDER_RANGE.from);
  return Math.min(1, Math.max(0, position));
}

/** What of a keyboard event decides a step. */
export interface StepKey {
  readonly key: string;
  readonly shiftKey: boolean;
}

/**
 * Return where a key leads from a rate: arrows 0.1, Page 1, Home and End the ends; Shift for a tenth of the step.
 *
 * @param event The key and whether Shift is held.
 * @param percent The rate now, in percent a year.
 * @returns The new rate in percent, or undefined where the key is not the slider's. No key leads beyond an end; from
 *   beyond it, where only typing leads, keys lead back.
 */
export function stepFor({ key, shiftKey }: StepKey, percent: number): number | undefined {
  const next = steppedTo(key, percent, shiftKey ? FINER : 1);
  if (next === undefined) return undefined;
  return Math.min(Math.max(SLIDER_RANGE.to, percent), Math.max(Math.min(SLIDER_RANGE.from, percent), next));
}

function steppedTo(key: string, percent: number, scale: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return percent + ARROW / scale;
    case 'ArrowLeft':
    case 'ArrowDown':
      return percent - ARROW / scale;
    case 'PageUp':
      return percent + PAGE / scale;
    case 'PageDown':
      return percent - PAGE / scale;
    case 'Home':
      return SLIDER_RANGE.from;
    case 'End':
      return SLIDER_RANGE.to;
    default:
      return undefined;
  }
}
