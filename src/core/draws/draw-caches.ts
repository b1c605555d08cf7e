import type { NeededGrowth } from '../assessment/needed-growth.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { settingKey, ShockCache, type DrawSetting } from '../shocks/shock-cache.ts';
import { DEFAULT_DRAWS } from './draw-amounts.ts';
import type { IndicatorDraws } from './draw-kind.ts';
import { JointCounter } from './joint-counter.ts';
import { rankTable, type RankTable } from './summary-ranks.ts';

/** Draws of an indicator, numbered within a setting: the same number, the same draws. */
export interface NumberedDraws extends IndicatorDraws {
  readonly id: number;
}

/** What is cached of each indicator under a setting: the latest half of so many in any case. */
const MOST_BY_INDICATOR = 24;
/** Joint counts of a setting: the latest half of so many in any case. */
const MOST_JOINT_COUNTS = 64;
/** Draws an indicator of all settings together: 24 settings of 8,192 or fewer, the latest 12 in any case. */
const MOST_DRAWS = 24 * DEFAULT_DRAWS;

/** What answers under one setting leave behind for later ones, by all that it hangs on besides the setting. */
export class SettingCaches {
  readonly setting: DrawSetting;
  /** The ranks by which so many draws are summarised. */
  readonly ranks: RankTable;
  readonly counter: JointCounter;
  /** Shares by number of targets met, by the ids of the draws they are counted from. */
  readonly shareByCount = new BoundedCache<Float64Array>(MOST_JOINT_COUNTS, () => 1);
  /** Order statistics of shocks, by indicator number. */
  readonly shockStatistics = new Map<number, Float64Array>();
  readonly #draws = new Map<number, BoundedCache<NumberedDraws>>();
  readonly #growthAtShare = new Map<number, BoundedCache<NeededGrowth>>();
  #lastId = 0;

  /**
   * @param setting What the shocks hang on.
   * @param dots How many dots a summary has.
   */
  constructor(setting: DrawSetting, dots: number) {
    this.setting = setting;
    this.ranks = rankTable(setting.draws, dots);
    this.counter = new JointCounter(setting.draws);
  }

  /** Return the draws of an indicator, by its number and `drawKey`. */
  drawsOf(number: number, key: string, draw: () => IndicatorDraws): NumberedDraws {
    return byIndicator(this.#draws, number).recall(key, () => {
      this.#lastId += 1;
      return { ...draw(), id: this.#lastId };
    });
  }

  /** Return an indicator's growth for a wanted share, by its number and `growthAtShareKey`. */
  growthAtShareOf(number: number, key: string, seek: () => NeededGrowth): NeededGrowth {
    return byIndicator(this.#growthAtShare, number).recall(key, seek);
  }
}

/**
 * Whatever answers leave behind for later ones: shocks by setting, and by setting what is drawn with them. Several
 * scenarios asked about in turn find each its own, and projection and exploration share one of these. Answers are the
 * same to the last bit whatever is found.
 *
 * At 8,192 draws of 14 indicators over three years an indicator's draws take 12 kB, a scenario's 170 kB; if all indicators
 * of all settings were moved to and fro all of it would take 100 MB besides the 80 of the shocks.
 */
export class DrawCaches {
  readonly shocks = new ShockCache();
  readonly #settings = new BoundedCache<SettingCaches>(MOST_DRAWS, ({ setting }) =>
    Math.max(DEFAULT_DRAWS, setting.draws),
  );

  /**
   * Return what is cached for a setting.
   *
   * @param setting What the shocks hang on.
   * @param dots How many dots a summary has.
   */
  underSetting(setting: DrawSetting, dots: number): SettingCaches {
    return this.#settings.recall(`${settingKey(setting)} ${dots}`, () => new SettingCaches(setting, dots));
  }
}

function byIndicator<Value>(all: Map<number, BoundedCache<Value>>, number: number): BoundedCache<Value> {
  let own = all.get(number);
  if (own === undefined) {
    own = new BoundedCache<Value>(MOST_BY_INDICATOR, () => 1);
    all.set(number, own);
  }
  return own;
}
