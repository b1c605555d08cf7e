import type { IndicatorModel, Measure } from '../plan/plan.ts';
import type { Projector } from '../projection/project-plan.ts';
import { multiplies } from '../growth/growth-assumption.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { spreadOf, type Scenario } from '../scenario/scenario.ts';

/** How an indicator's draws come about; the simpler kinds are special cases of `stepped` that need less work. */
export type DrawKind = 'deterministic' | 'lognormal' | 'lognormal-sum' | 'stepped';

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
  const kinds = indicators.map((_, index) =>
    kindUnder(projector.growth[index] as GrowthAssumption, {
      measure: projector.measures[index] as Measure,
      spread: spreads[index] as number,
      isFed: feedersOf(projector, index).some((from) => isUncertain[from] === true),
    }),
  );
  return { projector, levels, spreads, kinds };
}

/** What decides how draws come about, besides the growth assumption. */
interface KindCircumstances {
  readonly measure: Measure;
  /** From 0, as a fraction. */
  readonly spread: number;
  /** Whether anything uncertain feeds the indicator. */
  readonly isFed: boolean;
}

function kindUnder(growth: GrowthAssumption, { measure, spread, isFed }: KindCircumstances): DrawKind {
  if (isFed) return 'stepped';
  if (spread === 0) return 'deterministic';
  if (!multiplies(growth)) return 'stepped';
  return measure === 'cumulative' ? 'lognormal-sum' : 'lognormal';
}

/**
 * Return the kind an indicator's draws would be of if it grew at a constant rate instead of by its own assumption.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function kindAtConstantRate(model: DrawModel, index: number): DrawKind {
  const { projector, spreads } = model;
  return kindUnder(
    { kind: 'compound', rate: 0 },
    {
      measure: projector.measures[index] as Measure,
      spread: spreads[index] as number,
      isFed: feedersOf(projector, index).some((from) => isUncertainAt(model, from)),
    },
  );
}

/**
 * Whether an indicator's draws can differ from one another.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function isUncertainAt({ kinds }: DrawModel, index: number): boolean {
  return kinds[index] !== 'deterministic';
}

/** By index: whether an indicator has a spread, or is fed, over any number of influences, by one that has. */
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
 * Return the indices whose draws some indicators' draws are computed with, in plan order: they themselves, what uncertain
 * feeds them and what uncertain feeds those.
 *
 * @param model What the draws are made from.
 * @param indices The indicators' indices in the plan.
 */
export function indicesBehind(model: DrawModel, indices: readonly number[]): readonly number[] {
  const behind = new Set(indices);
  // A set that grows is walked to its end.
  for (const at of behind)
    for (const from of feedersOf(model.projector, at)) if (isUncertainAt(model, from)) behind.add(from);
  return [...behind].sort((a, b) => a - b);
}

/**
 * Return an indicator's model at its index.
 *
 * @param model What the draws are made from.
 * @param index An index in the plan.
 */
export function indicatorAt({ projector }: DrawModel, index: number): IndicatorModel {
  return projector.plan.indicators[index] as IndicatorModel;
}

/**
 * Return `y` in the baseline year, in the indicator's unit; it is the same in every draw.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function firstValue(model: DrawModel, index: number): number {
  return model.projector.measures[index] === 'cumulative' ? 0 : indicatorAt(model, index).baseline.value;
}
