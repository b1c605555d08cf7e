import { assertNever } from '../../../core/assert-never.ts';
import { shownRate } from '../../../core/assessment/needed-growth.ts';
import { TORNADO_STEPS, type WatchedOutcome, type WatchedStep } from '../../../core/link/view.ts';
import type { Indicator, Plan } from '../../../core/plan/plan.ts';
import { spreadOf, type Scenario } from '../../../core/scenario/scenario.ts';
import type { FlipPoint } from '../../../core/sensitivity/flip-points.ts';
import type { TornadoOutcome, TornadoStep } from '../../../core/sensitivity/tornado.ts';
import { describeCount } from '../../../text/describe-assumption.ts';
import { amountsOf } from '../../../text/amounts.ts';
import type { Text } from '../../../text/text.ts';
import { ANSWER_WORDS } from '../../../text/words/answers.ts';

/** The plan, and the indicator whose value can be watched instead of the count. */
export interface Watched {
  readonly plan: Plan;
  readonly indicator: Indicator;
}

/** How far growth rates move by each step; without a spread one point counts. */
export const STEPS: Readonly<Record<WatchedStep, TornadoStep>> = {
  spread: { bySpread: true, points: 1 },
  '1': { bySpread: false, points: 1 },
  '5': { bySpread: false, points: 5 },
};

/** Return the steps on offer: by the spreads only where there is one. */
export function stepsFor(plan: Plan, scenario: Scenario): readonly WatchedStep[] {
  const hasSpread = plan.indicators.some(({ id }) => spreadOf(scenario, id) > 0);
  return TORNADO_STEPS.filter((step) => hasSpread || !STEPS[step].bySpread);
}

/** Return what a tornado is asked to watch. */
export function tornadoOutcome(outcome: WatchedOutcome, { id }: Indicator): TornadoOutcome {
  switch (outcome) {
    case 'count':
      return { kind: 'count' };
    case 'value':
      return { kind: 'value', indicator: id };
    default:
      return assertNever(outcome);
  }
}

/** Return the question that a tornado answers, and what its axis counts. */
export function outcomeNames(
  outcome: WatchedOutcome,
  { plan, indicator }: Watched,
  { hasSpread, text }: { readonly hasSpread: boolean; readonly text: Text },
): { readonly title: string; readonly axis: string } {
  const words = ANSWER_WORDS[text.language].matters;
  switch (outcome) {
    case 'count':
      return { title: words.titleCount, axis: hasSpread ? words.expectedCount : words.plainCount };
    case 'value':
      return {
        title: words.titleValue(text.plan(indicator.shortName)),
        axis: words.valueIn(plan.horizonYear, amountsOf(indicator, text).unit),
      };
    default:
      return assertNever(outcome);
  }
}

/** Return an outcome with as many digits as a table shows. */
export function describeOutcome(
  outcome: WatchedOutcome,
  value: number,
  { indicator, text }: { readonly indicator: Indicator; readonly text: Text },
): string {
  switch (outcome) {
    case 'count':
      return describeCount(value, 2, text);
    case 'value':
      return amountsOf(indicator, text).amount(value);
    default:
      return assertNever(outcome);
  }
}

/** Return the value of a flip point as it is told and set: a rate in hundredths of a point, on its side of the flip. */
export function flipToSet({ assumption, value, current }: FlipPoint): number {
  switch (assumption.kind) {
    case 'growth':
      return shownRate(value, value < current ? 'max' : 'min');
    case 'intensity':
    case 'strength':
      return value;
    default:
      return assertNever(assumption);
  }
}

/** Return the name of a step. */
export function describeTornadoStep(step: WatchedStep, { language }: Text): string {
  const words = ANSWER_WORDS[language].matters;
  const { bySpread, points } = STEPS[step];
  return bySpread ? words.stepSpread : words.stepPoints(points);
}
