import { projectedYears, type IndicatorModel, type Measure, type PlanModel } from '../plan/plan.ts';
import { compareText, effectOf, growthOf, measureOf, type Scenario } from '../scenario/scenario.ts';
import { grow, type GrowthAssumption } from '../growth/growth-shapes.ts';

/** No level rises above this: far beyond any plan, and low enough that no sum or product of levels overflows. */
export const HIGHEST_LEVEL = 1e150;
/** No year's growth counts for more than this in a link, so that a level near 0 cannot make growth infinite. */
const HIGHEST_GROWTH = 1e6;

/** Levels of one indicator, `x_t`, and what of them is compared with the target, `y_t`. */
export interface Trajectory {
  /** `x_t` from the baseline year to the horizon, length n + 1, in the indicator's unit. */
  readonly levels: Float64Array;
  /** `y_t`: the level, or for `cumulative` the sum so far (0 in the baseline year). Same length and unit. */
  readonly values: Float64Array;
}

/** One link as the projection needs it: which indicator feeds, by index in the plan. */
interface Feed {
  readonly from: number;
  readonly strength: number;
}

/** A scenario put in terms of a plan's indicators, ready to be projected again and again. */
export interface Projector {
  readonly plan: PlanModel;
  /** Growth assumption by index in the plan. */
  readonly growth: readonly GrowthAssumption[];
  /** Measure by index in the plan. */
  readonly measures: readonly Measure[];
  /** What drivers add to growth, as a fraction, by index in the plan and then projected year. */
  readonly driven: readonly Float64Array[];
  /** Links into each indicator, by index in the plan. */
  readonly feeds: readonly (readonly Feed[])[];
}

/**
 * Prepare a scenario for projection. Sums are taken in the order of drivers' and indicators' ids, never in the
 * order of a file, so that reordering a plan or a scenario changes no bit of the result.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @returns What `projectPlan` works on.
 */
export function prepareProjection(plan: PlanModel, scenario: Scenario): Projector {
  const years = projectedYears(plan);
  const indices = new Map(plan.indicators.map(({ id }, index) => [id, index]));
  const drivers = [...scenario.drivers].sort((a, b) => compareText(a.id, b.id));
  const links = [...scenario.influences].sort(
    (a, b) => compareText(a.from, b.from) || a.strength - b.strength,
  );
  return {
    plan,
    growth: plan.indicators.map(({ id }) => growthOf(scenario, id)),
    measures: plan.indicators.map((indicator) => measureOf(scenario, indicator)),
    driven: plan.indicators.map(({ id }) => {
      const sums = new Float64Array(years);
      for (const driver of drivers) {
        const effect = effectOf(plan, driver, id);
        if (effect === 0) continue;
        for (let t = 0; t < years; t++)
          sums[t] = (sums[t] as number) + ((driver.intensity[t] ?? 0) * effect) / 100;
      }
      return sums;
    }),
    feeds: plan.indicators.map(({ id }) =>
      links.flatMap(({ to, from, strength }) => {
        const index = indices.get(from);
        return to === id && index !== undefined && strength !== 0 ? [{ from: index, strength }] : [];
      }),
    ),
  };
}

/** What an indicator's own assumption is replaced by while needed growth is sought. */
export interface Replacement {
  /** The indicator's index in the plan. */
  readonly index: number;
  /** The constant rate tried instead, as a fraction a year. */
  readonly rate: number;
}

/**
 * Return the levels of every indicator in every year:
 *
 *     growth_{j,t} = x_{j,t} / x_{j,t-1} - 1                              (0 at T0 and where x_{j,t-1} is 0)
 *     extra_{i,t}  = sum_d u_{d,t} e_{d,i} / 100 + sum_j a_{i,j} growth_{j,t-1}
 *     x_{i,t}      = max(0, f_{i,t}(x_{i,t-1}) + extra_{i,t} x_{i,t-1})
 *
 * @param projector The prepared scenario.
 * @param replacement A constant rate for one indicator in place of its own assumption, if any.
 * @returns By index in the plan, levels from the baseline year to the horizon, each of length n + 1; always finite.
 */
export function projectPlan(projector: Projector, replacement?: Replacement): Float64Array[] {
  const { plan, growth } = projector;
  const years = projectedYears(plan);
  const tried: GrowthAssumption | undefined = replacement && { kind: 'compound', rate: replacement.rate };
  const levels = plan.indicators.map(({ baseline }) => {
    const path = new Float64Array(years + 1);
    path[0] = baseline.value;
    return path;
  });
  for (let t = 0; t < years; t++) {
    for (let i = 0; i < levels.length; i++) {
      const path = levels[i] as Float64Array;
      const assumption =
        tried !== undefined && i === replacement?.index ? tried : (growth[i] as GrowthAssumption);
      path[t + 1] = nextLevel(assumption, path[t] as number, t, extraGrowth(projector, levels, i, t));
    }
  }
  return levels;
}

/**
 * Return what drivers and links add to an indicator's growth in one year, `extra_{i,t}` of the model.
 *
 * @param projector The prepared scenario.
 * @param levels Levels by index in the plan, known up to the year before.
 * @param index The indicator's index in the plan.
 * @param step Which projected year is entered, 0 for the first.
 * @returns Growth as a fraction a year.
 */
export function extraGrowth(
  { driven, feeds }: Projector,
  levels: readonly Float64Array[],
  index: number,
  step: number,
): number {
  let extra = driven[index]?.[step] as number;
  // No link acts in the first projected year: growth in the baseline year is not known.
  if (step === 0) return extra;
  for (const { from, strength } of feeds[index] as readonly Feed[]) {
    const path = levels[from] as Float64Array;
    extra += strength * growthInto(path[step - 1] as number, path[step] as number);
  }
  return extra;
}

/**
 * Return one year's step of one indicator, `max(0, f_t(x) + extra x)`.
 *
 * @param assumption The growth assumption.
 * @param level Last year's level, in the indicator's unit.
 * @param step Which projected year, 0 for the first.
 * @param extra What drivers and links add, as a fraction a year.
 * @returns This year's level, from 0 and finite.
 */
export function nextLevel(assumption: GrowthAssumption, level: number, step: number, extra: number): number {
  const next = grow(assumption, level, step) + extra * level;
  return Math.min(HIGHEST_LEVEL, Math.max(0, next));
}

/**
 * Return the growth of a year, as a fraction; 0 after a level of 0.
 *
 * @param before The level at the year's beginning.
 * @param after The level at its end, in the same unit.
 */
export function growthInto(before: number, after: number): number {
  return before === 0 ? 0 : Math.min(HIGHEST_GROWTH, after / before - 1);
}

/**
 * Return the quantity that is compared with the target, year by year, from levels and measure.
 *
 * @param levels `x_t` from the baseline year, length n + 1, in the indicator's unit.
 * @param measure How the levels combine.
 * @returns `y_t`, same length and unit: the levels, or the running sum without the baseline year.
 */
export function measuredValues(levels: Float64Array, measure: Measure): Float64Array {
  if (measure !== 'cumulative') return levels;
  const values = new Float64Array(levels.length);
  for (let t = 1; t < levels.length; t++) values[t] = (values[t - 1] as number) + (levels[t] as number);
  return values;
}

/**
 * Return the value in the horizon year if an indicator is held at its baseline, nothing else acting on it.
 *
 * @param plan The plan.
 * @param indicator One of its indicators.
 * @param measure How it is read.
 * @returns `y_TH` at 0 % a year, in the indicator's unit: where the small tick of a bullet stands.
 */
export function heldValue(plan: PlanModel, indicator: IndicatorModel, measure: Measure): number {
  return measure === 'cumulative'
    ? indicator.baseline.value * projectedYears(plan)
    : indicator.baseline.value;
}
