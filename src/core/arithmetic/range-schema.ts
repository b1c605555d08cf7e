import * as v from 'valibot';
import type { Range } from './range.ts';

/**
 * Return the schema of a number of a range. Without side effects, so that a bundle that reads no file leaves it out.
 *
 * @returns A valibot schema; its JSON Schema has `minimum` and `maximum`.
 */
// @__NO_SIDE_EFFECTS__
export function numberWithin({ from, to }: Range) {
  return v.pipe(v.number(), v.minValue(from), v.maxValue(to));
}
