import { roundFraction } from '../arithmetic/decimal.ts';
import { clamp } from '../arithmetic/range.ts';
import { RATE_RANGE } from '../growth/compound.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { neededGrowth, settableRate, type NeededGrowth } from '../assessment/needed-growth.ts';
import { decidingEdge, edgeValue } from '../plan/target.ts';
import type { PlanModel } from '../plan/plan.ts';
import { prepareProjection, projectPlan } from '../projection/project-plan.ts';
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
 * Return one of the presets that are computed from a plan's own numbers: 10 % a year everywhere, with the usual spread;
 * everything held at its baseline; the plan's pace, each indicator at the growth its target's first edge needs; half
 * that pace.
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

/** Needed growth to the first edge of every target, by index, as settable rates; the nearest rate where none does. */
function planPace(plan: PlanModel): number[] {
  const projector = prepareProjection(plan, emptyScenario(plan));
  const levels = projectPlan(projector);
  return plan.indicators.map(({ target }, index) => {
    const edge = decidingEdge(target);
    const needed = neededGrowth(projector, levels, index)[edge] as NeededGrowth;
    if (needed.kind === 'found') return clamp(settableRate(needed.rate, edge), RATE_RANGE);
    return needed.best > (edgeValue(target, edge) as number) ? RATE_RANGE.from : RATE_RANGE.to;
  });
}
