import { bandAtHorizon, bandOf, BANDS, WIDEST_BAND } from '../../core/draws/quantiles.ts';
import type { DrawSummary } from '../../core/draws/draw-summary.ts';
import type { Indicator, Measure, Plan } from '../../core/plan/plan.ts';
import type { IndicatorResult } from '../../core/simulate-plan.ts';
import type { ChartLook } from '../../charts/chart-colours.ts';
import type { TrajectoryContent } from '../../charts/trajectory-chart.ts';
import {
  describeBaseline,
  describeTarget,
  describeValueInUnit,
  describeVerdict,
  shortTarget,
} from '../../text/describe.ts';
import { amountsOf } from '../../text/amounts.ts';
import type { Text } from '../../text/text.ts';
import { PANEL_WORDS } from '../../text/words/panel.ts';

/** What a trajectory is of. */
export interface TrajectorySubject {
  readonly plan: Plan;
  readonly indicator: Indicator;
}

/** Whether `y_t` is the sum of the levels so far, which then is worth a column of its own. */
const IS_SUM: Readonly<Record<Measure, boolean>> = { stock: false, flow: false, cumulative: true };

/** Return what the chart shows, but for the look of the page. */
export function trajectoryContent(
  { plan, indicator }: TrajectorySubject,
  result: IndicatorResult,
  text: Text,
): Omit<TrajectoryContent, keyof ChartLook> {
  const panel = PANEL_WORDS[text.language];
  const { scale, target } = amountsOf(indicator, text);
  return {
    years: yearsOf(plan),
    values: Array.from(result.values, (value) => value * scale),
    fan: fanOf(result.drawn, scale, text),
    target,
    targetLabel: panel.targetLabel(shortTarget(indicator, text)),
    lineLabel: panel.projectionLine,
    formatAmount: text.numbers.published,
    isCount: indicator.count,
  };
}

/** The bands of the draws; none where the draws are all the projection. */
function fanOf(drawn: DrawSummary | undefined, scale: number, { language }: Text): TrajectoryContent['fan'] {
  if (!drawn?.isUncertain) return [];
  return BANDS.map((band) => {
    const { low, high } = bandOf(drawn, band);
    const scaled = (values: Float64Array): number[] => Array.from(values, (value) => value * scale);
    return { low: scaled(low), high: scaled(high), label: PANEL_WORDS[language].band(band.share) };
  });
}

/** Return a trajectory from its first year to its last in one sentence. */
export function describeTrajectory(
  { plan, indicator }: TrajectorySubject,
  result: IndicatorResult,
  text: Text,
): string {
  return PANEL_WORDS[text.language].chartSummary(
    amountsOf(indicator, text).amount(result.values[0] ?? 0),
    plan.baselineYear,
    describeValueInUnit(indicator, result, text),
    plan.horizonYear,
    describeTarget(indicator, text),
    describeVerdict(indicator, result, text),
  );
}

/** Return where most draws lie in the horizon year in one sentence; empty where they are all the projection. */
export function describeFan(indicator: Indicator, drawn: DrawSummary | undefined, text: Text): string {
  if (!drawn?.isUncertain) return '';
  const { from, to } = bandAtHorizon(drawn, WIDEST_BAND);
  const { amount } = amountsOf(indicator, text);
  return PANEL_WORDS[text.language].fan(WIDEST_BAND.share, amount(from), amount(to));
}

/** The table below the chart, as it is printed: a row for each year, from the baseline year to the horizon. */
export interface YearTable {
  /** Names of the columns after that of the years. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly year: number; readonly cells: readonly string[] }[];
}

/** Return the table below the chart; its numbers are dots while there is no answer. */
export function yearTable(
  { plan, indicator }: TrajectorySubject,
  result: IndicatorResult | undefined,
  text: Text,
): YearTable {
  const panel = PANEL_WORDS[text.language];
  const years = yearsOf(plan);
  const heads = [panel.level, panel.growth];
  if (result === undefined) return { heads, rows: years.map((year) => ({ year, cells: ['…', ''] })) };
  const { levels, values, measure } = result;
  const isSum = IS_SUM[measure];
  const { exact, exactSteps } = amountsOf(indicator, text);
  /** Levels under a sum are told by what the sum grows, so that what is shown adds up as shown. */
  const told = isSum ? exactSteps(values) : Array.from(levels, exact);
  const rows = years.map((year, t) => {
    const level = levels[t] ?? 0;
    const cells = [
      t === 0 ? describeBaseline(indicator, text) : (told[t] ?? ''),
      // Nothing comes before the first year.
      t === 0 ? '' : describeGrowth(levels[t - 1] ?? 0, level, text),
      ...(isSum ? [exact(values[t] ?? 0)] : []),
    ];
    return { year, cells };
  });
  return { heads: isSum ? [...heads, panel.sumSoFar] : heads, rows };
}

/** A year's growth in hundredths of a percent; nothing grows from 0. */
function describeGrowth(before: number, level: number, { numbers }: Text): string {
  return before === 0 ? '' : numbers.rate(Math.round((level / before - 1) * 1e4) / 1e4);
}

function yearsOf({ baselineYear, horizonYear }: Plan): readonly number[] {
  return Array.from({ length: horizonYear - baselineYear + 1 }, (_, t) => baselineYear + t);
}
