/** Where a step is sought. */
export interface StepSearch {
  /** The whole number to start from, at which the condition is taken not to hold. */
  readonly from: number;
  /** The whole number at which the search ends, on either side of `from`. */
  readonly to: number;
  /** Into how many pieces the way is cut, from 1. */
  readonly pieces: number;
}

/**
 * Return the whole number nearest to a start, in one direction, at which a condition begins to hold: the way is scanned
 * piece by piece, and the first piece at whose end the condition holds is halved down to one step. Exact where the
 * condition holds from some number on; where it comes and goes, what begins and ends within one piece is missed.
 *
 * @param search Where to look.
 * @param holds The condition.
 * @returns A whole number at which the condition holds while it does not one step nearer, but for the start itself;
 *   undefined where no piece ends with it.
 */
export function nearestStep(
  { from, to, pieces }: StepSearch,
  holds: (step: number) => boolean,
): number | undefined {
  let near = from;
  for (let piece = 1; piece <= pieces; piece++) {
    const far = piece === pieces ? to : from + Math.round(((to - from) * piece) / pieces);
    if (far === near) continue;
    if (holds(far)) return halveDown(near, far, holds);
    near = far;
  }
  return undefined;
}

function halveDown(without: number, holding: number, holds: (step: number) => boolean): number {
  let [near, far] = [without, holding];
  while (Math.abs(far - near) > 1) {
    const middle = near + Math.trunc((far - near) / 2);
    if (holds(middle)) far = middle;
    else near = middle;
  }
  return far;
}
