import { neededGrowth, settableRate, type NeededGrowth } from '../assessment/needed-growth.ts';
import { edgeValue, type Edge } from '../plan/target.ts';
import type { PlanModel } from '../plan/plan.ts';
import { prepareProjection, projectPlan } from '../projection/project-plan.ts';
import { roundFraction } from '../arithmetic/decimal.ts';
import { clamp } from '../arithmetic/range.ts';
import { RATE_RANGE } from '../growth/compound.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../scenario/scenario.ts';

/** The presets any plan has, because they follow from its own numbers. */
export const PLAN_PRESETS = ['ten-percent', 'held', 'plan-pace', 'half-pace'] as const;

/** One of the presets any plan has. */
export type PlanPreset = (typeof PLAN_PRESETS)[number];

/** What a page opened without a scenario shows. */
export const DEFAULT_PRESET: PlanPreset = 'ten-percent';

/** Spread of every indicator in the default preset, in percentage points: an assumption like its growth, not a finding. */
export const USUAL_SPREAD = 4;

/**
 * Return one of the presets that follow from a plan's own numbers: 10 % a year everywhere,
 * with the usual spread; everything held at its
 * baseline; the plan's pace, each indicator at the growth its target's lower edge needs; half that pace.
 *
 * @param plan The plan.
 * @param preset Which preset.
 * @returns The scenario, in canonical form; rates in whole millionths, so that a link holds them exactly.
 */
export function planPreset(plan: PlanModel, preset: PlanPreset): Scenario {
  const empty = emptyScenario(plan);
  if (preset === 'held') return empty;
  const rates =
    preset === 'ten-percent'
      ? plan.indicators.map(() => 0.1)
      : planPace(plan).map((rate) => (preset === 'half-pace' ? roundFraction(rate / 2) : rate));
  const growth: Record<string, GrowthAssumption> = {};
  plan.indicators.forEach(({ id }, index) => {
    growth[id] = { kind: 'compound', rate: rates[index] as number };
  });
  const spread = preset === 'ten-percent' ? spreadEverywhere(plan, USUAL_SPREAD) : {};
  return canonicalScenario(plan, { ...empty, growth, spread });
}

/**
 * Return the same spread for every indicator.
 *
 * @param plan The plan.
 * @param points Standard deviation of a year's log growth, in percentage points.
 * @returns By indicator id.
 */
export function spreadEverywhere(plan: PlanModel, points: number): Readonly<Record<string, number>> {
  return Object.fromEntries(plan.indicators.map(({ id }) => [id, points]));
}

/** Needed growth to the first edge of every target, by index, as settable rates; the nearest rate where none does. */
function planPace(plan: PlanModel): number[] {
  const projector = prepareProjection(plan, emptyScenario(plan));
  const levels = projectPlan(projector);
  return plan.indicators.map(({ target }, index) => {
    const edge: Edge = target.kind === 'at-most' ? 'max' : 'min';
    const needed = neededGrowth(projector, levels, index)[edge] as NeededGrowth;
    if (needed.kind === 'found') return clamp(settableRate(needed.rate, edge), RATE_RANGE);
    return needed.best > (edgeValue(target, edge) as number) ? RATE_RANGE.from : RATE_RANGE.to;
  });
}
