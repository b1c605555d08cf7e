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

/** An edge of a target with its value in the indicator's unit. */
export interface EdgeOfTarget {
  readonly edge: Edge;
  readonly value: number;
}

/** Return the edges a target has, the lower one first. */
export function edgesOf(target: Target): readonly EdgeOfTarget[] {
  return (['min', 'max'] as const).flatMap((edge) => {
    const value = edgeValue(target, edge);
    return value === undefined ? [] : [{ edge, value }];
  });
}

const DECIDING_EDGE: Readonly<Record<Target['kind'], Edge>> = {
  'at-least': 'min',
  'at-most': 'max',
  within: 'min',
};

/** Return the edge that decides between missed and met: what lies beyond the upper edge of a range is more than met. */
export function decidingEdge({ kind }: Target): Edge {
  return DECIDING_EDGE[kind];
}
