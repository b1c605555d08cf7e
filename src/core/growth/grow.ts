import { assertNever } from '../assert-never.ts';
import type { GrowthAssumption } from '../scenario/scenario.ts';

/**
 * Return next year's level under a growth assumption alone, `f_t(x)` of the model.
 *
 * @param assumption The growth assumption; rates are fractions a year.
 * @param level This year's level, in the indicator's unit, from 0.
 * @param step Which projected year is entered, 0 for the first.
 * @returns Next year's level in the same unit; may be below 0, which `projectPlan` cuts off.
 */
export function grow(assumption: GrowthAssumption, level: number, step: number): number {
  switch (assumption.kind) {
    case 'compound':
      return level * (1 + assumption.rate);
    case 'yearly':
      return level * (1 + (assumption.rates[step] ?? 0));
    case 'linear':
      return level + assumption.amount;
    case 'saturating':
      return level + assumption.rate * level * (1 - level / assumption.ceiling);
    default:
      return assertNever(assumption);
  }
}
