import { isMet, type Status } from '../assessment/assess-target.ts';
import { DEFAULT_DRAWS } from '../draws/draw-amounts.ts';
import { DrawCaches } from '../draws/draw-caches.ts';
import { isUncertainAt, prepareDraws } from '../draws/draw-model.ts';
import type { PlanModel } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { GoalDraws } from './goal-draws.ts';
import { goalRows } from './goal-rows.ts';
import { seekGoal, type FoundGoal, type Steps } from './goal-search.ts';
import { countWith, growthAsAssumed, pointsBetween } from './growth-as-assumed.ts';
import { rateIn, type GrowthLimits, type Rates } from './growth-limits.ts';
import { prepareStudy, verdictsOf, type Study } from './study.ts';

/** One indicator's growth, changed so that more targets are met. */
export interface GrowthChange {
  readonly indicator: string;
  /** The lead rate as assumed and the new one, as fractions a year; the new one in whole millionths. */
  readonly from: number;
  readonly to: number;
  /** `to - from` in percentage points; below 0 where less growth meets the target. */
  readonly points: number;
}

/** What it takes to meet some number of targets. */
export interface LeastGrowth {
  /** How many targets were asked for. */
  readonly wanted: number;
  /** Ids of the indicators whose targets are met without any change, in plan order. */
  readonly alreadyMet: readonly string[];
  /** The changes, smallest first; empty where nothing has to change. */
  readonly changes: readonly GrowthChange[];
  /** How many targets are met with these changes: at least `wanted`, or else the most this search can reach. */
  readonly reached: number;
  /** Sum of the changes' points, each counted as positive. */
  readonly points: number;
  /** In what share of the draws that holds; left out where nothing is to be drawn, or no draw differs from another. */
  readonly drawn?: GoalShare;
}

/** In what share of the draws a goal is met. */
export interface GoalShare {
  /** At least how many targets: as many as wanted, or else the most that can be had in the wanted share. */
  readonly count: number;
  /** The share of draws in which so many are met with the changes, from 0 to 1. */
  readonly share: number;
  /** The largest share found in which as many as wanted are met, where `count` is fewer and a share was asked for. */
  readonly most?: number;
}

/** What is asked of the draws; nothing is drawn where this is left out. */
export interface GoalDrawing {
  /** The share of draws in which the goal has to be met, above 0 and at most 1; only told, not asked, if not stated. */
  readonly share?: number | undefined;
  /** How many draws; 8,192 if not stated. */
  readonly draws?: number | undefined;
}

/** What is asked of a search for the least growth. */
export interface LeastGrowthOptions extends GrowthLimits {
  /** How many targets, from 0 to their number. */
  readonly wanted: number;
  readonly drawn?: GoalDrawing | undefined;
  /** What earlier answers left behind; changes the time an answer takes and nothing in it. */
  readonly caches?: DrawCaches | undefined;
}

/**
 * Return the smallest sum of extra points of growth that meets at least `wanted` targets in the projection, equation (36),
 * and, where a share of the draws is asked for, in that share of them too, equation (39).
 *
 * For the projection alone and without influences no other choice costs less. Else it is a good answer, not one proven the
 * least; without influences it never costs less for a share than for the projection alone.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options How many targets, what is locked or capped, and what is asked of the draws.
 * @returns The changes; applying them to the scenario meets `reached` targets.
 */
export function leastGrowth(plan: PlanModel, scenario: Scenario, options: LeastGrowthOptions): LeastGrowth {
  const steps = seekLeastGrowth(plan, scenario, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/**
 * Seek what `leastGrowth` returns in steps of at most one question to the draws, so that others have their turn in between.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options As for `leastGrowth`.
 */
export function* seekLeastGrowth(
  plan: PlanModel,
  scenario: Scenario,
  { wanted, drawn, caches = new DrawCaches(), ...limits }: LeastGrowthOptions,
): Steps<LeastGrowth> {
  const study = prepareStudy(plan, scenario);
  const certain = growthAsAssumed(study, { wanted, limits });
  const reached = countWith(study, certain);
  if (drawn === undefined || !isUncertain(study)) return answer(study, wanted, { rates: certain });

  const { share, draws: number = DEFAULT_DRAWS } = drawn;
  const draws = new GoalDraws(study, { draws: number, caches });
  const count = Math.min(wanted, reached);
  const holdsIn = draws.shareAtLeast(certain, count);
  if (share === undefined || (count === wanted && holdsIn >= share))
    return answer(study, wanted, { rates: certain, drawn: { count, share: holdsIn } });

  const found: FoundGoal = yield* seekGoal({ study, draws, rows: goalRows(study, limits), wanted, share });
  const { rates, most } = found;
  return answer(study, wanted, {
    rates,
    drawn: {
      count: found.count,
      share: draws.shareAtLeast(rates, found.count),
      ...(found.count < wanted && { most }),
    },
  });
}

/** Whether any draw can differ from another. */
function isUncertain({ plan, scenario, projector, levels }: Study): boolean {
  const model = prepareDraws(projector, scenario, levels);
  return plan.indicators.some((_, index) => isUncertainAt(model, index));
}

function answer(
  study: Study,
  wanted: number,
  { rates, drawn }: { readonly rates: Rates; readonly drawn?: GoalShare },
): LeastGrowth {
  const { plan, projector, levels } = study;
  const before = verdictsOf(projector, levels);
  const changes = [...rates]
    .map(([indicator, to]): GrowthChange => {
      const from = rateIn(study, indicator);
      return { indicator, from, to, points: pointsBetween(from, to) };
    })
    .sort((a, b) => Math.abs(a.points) - Math.abs(b.points));
  return {
    wanted,
    alreadyMet: plan.indicators.filter((_, index) => isMet(before[index] as Status)).map(({ id }) => id),
    changes,
    reached: countWith(study, rates),
    points: changes.reduce((sum, { points }) => sum + Math.abs(points), 0),
    ...(drawn && { drawn }),
  };
}
