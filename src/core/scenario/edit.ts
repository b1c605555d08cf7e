import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { assertNever } from '../assert-never.ts';
import { equalData } from '../equal-data.ts';
import type { Measure, PlanModel } from '../plan/plan.ts';
import { withAssumption, type AssumedValue, type Assumption } from './assumption.ts';
import {
  effectOf,
  growthOf,
  measureOf,
  spreadOf,
  type Driver,
  type Influence,
  type Scenario,
} from './scenario.ts';

/** A number that all draws depend on: co-movement, persistence or the seed. */
export type DrawParameter = 'rho' | 'phi' | 'seed';

/** One change of a scenario, as plain data. Spreads are percentage points, rates fractions a year. */
export type Edit =
  | { readonly kind: 'growth'; readonly indicator: string; readonly growth: GrowthAssumption }
  /** Growth of several indicators at once, by id. */
  | { readonly kind: 'growths'; readonly growth: Readonly<Record<string, GrowthAssumption>> }
  | { readonly kind: 'measure'; readonly indicator: string; readonly measure: Measure }
  | { readonly kind: 'spread'; readonly indicator: string; readonly points: number }
  | { readonly kind: 'spread-everywhere'; readonly points: number }
  | { readonly kind: 'draw-parameter'; readonly parameter: DrawParameter; readonly value: number }
  /** Adds a driver or replaces the one of the same id. */
  | { readonly kind: 'driver'; readonly driver: Driver }
  | { readonly kind: 'remove-driver'; readonly driver: string }
  /** Adds an influence or replaces the one between the same two; strength 0 removes it. */
  | { readonly kind: 'influence'; readonly influence: Influence }
  /** One assumption of whatever kind, such as the value at which a verdict flips. */
  | { readonly kind: 'assumption'; readonly assumption: Assumption; readonly value: number }
  /** Another scenario in place of this one. */
  | { readonly kind: 'load'; readonly scenario: Scenario }
  /** Back to what was loaded; the name stays. */
  | { readonly kind: 'reset'; readonly scenario: Scenario }
  /** No growth anywhere; readings, drivers, influences and spreads stay. */
  | { readonly kind: 'hold' }
  | { readonly kind: 'rename'; readonly name: string };

/**
 * Return a scenario after an edit. Pure; neither is changed.
 *
 * @param plan The plan the scenario is about.
 * @param scenario Any scenario about it.
 * @param edit What is done to it.
 * @returns The changed scenario; the very same object where the edit says nothing new, of whatever kind it is.
 */
export function applyEdit(plan: PlanModel, scenario: Scenario, edit: Edit): Scenario {
  const edited = withEdit(plan, scenario, edit);
  return equalData(stated(plan, scenario), stated(plan, edited)) ? scenario : edited;
}

/**
 * Return the same spread for every indicator of a plan, by id.
 *
 * @param plan The plan.
 * @param points Standard deviation of a year's log growth, in percentage points.
 */
export function spreadEverywhere(plan: PlanModel, points: number): Readonly<Record<string, number>> {
  return Object.fromEntries(plan.indicators.map(({ id }) => [id, points]));
}

/** Return the ids of the indicators whose growth differs between two scenarios, in plan order. */
export function changedGrowths(plan: PlanModel, before: Scenario, after: Scenario): readonly string[] {
  return plan.indicators
    .map(({ id }) => id)
    .filter((id) => !equalData(growthOf(before, id), growthOf(after, id)));
}

function withEdit(plan: PlanModel, scenario: Scenario, edit: Edit): Scenario {
  switch (edit.kind) {
    case 'growth':
      return withGrowths(scenario, { [edit.indicator]: edit.growth });
    case 'growths':
      return withGrowths(scenario, edit.growth);
    case 'measure':
      return { ...scenario, measure: { ...scenario.measure, [edit.indicator]: edit.measure } };
    case 'spread':
      return { ...scenario, spread: { ...scenario.spread, [edit.indicator]: edit.points } };
    case 'spread-everywhere':
      return { ...scenario, spread: spreadEverywhere(plan, edit.points) };
    case 'draw-parameter':
      return { ...scenario, [edit.parameter]: edit.value };
    case 'driver':
      return { ...scenario, drivers: withDriver(scenario, edit.driver) };
    case 'remove-driver':
      return { ...scenario, drivers: withoutDriver(scenario, edit.driver) };
    case 'influence':
      return withInfluence(scenario, edit.influence);
    case 'assumption':
      return withAssumed(plan, scenario, edit);
    case 'load':
      return edit.scenario;
    case 'reset':
      return { ...edit.scenario, name: scenario.name };
    case 'hold':
      return { ...scenario, growth: {} };
    case 'rename':
      return { ...scenario, name: edit.name };
    default:
      return assertNever(edit);
  }
}

/** What is not new stays unnamed. */
function withGrowths(scenario: Scenario, growth: Readonly<Record<string, GrowthAssumption>>): Scenario {
  const changes = Object.entries(growth).filter(([id, wanted]) => !equalData(growthOf(scenario, id), wanted));
  return { ...scenario, growth: { ...scenario.growth, ...Object.fromEntries(changes) } };
}

/** One that is there already stays where it stands in the list: a person may be working on it. */
function withDriver({ drivers }: Scenario, driver: Driver): readonly Driver[] {
  return drivers.some(({ id }) => id === driver.id)
    ? drivers.map((each) => (each.id === driver.id ? driver : each))
    : [...drivers, driver];
}

function withoutDriver({ drivers }: Scenario, wanted: string): readonly Driver[] {
  return drivers.filter(({ id }) => id !== wanted);
}

function withInfluence(scenario: Scenario, influence: Influence): Scenario {
  const { to, from, strength } = influence;
  const others = scenario.influences.filter((other) => other.to !== to || other.from !== from);
  return { ...scenario, influences: strength === 0 ? others : [...others, influence] };
}

/** As edits of growth and of influences leave it: what is at its default is no change, and not stated. */
function withAssumed(plan: PlanModel, before: Scenario, assumed: AssumedValue): Scenario {
  const { growth, drivers, influences } = withAssumption(plan, before, assumed);
  const stillActing = influences.filter(({ strength }) => strength !== 0);
  return { ...withGrowths(before, growth), drivers, influences: stillActing };
}

/**
 * Everything a scenario says, defaults included, in an order that edits do not change. Unlike the canonical form it
 * leaves out nothing that the page shows, such as a driver that does nothing, or one rate for the only year.
 */
function stated(plan: PlanModel, scenario: Scenario): unknown {
  const { indicators } = plan;
  return {
    ...scenario,
    growth: indicators.map(({ id }) => growthOf(scenario, id)),
    spread: indicators.map(({ id }) => spreadOf(scenario, id)),
    measure: indicators.map((indicator) => measureOf(scenario, indicator)),
    drivers: Object.fromEntries(
      scenario.drivers.map((driver) => [
        driver.id,
        [driver.name ?? '', driver.intensity, indicators.map(({ id }) => effectOf(plan, driver, id))],
      ]),
    ),
    influences: Object.fromEntries(
      scenario.influences.map(({ to, from, strength }) => [`${to} ${from}`, strength]),
    ),
  };
}
