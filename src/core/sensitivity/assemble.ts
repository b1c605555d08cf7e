import type { FlipPoint } from './flip-points.ts';
import type { Exploration, ExploreRequest } from './explore.ts';
import { longestFirst, nearestFirst } from './in-order.ts';
import type { LeastGrowth } from './least-growth.ts';
import { sweepOrder } from './sweep-order.ts';
import type { Tornado } from './tornado.ts';

/** What the slices of a request say together. */
export interface AssembledByKind {
  readonly tornado: Tornado;
  /** Nearest first. */
  readonly flips: readonly FlipPoint[];
  /** A value for each cell, row after row from the lowest rate up; NaN where none is known yet. */
  readonly sweep: Float64Array;
  readonly point: number;
  readonly least: LeastGrowth;
}

/** What a request is answered with in the end. */
export type Assembled<Request extends ExploreRequest> = AssembledByKind[Request['kind']];

/**
 * Return what slices say together. A sweep can be looked at before it is complete; whether anything else can is for the
 * caller to decide.
 *
 * @param request What was asked.
 * @param slices Its slices from the first on, at least one.
 * @returns The answer as far as the slices go.
 */
export function assemble<Request extends ExploreRequest>(
  request: Request,
  slices: readonly Exploration[],
): Assembled<Request> {
  return assembleAny(request, slices) as Assembled<Request>;
}

function assembleAny(
  request: ExploreRequest,
  slices: readonly Exploration[],
): AssembledByKind[keyof AssembledByKind] {
  const [first] = slices;
  switch (first?.kind) {
    case 'tornado':
      return {
        base: first.base,
        bars: longestFirst(slices.flatMap((slice) => (slice.kind === 'tornado' ? slice.bars : []))),
      };
    case 'flips':
      return nearestFirst(slices.flatMap((slice) => (slice.kind === 'flips' ? slice.flips : [])));
    case 'point':
      return first.value;
    case 'least':
      return first.least;
    default:
      return cells(request, slices);
  }
}

/** Values of a sweep at their cells. */
function cells(request: ExploreRequest, slices: readonly Exploration[]): Float64Array {
  const size =
    request.kind === 'sweep'
      ? { columns: request.across.cells, rows: request.up.cells }
      : { columns: 0, rows: 0 };
  const values = new Float64Array(size.columns * size.rows).fill(NaN);
  const order = sweepOrder(size);
  let at = 0;
  for (const slice of slices)
    if (slice.kind === 'sweep') for (const value of slice.values) values[order[at++] as number] = value;
  return values;
}
