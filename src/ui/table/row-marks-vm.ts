import { isMetByAHair } from '../../core/assessment/near-flip.ts';
import { isMet } from '../../core/assessment/assess-target.ts';
import type { GrowthAssumption } from '../../core/growth/growth-shapes.ts';
import { isConstantRate, leadRate } from '../../core/growth/lead-rate.ts';
import type { Indicator, Plan } from '../../core/plan/plan.ts';
import { effectOf, type Scenario } from '../../core/scenario/scenario.ts';
import type { IndicatorResult } from '../../core/simulate-plan.ts';
import { describeDriver, describeIndicator } from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';

/** Return the sentences about an indicator's source that can change its verdict; empty where there are none. */
export function describeDoubts(plan: Plan, { doubts }: Indicator, text: Text): readonly string[] {
  return doubts.flatMap((id) => plan.caveats[id] ?? []).map((caveat) => text.plan(caveat));
}

/** Return what acts on an indicator's growth besides its own assumption, one line each; empty where nothing does. */
export function listActing(
  plan: Plan,
  { id }: Indicator,
  { scenario, text }: { readonly scenario: Scenario; readonly text: Text },
): readonly string[] {
  const { words, numbers } = text;
  const years = scenario.drivers.flatMap((driver) => {
    const effect = effectOf(plan, driver, id);
    const points = driver.intensity.flatMap((intensity, index) =>
      intensity * effect === 0
        ? []
        : [words.pointsInYear(numbers.points(intensity * effect), plan.baselineYear + 1 + index)],
    );
    return points.length === 0
      ? []
      : [words.actsBy(describeDriver(plan, driver, text), points.join(words.listSeparator))];
  });
  const influences = scenario.influences
    .filter(({ to }) => to === id)
    .map(({ from, strength }) =>
      words.followsBy(describeIndicator(plan, from, text), numbers.points(strength)),
    );
  return [...years, ...influences];
}

/** Return whether an indicator's target is met, and would not be with 0.1 points more or less growth a year. */
export function isByAHair(
  indicator: Indicator,
  growth: GrowthAssumption,
  result: IndicatorResult | undefined,
): boolean {
  if (result === undefined || !isMet(result.status) || !isConstantRate(growth)) return false;
  return isMetByAHair(leadRate(growth, indicator), result.zone);
}
