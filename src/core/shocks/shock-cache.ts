import { exp } from '../arithmetic/exp.ts';
import { luckSource, type LuckSetting, type LuckSource } from './shock-source.ts';
import { rankTable, statisticsOf, type RankTable } from '../draws/summary-ranks.ts';

/** Everything the luck of a fixed number of draws hangs on. */
export interface DrawSetting extends LuckSetting {
  /** How many draws, from 1. */
  readonly draws: number;
  /** How many dots a summary has; 50 if not stated, 0 for none. */
  readonly dots?: number | undefined;
}

/**
 * Keeps what is the same for every scenario with the same seed, co-movement, persistence and number of draws: each
 * indicator's luck, its order statistics, and the factors it gives with a spread. Only memory: what is asked for is the
 * same whether it was kept or is computed anew.
 */
export class DrawMemory {
  readonly setting: DrawSetting;
  /** The ranks by which so many draws are summarised. */
  readonly ranks: RankTable;
  readonly #source: LuckSource;
  readonly #luck = new Map<number, Float64Array>();
  readonly #statistics = new Map<number, Float64Array>();
  readonly #factors = new Map<string, { readonly spread: number; readonly values: Float64Array }>();

  /** Arrays of the right length that nobody needs any more. */
  readonly #spare: Float64Array[];

  /**
   * @param setting What the luck hangs on.
   * @param before A memory that is given up for this one, if any: its arrays are written anew, which is quicker than to
   *   ask for others. Nothing it gave out may be used afterwards.
   */
  constructor(setting: DrawSetting, before?: DrawMemory) {
    this.setting = setting;
    const length = setting.years * setting.draws;
    this.#spare = before?.giveUp().filter((array) => array.length === length) ?? [];
    this.ranks = rankTable(setting.draws, setting.dots);
    this.#source = luckSource(setting);
  }

  /**
   * Return an indicator's accumulated luck.
   *
   * @param number The indicator's permanent number.
   * @returns Year after year, one number for each draw; not to be changed.
   */
  luckOf(number: number): Float64Array {
    let luck = this.#luck.get(number);
    if (luck === undefined) {
      luck = this.#array();
      this.#source.fill(number, 0, luck);
      this.#luck.set(number, luck);
    }
    return luck;
  }

  /**
   * Return order statistics of an indicator's accumulated luck.
   *
   * @param number The indicator's permanent number.
   * @returns As `statisticsOf` gives them.
   */
  luckStatisticsOf(number: number): Float64Array {
    let statistics = this.#statistics.get(number);
    if (statistics === undefined) {
      statistics = statisticsOf(this.luckOf(number), this.ranks, (t) => {
        const reach = this.reachIn(t);
        return { low: -reach, high: reach };
      });
      this.#statistics.set(number, statistics);
    }
    return statistics;
  }

  /**
   * Return how far nearly all accumulated luck of a year lies from 0, without unit.
   *
   * @param year Which projected year, 0 for the first.
   */
  reachIn(year: number): number {
    // A sum of t + 1 shocks deviates by t + 1 at most, and sqrt(t + 1) at least where luck does not last.
    return 4 * Math.sqrt((year + 1) * (1 + year * this.setting.phi));
  }

  /** Return `exp(s Z_t)`: what a year's level is multiplied by, all years' luck so far together. Same shape as luck. */
  factorsOf(number: number, spread: number): Float64Array {
    return this.#kept(`all ${number}`, spread, (out) => luckFactors(this.luckOf(number), spread, out));
  }

  /** Return `exp(s z_t)`: what a year's level is multiplied by, that year's shock alone. Same shape as luck. */
  shocksOf(number: number, spread: number): Float64Array {
    return this.#kept(`year ${number}`, spread, (out) =>
      shockFactors(this.luckOf(number), { spread, draws: this.setting.draws }, out),
    );
  }

  /** Empty this memory and return its arrays. */
  giveUp(): readonly Float64Array[] {
    const factors = [...this.#factors.values()].map(({ values }) => values);
    const arrays = [...this.#spare, ...this.#luck.values(), ...factors];
    this.#spare.length = 0;
    this.#luck.clear();
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
 * Return `exp(s Z_t)` from accumulated luck.
 *
 * @param luck Any number of values, without unit.
 * @param spread `s`, as a fraction.
 * @param factors Filled with the result; a new array if not stated.
 * @returns Same shape.
 */
export function luckFactors(
  luck: Float64Array,
  spread: number,
  factors: Float64Array = new Float64Array(luck.length),
): Float64Array {
  for (let at = 0; at < luck.length; at++) factors[at] = exp(spread * (luck[at] as number));
  return factors;
}

/**
 * Return `exp(s z_t)` from accumulated luck.
 *
 * @param luck Year after year, one number for each draw.
 * @param options `s`, as a fraction, and how many draws a year has.
 * @param factors Filled with the result; a new array if not stated.
 * @returns Same shape as luck.
 */
export function shockFactors(
  luck: Float64Array,
  { spread, draws }: { readonly spread: number; readonly draws: number },
  factors: Float64Array = new Float64Array(luck.length),
): Float64Array {
  for (let at = 0; at < luck.length; at++) {
    const before = at < draws ? 0 : (luck[at - draws] as number);
    factors[at] = exp(spread * ((luck[at] as number) - before));
  }
  return factors;
}
