import { assessTarget, type Status } from '../assessment/assess-target.ts';
import type { Measure, PlanModel } from '../plan/plan.ts';
import {
  measuredValues,
  prepareProjection,
  projectPlan,
  type Projector,
} from '../projection/project-plan.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { effectOf, growthOf, type Driver, type Scenario } from '../scenario/scenario.ts';
import { withAssumption, type AssumedValue, type Assumption } from '../scenario/assumption.ts';

/** A scenario made ready for having its assumptions moved, one by one or in pairs. */
export interface Study {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
  readonly projector: Projector;
  /** Projected levels by index in the plan. */
  readonly levels: readonly Float64Array[];
}

/**
 * Prepare a scenario for having its assumptions moved.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @returns The scenario with its projection.
 */
export function prepareStudy(plan: PlanModel, scenario: Scenario): Study {
  const projector = prepareProjection(plan, scenario);
  return { plan, scenario, projector, levels: projectPlan(projector) };
}

/**
 * Return a study's projector with some assumptions at other values.
 *
 * @param study The scenario.
 * @param moves Which assumptions, and their values.
 * @returns The same as a projector prepared from the changed scenario.
 */
export function movedProjector(
  { plan, scenario, projector }: Study,
  moves: readonly AssumedValue[],
): Projector {
  const moved = moves.reduce((before, move) => withAssumption(plan, before, move), scenario);
  // Growth alone leaves what drivers and influences do as it was prepared.
  if (!moves.every(({ assumption }) => assumption.kind === 'growth')) return prepareProjection(plan, moved);
  const growth = projector.growth.map((own, index): GrowthAssumption => {
    const { id } = plan.indicators[index] as PlanModel['indicators'][number];
    return moves.some(({ assumption }) => assumption.kind === 'growth' && assumption.indicator === id)
      ? growthOf(moved, id)
      : own;
  });
  return { ...projector, growth };
}

/**
 * Return which indicators an assumption touches: those it acts on, those that are fed by them, and so on.
 *
 * @param study The scenario.
 * @param assumption One of its assumptions.
 * @returns Their indices, in plan order.
 */
export function indicesTouched(
  { plan, scenario, projector }: Study,
  assumption: Assumption,
): readonly number[] {
  const touched = new Set<number>();
  plan.indicators.forEach(({ id }, index) => {
    if (actsOn(plan, scenario, { assumption, id })) touched.add(index);
  });
  // A set that grows is walked to its end.
  for (const from of touched)
    projector.feeds.forEach((feeds, to) => {
      if (feeds.some((feed) => feed.from === from)) touched.add(to);
    });
  return [...touched].sort((a, b) => a - b);
}

/** Whether an assumption acts on an indicator without any other in between. */
function actsOn(
  plan: PlanModel,
  scenario: Scenario,
  { assumption, id }: { readonly assumption: Assumption; readonly id: string },
): boolean {
  if (assumption.kind === 'growth') return assumption.indicator === id;
  if (assumption.kind === 'strength') return assumption.to === id;
  const driver = scenario.drivers.find((known) => known.id === assumption.driver) as Driver;
  return effectOf(plan, driver, id) !== 0;
}

/**
 * Return the verdict on every indicator.
 *
 * @param projector The prepared scenario.
 * @param levels Its projected levels by index.
 * @returns By index in the plan.
 */
export function verdictsOf(projector: Projector, levels: readonly Float64Array[]): readonly Status[] {
  return projector.plan.indicators.map(
    ({ target }, index) => assessTarget(horizonValueAt(projector, levels, index), target).status,
  );
}

/**
 * Return an indicator's `y` in the horizon year.
 *
 * @param projector The prepared scenario.
 * @param levels Its projected levels by index.
 * @param index The indicator's index in the plan.
 * @returns In the indicator's unit.
 */
export function horizonValueAt(projector: Projector, levels: readonly Float64Array[], index: number): number {
  const values = measuredValues(levels[index] as Float64Array, projector.measures[index] as Measure);
  return values.at(-1) as number;
}
