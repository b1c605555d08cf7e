import { cumulativeFactors, yearlyFactors } from './shock-factors.ts';
import { shockSource, type ShockSetting, type ShockSource } from './shock-source.ts';

/** Everything the shocks of a fixed number of draws hang on. */
export interface DrawSetting extends ShockSetting {
  /** How many draws, from 1. */
  readonly draws: number;
}

/**
 * Return a setting as a text: equal texts, equal shocks.
 *
 * @param setting The setting; more fields than its own do not count.
 */
export function settingKey({ seed, rho, phi, years, points, draws }: DrawSetting): string {
  return `${seed} ${rho} ${phi} ${years} ${points} ${draws}`;
}

/** How much the shocks of all settings may take, in bytes: ten settings of 14 indicators over three years at worst. */
const MOST_BYTES = 83_886_080;
/** The settings that are known to have been asked for before. */
const MOST_KNOWN = 64;

/**
 * Shocks by setting. They are the same for every assumption about growth, drivers and influences, so that everything
 * that is asked about scenarios with one setting shares them. Only a cache: what is asked for is the same whether it was
 * cached or is computed anew. It takes about 80 MiB at most, and one setting more than that while it is filled; the setting
 * used longest ago goes first.
 *
 * A setting asked for once and never again, as while a seed is dragged, is not worth memory of its own: the next new one
 * is written over it, which is quicker than to ask for other arrays.
 */
export class ShockCache {
  readonly #mostBytes: number;
  readonly #settings = new Map<string, CachedShocks>();
  /** Keys of settings that were asked for, the latest last. */
  readonly #known = new Set<string>();
  /** The one among the settings that was asked for only once. */
  #once: { readonly key: string; readonly shocks: CachedShocks } | undefined;
  /** Arrays of settings given up. */
  #spare: Float64Array[] = [];
  #bytes = 0;

  /**
   * @param mostBytes How much all settings may take; 80 MiB if not stated.
   */
  constructor(mostBytes: number = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /**
   * Return the shocks of a setting, which counts as a use: to be called once a question.
   *
   * @param setting Any.
   * @returns Shocks that may be used until another setting is asked for.
   */
  shocksOf(setting: DrawSetting): CachedShocks {
    const key = settingKey(setting);
    const cached = this.#settings.get(key);
    if (cached !== undefined) {
      if (this.#once?.key === key) this.#once = undefined;
      this.#settings.delete(key);
      this.#settings.set(key, cached);
      return cached;
    }
    this.#makeRoom();
    const shocks = new CachedShocks(setting, (length) => this.#arrayOf(length));
    this.#settings.set(key, shocks);
    if (!this.#known.has(key)) this.#once = { key, shocks };
    this.#remember(key);
    return shocks;
  }

  /** Give up the setting that was asked for only once, and others until they are within what they may take. */
  #makeRoom(): void {
    if (this.#once !== undefined) this.#giveUp(this.#once.key, this.#once.shocks);
    this.#once = undefined;
    for (const [oldest, shocks] of this.#settings) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#giveUp(oldest, shocks);
    }
  }

  #giveUp(key: string, shocks: CachedShocks): void {
    // Only the arrays of one setting are held on to.
    this.#spare = shocks.giveUp();
    this.#settings.delete(key);
    for (const { byteLength } of this.#spare) this.#bytes -= byteLength;
  }

  #remember(key: string): void {
    this.#known.delete(key);
    this.#known.add(key);
    for (const oldest of this.#known) {
      if (this.#known.size <= MOST_KNOWN) return;
      this.#known.delete(oldest);
    }
  }

  #arrayOf(length: number): Float64Array {
    const spare = this.#spare.pop();
    const array = spare?.length === length ? spare : new Float64Array(length);
    this.#bytes += array.byteLength;
    return array;
  }
}

/** The shocks of one setting, by an indicator's permanent number, and the factors they give with a spread. */
export class CachedShocks {
  readonly setting: DrawSetting;
  readonly #source: ShockSource;
  readonly #newArray: (length: number) => Float64Array;
  readonly #shocks = new Map<number, Float64Array>();
  readonly #factors = new Map<string, { readonly spread: number; readonly values: Float64Array }>();

  /**
   * @param setting What the shocks hang on.
   * @param newArray Gives an array of some length that nobody else uses.
   */
  constructor(setting: DrawSetting, newArray: (length: number) => Float64Array) {
    this.setting = setting;
    this.#source = shockSource(setting);
    this.#newArray = newArray;
  }

  /** Return cumulative shocks: year after year, one number for each draw; not to be changed. */
  cumulativeShocksOf(number: number): Float64Array {
    let shocks = this.#shocks.get(number);
    if (shocks === undefined) {
      shocks = this.#newArray(this.#length);
      this.#source.fill(number, 0, shocks);
      this.#shocks.set(number, shocks);
    }
    return shocks;
  }

  /** Return `exp(s Z_t)`, same shape as the shocks; good until the same is asked for with another spread. */
  cumulativeFactorsOf(number: number, spread: number): Float64Array {
    return this.#factorsOf(`cumulative ${number}`, spread, (out) =>
      cumulativeFactors(this.cumulativeShocksOf(number), spread, out),
    );
  }

  /** Return `exp(s z_t)`, same shape as the shocks; good until the same is asked for with another spread. */
  yearlyFactorsOf(number: number, spread: number): Float64Array {
    return this.#factorsOf(`yearly ${number}`, spread, (out) =>
      yearlyFactors(this.cumulativeShocksOf(number), { spread, draws: this.setting.draws }, out),
    );
  }

  /** Forget everything and return the arrays it was in. */
  giveUp(): Float64Array[] {
    const factors = [...this.#factors.values()].map(({ values }) => values);
    const arrays = [...this.#shocks.values(), ...factors];
    this.#shocks.clear();
    this.#factors.clear();
    return arrays;
  }

  get #length(): number {
    return this.setting.years * this.setting.draws;
  }

  #factorsOf(key: string, spread: number, compute: (out: Float64Array) => Float64Array): Float64Array {
    const cached = this.#factors.get(key);
    if (cached?.spread === spread) return cached.values;
    const values = compute(cached?.values ?? this.#newArray(this.#length));
    this.#factors.set(key, { spread, values });
    return values;
  }
}
