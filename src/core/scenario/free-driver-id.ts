import type { PlanModel } from '../plan/plan.ts';
import type { Driver } from './scenario.ts';

const STEM = 'own';
const FIRST_LETTER = 'a'.charCodeAt(0);
const LETTERS = 26;

/**
 * Return an id for a driver of a person's own that neither the scenario nor the plan has: the first of `own`, `owna` to
 * `ownz`, `ownaa` and so on. There is always one: 13 letters may follow, which is more than any scenario could hold.
 *
 * @param plan The plan, whose drivers have effects of their own.
 * @param drivers The scenario's drivers.
 */
export function freeDriverId(plan: PlanModel, drivers: readonly Driver[]): string {
  const taken = new Set([...plan.drivers, ...drivers].map(({ id }) => id));
  let index = 0;
  while (taken.has(STEM + lettersOf(index))) index++;
  return STEM + lettersOf(index);
}

/** Nothing, then one letter from `a` to `z`, then two, as columns of a spreadsheet go on. */
function lettersOf(index: number): string {
  if (index === 0) return '';
  const rest = Math.floor((index - 1) / LETTERS);
  return lettersOf(rest) + String.fromCharCode(FIRST_LETTER + ((index - 1) % LETTERS));
}
