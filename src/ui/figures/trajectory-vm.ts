import { bandAtHorizon, bandOf, BANDS, WIDEST_BAND } from '../../core/draws/quantiles.ts';
import type { DrawSummary } from '../../core/draws/draw-summary.ts';
import type { Indicator, Measure, Plan } from '../../core/plan/plan.ts';
import type { IndicatorResult } from '../../core/simulate-plan.ts';
import type { TrajectoryContent } from '../../charts/trajectory-chart.ts';
import {
  describeBaseline,
  describeTarget,
  describeValue,
  describeVerdict,
  shortTarget,
} from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';

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
): Omit<TrajectoryContent, 'colours' | 'fontFamily'> {
  return {
    years: yearsOf(plan),
    values: [...result.values],
    fan: fanOf(result.drawn, text),
    target: indicator.target,
    targetLabel: text.words.targetLabel(shortTarget(indicator.target, text)),
    lineLabel: text.words.projectionLine,
    formatAmount: text.numbers.published,
    isCount: indicator.count,
  };
}

/** The bands of the draws; none where the draws are all the projection. */
function fanOf(drawn: DrawSummary | undefined, { words }: Text): TrajectoryContent['fan'] {
  if (!drawn?.isUncertain) return [];
  return BANDS.map((band) => {
    const { low, high } = bandOf(drawn, band);
    return { low: [...low], high: [...high], label: words.futures.band(band.share) };
  });
}

/** Return a trajectory from its first year to its last in one sentence. */
export function describeTrajectory(
  { plan, indicator }: TrajectorySubject,
  result: IndicatorResult,
  text: Text,
): string {
  return text.words.chartSummary(
    text.numbers.amount(result.values[0] ?? 0),
    plan.baselineYear,
    describeValue(indicator, result, text),
    plan.horizonYear,
    describeTarget(indicator.target, text),
    describeVerdict(result, text),
  );
}

/** Return where most draws lie in the horizon year in one sentence; empty where they are all the projection. */
export function describeFan(drawn: DrawSummary | undefined, { words, numbers }: Text): string {
  if (!drawn?.isUncertain) return '';
  const { from, to } = bandAtHorizon(drawn, WIDEST_BAND);
  return words.futures.fan(WIDEST_BAND.share, numbers.amount(from), numbers.amount(to));
}

/** One year in the table below the chart, as it is printed. */
export interface YearRow {
  readonly year: number;
  readonly level: string;
  /** From the year before; empty where there is none to state. */
  readonly growth: string;
  /** The sum of the levels so far; undefined where the indicator is not read as one. */
  readonly sum: string | undefined;
}

/** Return the table below the chart, from the baseline year to the horizon. */
export function yearRows(
  { plan, indicator }: TrajectorySubject,
  result: IndicatorResult | undefined,
  text: Text,
): readonly YearRow[] {
  const years = yearsOf(plan);
  if (result === undefined) return years.map((year) => ({ year, level: '…', growth: '', sum: undefined }));
  const { levels, values, measure } = result;
  const { numbers } = text;
  const isSum = IS_SUM[measure];
  /** What is compared with the target must not contradict its verdict. */
  const compared = (t: number, amount: number, isCompared: boolean): string =>
    isCompared && t === years.length - 1 ? describeValue(indicator, result, text) : numbers.amount(amount);
  return years.map((year, t) => {
    const level = levels[t] ?? 0;
    return {
      year,
      level: t === 0 ? describeBaseline(indicator, text) : compared(t, level, !isSum),
      growth: t === 0 ? '' : describeGrowth(levels[t - 1] ?? 0, level, text),
      sum: isSum ? compared(t, values[t] ?? 0, true) : undefined,
    };
  });
}

/** A year's growth in hundredths of a percent; nothing grows from 0. */
function describeGrowth(before: number, level: number, { numbers }: Text): string {
  return before === 0 ? '' : numbers.rate(Math.round((level / before - 1) * 1e4) / 1e4);
}

function yearsOf({ baselineYear, horizonYear }: Plan): readonly number[] {
  return Array.from({ length: horizonYear - baselineYear + 1 }, (_, t) => baselineYear + t);
}
