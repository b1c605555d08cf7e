import { isMet } from '../../core/assessment/assess-target.ts';
import { shareAtLeast } from '../../core/draws/joint-count.ts';
import type { Indicator, Plan } from '../../core/plan/plan.ts';
import type { IndicatorResult, Simulation } from '../../core/simulate-plan.ts';
import { describeStatuses, describeTargetInUnit, describeValue } from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';

/** The answer in a few short sentences. */
export interface SummarySentences {
  readonly count: string;
  /** Where most is missing: what stands before the indicator's name, the name, and what stands after it. */
  readonly widestGap: readonly [before: string, name: string, after: string] | undefined;
  /** What there is to say about verdicts besides how many targets are met; empty where that is all. */
  readonly verdicts: string;
  /** In how many futures as many targets are met; undefined where nothing is drawn. */
  readonly futures: string | undefined;
}

/** Return what follows for the whole plan in words. */
export function describeSummary(plan: Plan, simulation: Simulation, text: Text): SummarySentences {
  const { words, numbers } = text;
  const { indicators, met, joint } = simulation;
  const least = Math.max(1, met);
  return {
    count: words.summary(met, plan.indicators.length, plan.horizonYear),
    widestGap: describeWidestGap(plan, simulation, text),
    verdicts: describeStatuses(
      indicators.map(({ status }) => status),
      (status, n) => words.statusCount[status](n, met),
    ),
    futures: joint && words.futures.summary(numbers.ofHundred(shareAtLeast(joint, least)), least),
  };
}

function describeWidestGap(
  plan: Plan,
  { indicators }: Simulation,
  text: Text,
): SummarySentences['widestGap'] {
  const widest = widestGap(plan, indicators);
  if (widest === undefined) return undefined;
  const { indicator, result } = widest;
  const { words } = text;
  const after = words.widestGapOf(
    describeValue(indicator, result, text),
    describeTargetInUnit(indicator, text),
  );
  return [words.widestGap, text.plan(indicator.shortName), after];
}

/** The missed target of which the smallest share is attained, the first of these in plan order. */
function widestGap(
  plan: Plan,
  results: readonly IndicatorResult[],
): { readonly indicator: Indicator; readonly result: IndicatorResult } | undefined {
  const [first, ...others] = results.filter(({ status }) => !isMet(status));
  if (first === undefined) return undefined;
  const result = others.reduce((worst, each) => (each.attainment < worst.attainment ? each : worst), first);
  const indicator = plan.indicators.find(({ id }) => id === result.id);
  return indicator && { indicator, result };
}
