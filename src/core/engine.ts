import { assessTarget, isMet, type Assessment } from './assessment/assess-target.ts';
import { growthZone, neededGrowth, type GrowthZone, type NeededByEdge } from './assessment/needed-growth.ts';
import { projectedYears, type Measure, type PlanModel } from './plan/plan.ts';
import {
  heldValue,
  measuredValues,
  prepareProjection,
  projectPlan,
  type Trajectory,
} from './projection/project-plan.ts';
import type { Scenario } from './scenario/scenario.ts';

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
}

/** What follows for the whole plan. */
export interface Simulation {
  /** From the baseline year to the horizon, length n + 1. */
  readonly years: readonly number[];
  /** In plan order. */
  readonly indicators: readonly IndicatorResult[];
  /** How many targets are met or exceeded. */
  readonly met: number;
}

/**
 * Project a plan under a scenario and compare every indicator with its target: the one call page, worker and command
 * line make. Pure, and the same to the last bit in every engine.
 *
 * @param plan The plan, or only its numbers.
 * @param scenario A scenario about it, as a link, a file or the page made it.
 * @returns Trajectories, verdicts and needed growth; every number finite.
 */
export function simulatePlan(plan: PlanModel, scenario: Scenario): Simulation {
  const projector = prepareProjection(plan, scenario);
  const levelsByPlace = projectPlan(projector);
  const indicators = plan.indicators.map((indicator, place): IndicatorResult => {
    const levels = levelsByPlace[place] as Float64Array;
    const measure = projector.measures[place] as Measure;
    const values = measuredValues(levels, measure);
    const value = values.at(-1) as number;
    const needed = neededGrowth(projector, levelsByPlace, place);
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
    };
  });
  return {
    years: Array.from({ length: projectedYears(plan) + 1 }, (_, t) => plan.baselineYear + t),
    indicators,
    met: indicators.filter(({ status }) => isMet(status)).length,
  };
}
