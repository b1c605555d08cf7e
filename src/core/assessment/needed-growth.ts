import { RATE_STEPS_PER_UNIT } from '../arithmetic/decimal.ts';
import { integerPower } from '../arithmetic/integer-power.ts';
import { nthRoot } from '../arithmetic/nth-root.ts';
import { projectedYears, type IndicatorModel, type Measure } from '../plan/plan.ts';
import { edgeValue, type Edge, type Target } from '../plan/target.ts';
import {
  extraGrowth,
  measuredValues,
  nextLevel,
  projectPlan,
  type Projector,
} from '../projection/project-plan.ts';
import { findRoot } from '../arithmetic/find-root.ts';

/** The growth that makes an indicator reach an edge of its target, or how near it can come. */
export type NeededGrowth =
  /** The constant rate, as a fraction a year. */
  | { readonly kind: 'found'; readonly rate: number }
  /** No rate reaches the edge; the nearest value any rate gives, in the indicator's unit. */
  | { readonly kind: 'out-of-reach'; readonly best: number };

/** Needed growth for each edge a target has. */
export type NeededByEdge = Readonly<Partial<Record<Edge, NeededGrowth>>>;

/** The rates among which needed growth is sought where no formula gives it: (-1, 10]. */
export const LOWEST_RATE = -1 + 1 / integerPower(2, 40);
export const HIGHEST_RATE = 10;
/** How near to the edge the root is taken, relative to it: far inside the tolerance at which an edge counts as met. */
const CLOSE_ENOUGH = 1e-13;
/** Into how many pieces the range is cut where links lead an indicator's growth back to itself. */
const SCAN_PIECES = 64;

/**
 * Return the constant rate of growth that makes an indicator's `y` equal each edge of its target, all else
 * unchanged, in place of its own assumption. Without drivers and links on a stock or flow it is
 * `(edge / b)^(1/n) - 1`; otherwise a bracketed root on (-1, 10].
 *
 * @param projector The prepared scenario.
 * @param levels Its projected levels by index in the plan, as `projectPlan` gives them.
 * @param index The indicator's index in the plan.
 * @returns For each edge the target has, the rate as a fraction a year, or the nearest value within reach.
 */
export function neededGrowth(
  projector: Projector,
  levels: readonly Float64Array[],
  index: number,
): NeededByEdge {
  const { target } = projector.plan.indicators[index] as IndicatorModel;
  const rateFor = rateReaching(projector, levels, index);
  const min = edgeValue(target, 'min');
  const max = edgeValue(target, 'max');
  return {
    ...(min !== undefined && { min: rateFor('min', min) }),
    ...(max !== undefined && { max: rateFor('max', max) }),
  };
}

/**
 * Return a function that answers which constant rate makes an indicator's `y` equal a value, all else unchanged.
 *
 * @param projector The prepared scenario.
 * @param levels Its projected levels by index in the plan.
 * @param index The indicator's index in the plan.
 * @returns Takes which edge the value stands for and the value, above 0 and in the indicator's unit.
 */
export function rateReaching(
  projector: Projector,
  levels: readonly Float64Array[],
  index: number,
): (edge: Edge, value: number) => NeededGrowth {
  const question = prepareQuestion(projector, levels, index);
  return (edge, value) => rateFor(question, edge, value);
}

/** What "which rate gives this value?" is asked of. */
interface Question {
  readonly baseline: number;
  readonly years: number;
  /** Whether `y` is `b (1 + rate)^n`, so that a formula answers. */
  readonly closedForm: boolean;
  /** `y` in the horizon year at a constant rate, in the indicator's unit. */
  readonly valueAt: (rate: number) => number;
  /** Whether the indicator's growth comes back to it over links: then `valueAt` may rise and fall. */
  readonly circular: boolean;
}

function prepareQuestion(projector: Projector, levels: readonly Float64Array[], index: number): Question {
  const years = projectedYears(projector.plan);
  const baseline = (projector.plan.indicators[index] as IndicatorModel).baseline.value;
  const measure = projector.measures[index] as Measure;
  if (feedsItself(projector, index)) {
    const valueAt = (rate: number): number =>
      horizonValue(projectPlan(projector, { index, rate })[index] as Float64Array, measure);
    return { baseline, years, closedForm: false, circular: true, valueAt };
  }
  const extra = Float64Array.from({ length: years }, (_, t) => extraGrowth(projector, levels, index, t));
  const path = new Float64Array(years + 1);
  path[0] = baseline;
  const valueAt = (rate: number): number => {
    const assumption = { kind: 'compound', rate } as const;
    for (let t = 0; t < years; t++)
      path[t + 1] = nextLevel(assumption, path[t] as number, t, extra[t] as number);
    return horizonValue(path, measure);
  };
  const closedForm = measure !== 'cumulative' && extra.every((points) => points === 0);
  return { baseline, years, closedForm, circular: false, valueAt };
}

function rateFor(question: Question, edge: Edge, value: number): NeededGrowth {
  const { baseline, years, closedForm, valueAt, circular } = question;
  if (closedForm) {
    const rate = nthRoot(value / baseline, years) - 1;
    // So near to -1 that a double no longer tells one fall from another.
    if (rate <= -1) return { kind: 'out-of-reach', best: valueAt(LOWEST_RATE) };
    return { kind: 'found', rate };
  }

  // Above 0 on the side of the edge where the target is met, which is the side to end on.
  const inside = (rate: number): number => (edge === 'min' ? valueAt(rate) - value : value - valueAt(rate));
  const pieces = circular ? SCAN_PIECES : 1;
  let low = LOWEST_RATE;
  let atLow = inside(low);
  let nearest = atLow;
  for (let piece = 1; piece <= pieces; piece++) {
    const high =
      piece === pieces ? HIGHEST_RATE : LOWEST_RATE + (piece * (HIGHEST_RATE - LOWEST_RATE)) / pieces;
    const atHigh = inside(high);
    if (atLow * atHigh <= 0) {
      return { kind: 'found', rate: findRoot(inside, { low, high }, value * CLOSE_ENOUGH) };
    }
    if (Math.abs(atHigh) < Math.abs(nearest)) nearest = atHigh;
    low = high;
    atLow = atHigh;
  }
  return { kind: 'out-of-reach', best: edge === 'min' ? value + nearest : value - nearest };
}

/** Whether an indicator's growth comes back to it over one or more links. */
function feedsItself(projector: Projector, index: number): boolean {
  const visited = new Set<number>();
  const open = [index];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { from } of projector.feeds[at] as Projector['feeds'][number]) {
      if (from === index) return true;
      if (!visited.has(from)) {
        visited.add(from);
        open.push(from);
      }
    }
  }
  return false;
}

function horizonValue(levels: Float64Array, measure: Measure): number {
  return measuredValues(levels, measure).at(-1) as number;
}

/** The constant rates that meet a target, as fractions a year; an end that is not finite is open. */
export interface GrowthZone {
  readonly from: number;
  readonly to: number;
}

/**
 * Return the growth zone: the interval of constant rates that meet a target, edges included.
 *
 * @param target What the plan asks, in the indicator's unit.
 * @param needed Needed growth for each of its edges.
 * @returns The interval, or undefined where no rate meets the target.
 */
export function growthZone(target: Target, needed: NeededByEdge): GrowthZone | undefined {
  const from = zoneEnd(needed.min, edgeValue(target, 'min'), -Infinity);
  const to = zoneEnd(needed.max, edgeValue(target, 'max'), Infinity);
  // Both ends on the same side of every rate: no rate comes up, or down, to the target.
  const none = from > to || from === Infinity || to === -Infinity;
  return none ? undefined : { from, to };
}

/** Where the zone ends at one edge; out of reach means at no rate or at every rate, by the side the value stays on. */
function zoneEnd(needed: NeededGrowth | undefined, edge: number | undefined, open: number): number {
  if (needed === undefined || edge === undefined) return open;
  if (needed.kind === 'found') return needed.rate;
  return needed.best > edge ? -Infinity : Infinity;
}

/** The steps in which needed growth is stated: hundredths of a percentage point, finer ones where none lies in a zone. */
const SHOWN_STEPS_PER_UNIT = [1e4, 1e5] as const;
/** How far from a step a rate may lie and still be taken for it, as a fraction: rounding, not growth. */
const STEP_TOLERANCE = 1e-13;

/**
 * Return a needed rate as it is stated and set: in hundredths of a percentage point, rounded to the side on which the
 * target, or the wanted share of draws, is still met; in finer steps where rounding would leave the zone at its other end.
 *
 * @param rate The rate, as a fraction a year.
 * @param edge The edge that decides: rounded up for `min`, down for `max`.
 * @param zone The rates that meet the target; every rate beyond the edge if not stated.
 * @returns The rate in whole ten-thousandths, or in whole millionths where the zone is narrow.
 */
export function shownRate(rate: number, edge: Edge, zone?: GrowthZone): number {
  const { from, to } = zone ?? { from: -Infinity, to: Infinity };
  for (const stepsPerUnit of SHOWN_STEPS_PER_UNIT) {
    const shown = roundInside(rate, edge, stepsPerUnit);
    if (edge === 'min' ? shown <= to : shown >= from) return shown;
  }
  return roundInside(rate, edge, RATE_STEPS_PER_UNIT);
}

function roundInside(rate: number, edge: Edge, stepsPerUnit: number): number {
  const steps = rate * stepsPerUnit;
  const tolerance = STEP_TOLERANCE * stepsPerUnit;
  const whole = edge === 'min' ? Math.ceil(steps - tolerance) : Math.floor(steps + tolerance);
  return whole / stepsPerUnit + 0;
}
