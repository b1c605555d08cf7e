/** What a plan asks of an indicator in the horizon year, in the indicator's unit. Edges count as met. */
export type Target =
  | { readonly kind: 'at-least'; readonly min: number }
  | { readonly kind: 'at-most'; readonly max: number }
  | { readonly kind: 'within'; readonly min: number; readonly max: number };

/** Which edge of a target is meant. */
export type Edge = 'min' | 'max';

/**
 * Return the value of one edge of a target.
 *
 * @param target The target.
 * @param edge Which edge.
 * @returns The edge in the indicator's unit, or undefined where the target has no such edge.
 */
export function edgeValue(target: Target, edge: Edge): number | undefined {
  if (edge === 'min') return target.kind === 'at-most' ? undefined : target.min;
  return target.kind === 'at-least' ? undefined : target.max;
}
