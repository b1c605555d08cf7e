import type { NeededGrowth } from '../assessment/needed-growth.ts';
import { projectedYears, type PlanModel } from '../plan/plan.ts';
import type { PointKind } from '../random/point-source.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CachedShocks, DrawSetting } from '../shocks/shock-cache.ts';
import { reachOf } from '../shocks/persistence.ts';
import type { DrawCaches, SettingCaches } from './draw-caches.ts';
import { drawKey, growthAtShareKey } from './draw-key.ts';
import type { IndicatorDraws, SummaryWork } from './draw-kind.ts';
import { drawKindAt } from './draw-kinds.ts';
import { indicatorAt, isUncertainAt, type DrawModel } from './draw-model.ts';
import { shocksOfAll, type DrawShocks } from './draw-shocks.ts';
import type { DrawSummary } from './draw-summary.ts';
import { growthAtShare } from './growth-at-share.ts';
import type { JointSummary } from './joint-count.ts';
import type { MetMask } from './met-mask.ts';
import { statisticsOf } from './summary-ranks.ts';

/** What all draws of a plan say. */
export interface Ensemble extends JointSummary {
  /** In plan order. */
  readonly indicators: readonly DrawSummary[];
}

/**
 * Return what the shocks of a scenario's draws hang on.
 *
 * @param plan The plan, for its years.
 * @param scenario The scenario, for its seed, co-movement and persistence.
 * @param options How many draws, and how their points are made; scrambled Sobol if not stated.
 */
export function drawSettingOf(
  plan: PlanModel,
  { seed, rho, phi }: Scenario,
  { draws, points = 'sobol' }: { readonly draws: number; readonly points?: PointKind },
): DrawSetting {
  return { seed, rho, phi, draws, points, years: projectedYears(plan) };
}

/** What a plan is drawn with, both for the same setting. */
export interface DrawnWith {
  readonly cached: SettingCaches;
  /** Of the same model. */
  readonly shocks: DrawShocks;
}

/**
 * Draw a whole plan. Only what is not cached is drawn; the result is the same to the last bit as without.
 *
 * @param model What the draws are made from.
 * @param options What is cached, and the shocks.
 * @returns Shares, quantiles and the joint count.
 */
export function drawPlan(model: DrawModel, { cached, shocks }: DrawnWith): Ensemble {
  const { draws } = shocks;
  const work = summaryWork(model, { cached, shocks });
  const ids: (number | boolean)[] = [];
  const metMasks = new Map<number, MetMask>();
  const indicators = model.projector.plan.indicators.map(({ number }, index) => {
    const draw = (): IndicatorDraws => drawKindAt(model, index).draw(model, index, work);
    let drawn: IndicatorDraws;
    if (isUncertainAt(model, index)) {
      const numbered = cached.drawsOf(number, drawKey(model, index), draw);
      ids.push(numbered.id);
      drawn = numbered;
    } else {
      drawn = draw();
      ids.push(drawn.summary.shareMet === 1);
    }
    metMasks.set(number, drawn.metMask);
    return drawn.summary;
  });
  const shareByCount = cached.shareByCount.recall(ids.join(' '), () => cached.counter.sharesOf(metMasks));
  return { draws, indicators, shareByCount };
}

/** What draws are summarised with; order statistics of shocks are computed when first asked for. */
function summaryWork(model: DrawModel, { cached, shocks }: DrawnWith): SummaryWork {
  const { ranks, shockStatistics, setting } = cached;
  const reachIn = (year: number): number => reachOf(setting.phi, year);
  return {
    ranks,
    shocks,
    reachIn,
    shockStatisticsOf: (index) => {
      const { number } = indicatorAt(model, index);
      let statistics = shockStatistics.get(number);
      if (statistics === undefined) {
        statistics = statisticsOf(shocks.cumulativeShocksOf(index), ranks, (year) => {
          const reach = reachIn(year);
          return { low: -reach, high: reach };
        });
        shockStatistics.set(number, statistics);
      }
      return statistics;
    },
  };
}

/**
 * Return the shocks of all draws of a setting from the caches, for one question; they are asked for when they are used.
 *
 * @param model What the draws are made from.
 * @param setting What the shocks hang on.
 * @param caches Where they are, or are put when they are first asked for.
 * @returns Shocks that may be used until those of another setting are asked for.
 */
export function shocksInCaches(model: DrawModel, setting: DrawSetting, caches: DrawCaches): DrawShocks {
  let cached: CachedShocks | undefined;
  return shocksOfAll(model, setting.draws, () => (cached ??= caches.shocks.shocksOf(setting)));
}

/**
 * Return growth for a wanted share for every indicator; only what is not cached is sought.
 *
 * @param model What the draws are made from.
 * @param share The wanted share, above 0 and at most 1.
 * @param options What is cached, and the shocks.
 * @returns In plan order.
 */
export function growthAtShareByIndex(
  model: DrawModel,
  share: number,
  { cached, shocks }: DrawnWith,
): readonly NeededGrowth[] {
  return model.projector.plan.indicators.map(({ number }, index) => {
    const seek = (): NeededGrowth => growthAtShare(model, index, { shocks, share });
    // Needed growth without shocks: soon found, and over a loop of influences it hangs on more than a key says.
    if (!isUncertainAt(model, index)) return seek();
    return cached.growthAtShareOf(number, growthAtShareKey(model, index, share), seek);
  });
}
