import { assertNever } from '../../../core/assert-never.ts';
import type { NeededByEdge } from '../../../core/assessment/needed-growth.ts';
import type { GrowthAssumption } from '../../../core/growth/growth-shapes.ts';
import { leadRate, withLeadRate } from '../../../core/growth/lead-rate.ts';
import { FACTOR_OUTCOMES, type FactorOutcome } from '../../../core/link/view.ts';
import type { Indicator, Plan } from '../../../core/plan/plan.ts';
import { growthOf, spreadOf, type Scenario } from '../../../core/scenario/scenario.ts';
import { axisRate, type SweepOutcome } from '../../../core/sensitivity/sweep.ts';
import { describeCount } from '../../../text/describe-assumption.ts';
import { describeIndicator } from '../../../text/describe.ts';
import type { Text } from '../../../text/text.ts';
import { cellAt, sweepRange, type SweepRange } from '../../figures/sweep-axis.ts';
import { ANSWER_WORDS } from '../../../text/words/answers.ts';

/** Something of the map's two axes. */
export interface OfAxes<Value> {
  readonly across: Value;
  readonly up: Value;
}
/** Ids of the indicators on the two axes. */
export type Axes = OfAxes<string>;

/** What the shades of each outcome stand for: a share of the draws, or a number of targets. */
export const SHADED: Readonly<Record<FactorOutcome, 'share' | 'count'>> = {
  both: 'share',
  count: 'count',
  across: 'share',
  up: 'share',
};

/** How far a map reaches beyond needed growth, as a fraction a year: there spreads still decide. */
const BEYOND = 0.1;
/** A needed rate from here on is no reason to draw everything small. */
const FAR_OFF = 1;
/** Swatches of the legend, as shares of the darkest shade. */
const SWATCHES = [0, 0.25, 0.5, 0.75, 1];

/** Return the axes with another indicator on one; the other takes what stood here, where it had that indicator. */
export function withAxis(axes: Axes, axis: keyof Axes, id: string): Axes {
  const other = axis === 'across' ? 'up' : 'across';
  return { ...axes, [axis]: id, [other]: axes[other] === id ? axes[axis] : axes[other] };
}

/** Return what each outcome is called where one is chosen. */
export function outcomeOptions(
  plan: Plan,
  axes: Axes,
  text: Text,
): readonly { readonly value: FactorOutcome; readonly label: string }[] {
  const words = ANSWER_WORDS[text.language].map;
  const labels: Readonly<Record<FactorOutcome, string>> = {
    both: words.both,
    count: words.count,
    across: words.only(describeIndicator(plan, axes.across, text)),
    up: words.only(describeIndicator(plan, axes.up, text)),
  };
  return FACTOR_OUTCOMES.map((value) => ({ value, label: labels[value] }));
}

/** Return what a sweep is asked for. */
export function sweepOutcome(shown: FactorOutcome, axes: Axes): SweepOutcome {
  switch (shown) {
    case 'both':
    case 'count':
      return { kind: shown };
    case 'across':
    case 'up':
      return { kind: 'one', indicator: axes[shown] };
    default:
      return assertNever(shown);
  }
}

/** Return the lead rate of an indicator as the scenario stands, as a fraction a year. */
export function rateOf(plan: Plan, scenario: Scenario, id: string): number {
  return leadRate(growthOf(scenario, id), indicatorOf(plan, id));
}

/** Return the axis of an indicator: round it stand its rate and the rates at which it meets its target. */
export function axisRange(rate: number, needed: NeededByEdge | undefined): SweepRange {
  const edges = Object.values(needed ?? {}).flatMap((edge) => (edge.kind === 'found' ? [edge.rate] : []));
  return sweepRange([rate, ...edges.filter((edge) => edge < FAR_OFF).map((edge) => edge + BEYOND)]);
}

/** Return the cell nearest to two rates, counted row after row from the lowest rate up. */
export function cellNear(ranges: OfAxes<SweepRange>, rates: OfAxes<number>): number {
  return cellAt(ranges.up, rates.up) * ranges.across.cells + cellAt(ranges.across, rates.across);
}

/** Return the rates in the middle of a cell, as fractions a year. */
export function ratesAt(ranges: OfAxes<SweepRange>, cell: number): OfAxes<number> {
  const column = cell % ranges.across.cells;
  const row = (cell - column) / ranges.across.cells;
  return { across: axisRate(ranges.across, column), up: axisRate(ranges.up, row) };
}

/** Return the growth of both indicators at these rates, each in the shape it has. */
export function growthsAt(
  plan: Plan,
  scenario: Scenario,
  { axes, rates }: { readonly axes: Axes; readonly rates: OfAxes<number> },
): Readonly<Record<string, GrowthAssumption>> {
  const at = (id: string, rate: number): GrowthAssumption =>
    withLeadRate(growthOf(scenario, id), indicatorOf(plan, id), rate);
  return { [axes.across]: at(axes.across, rates.across), [axes.up]: at(axes.up, rates.up) };
}

/** Return whether nothing that is shown has a spread, so that every future is the projection. */
export function isCertain(
  plan: Plan,
  scenario: Scenario,
  { shown, axes }: { readonly shown: FactorOutcome; readonly axes: Axes },
): boolean {
  const watched = SHADED[shown] === 'count' ? plan.indicators.map(({ id }) => id) : [axes.across, axes.up];
  return scenario.influences.length === 0 && watched.every((id) => spreadOf(scenario, id) === 0);
}

/** Return the values of the lightest and the darkest shade. */
export function shadesOf(
  shown: FactorOutcome,
  values: Float64Array | undefined,
): { readonly from: number; readonly to: number } {
  const known = [...(values ?? [])].filter((value) => !Number.isNaN(value));
  if (SHADED[shown] === 'share' || known.length === 0) return { from: 0, to: 1 };
  return { from: Math.min(...known), to: Math.max(...known) };
}

/** Return the swatches of the legend, each with what it stands for. */
export function legendOf(
  shown: FactorOutcome,
  { from, to }: { readonly from: number; readonly to: number },
  text: Text,
): readonly { readonly share: number; readonly label: string }[] {
  const labels: Readonly<Record<'share' | 'count', (share: number) => string>> = {
    share: (share) => String(share * 100),
    count: (share) => describeCount(from + (to - from) * share, 1, text),
  };
  return SWATCHES.map((share) => ({ share, label: labels[SHADED[shown]](share) }));
}

/** Return two rates in words. */
export function describeRates({ across, up }: OfAxes<number>, { language, numbers }: Text): string {
  return ANSWER_WORDS[language].map.at(numbers.rate(across), numbers.rate(up));
}

/** Return an outcome in words; a mark where it is not known yet. */
export function describeOutcome(
  value: number | undefined,
  { plan, shown, axes }: { readonly plan: Plan; readonly shown: FactorOutcome; readonly axes: Axes },
  text: Text,
): string {
  const words = ANSWER_WORDS[text.language].map;
  if (value === undefined || Number.isNaN(value)) return words.pending;
  switch (shown) {
    case 'both':
      return words.bothIn(text.numbers.ofHundred(value));
    case 'count':
      return words.expected(describeCount(value, 1, text), plan.indicators.length);
    case 'across':
    case 'up':
      return words.oneIn(describeIndicator(plan, axes[shown], text), text.numbers.ofHundred(value));
    default:
      return assertNever(shown);
  }
}

function indicatorOf(plan: Plan, id: string): Indicator {
  return plan.indicators.find((known) => known.id === id) as Indicator;
}
