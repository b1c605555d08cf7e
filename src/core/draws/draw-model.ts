import type { IndicatorModel, Measure } from '../plan/plan.ts';
import type { Projector } from '../projection/project-plan.ts';
import { spreadOf, type GrowthAssumption, type Scenario } from '../scenario/scenario.ts';

/** How an indicator's draws come about; the simpler kinds are special cases that need less work. */
export type DrawKind =
  /** Every draw is the projection: no spread, and nothing uncertain feeds it. */
  | 'certain'
  /** A stock or flow under growth that multiplies: `y = yhat exp(s Z)`, `Z` the accumulated luck. */
  | 'scaled'
  /** The same, summed over the years. */
  | 'summed'
  /** Year by year: growth that does not multiply, or growth fed by an uncertain indicator. */
  | 'stepped';

/** What the draws of a plan under a scenario are made from. */
export interface DrawModel {
  readonly projector: Projector;
  /** Projected levels `x_t` by place in the plan, from the baseline year to the horizon. */
  readonly levels: readonly Float64Array[];
  /** `s_i` by place: the standard deviation of a year's log growth, as a fraction. */
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
  const isUncertain = uncertainPlaces(projector, spreads);
  const kinds = indicators.map((_, place): DrawKind => {
    if (isUncertain[place] !== true) return 'certain';
    const isFed = feedersOf(projector, place).some((from) => isUncertain[from] === true);
    if (isFed) return 'stepped';
    return kindUnder(projector.growth[place] as GrowthAssumption, projector.measures[place] as Measure);
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
  if (growth.kind !== 'compound' && growth.kind !== 'yearly') return 'stepped';
  return measure === 'cumulative' ? 'summed' : 'scaled';
}

/** By place: whether an indicator has a spread, or is fed, over any number of links, by one that has. */
function uncertainPlaces(projector: Projector, spreads: Float64Array): readonly boolean[] {
  const uncertain = Array.from(spreads, (spread) => spread > 0);
  for (let again = true; again;) {
    again = false;
    for (let place = 0; place < uncertain.length; place++) {
      if (uncertain[place] === true) continue;
      if (feedersOf(projector, place).some((from) => uncertain[from] === true)) {
        uncertain[place] = true;
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
 * @param place The place of the one that is fed.
 * @returns Their places, without the one itself unless it feeds itself.
 */
export function feedersOf({ feeds }: Projector, place: number): readonly number[] {
  return (feeds[place] as Projector['feeds'][number]).map(({ from }) => from);
}

/**
 * Return the places whose draws a place's draws are computed with, in plan order: it, what uncertain feeds it and what
 * uncertain feeds those.
 *
 * @param model What the draws are made from.
 * @param place The indicator's place in the plan.
 */
export function placesBehind({ projector, kinds }: DrawModel, place: number): readonly number[] {
  const behind = new Set([place]);
  // A set that grows is walked to its end.
  for (const at of behind)
    for (const from of feedersOf(projector, at)) if (kinds[from] !== 'certain') behind.add(from);
  return [...behind].sort((a, b) => a - b);
}

/**
 * Return an indicator's model at its place.
 *
 * @param model What the draws are made from.
 * @param place A place in the plan.
 */
export function indicatorAt({ projector }: DrawModel, place: number): IndicatorModel {
  return projector.plan.indicators[place] as IndicatorModel;
}
