import { roundDecimal } from '../../../core/arithmetic/decimal.ts';
import { shownRate } from '../../../core/assessment/needed-growth.ts';
import type { View } from '../../../core/link/view.ts';
import { withLeadRate } from '../../../core/growth/lead-rate.ts';
import type { Indicator, Plan } from '../../../core/plan/plan.ts';
import type { Edit } from '../../../core/scenario/edit.ts';
import { growthOf, type Scenario } from '../../../core/scenario/scenario.ts';
import type { LeastGrowth } from '../../../core/sensitivity/least-growth.ts';
import type { Text } from '../../../text/text.ts';
import { GOAL_WORDS } from '../../../text/words/goal.ts';

/** What the goal may do with a row. */
export const ROW_LIMITS = ['free', 'locked', 'capped'] as const;
export type RowLimit = (typeof ROW_LIMITS)[number];

type Limits = Pick<View, 'locked' | 'caps'>;

/**
 * Return how many targets least growth is sought for: as chosen, or one more than are met, but not more than there are;
 * undefined where none was chosen and it is not known yet how many are met.
 */
export function goalAsked(
  chosen: number | undefined,
  { plan, met }: { readonly plan: Plan; readonly met: number | undefined },
): number | undefined {
  return chosen ?? (met === undefined ? undefined : Math.min(plan.indicators.length, met + 1));
}

/** Return what the goal may do with a row. */
export function limitOn({ locked, caps }: Limits, id: string): RowLimit {
  if (locked.includes(id)) return 'locked';
  return caps.some(({ indicator }) => indicator === id) ? 'capped' : 'free';
}

/**
 * Return the limits with another one on a row.
 *
 * @param limits The limits so far.
 * @param id The row.
 * @param limit What the goal may do with it, and its highest lead rate as a fraction a year, if it is to be capped.
 */
export function withLimit(
  { locked, caps }: Limits,
  id: string,
  { limit, rate }: { readonly limit: RowLimit; readonly rate: number },
): Limits {
  const others = caps.filter(({ indicator }) => indicator !== id);
  return {
    locked: [...locked.filter((other) => other !== id), ...(limit === 'locked' ? [id] : [])],
    caps: limit === 'capped' ? [...others, { indicator: id, rate }] : others,
  };
}

/**
 * Return the changes of an answer as they are told and set: growth rates in hundredths of a point, rounded to the side
 * on which the target is met but never beyond a cap, and the percentage points that each is moved by.
 */
export function changesOf({ changes }: LeastGrowth, caps: View['caps']): LeastGrowth['changes'] {
  return changes.map((change) => {
    const cap = caps.find(({ indicator }) => indicator === change.indicator)?.rate ?? Infinity;
    const to = Math.min(cap, shownRate(change.to, change.points < 0 ? 'max' : 'min'));
    return { ...change, to, points: roundDecimal(change.points + (to - change.to) * 100) };
  });
}

/** Return the one step that makes the changes, as `changesOf` gives them. */
export function settingOf(plan: Plan, scenario: Scenario, changes: LeastGrowth['changes']): Edit {
  const growth = changes.map(({ indicator: id, to }) => {
    const indicator = plan.indicators.find((known) => known.id === id) as Indicator;
    return [id, withLeadRate(growthOf(scenario, id), indicator, to)] as const;
  });
  return { kind: 'growths', growth: Object.fromEntries(growth) };
}

/** What is said of an answer besides its changes. */
export interface GoalSentences {
  /** How far growth comes, where it does not come as far as was asked. */
  readonly short: readonly string[];
  /** In how many simulations it holds, where there are any. */
  readonly holds: string | undefined;
}

/**
 * Return what an answer says besides its changes.
 *
 * @param least The answer.
 * @param asked How many targets there are, and the share of simulations asked for, if one was.
 * @param text The page's words.
 */
export function describeGoal(
  { wanted, reached, drawn }: LeastGrowth,
  { of, share }: { readonly of: number; readonly share: number | undefined },
  { language, numbers }: Text,
): GoalSentences {
  const { goal: words } = GOAL_WORDS[language];
  const holds = drawn && words.holds(drawn.count, of, numbers.ofHundred(drawn.share));
  if (drawn === undefined || share === undefined)
    return { short: reached < wanted ? [words.atMost(reached, of)] : [], holds };
  const short = [words.atMostIn(drawn.count, of, numbers.ofHundred(share))];
  if (drawn.most !== undefined) short.push(words.most(wanted, of, numbers.ofHundred(drawn.most)));
  return { short: drawn.count < wanted ? short : [], holds };
}
