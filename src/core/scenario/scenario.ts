import { isNoGrowth, simplestGrowth } from '../growth/growth-assumption.ts';
import { NO_GROWTH, type GrowthAssumption } from '../growth/growth-shapes.ts';
import type { Indicator, IndicatorModel, Measure, PlanModel } from '../plan/plan.ts';
import { cleanName } from './scenario-name.ts';

/** An assumption about the world that moves several indicators at once. */
export interface Driver {
  /** The plan's driver of this name, or one of the user's own: 2 to 16 letters. */
  readonly id: string;
  /** The name a person gave it, at most 80 characters; absent for none. It changes no number. */
  readonly name?: string | undefined;
  /** Intensity in each projected year, 0 for off; the usual range is -2 to 2. */
  readonly intensity: readonly number[];
  /** Percentage points of growth per unit of intensity by indicator id, where it differs from the plan's effect. */
  readonly effects: Readonly<Record<string, number>>;
}

/** Growth in one indicator that feeds growth in another a year later. */
export interface Influence {
  /** Id of the indicator that is fed. */
  readonly to: string;
  /** Id of the indicator that feeds. */
  readonly from: string;
  /** Percentage points of growth in `to` for each point by which `from` grew the year before. */
  readonly strength: number;
}

/** A named set of assumptions about one plan. Sparse: what it does not name is at its default. */
export interface Scenario {
  /** Id of the plan it is about. */
  readonly plan: string;
  /** The name a person gave it, at most 80 characters; empty for none. */
  readonly name: string;
  /** By indicator id; an indicator that is not named is held at 0 %. */
  readonly growth: Readonly<Record<string, GrowthAssumption>>;
  /** Standard deviation of a year's log growth in percentage points, by indicator id; 0 if not named. */
  readonly spread: Readonly<Record<string, number>>;
  /** The reading of an indicator, by id, where it is not the plan's. */
  readonly measure: Readonly<Record<string, Measure>>;
  /** Co-movement, 0 to 0.95. */
  readonly rho: number;
  /** Persistence, 0 to 1. */
  readonly phi: number;
  /** An unsigned 32-bit integer. */
  readonly seed: number;
  /** Whether it starts from the plan's baseline or from the latest comparable published value. */
  readonly start: 'baseline' | 'latest';
  readonly drivers: readonly Driver[];
  readonly influences: readonly Influence[];
}

/**
 * Return a plan's scenario in which nothing is assumed: every indicator held at its baseline.
 *
 * @param plan The plan it is about.
 * @returns The scenario with every default.
 */
export function emptyScenario(plan: PlanModel): Scenario {
  return {
    plan: plan.id,
    name: '',
    growth: {},
    spread: {},
    measure: {},
    rho: 0,
    phi: 0,
    seed: 1,
    start: 'baseline',
    drivers: [],
    influences: [],
  };
}

/**
 * Return what a record holds of its own under a key, never what it inherits.
 *
 * @param record Values by id.
 * @param id The id asked for; may be any text, `constructor` too.
 * @returns The value, or undefined.
 */
export function own<Value>(record: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined;
}

/**
 * Return the growth assumption a scenario makes for an indicator.
 *
 * @param scenario The scenario.
 * @param id The indicator's id.
 * @returns Its assumption; 0 % a year where the scenario names none.
 */
export function growthOf(scenario: Scenario, id: string): GrowthAssumption {
  return own(scenario.growth, id) ?? NO_GROWTH;
}

/**
 * Return the measure by which a scenario reads an indicator.
 *
 * @param scenario The scenario.
 * @param indicator The indicator.
 * @returns The scenario's reading where it has one, else the plan's.
 */
export function measureOf(scenario: Scenario, indicator: IndicatorModel): Measure {
  return own(scenario.measure, indicator.id) ?? indicator.measure;
}

/**
 * Return a scenario's spread for an indicator.
 *
 * @param scenario The scenario.
 * @param id The indicator's id.
 * @returns Percentage points of a year's log growth, from 0.
 */
export function spreadOf(scenario: Scenario, id: string): number {
  return own(scenario.spread, id) ?? 0;
}

/**
 * Return the effect a driver has on an indicator: the scenario's own where it states one, else the plan's.
 *
 * @param plan The plan that may ship the driver.
 * @param driver The scenario's driver.
 * @param id The indicator's id.
 * @returns Percentage points of growth per unit of intensity.
 */
export function effectOf(plan: PlanModel, driver: Pick<Driver, 'id' | 'effects'>, id: string): number {
  return own(driver.effects, id) ?? shippedEffect(plan, driver.id, id);
}

/**
 * Return the effect the plan ships for a driver on an indicator.
 *
 * @param plan The plan.
 * @param driverId The driver's id.
 * @param id The indicator's id.
 * @returns Percentage points of growth per unit of intensity; 0 where the plan ships none.
 */
export function shippedEffect(plan: PlanModel, driverId: string, id: string): number {
  const shipped = plan.drivers.find((candidate) => candidate.id === driverId);
  return shipped === undefined ? 0 : (own(shipped.effects, id) ?? 0);
}

/**
 * Return the measures among which an indicator may be switched on the page: the plan's readings and the current one.
 *
 * @param indicator The indicator.
 * @param current How the scenario reads it now.
 * @returns The plan's reading first; one entry where there is no doubt.
 */
export function readingsOf(indicator: Indicator, current: Measure): readonly Measure[] {
  const readings = [indicator.measure, indicator.otherReading, current].filter((reading) => reading !== null);
  return [...new Set(readings)];
}

/**
 * Return the scenario in its one canonical form: nothing stated that is the default, drivers and influences in the order
 * of their ids. Two scenarios that say the same have equal canonical forms.
 *
 * @param plan The plan the scenario is about.
 * @param scenario Any scenario about it.
 * @returns The same assumptions, written in one way.
 */
export function canonicalScenario(plan: PlanModel, scenario: Scenario): Scenario {
  const growth: Record<string, GrowthAssumption> = {};
  const spread: Record<string, number> = {};
  const measure: Record<string, Measure> = {};
  for (const indicator of plan.indicators) {
    const { id } = indicator;
    const assumption = simplestGrowth(growthOf(scenario, id));
    if (!isNoGrowth(assumption)) growth[id] = assumption;
    if (spreadOf(scenario, id) > 0) spread[id] = spreadOf(scenario, id);
    if (measureOf(scenario, indicator) !== indicator.measure) measure[id] = measureOf(scenario, indicator);
  }
  const drivers = scenario.drivers
    .map(({ id, name, intensity, effects }) => ({
      id,
      ...statedName(name),
      intensity,
      effects: ownEffects(plan, id, effects),
    }))
    .filter(({ intensity, effects }) => intensity.some((u) => u !== 0) || Object.keys(effects).length > 0)
    .sort((a, b) => compareText(a.id, b.id));
  const influences = scenario.influences
    .filter(({ strength }) => strength !== 0)
    .sort((a, b) => compareText(a.to, b.to) || compareText(a.from, b.from));
  return { ...scenario, growth, spread, measure, drivers, influences };
}

/** A driver's name as links and files hold it; nothing at all where there is none. */
function statedName(given = ''): Pick<Driver, 'name'> {
  const name = cleanName(given);
  return name === '' ? {} : { name };
}

/** The effects that differ from what the plan ships, in plan order. */
function ownEffects(
  plan: PlanModel,
  driverId: string,
  effects: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const differing: Record<string, number> = {};
  for (const { id } of plan.indicators) {
    const effect = own(effects, id);
    if (effect !== undefined && effect !== shippedEffect(plan, driverId, id)) differing[id] = effect;
  }
  return differing;
}

/**
 * Compare two texts by their code units: an order that no language or machine changes.
 *
 * @param a One text.
 * @param b The other.
 * @returns Below 0, 0 or above 0, as `Array.sort` wants it.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
