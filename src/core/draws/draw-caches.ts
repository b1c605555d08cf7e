import type { NeededGrowth } from '../assessment/needed-growth.ts';
import { LruMap } from '../lru-map.ts';
import { ShockCache } from '../shocks/shock-cache.ts';
import type { IndicatorDraws } from './draw-kind.ts';
import type { JointCounter } from './joint-counter.ts';
import type { RankTable } from './summary-ranks.ts';

/** Draws of an indicator with a number of their own: the same number, the same draws. */
export interface NumberedDraws extends IndicatorDraws {
  readonly id: number;
}

/** What the draws may take, in bytes. At 8,192 draws an indicator's take 10 kB: 3,000 of them, or 200 whole scenarios. */
const DRAWS_BYTES = 33_554_432;
/** What each of the others may take; their entries are small. */
const SMALL_BYTES = 4_194_304;
/** What joint counts of settings may take without the masks in them: 40 settings at 8,192 draws. */
const COUNTER_BYTES = 1_048_576;
/** Numbers of draws, with and without dots, whose ranks are held. */
const MOST_RANK_TABLES = 8;
/** What an entry takes besides its key and its arrays: objects, and quantiles of some years. */
const ENTRY_BYTES = 1024;

/**
 * Whatever answers leave behind for later ones, by all that it hangs on: shocks by setting, draws by their content. Several
 * scenarios asked about in turn find each its own, and projection and exploration share one of these. Answers are the
 * same to the last bit whatever is found.
 *
 * All of it takes 130 MiB at most, 80 of them for shocks, and what the newest question takes besides.
 */
export class DrawCaches {
  readonly shocks = new ShockCache();
  /** Order statistics of shocks, by setting, number of dots and indicator. */
  readonly shockStatistics = new LruMap<Float64Array>(SMALL_BYTES, sizeOfArray);
  /** By setting, number of dots, indicator and `drawKey`. */
  readonly draws = new LruMap<NumberedDraws>(
    DRAWS_BYTES,
    ({ metMask }, key) => textBytes(key) + (typeof metMask === 'object' ? metMask.length : 0) + ENTRY_BYTES,
  );
  /** Shares by number of targets met, by the ids of the draws they are counted from. */
  readonly shareByCount = new LruMap<Float64Array>(SMALL_BYTES, sizeOfArray);
  /** By setting. */
  readonly counters = new LruMap<JointCounter>(COUNTER_BYTES, ({ bytes }) => bytes);
  /** Growth for a wanted share, by setting, indicator and `growthAtShareKey`. */
  readonly growthAtShare = new LruMap<NeededGrowth>(SMALL_BYTES, (_, key) => textBytes(key) + ENTRY_BYTES);
  /** By number of draws and number of dots. */
  readonly ranks = new LruMap<RankTable>(MOST_RANK_TABLES, () => 1);
  #lastId = 0;

  /** Return draws with a number that no others have. */
  numbered(draws: IndicatorDraws): NumberedDraws {
    this.#lastId += 1;
    return { ...draws, id: this.#lastId };
  }
}

function textBytes(text: string): number {
  return 2 * text.length;
}

function sizeOfArray(values: Float64Array, key: string): number {
  return textBytes(key) + values.byteLength + ENTRY_BYTES;
}
