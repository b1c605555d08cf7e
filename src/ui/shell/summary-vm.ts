import { isMet } from '../../core/assessment/assess-target.ts';
import { shareAtLeast } from '../../core/draws/joint-count.ts';
import type { Indicator, Plan } from '../../core/plan/plan.ts';
import type { IndicatorResult, Simulation } from '../../core/simulate-plan.ts';
import {
  describeIndicator,
  describeStatuses,
  describeTargetInUnit,
  describeValue,
} from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';
import { leastAsked } from './least-asked.ts';

/** The answer in a few short sentences. */
export interface SummarySentences {
  readonly count: string;
  /** Whose result the work of the moment changed, and how many targets are met now; empty where nothing of it did. */
  readonly changed: string;
  /** Where most is missing: what stands before the indicator's name, the name, and what stands after it. */
  readonly widestGap: readonly [before: string, name: string, after: string] | undefined;
  /** What there is to say about verdicts besides how many targets are met; empty where that is all. */
  readonly verdicts: string;
  /** In how many futures as many targets are met; undefined where nothing is drawn. */
  readonly futures: string | undefined;
}

/** What is compared: the answer now, and that before the step that is worked on. */
export interface Answers {
  readonly now: Simulation;
  readonly before: Simulation | undefined;
  /** At least how many targets are asked for; as many as were met before if not chosen. */
  readonly least: number | undefined;
}

/** How many changed results are named; the rest is counted. */
const MOST_NAMED = 2;

/** Return what follows for the whole plan in words. */
export function describeSummary(
  plan: Plan,
  { now, before, least: chosen }: Answers,
  text: Text,
): SummarySentences {
  const { words, numbers } = text;
  const { indicators, met, joint } = now;
  // While one works, the question stays what it was: of another one, a gain would read as a loss.
  const least = leastAsked(chosen, before ?? now);
  return {
    count: words.summary(met, plan.indicators.length, plan.horizonYear),
    changed: before === undefined ? '' : describeChanges(plan, { now, before }, text),
    widestGap: describeWidestGap(plan, now, text),
    verdicts: describeStatuses(
      indicators.map(({ status }) => status),
      (status, n) => words.statusCount[status](n, met),
    ),
    futures: joint && words.futures.summary(numbers.ofHundred(shareAtLeast(joint, least)), least),
  };
}

function describeChanges(
  plan: Plan,
  { now, before }: { readonly now: Simulation; readonly before: Simulation },
  text: Text,
): string {
  const { words } = text;
  const changes = now.indicators.flatMap(({ id, status }, index) => {
    const old = before.indicators[index]?.status ?? status;
    if (old === status) return [];
    return [words.resultChanged(describeIndicator(plan, id, text), words.status[old], words.status[status])];
  });
  if (changes.length === 0) return '';
  const named = changes.slice(0, MOST_NAMED).join(words.listSeparator);
  return words.resultsChanged(named, changes.length - MOST_NAMED, { from: before.met, to: now.met });
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
