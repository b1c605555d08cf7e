import { assertNever } from '../../../core/assert-never.ts';
import {
  settableRate,
  settableRateAtShare,
  type NeededGrowth,
} from '../../../core/assessment/needed-growth.ts';
import { RATE_RANGE } from '../../../core/growth/compound.ts';
import type { GrowthAssumption } from '../../../core/growth/growth-shapes.ts';
import { isConstantRate, leadRate } from '../../../core/growth/lead-rate.ts';
import type { Indicator, Measure, Plan } from '../../../core/plan/plan.ts';
import { decidingEdge, edgesOf, edgeValue, type Edge } from '../../../core/plan/target.ts';
import type { IndicatorResult } from '../../../core/simulate-plan.ts';
import type { Text } from '../../../text/text.ts';

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
  { words }: Text,
): string {
  const isLevel = IS_LEVEL[indicator.measure] || (result !== undefined && IS_LEVEL[result.measure]);
  return isLevel ? words.baselineIn(plan.baselineYear) : words.baselineFlowIn(plan.baselineYear);
}

/** Return what the projected value is called: by its rate where that says all, else by its growth shape. */
export function nameProjection(
  { plan, indicator }: { readonly plan: Plan; readonly indicator: Indicator },
  growth: GrowthAssumption,
  { words, numbers }: Text,
): string {
  return isConstantRate(growth)
    ? words.projectedAt(plan.horizonYear, numbers.rate(leadRate(growth, indicator)))
    : words.projectedShape(plan.horizonYear, words.shape[growth.kind]);
}

/** Return the growth that just meets each edge of the target. */
export function neededForEdges(
  indicator: Indicator,
  result: IndicatorResult | undefined,
  text: Text,
): readonly NeededForEdge[] {
  const { words, numbers } = text;
  return edgesOf(indicator.target).map(({ edge, value }) => {
    const needed = result?.needed[edge];
    const at = numbers.published(value);
    const rate = settable(needed, edge, settableRate);
    return {
      edge,
      name: words.neededFor(at),
      needed: describeNeeded(needed, { edge, value, round: settableRate }, text),
      offer: rate === undefined ? undefined : { rate, label: words.useItFor(numbers.rate(rate), at) },
    };
  });
}

/** Return the growth at which a wanted share of the draws meets the target. */
export function neededAtShare(
  { target }: Indicator,
  { growthAtShare, wantedShare }: { readonly growthAtShare: NeededGrowth; readonly wantedShare: number },
  text: Text,
): NeededNumber {
  const { words, numbers } = text;
  const edge = decidingEdge(target);
  const value = edgeValue(target, edge) ?? 0;
  const rate = settable(growthAtShare, edge, settableRateAtShare);
  const ofHundred = Math.round(wantedShare * 100);
  return {
    needed: describeNeeded(growthAtShare, { edge, value, round: settableRateAtShare }, text),
    offer:
      rate === undefined ? undefined : { rate, label: words.useItForShare(numbers.rate(rate), ofHundred) },
  };
}

type Round = (rate: number, edge: Edge) => number;

function settable(needed: NeededGrowth | undefined, edge: Edge, round: Round): number | undefined {
  if (needed?.kind !== 'found') return undefined;
  const rate = round(needed.rate, edge);
  return rate >= RATE_RANGE.from && rate <= RATE_RANGE.to ? rate : undefined;
}

/** Rounded to the side where the target is met, so that typing what is printed meets it. */
function describeNeeded(
  needed: NeededGrowth | undefined,
  { edge, value, round }: { readonly edge: Edge; readonly value: number; readonly round: Round },
  { words, numbers }: Text,
): string {
  if (needed === undefined) return '…';
  switch (needed.kind) {
    case 'found':
      return numbers.rate(round(needed.rate, edge));
    case 'out-of-reach': {
      const best = numbers.amount(needed.best);
      return needed.best < value ? words.outOfReachLow(best) : words.outOfReachHigh(best);
    }
    default:
      return assertNever(needed);
  }
}
