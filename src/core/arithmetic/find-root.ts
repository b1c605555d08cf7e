/** Two rates between which a function changes its sign. */
export interface Bracket {
  readonly low: number;
  readonly high: number;
}

/** Far more than any bracket needs: a third of the steps halve it, and 60 halvings reach the last bit. */
const MOST_STEPS = 300;

/**
 * Return where a continuous function is 0 inside a bracket, by regula falsi in the Illinois form with a bisection
 * every third step, so that it is quick on smooth functions and never stalls.
 *
 * @param f The function; continuous on the bracket.
 * @param bracket Where `f(low)` and `f(high)` have different signs, or one of them is 0.
 * @param closeEnough How far from 0 still counts as 0, in the function's unit, from 0.
 * @returns A index in the bracket where |f| is at most `closeEnough`; where no double comes that near, the neighbour of
 *   the root at which `f` is above 0.
 *
 * @see https://en.wikipedia.org/wiki/Regula_falsi#The_Illinois_algorithm
 */
export function findRoot(f: (x: number) => number, bracket: Bracket, closeEnough: number): number {
  let { low, high } = bracket;
  let atLow = f(low);
  let atHigh = f(high);
  if (Math.abs(atLow) <= closeEnough) return low;

  for (let step = 0; step < MOST_STEPS && Math.abs(atHigh) > closeEnough; step++) {
    const secant = high - (atHigh * (high - low)) / (atHigh - atLow);
    const middle = low + (high - low) / 2;
    const next = step % 3 === 2 || !isBetween(secant, low, high) ? middle : secant;
    if (!isBetween(next, low, high)) break; // the bracket is down to neighbouring doubles
    const atNext = f(next);
    if (atNext > 0 === atHigh > 0) {
      atLow /= 2; // Illinois: the end that stays loses weight
    } else {
      low = high;
      atLow = atHigh;
    }
    high = next;
    atHigh = atNext;
  }
  return Math.abs(atHigh) <= closeEnough || atHigh > 0 ? high : low;
}

function isBetween(x: number, a: number, b: number): boolean {
  return (x > a && x < b) || (x > b && x < a);
}
