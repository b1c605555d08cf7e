import { assessTarget, isMet, type Assessment } from './assessment/assess-target.ts';
import {
  growthZone,
  neededGrowth,
  type GrowthZone,
  type NeededByEdge,
  type NeededGrowth,
} from './assessment/needed-growth.ts';
import { projectedYears, type Measure, type PlanModel } from './plan/plan.ts';
import {
  heldValue,
  measuredValues,
  prepareProjection,
  projectPlan,
  type Trajectory,
} from './projection/project-plan.ts';
import type { Scenario } from './scenario/scenario.ts';
import { DEFAULT_DRAWS } from './draws/draw-amounts.ts';
import { DrawCaches } from './draws/draw-caches.ts';
import { isUncertainAt, prepareDraws, type DrawModel } from './draws/draw-model.ts';
import type { DrawSummary } from './draws/draw-summary.ts';
import {
  drawPlan,
  drawSettingOf,
  growthAtShareByIndex,
  shocksInCaches,
  type Ensemble,
} from './draws/ensemble.ts';
import type { JointSummary } from './draws/joint-count.ts';
import { DOTS } from './draws/summary-ranks.ts';
import type { PointKind } from './random/point-source.ts';

/** What follows for one indicator if the assumptions hold. */
export interface IndicatorResult extends Trajectory, Assessment {
  readonly id: string;
  /** How the scenario reads it. */
  readonly measure: Measure;
  /** `y` in the horizon year, in the indicator's unit: what the verdict is about. */
  readonly value: number;
  /** `y` in the horizon year at 0 % a year with nothing acting, in the indicator's unit. */
  readonly held: number;
  readonly needed: NeededByEdge;
  /** The constant rates that meet the target, undefined where none does. */
  readonly zone: GrowthZone | undefined;
  /** What the draws say; undefined where no indicator has a spread. */
  readonly drawn: DrawSummary | undefined;
  /** The constant rate at which a wanted share of the draws meets the target; undefined where none was wanted. */
  readonly growthAtShare: NeededGrowth | undefined;
}

/** What follows for the whole plan. */
export interface Simulation {
  /** From the baseline year to the horizon, length n + 1. */
  readonly years: readonly number[];
  /** In plan order. */
  readonly indicators: readonly IndicatorResult[];
  /** How many targets are met or exceeded. */
  readonly met: number;
  /** Undefined where no indicator has a spread: then every draw is the projection. */
  readonly joint: JointSummary | undefined;
}

/** How a scenario with spreads is drawn. */
export interface DrawOptions {
  /** How many draws, from 1; 8,192 if not stated. */
  readonly draws?: number | undefined;
  /** The share of draws for which growth is sought, above 0 and at most 1; none is sought if not stated. */
  readonly wantedShare?: number | undefined;
  /** Whether summaries have dots; true if not stated. Without them there is less to look for. */
  readonly dots?: boolean | undefined;
  /** How the points are made; scrambled Sobol if not stated. */
  readonly points?: PointKind | undefined;
  /** What earlier answers left behind; changes the time an answer takes and nothing in it. */
  readonly caches?: DrawCaches | undefined;
}

/**
 * Project a plan under a scenario, compare every indicator with its target, and, where there are spreads, draw it: the
 * one call page, worker and command line make. Pure, and the same to the last bit in every engine.
 *
 * @param plan The plan, or only its numbers.
 * @param scenario A scenario about it, as a link, a file or the page made it.
 * @param options How it is drawn.
 * @returns Trajectories, verdicts, needed growth and what the draws say; every number finite.
 */
export function simulatePlan(plan: PlanModel, scenario: Scenario, options: DrawOptions = {}): Simulation {
  const projector = prepareProjection(plan, scenario);
  const levelsByIndex = projectPlan(projector);
  const drawn = drawScenario(prepareDraws(projector, scenario, levelsByIndex), scenario, options);

  const indicators = plan.indicators.map((indicator, index): IndicatorResult => {
    const levels = levelsByIndex[index] as Float64Array;
    const measure = projector.measures[index] as Measure;
    const values = measuredValues(levels, measure);
    const value = values.at(-1) as number;
    const needed = neededGrowth(projector, levelsByIndex, index);
    return {
      id: indicator.id,
      measure,
      levels,
      values,
      value,
      held: heldValue(plan, indicator, measure),
      ...assessTarget(value, indicator.target),
      needed,
      zone: growthZone(indicator.target, needed),
      drawn: drawn?.ensemble.indicators[index],
      growthAtShare: drawn?.growthAtShare[index],
    };
  });
  return {
    years: Array.from({ length: projectedYears(plan) + 1 }, (_, t) => plan.baselineYear + t),
    indicators,
    met: indicators.filter(({ status }) => isMet(status)).length,
    joint: drawn && { draws: drawn.ensemble.draws, shareByCount: drawn.ensemble.shareByCount },
  };
}

/** What draws say, and growth for the wanted share if there is one; undefined where nothing is uncertain. */
function drawScenario(
  model: DrawModel,
  scenario: Scenario,
  {
    draws = DEFAULT_DRAWS,
    points = 'sobol',
    dots = true,
    wantedShare,
    caches = new DrawCaches(),
  }: DrawOptions,
): { readonly ensemble: Ensemble; readonly growthAtShare: readonly NeededGrowth[] } | undefined {
  const { plan } = model.projector;
  if (!plan.indicators.some((_, index) => isUncertainAt(model, index))) return undefined;
  const setting = drawSettingOf(plan, scenario, { draws, points });
  const cached = caches.underSetting(setting, dots ? DOTS : 0);
  const shocks = shocksInCaches(model, setting, caches);
  return {
    ensemble: drawPlan(model, { cached, shocks }),
    growthAtShare:
      wantedShare === undefined ? [] : growthAtShareByIndex(model, wantedShare, { cached, shocks }),
  };
}

/** What is asked: a scenario of a plan, and how it is drawn. */
export interface SimulationQuestion extends Omit<DrawOptions, 'caches' | 'points'> {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
}

/**
 * Return a simulator that finds again what earlier answers left in the caches: the shocks of a setting, and the draws of
 * every indicator whose assumptions have been asked about before. It answers as `simulatePlan` does, to the last bit.
 *
 * @param caches Shared with whoever else is given them; its own if not stated.
 */
export function cachingSimulator(
  caches: DrawCaches = new DrawCaches(),
): (question: SimulationQuestion) => Simulation {
  return ({ plan, scenario, ...options }) => simulatePlan(plan, scenario, { ...options, caches });
}
