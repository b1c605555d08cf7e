import type { Range } from '../../core/arithmetic/range.ts';
import type { GrowthZone } from '../../core/assessment/needed-growth.ts';
import { growthZoneAtShare } from '../../core/assessment/zone-at-share.ts';
import { bandAtHorizon, WIDEST_BAND } from '../../core/draws/quantiles.ts';
import type { GrowthAssumption } from '../../core/growth/growth-shapes.ts';
import { isConstantRate, leadRate } from '../../core/growth/lead-rate.ts';
import type { Indicator, Measure, Plan } from '../../core/plan/plan.ts';
import type { IndicatorResult } from '../../core/simulate-plan.ts';
import { amountsOf } from '../../text/amounts.ts';
import { describeAmountAYear, describeGrowing } from '../../text/describe-growth.ts';
import {
  describeAttainment,
  describeUnit,
  describeValueInUnit,
  describeVerdict,
} from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';

/** Return what stands under an indicator's name: unit, period, its growth shape where it is not the usual one. */
export function describeRow(
  { plan, indicator }: { readonly plan: Plan; readonly indicator: Indicator },
  { measure, growth }: { readonly measure: Measure; readonly growth: GrowthAssumption },
  text: Text,
): string {
  return [
    describeUnit(indicator, measure, { plan, text }),
    text.words.shapeMark[growth.kind](describeAmountAYear(indicator, growth, text)),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** What is said of a row's slider. */
export interface SpokenRow {
  readonly plan: Plan;
  readonly indicator: Indicator;
  /** Its growth as it stands. */
  readonly growth: GrowthAssumption;
  /** What the slider reaches from end to end, as fractions a year. */
  readonly scale: Range;
  /** What follows from that very rate; undefined while it is not known. */
  readonly result: IndicatorResult | undefined;
}

/** Return what a screen reader says of a row's slider: the rate, and in the same breath what follows from it. */
export function describeRate({ plan, indicator, growth, scale, result }: SpokenRow, text: Text): string {
  const { words, numbers } = text;
  const growing = describeGrowing(indicator, growth, text);
  const said =
    result === undefined
      ? growing
      : words.rateSpoken(
          growing,
          plan.horizonYear,
          describeValueInUnit(indicator, result, text),
          describeVerdict(indicator, result, text),
        );
  const rate = leadRate(growth, indicator);
  const isBeyond = rate > scale.to || rate < scale.from;
  return isBeyond ? `${said}; ${words.thumbAtEnd(numbers.rate(rate))}` : said;
}

/** The rates at which a target is met, and those at which the wanted share of draws meets it. */
export interface RowZones {
  readonly zone: GrowthZone | undefined;
  readonly zoneAtShare: GrowthZone | undefined;
}

/** Return the zones on a row's slider: none where growth is no constant rate, which is what a zone is about. */
export function rowZones(
  { target }: Indicator,
  growth: GrowthAssumption,
  result: IndicatorResult | undefined,
): RowZones {
  if (result === undefined || !isConstantRate(growth)) return { zone: undefined, zoneAtShare: undefined };
  return { zone: result.zone, zoneAtShare: growthZoneAtShare(target, result) };
}

/** Return where the widest band of an indicator's draws lies in the horizon year; undefined where there is none to see. */
export function whiskerOf({ drawn }: IndicatorResult): Range | undefined {
  if (!drawn?.isUncertain) return undefined;
  const { from, to } = bandAtHorizon(drawn, WIDEST_BAND);
  // Nearly all draws can be one value where a few are not.
  return from === to ? undefined : { from, to };
}

/** Return what a screen reader says of a row's bullet: the share of the target, and where the draws lie. */
export function describeBullet(
  indicator: Indicator,
  result: IndicatorResult | undefined,
  text: Text,
): string {
  const { words } = text;
  if (result === undefined) return words.working;
  const share = words.bulletLabel(describeAttainment(result));
  const whisker = whiskerOf(result);
  if (whisker === undefined) return share;
  const { from, to } = whisker;
  const { amount } = amountsOf(indicator, text);
  const band = words.futures.whisker(WIDEST_BAND.share, amount(from), amount(to));
  return [share, band].join(words.listSeparator);
}
