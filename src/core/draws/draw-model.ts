import type { IndicatorModel, Measure } from '../plan/plan.ts';
import type { Projector } from '../projection/project-plan.ts';
import { multiplies } from '../growth/growth-assumption.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { spreadOf, type Scenario } from '../scenario/scenario.ts';

/** How an indicator's draws come about; the simpler kinds are special cases that need less work. */
export type DrawKind =
  /** Every draw is the projection: no spread, and nothing uncertain feeds it. */
  | 'certain'
  /** A stock or flow under growth that multiplies: `y = yhat exp(s Z)`, `Z` the cumulative shocks. */
  | 'scaled'
  /** The same, summed over the years. */
  | 'summed'
  /** Year by year: growth that does not multiply, or growth fed by an uncertain indicator. */
  | 'stepped';

/** What the draws of a plan under a scenario are made from. */
export interface DrawModel {
  readonly projector: Projector;
  /** Projected levels `x_t` by index in the plan, from the baseline year to the horizon. */
  readonly levels: readonly Float64Array[];
  /** `s_i` by index: the standard deviation of a year's log growth, as a fraction. */
  readonly spreads: Float64Array;
  readonly kinds: readonly DrawKind[];
}

/**
 * Prepare the draws of a plan.
 *
 * @param projector The prepared scenario.
 * @param scenario The same scenario, for its spreads.
 * @param levels Its projection, as `projectPlan` gives it.
 * @returns What the draws are made from.
 */
export function prepareDraws(
  projector: Projector,
  scenario: Scenario,
  levels: readonly Float64Array[],
): DrawModel {
  const { indicators } = projector.plan;
  const spreads = Float64Array.from(indicators, ({ id }) => spreadOf(scenario, id) / 100);
  const isUncertain = uncertainIndices(projector, spreads);
  const kinds = indicators.map((_, index): DrawKind => {
    if (isUncertain[index] !== true) return 'certain';
    const isFed = feedersOf(projector, index).some((from) => isUncertain[from] === true);
    if (isFed) return 'stepped';
    return kindUnder(projector.growth[index] as GrowthAssumption, projector.measures[index] as Measure);
  });
  return { projector, levels, spreads, kinds };
}

/**
 * Return the kind of an indicator's draws that nothing uncertain feeds.
 *
 * @param growth Its growth assumption.
 * @param measure How it is read.
 */
export function kindUnder(growth: GrowthAssumption, measure: Measure): DrawKind {
  if (!multiplies(growth)) return 'stepped';
  return measure === 'cumulative' ? 'summed' : 'scaled';
}

/** By index: whether an indicator has a spread, or is fed, over any number of links, by one that has. */
function uncertainIndices(projector: Projector, spreads: Float64Array): readonly boolean[] {
  const uncertain = Array.from(spreads, (spread) => spread > 0);
  for (let again = true; again;) {
    again = false;
    for (let index = 0; index < uncertain.length; index++) {
      if (uncertain[index] === true) continue;
      if (feedersOf(projector, index).some((from) => uncertain[from] === true)) {
        uncertain[index] = true;
        again = true;
      }
    }
  }
  return uncertain;
}

/**
 * Return which indicators feed one.
 *
 * @param projector The prepared scenario.
 * @param index The index of the one that is fed.
 * @returns Their indices, without the one itself unless it feeds itself.
 */
export function feedersOf({ feeds }: Projector, index: number): readonly number[] {
  return (feeds[index] as Projector['feeds'][number]).map(({ from }) => from);
}

/**
 * Return the indices whose draws a index's draws are computed with, in plan order: it, what uncertain feeds it and what
 * uncertain feeds those.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function indicesBehind({ projector, kinds }: DrawModel, index: number): readonly number[] {
  const behind = new Set([index]);
  // A set that grows is walked to its end.
  for (const at of behind)
    for (const from of feedersOf(projector, at)) if (kinds[from] !== 'certain') behind.add(from);
  return [...behind].sort((a, b) => a - b);
}

/**
 * Return an indicator's model at its index.
 *
 * @param model What the draws are made from.
 * @param index A index in the plan.
 */
export function indicatorAt({ projector }: DrawModel, index: number): IndicatorModel {
  return projector.plan.indicators[index] as IndicatorModel;
}
