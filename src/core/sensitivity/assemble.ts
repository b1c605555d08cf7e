import { assertNever } from '../assert-never.ts';
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

/** A slice of one kind. */
type SliceOf<Kind extends Exploration['kind']> = Extract<Exploration, { readonly kind: Kind }>;

/** All slices belong to the request, and so are of its kind. */
function assembleAny(
  request: ExploreRequest,
  slices: readonly Exploration[],
): AssembledByKind[keyof AssembledByKind] {
  switch (request.kind) {
    case 'tornado': {
      const [first, ...more] = slices as readonly SliceOf<'tornado'>[] as [SliceOf<'tornado'>];
      return { base: first.base, bars: longestFirst([first, ...more].flatMap(({ bars }) => bars)) };
    }
    case 'flips':
      return nearestFirst((slices as readonly SliceOf<'flips'>[]).flatMap(({ flips }) => flips));
    case 'sweep': {
      const order = sweepOrder({ columns: request.across.cells, rows: request.up.cells });
      const values = new Float64Array(order.length).fill(NaN);
      (slices as readonly SliceOf<'sweep'>[])
        .flatMap((slice) => [...slice.values])
        .forEach((value, at) => (values[order[at] as number] = value));
      return values;
    }
    case 'point':
      return (slices[0] as SliceOf<'point'>).value;
    case 'least':
      return (slices.at(-1) as SliceOf<'least'>).least as LeastGrowth;
    default:
      return assertNever(request);
  }
}
