import { assertNever } from '../../../core/assert-never.ts';
import { shownRate, type GrowthZone, type NeededGrowth } from '../../../core/assessment/needed-growth.ts';
import { RATE_RANGE } from '../../../core/growth/compound.ts';
import { isConstantRate } from '../../../core/growth/lead-rate.ts';
import type { Indicator, Measure, Plan } from '../../../core/plan/plan.ts';
import { decidingEdge, edgesOf, edgeValue, type Edge } from '../../../core/plan/target.ts';
import { growthOf, type Scenario } from '../../../core/scenario/scenario.ts';
import type { IndicatorResult } from '../../../core/simulate-plan.ts';
import { amountsOf } from '../../../text/amounts.ts';
import { describeActing, describeGrowing } from '../../../text/describe-growth.ts';
import { describeValue } from '../../../text/describe.ts';
import type { Text } from '../../../text/text.ts';
import { PANEL_WORDS } from '../../../text/words/panel.ts';

/** Needed growth as it is printed, with the rate that can be taken over. */
export interface NeededNumber {
  /** A rate, or why there is none. */
  readonly needed: string;
  /** What a button sets, on the side where the target is met, and what it is called; undefined where nothing can be set. */
  readonly offer: { readonly rate: number; readonly label: string } | undefined;
}

/** Needed growth for one edge of the target. */
export interface NeededForEdge extends NeededNumber {
  readonly edge: Edge;
  readonly name: string;
}

/** Whether a measure's baseline is a level at a moment, not the amount of a year. */
const IS_LEVEL: Readonly<Record<Measure, boolean>> = { stock: true, flow: false, cumulative: false };

/** Return what the baseline is called; a level where the plan or the scenario reads it as one. */
export function nameBaseline(
  { plan, indicator }: { readonly plan: Plan; readonly indicator: Indicator },
  result: IndicatorResult | undefined,
  { language }: Text,
): string {
  const panel = PANEL_WORDS[language];
  const isLevel = IS_LEVEL[indicator.measure] || (result !== undefined && IS_LEVEL[result.measure]);
  return isLevel ? panel.baselineIn(plan.baselineYear) : panel.baselineFlowIn(plan.baselineYear);
}

/** Return what the projected value is called: by its rate where that says all, else by its growth shape. */
export function nameProjection(
  { plan, indicator }: { readonly plan: Plan; readonly indicator: Indicator },
  scenario: Scenario,
  text: Text,
): string {
  const { words } = text;
  const panel = PANEL_WORDS[text.language];
  const growth = growthOf(scenario, indicator.id);
  const acting = describeActing({ plan, indicator }, scenario, text);
  const withActing = (said: string): string => [said, acting].filter(Boolean).join(words.listSeparator);
  return isConstantRate(growth)
    ? panel.projectedAt(plan.horizonYear, withActing(describeGrowing(indicator, growth, text)))
    : panel.projectedShape(plan.horizonYear, withActing(panel.shapeInText[growth.kind]));
}

/** Return the projected value with all decimals that say something; empty where the row shows them all. */
export function exactValue(indicator: Indicator, result: IndicatorResult, text: Text): string {
  const exact = amountsOf(indicator, text).exact(result.value);
  return exact === describeValue(indicator, result, text) ? '' : PANEL_WORDS[text.language].exactly(exact);
}

/** Return the growth that just meets each edge of the target. */
export function neededForEdges(
  indicator: Indicator,
  result: IndicatorResult | undefined,
  text: Text,
): readonly NeededForEdge[] {
  const { numbers } = text;
  const panel = PANEL_WORDS[text.language];
  return edgesOf(indicator.target).map(({ edge, value }) => {
    const needed = result?.needed[edge];
    const at = amountsOf(indicator, text).published(value);
    const zone = result?.zone;
    const rate = settable(needed, edge, zone);
    return {
      edge,
      name: panel.neededFor(at),
      needed: describeNeeded(needed, { indicator, edge, value, zone }, text),
      offer: rate === undefined ? undefined : { rate, label: panel.useItFor(numbers.rate(rate), at) },
    };
  });
}

/** Return the growth at which a wanted share of the draws meets the target. */
export function neededAtShare(
  indicator: Indicator,
  { growthAtShare, wantedShare }: { readonly growthAtShare: NeededGrowth; readonly wantedShare: number },
  text: Text,
): NeededNumber {
  const { numbers } = text;
  const panel = PANEL_WORDS[text.language];
  const edge = decidingEdge(indicator.target);
  const value = edgeValue(indicator.target, edge) ?? 0;
  const rate = settable(growthAtShare, edge);
  const ofHundred = Math.round(wantedShare * 100);
  return {
    needed: describeNeeded(growthAtShare, { indicator, edge, value }, text),
    offer:
      rate === undefined ? undefined : { rate, label: panel.useItForShare(numbers.rate(rate), ofHundred) },
  };
}

/** What a button sets is what is printed beside it. */
function settable(needed: NeededGrowth | undefined, edge: Edge, zone?: GrowthZone): number | undefined {
  if (needed?.kind !== 'found') return undefined;
  const rate = shownRate(needed.rate, edge, zone);
  return rate >= RATE_RANGE.from && rate <= RATE_RANGE.to ? rate : undefined;
}

/** What needed growth is of: an edge of an indicator's target, and the rates that meet it all. */
interface NeededQuestion {
  readonly indicator: Indicator;
  readonly edge: Edge;
  readonly value: number;
  readonly zone?: GrowthZone | undefined;
}

/** Rounded to the side where the target is met, so that typing what is printed meets it. */
function describeNeeded(
  needed: NeededGrowth | undefined,
  { indicator, edge, value, zone }: NeededQuestion,
  text: Text,
): string {
  const { numbers } = text;
  const panel = PANEL_WORDS[text.language];
  if (needed === undefined) return '…';
  switch (needed.kind) {
    case 'found':
      return numbers.rate(shownRate(needed.rate, edge, zone));
    case 'out-of-reach': {
      const best = amountsOf(indicator, text).amount(needed.best);
      return needed.best < value ? panel.outOfReachLow(best) : panel.outOfReachHigh(best);
    }
    default:
      return assertNever(needed);
  }
}
