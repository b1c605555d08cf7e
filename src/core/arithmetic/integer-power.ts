/**
 * Return `x` multiplied by itself `n` times, left to right.
 *
 * Plain multiplication, because `**` differs in the last bits from engine to engine.
 *
 * @param x Any number.
 * @param n How many factors, a whole number from 0.
 * @returns `x` to the power `n`.
 */
export function integerPower(x: number, n: number): number {
  let product = 1;
  for (let i = 0; i < n; i++) product *= x;
  return product;
}
