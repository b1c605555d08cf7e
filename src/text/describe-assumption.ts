import { assertNever } from '../core/assert-never.ts';
import { roundDecimal } from '../core/arithmetic/decimal.ts';
import type { Plan } from '../core/plan/plan.ts';
import type { Assumption } from '../core/scenario/assumption.ts';
import { describeDriver, describeIndicator, type NamedDriver } from './describe.ts';
import type { Text } from './text.ts';
import { ANSWER_WORDS } from './words/answers.ts';

/** What assumptions are named after. */
export interface Named {
  readonly plan: Plan;
  /** The scenario's drivers, which may have names of their own. */
  readonly drivers: readonly NamedDriver[];
}

/** Return the name of an assumption: an indicator, a driver in a year, or a link. */
export function describeAssumption({ plan, drivers }: Named, assumption: Assumption, text: Text): string {
  const { matters } = ANSWER_WORDS[text.language];
  switch (assumption.kind) {
    case 'growth':
      return describeIndicator(plan, assumption.indicator, text);
    case 'intensity':
      return matters.intensity(
        describeDriver(
          plan,
          drivers.find(({ id }) => id === assumption.driver) ?? { id: assumption.driver },
          text,
        ),
        plan.baselineYear + 1 + assumption.year,
      );
    case 'strength':
      return matters.strength(
        describeIndicator(plan, assumption.to, text),
        describeIndicator(plan, assumption.from, text),
      );
    default:
      return assertNever(assumption);
  }
}

/** How the value of each kind of assumption is printed, and what a difference is multiplied by to be in its unit. */
const FORMATS = {
  growth: { value: 'rate', difference: 100 },
  intensity: { value: 'plain', difference: 1 },
  strength: { value: 'plain', difference: 1 },
} as const satisfies Record<Assumption['kind'], unknown>;

/** Return the value of an assumption: a rate in percent, or a plain number. */
export function describeAssumed({ kind }: Assumption, value: number, { numbers }: Text): string {
  return numbers[FORMATS[kind].value](value);
}

/** Return how far an assumption is moved, with its sign: points of growth, or a plain difference. */
export function describeMove({ kind }: Assumption, difference: number, { numbers }: Text): string {
  // Without the noise of a subtraction.
  return numbers.points(roundDecimal(difference * FORMATS[kind].difference));
}

/** Return an expected number of targets, with at most so many decimals. */
export function describeCount(count: number, decimals: number, { numbers }: Text): string {
  return numbers.plain(Number(count.toFixed(decimals)));
}
