import { exp } from '../arithmetic/exp.ts';
import { shockSource, type ShockSetting, type ShockSource } from './shock-source.ts';
import { rankTable, statisticsOf, type RankTable } from '../draws/summary-ranks.ts';

/** Everything the shocks of a fixed number of draws hangs on. */
export interface DrawSetting extends ShockSetting {
  /** How many draws, from 1. */
  readonly draws: number;
  /** How many dots a summary has; 50 if not stated, 0 for none. */
  readonly dots?: number | undefined;
}

/**
 * Keeps what is the same for every scenario with the same seed, co-movement, persistence and number of draws: each
 * indicator's shocks, its order statistics, and the factors it gives with a spread. Only memory: what is asked for is the
 * same whether it was kept or is computed anew.
 */
export class ShockCache {
  readonly setting: DrawSetting;
  /** The ranks by which so many draws are summarised. */
  readonly ranks: RankTable;
  readonly #source: ShockSource;
  readonly #shocks = new Map<number, Float64Array>();
  readonly #statistics = new Map<number, Float64Array>();
  readonly #factors = new Map<string, { readonly spread: number; readonly values: Float64Array }>();

  /** Arrays of the right length that nobody needs any more. */
  readonly #spare: Float64Array[];

  /**
   * @param setting What the shocks hangs on.
   * @param before A memory that is given up for this one, if any: its arrays are written anew, which is quicker than to
   *   ask for others. Nothing it gave out may be used afterwards.
   */
  constructor(setting: DrawSetting, before?: ShockCache) {
    this.setting = setting;
    const length = setting.years * setting.draws;
    this.#spare = before?.giveUp().filter((array) => array.length === length) ?? [];
    this.ranks = rankTable(setting.draws, setting.dots);
    this.#source = shockSource(setting);
  }

  /**
   * Return an indicator's cumulative shocks.
   *
   * @param number The indicator's permanent number.
   * @returns Year after year, one number for each draw; not to be changed.
   */
  cumulativeShocksOf(number: number): Float64Array {
    let shocks = this.#shocks.get(number);
    if (shocks === undefined) {
      shocks = this.#array();
      this.#source.fill(number, 0, shocks);
      this.#shocks.set(number, shocks);
    }
    return shocks;
  }

  /**
   * Return order statistics of an indicator's cumulative shocks.
   *
   * @param number The indicator's permanent number.
   * @returns As `statisticsOf` gives them.
   */
  shockStatisticsOf(number: number): Float64Array {
    let statistics = this.#statistics.get(number);
    if (statistics === undefined) {
      statistics = statisticsOf(this.cumulativeShocksOf(number), this.ranks, (t) => {
        const reach = this.reachIn(t);
        return { low: -reach, high: reach };
      });
      this.#statistics.set(number, statistics);
    }
    return statistics;
  }

  /**
   * Return how far nearly all cumulative shocks of a year lies from 0, without unit.
   *
   * @param year Which projected year, 0 for the first.
   */
  reachIn(year: number): number {
    // A sum of t + 1 shocks deviates by t + 1 at most, and sqrt(t + 1) at least where shocks does not last.
    return 4 * Math.sqrt((year + 1) * (1 + year * this.setting.phi));
  }

  /** Return `exp(s Z_t)`: what a year's level is multiplied by, all years' shocks so far together. Same shape as shocks. */
  cumulativeFactorsOf(number: number, spread: number): Float64Array {
    return this.#kept(`all ${number}`, spread, (out) =>
      cumulativeFactors(this.cumulativeShocksOf(number), spread, out),
    );
  }

  /** Return `exp(s z_t)`: what a year's level is multiplied by, that year's shock alone. Same shape as shocks. */
  yearlyFactorsOf(number: number, spread: number): Float64Array {
    return this.#kept(`year ${number}`, spread, (out) =>
      yearlyFactors(this.cumulativeShocksOf(number), { spread, draws: this.setting.draws }, out),
    );
  }

  /** Empty this memory and return its arrays. */
  giveUp(): readonly Float64Array[] {
    const factors = [...this.#factors.values()].map(({ values }) => values);
    const arrays = [...this.#spare, ...this.#shocks.values(), ...factors];
    this.#spare.length = 0;
    this.#shocks.clear();
    this.#statistics.clear();
    this.#factors.clear();
    return arrays;
  }

  #array(): Float64Array {
    return this.#spare.pop() ?? new Float64Array(this.setting.years * this.setting.draws);
  }

  #kept(key: string, spread: number, compute: (out: Float64Array) => Float64Array): Float64Array {
    const kept = this.#factors.get(key);
    if (kept?.spread === spread) return kept.values;
    const values = compute(kept?.values ?? this.#array());
    this.#factors.set(key, { spread, values });
    return values;
  }
}

/**
 * Return `exp(s Z_t)` from cumulative shocks.
 *
 * @param shocks Any number of values, without unit.
 * @param spread `s`, as a fraction.
 * @param factors Filled with the result; a new array if not stated.
 * @returns Same shape.
 */
export function cumulativeFactors(
  shocks: Float64Array,
  spread: number,
  factors: Float64Array = new Float64Array(shocks.length),
): Float64Array {
  for (let at = 0; at < shocks.length; at++) factors[at] = exp(spread * (shocks[at] as number));
  return factors;
}

/**
 * Return `exp(s z_t)` from cumulative shocks.
 *
 * @param shocks Year after year, one number for each draw.
 * @param options `s`, as a fraction, and how many draws a year has.
 * @param factors Filled with the result; a new array if not stated.
 * @returns Same shape as shocks.
 */
export function yearlyFactors(
  shocks: Float64Array,
  { spread, draws }: { readonly spread: number; readonly draws: number },
  factors: Float64Array = new Float64Array(shocks.length),
): Float64Array {
  for (let at = 0; at < shocks.length; at++) {
    const before = at < draws ? 0 : (shocks[at - draws] as number);
    factors[at] = exp(spread * ((shocks[at] as number) - before));
  }
  return factors;
}
