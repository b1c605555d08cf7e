import type { NeededGrowth } from '../assessment/needed-growth.ts';
import { projectedYears, type PlanModel } from '../plan/plan.ts';
import type { PointKind } from '../random/point-source.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { settingKey, type DrawSetting } from '../shocks/shock-cache.ts';
import { reachOf } from '../shocks/persistence.ts';
import type { DrawCaches } from './draw-caches.ts';
import { drawKey, growthAtShareKey } from './draw-key.ts';
import type { IndicatorDraws, SummaryWork } from './draw-kind.ts';
import { drawKindAt } from './draw-kinds.ts';
import { indicatorAt, isUncertainAt, type DrawModel } from './draw-model.ts';
import { shocksOfAll, type DrawShocks } from './draw-shocks.ts';
import type { DrawSummary } from './draw-summary.ts';
import { growthAtShare } from './growth-at-share.ts';
import type { JointSummary } from './joint-count.ts';
import { JointCounter } from './joint-counter.ts';
import { rankTable, statisticsOf } from './summary-ranks.ts';

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

/** How a plan is drawn. */
export interface EnsembleOptions {
  readonly setting: DrawSetting;
  /** How many dots a summary has. */
  readonly dots: number;
  readonly caches: DrawCaches;
}

/**
 * Draw a whole plan. Only what the caches do not hold is drawn; the result is the same to the last bit with empty ones.
 *
 * @param model What the draws are made from.
 * @param options What the shocks hang on, and the caches.
 * @returns Shares, quantiles and the joint count.
 */
export function drawPlan(model: DrawModel, { setting, dots, caches }: EnsembleOptions): Ensemble {
  const { draws } = setting;
  const { indicators } = model.projector.plan;
  const settingText = settingKey(setting);
  const work = summaryWork(model, { setting, dots, caches });
  const parts: string[] = [];
  const drawn = indicators.map(({ number }, index): IndicatorDraws => {
    const draw = (): IndicatorDraws => drawKindAt(model, index).draw(model, index, work);
    if (!isUncertainAt(model, index)) {
      const same = draw();
      parts.push(String(same.metMask));
      return same;
    }
    const key = `${settingText} ${dots} ${number} ${drawKey(model, index)}`;
    const cached = caches.draws.recall(key, () => caches.numbered(draw()));
    parts.push(String(cached.id));
    return cached;
  });
  // No two settings share draws, so that their ids tell the settings apart.
  const shareByCount = caches.shareByCount.recall(`${draws} ${parts.join(' ')}`, () => {
    const counter = caches.counters.recall(settingText, () => new JointCounter(draws));
    return counter.sharesOf(
      new Map(drawn.map(({ metMask }, at) => [indicatorAt(model, at).number, metMask])),
    );
  });
  return { draws, indicators: drawn.map(({ summary }) => summary), shareByCount };
}

/** What draws are made and summarised with; shocks and their order statistics are computed when first asked for. */
function summaryWork(model: DrawModel, { setting, dots, caches }: EnsembleOptions): SummaryWork {
  const ranks = caches.ranks.recall(`${setting.draws} ${dots}`, () => rankTable(setting.draws, dots));
  const shocks = shocksInCaches(model, setting, caches);
  const reachIn = (year: number): number => reachOf(setting.phi, year);
  return {
    ranks,
    shocks,
    reachIn,
    shockStatisticsOf: (index) => {
      const key = `${settingKey(setting)} ${dots} ${indicatorAt(model, index).number}`;
      return caches.shockStatistics.recall(key, () =>
        statisticsOf(shocks.cumulativeShocksOf(index), ranks, (year) => {
          const reach = reachIn(year);
          return { low: -reach, high: reach };
        }),
      );
    },
  };
}

/**
 * Return the shocks of all draws of a setting from the caches.
 *
 * @param model What the draws are made from.
 * @param setting What the shocks hang on.
 * @param caches Where they are, or are put when they are first asked for.
 * @returns Shocks that may be used until those of another setting are asked for.
 */
export function shocksInCaches(model: DrawModel, setting: DrawSetting, caches: DrawCaches): DrawShocks {
  return shocksOfAll(model, setting.draws, () => caches.shocks.shocksOf(setting));
}

/**
 * Return growth for a wanted share for every indicator; only what the caches do not hold is sought.
 *
 * @param model What the draws are made from.
 * @param options What the shocks hang on, the caches, and the wanted share, above 0 and at most 1.
 * @returns In plan order.
 */
export function growthAtShareByIndex(
  model: DrawModel,
  { setting, caches, share }: Omit<EnsembleOptions, 'dots'> & { readonly share: number },
): readonly NeededGrowth[] {
  const shocks = shocksInCaches(model, setting, caches);
  const settingText = settingKey(setting);
  return model.projector.plan.indicators.map(({ number }, index) => {
    const seek = (): NeededGrowth => growthAtShare(model, index, { shocks, share });
    // Needed growth without shocks: soon found, and over a loop of influences it hangs on more than a key says.
    if (!isUncertainAt(model, index)) return seek();
    return caches.growthAtShare.recall(
      `${settingText} ${number} ${growthAtShareKey(model, index, share)}`,
      seek,
    );
  });
}
