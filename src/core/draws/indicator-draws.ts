import { exp } from '../arithmetic/exp.ts';
import { log } from '../arithmetic/log.ts';
import { assessTarget, isMet, metRange, type MetRange } from '../assessment/assess-target.ts';
import { HIGHEST_LEVEL, measuredValues } from '../projection/project-plan.ts';
import type { Measure } from '../plan/plan.ts';
import type { ShockCache } from '../shocks/shock-cache.ts';
import { indicatorAt, indicesBehind, type DrawModel } from './draw-model.ts';
import { atRank, type Rank, type ValueRange } from './order-statistics.ts';
import { DOTS, QUANTILES, statisticsOf, type RankTable } from './summary-ranks.ts';
import { steppedDraws } from './kinds/stepped.ts';

/** Up to this spread, as a fraction, sums lie so near their projection that cells around it tell them apart. */
const NARROW = 0.15;

/** What the draws of one indicator say. */
export interface DrawSummary {
  /** Share of draws that meet the target, 0 to 1; beyond a range counts. */
  readonly shareMet: number;
  /** For each of `QUANTILES`, `y_t` from the baseline year to the horizon, in the indicator's unit. */
  readonly quantiles: readonly Float64Array[];
  /** 50 values in the horizon year, in order: the middle of each fiftieth of the draws. */
  readonly dots: Float64Array;
}

/** Draws of one indicator: which meet the target, and what they say together. */
export interface IndicatorDraws {
  /** 1 for each draw that meets the target, else 0; undefined where all draws are the same. */
  readonly metMask: Uint8Array | undefined;
  readonly summary: DrawSummary;
}

/**
 * Draw one indicator.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param memory The kept shocks.
 * @returns Its metMask and its summary.
 */
export function drawIndicator(model: DrawModel, index: number, memory: ShockCache): IndicatorDraws {
  const { projector, levels, spreads, kinds } = model;
  const { ranks } = memory;
  const { number, baseline, target } = indicatorAt(model, index);
  const measure = projector.measures[index] as Measure;
  const path = levels[index] as Float64Array;
  const first = measure === 'cumulative' ? 0 : baseline.value;
  if (kinds[index] === 'certain')
    return { metMask: undefined, summary: certainSummary(model, index, ranks.dots.length) };
  const range = metRange(target);
  if (kinds[index] === 'scaled') {
    const spread = spreads[index] as number;
    const metMask = lognormalMetMask(memory.cumulativeShocksOf(number), {
      path,
      spread,
      range,
      draws: memory.setting.draws,
    });
    const years = path.length - 1;
    const statistics = memory.shockStatisticsOf(number).map((shocks, at) => {
      const year = Math.min(years, 1 + Math.floor(at / ranks.everyYear.length));
      return scaledValue(path, spread, { shocks, year });
    });
    return { metMask, summary: summarise(statistics, { first, ranks, shareMet: shareOf(metMask) }) };
  }
  const isSummed = kinds[index] === 'summed';
  const spread = spreads[index] as number;
  const values = isSummed
    ? summedDraws(memory.cumulativeFactorsOf(number, spread), path, memory.setting.draws)
    : steppedDraws(model, index, steppingWith(model, memory));
  const metMask = metMaskOf(values.subarray(values.length - memory.setting.draws), range);
  const projected = measuredValues(path, measure);
  const rangeIn = (year: number): ValueRange => {
    const factor = exp(spread * memory.reachIn(year));
    const value = projected[year + 1] as number;
    return { low: value / factor, high: value * factor };
  };
  const statistics = statisticsOf(values, ranks, isSummed && spread < NARROW ? rangeIn : undefined);
  return { metMask, summary: summarise(statistics, { first, ranks, shareMet: shareOf(metMask) }) };
}

/**
 * Return what `steppedDraws` needs, from kept shocks.
 *
 * @param model What the draws are made from.
 * @param memory The kept shocks.
 */
export function steppingWith(
  model: DrawModel,
  memory: ShockCache,
): { yearlyFactorsOf: (index: number) => Float64Array | undefined; draws: number } {
  return {
    draws: memory.setting.draws,
    yearlyFactorsOf: (index) => {
      const spread = model.spreads[index] as number;
      return spread > 0 ? memory.yearlyFactorsOf(indicatorAt(model, index).number, spread) : undefined;
    },
  };
}

/**
 * Return what an indicator's draws hang on besides the shocks, as a text: equal texts, equal draws.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function drawKey(model: DrawModel, index: number): string {
  const { projector, levels, spreads, kinds } = model;
  const { target } = indicatorAt(model, index);
  const { from, to } = metRange(target);
  const own = `${kinds[index]} ${projector.measures[index]} ${from} ${to} ${spreads[index]} ${levels[index]?.join(' ')}`;
  if (kinds[index] !== 'stepped') return own;
  const behind = indicesBehind(model, index).map((at) => [
    indicatorAt(model, at).number,
    kinds[at],
    spreads[at],
    projector.growth[at],
    [...(projector.driven[at] as Float64Array)],
    projector.feeds[at]?.map(({ from: feeder, strength }) => [
      indicatorAt(model, feeder).number,
      strength,
      kinds[feeder] === 'certain' ? [...(levels[feeder] as Float64Array)] : null,
    ]),
    [...(levels[at] as Float64Array)],
  ]);
  return `${own} ${JSON.stringify(behind)}`;
}

/**
 * Return `y_t` of an indicator that is summed over the years, from the first projected year on.
 *
 * @param factors `exp(s Z_t)`: year after year, one number for each draw.
 * @param path Its projected levels, from the baseline year on.
 * @param draws How many draws a year has.
 * @returns Same shape as `factors`, in the indicator's unit.
 */
export function summedDraws(factors: Float64Array, path: Float64Array, draws: number): Float64Array {
  const values = new Float64Array(factors.length);
  for (let at = 0; at < factors.length; at += draws) {
    const level = path[at / draws + 1] as number;
    for (let k = at; k < at + draws; k++) {
      const amount = level * (factors[k] as number);
      values[k] =
        (at === 0 ? 0 : (values[k - draws] as number)) + (amount < HIGHEST_LEVEL ? amount : HIGHEST_LEVEL);
    }
  }
  return values;
}

/**
 * Return one draw of a stock or flow under growth that multiplies.
 *
 * @param path Its projected levels, from the baseline year on.
 * @param spread `s`, as a fraction.
 * @param options The draw's cumulative shocks, and which year, 1 for the first projected one.
 * @returns `y_t` in the indicator's unit.
 */
export function scaledValue(
  path: Float64Array,
  spread: number,
  { shocks, year }: { readonly shocks: number; readonly year: number },
): number {
  return Math.min(HIGHEST_LEVEL, (path[year] as number) * exp(spread * shocks));
}

/**
 * Mark the draws of a scaled indicator that meet its target, by comparing shocks with the shocks it takes.
 *
 * @param shocks Cumulative shocks: year after year, one number for each draw.
 * @param options Projected levels, spread as a fraction, what meets the target, and how many draws a year has.
 */
export function lognormalMetMask(
  shocks: Float64Array,
  {
    path,
    spread,
    range,
    draws,
  }: {
    readonly path: Float64Array;
    readonly spread: number;
    readonly range: MetRange;
    readonly draws: number;
  },
): Uint8Array {
  const level = path.at(-1) as number;
  const metMask = new Uint8Array(draws);
  const least = range.from <= 0 ? -Infinity : log(range.from / level) / spread;
  const most = range.to === Infinity ? Infinity : log(range.to / level) / spread;
  const offset = shocks.length - draws;
  for (let k = 0; k < draws; k++) {
    const z = shocks[offset + k] as number;
    // No branch: it would be guessed wrong every other time.
    metMask[k] = Number(z >= least) & Number(z <= most);
  }
  return metMask;
}

/**
 * Mark the values that meet a target.
 *
 * @param values In the horizon year, one for each draw.
 * @param range What meets the target.
 */
export function metMaskOf(values: Float64Array, { from, to }: MetRange): Uint8Array {
  const metMask = new Uint8Array(values.length);
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    metMask[k] = Number(value >= from) & Number(value <= to);
  }
  return metMask;
}

/** The share of ones. */
function shareOf(metMask: Uint8Array): number {
  let count = 0;
  for (let k = 0; k < metMask.length; k++) count += metMask[k] as number;
  return count / metMask.length;
}

/**
 * Return quantiles and dots from the order statistics of each year.
 *
 * @param statistics As `statisticsOf` gives them, in the indicator's unit.
 * @param options `y` in the baseline year, the ranks, and the share of draws that meet the target.
 */
export function summarise(
  statistics: Float64Array,
  {
    first,
    ranks,
    shareMet,
  }: { readonly first: number; readonly ranks: RankTable; readonly shareMet: number },
): DrawSummary {
  const width = ranks.everyYear.length;
  const years = (statistics.length - ranks.horizon.length) / width + 1;
  const between = (rank: Rank, at: number): number =>
    atRank(rank, statistics[at] as number, statistics[at + 1] as number);
  const quantiles = ranks.quantiles.map((rank, q) => {
    const values = new Float64Array(years + 1);
    values[0] = first;
    for (let t = 0; t < years; t++) values[t + 1] = between(rank, t * width + 2 * q);
    return values;
  });
  const dots = Float64Array.from(ranks.dots, (rank, dot) => between(rank, years * width + 2 * dot));
  return { shareMet, quantiles, dots };
}

/**
 * Return what draws say that are all the projection.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param dotCount How many dots the summary has.
 */
export function certainSummary(
  { projector, levels }: DrawModel,
  index: number,
  dotCount = DOTS,
): DrawSummary {
  const values = measuredValues(levels[index] as Float64Array, projector.measures[index] as Measure);
  const value = values.at(-1) as number;
  const target = projector.plan.indicators[index]?.target;
  const met = target !== undefined && isMet(assessTarget(value, target).status);
  return {
    shareMet: met ? 1 : 0,
    quantiles: QUANTILES.map(() => values),
    dots: new Float64Array(dotCount).fill(value),
  };
}
