import { exp } from '../arithmetic/exp.ts';
import { log } from '../arithmetic/log.ts';
import { assessTarget, isMet, metRange, type MetRange } from '../assessment/assess-target.ts';
import { HIGHEST_LEVEL, measuredValues } from '../projection/project-plan.ts';
import type { Measure } from '../plan/plan.ts';
import type { DrawMemory } from '../shocks/shock-cache.ts';
import { indicatorAt, placesBehind, type DrawModel } from './draw-model.ts';
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
  readonly hits: Uint8Array | undefined;
  readonly summary: DrawSummary;
}

/**
 * Draw one indicator.
 *
 * @param model What the draws are made from.
 * @param place The indicator's place in the plan.
 * @param memory The kept luck.
 * @returns Its hits and its summary.
 */
export function drawIndicator(model: DrawModel, place: number, memory: DrawMemory): IndicatorDraws {
  const { projector, levels, spreads, kinds } = model;
  const { ranks } = memory;
  const { number, baseline, target } = indicatorAt(model, place);
  const measure = projector.measures[place] as Measure;
  const path = levels[place] as Float64Array;
  const first = measure === 'cumulative' ? 0 : baseline.value;
  if (kinds[place] === 'certain')
    return { hits: undefined, summary: certainSummary(model, place, ranks.dots.length) };
  const range = metRange(target);
  if (kinds[place] === 'scaled') {
    const spread = spreads[place] as number;
    const hits = scaledHits(memory.luckOf(number), { path, spread, range, draws: memory.setting.draws });
    const years = path.length - 1;
    const statistics = memory.luckStatisticsOf(number).map((luck, at) => {
      const year = Math.min(years, 1 + Math.floor(at / ranks.everyYear.length));
      return scaledValue(path, spread, { luck, year });
    });
    return { hits, summary: summarise(statistics, { first, ranks, shareMet: shareOf(hits) }) };
  }
  const isSummed = kinds[place] === 'summed';
  const spread = spreads[place] as number;
  const values = isSummed
    ? summedDraws(memory.factorsOf(number, spread), path, memory.setting.draws)
    : steppedDraws(model, place, steppingWith(model, memory));
  const hits = hitsAmong(values.subarray(values.length - memory.setting.draws), range);
  const projected = measuredValues(path, measure);
  const rangeIn = (year: number): ValueRange => {
    const factor = exp(spread * memory.reachIn(year));
    const value = projected[year + 1] as number;
    return { low: value / factor, high: value * factor };
  };
  const statistics = statisticsOf(values, ranks, isSummed && spread < NARROW ? rangeIn : undefined);
  return { hits, summary: summarise(statistics, { first, ranks, shareMet: shareOf(hits) }) };
}

/**
 * Return what `steppedDraws` needs, from kept luck.
 *
 * @param model What the draws are made from.
 * @param memory The kept luck.
 */
export function steppingWith(
  model: DrawModel,
  memory: DrawMemory,
): { shocksOf: (place: number) => Float64Array | undefined; draws: number } {
  return {
    draws: memory.setting.draws,
    shocksOf: (place) => {
      const spread = model.spreads[place] as number;
      return spread > 0 ? memory.shocksOf(indicatorAt(model, place).number, spread) : undefined;
    },
  };
}

/**
 * Return what an indicator's draws hang on besides the luck, as a text: equal texts, equal draws.
 *
 * @param model What the draws are made from.
 * @param place The indicator's place in the plan.
 */
export function drawKey(model: DrawModel, place: number): string {
  const { projector, levels, spreads, kinds } = model;
  const { target } = indicatorAt(model, place);
  const { from, to } = metRange(target);
  const own = `${kinds[place]} ${projector.measures[place]} ${from} ${to} ${spreads[place]} ${levels[place]?.join(' ')}`;
  if (kinds[place] !== 'stepped') return own;
  const behind = placesBehind(model, place).map((at) => [
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
 * @param options The draw's accumulated luck, and which year, 1 for the first projected one.
 * @returns `y_t` in the indicator's unit.
 */
export function scaledValue(
  path: Float64Array,
  spread: number,
  { luck, year }: { readonly luck: number; readonly year: number },
): number {
  return Math.min(HIGHEST_LEVEL, (path[year] as number) * exp(spread * luck));
}

/**
 * Mark the draws of a scaled indicator that meet its target, by comparing luck with the luck it takes.
 *
 * @param luck Accumulated luck: year after year, one number for each draw.
 * @param options Projected levels, spread as a fraction, what meets the target, and how many draws a year has.
 */
export function scaledHits(
  luck: Float64Array,
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
  const hits = new Uint8Array(draws);
  const least = range.from <= 0 ? -Infinity : log(range.from / level) / spread;
  const most = range.to === Infinity ? Infinity : log(range.to / level) / spread;
  const offset = luck.length - draws;
  for (let k = 0; k < draws; k++) {
    const z = luck[offset + k] as number;
    // No branch: it would be guessed wrong every other time.
    hits[k] = Number(z >= least) & Number(z <= most);
  }
  return hits;
}

/**
 * Mark the values that meet a target.
 *
 * @param values In the horizon year, one for each draw.
 * @param range What meets the target.
 */
export function hitsAmong(values: Float64Array, { from, to }: MetRange): Uint8Array {
  const hits = new Uint8Array(values.length);
  for (let k = 0; k < values.length; k++) {
    const value = values[k] as number;
    hits[k] = Number(value >= from) & Number(value <= to);
  }
  return hits;
}

/** The share of ones. */
function shareOf(hits: Uint8Array): number {
  let count = 0;
  for (let k = 0; k < hits.length; k++) count += hits[k] as number;
  return count / hits.length;
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
 * @param place The indicator's place in the plan.
 * @param dotCount How many dots the summary has.
 */
export function certainSummary(
  { projector, levels }: DrawModel,
  place: number,
  dotCount = DOTS,
): DrawSummary {
  const values = measuredValues(levels[place] as Float64Array, projector.measures[place] as Measure);
  const value = values.at(-1) as number;
  const target = projector.plan.indicators[place]?.target;
  const met = target !== undefined && isMet(assessTarget(value, target).status);
  return {
    shareMet: met ? 1 : 0,
    quantiles: QUANTILES.map(() => values),
    dots: new Float64Array(dotCount).fill(value),
  };
}
