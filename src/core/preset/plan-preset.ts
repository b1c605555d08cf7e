import { roundFraction } from '../arithmetic/decimal.ts';
import { clamp } from '../arithmetic/range.ts';
import { RATE_RANGE } from '../growth/compound.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { assessTarget, isMet } from '../assessment/assess-target.ts';
import { neededGrowth, shownRate, type NeededGrowth } from '../assessment/needed-growth.ts';
import { decidingEdge, type Edge } from '../plan/target.ts';
import type { Measure, PlanModel } from '../plan/plan.ts';
import { measuredValues, prepareProjection, projectPlan } from '../projection/project-plan.ts';
import { spreadEverywhere } from '../scenario/edit.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../scenario/scenario.ts';

/** Presets that any plan has, in the order they are offered, because they are computed from its own numbers. */
export const PLAN_PRESETS = ['ten-percent', 'held', 'plan-pace', 'half-pace'] as const;
/** One of the presets any plan has. */
export type PlanPreset = (typeof PLAN_PRESETS)[number];

/** What a page opened without a scenario shows. */
export const DEFAULT_PRESET: PlanPreset = 'ten-percent';
/** Spread of every indicator in the default preset, in percentage points: an assumption like its growth, not a finding. */
export const USUAL_SPREAD = 4;

/** Where no rate reaches an edge that growth of 0 misses, the rate that comes nearest. */
const PACE_OUT_OF_REACH: Readonly<Record<Edge, number>> = { min: RATE_RANGE.to, max: RATE_RANGE.from };

/** How each is computed. */
const COMPUTE: Readonly<Record<PlanPreset, (plan: PlanModel) => Scenario>> = {
  'ten-percent': (plan) => ({
    ...atRates(plan, () => 0.1),
    spread: spreadEverywhere(plan, USUAL_SPREAD),
  }),
  held: emptyScenario,
  'plan-pace': (plan) => {
    const pace = planPace(plan);
    return atRates(plan, (index) => pace[index] as number);
  },
  'half-pace': (plan) => {
    const pace = planPace(plan);
    return atRates(plan, (index) => roundFraction((pace[index] as number) / 2));
  },
};

/**
 * Return one of the presets that any plan has: 10 % a year everywhere, with the usual spread, round numbers without a
 * source; and from the plan's own numbers everything held at its baseline; the plan's pace, each indicator at the growth
 * its target's deciding edge needs, and held where that is met without any change; half that pace, so that no indicator
 * is ever moved away from its target. All but the first have no spread.
 *
 * @returns The scenario, in canonical form; rates in whole millionths, so that a link holds them exactly.
 */
export function planPreset(plan: PlanModel, preset: PlanPreset): Scenario {
  return canonicalScenario(plan, COMPUTE[preset](plan));
}

function atRates(plan: PlanModel, rateOf: (index: number) => number): Scenario {
  const growth: Record<string, GrowthAssumption> = {};
  plan.indicators.forEach(({ id }, index) => {
    growth[id] = { kind: 'compound', rate: rateOf(index) };
  });
  return { ...emptyScenario(plan), growth };
}

/** Needed growth to the deciding edge of every target, by index, as it is stated; the nearest rate where none does. */
function planPace(plan: PlanModel): number[] {
  const projector = prepareProjection(plan, emptyScenario(plan));
  const { measures } = projector;
  const levels = projectPlan(projector);
  return plan.indicators.map(({ target }, index) => {
    const edge = decidingEdge(target);
    const held = measuredValues(levels[index] as Float64Array, measures[index] as Measure).at(-1) as number;
    if (isMet(assessTarget(held, target).status)) return 0;
    const needed = neededGrowth(projector, levels, index)[edge] as NeededGrowth;
    if (needed.kind === 'found') return clamp(shownRate(needed.rate, edge), RATE_RANGE);
    return PACE_OUT_OF_REACH[edge];
  });
}
