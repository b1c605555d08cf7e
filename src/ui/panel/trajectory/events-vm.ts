import { roundDecimal } from '../../../core/arithmetic/decimal.ts';
import { projectedYears, type Plan } from '../../../core/plan/plan.ts';
import { freeDriverId } from '../../../core/scenario/free-driver-id.ts';
import { cleanName } from '../../../core/scenario/scenario-name.ts';
import { effectOf, type Driver } from '../../../core/scenario/scenario.ts';
import { describeIndicator } from '../../../text/describe.ts';
import type { Text } from '../../../text/text.ts';
import { EVENT_WORDS } from '../../../text/words/events.ts';

/** A projected year of an event. */
export interface EventYear {
  /** Counted from 0, as intensities are. */
  readonly index: number;
  readonly year: number;
  readonly intensity: number;
}

/** A row that an event acts on, or may act on. */
export interface EventRow {
  /** Id of the indicator. */
  readonly id: string;
  readonly name: string;
  /** Percentage points of growth at intensity 1. */
  readonly points: number;
  /** The points of each year in which it acts, where they are not simply `points`; else empty. */
  readonly byYear: string;
}

/** Return the years of an event with its intensity in each. */
export function eventYears(plan: Plan, { intensity }: Driver): readonly EventYear[] {
  return Array.from({ length: projectedYears(plan) }, (_, index) => ({
    index,
    year: plan.baselineYear + 1 + index,
    intensity: intensity[index] ?? 0,
  }));
}

/** Return whether an event is one of a person's own, and not one that the plan ships. */
export function isOwnEvent(plan: Plan, { id }: Driver): boolean {
  return !plan.drivers.some((shipped) => shipped.id === id);
}

/** Return whether an event is a person's own that acts or does not, nothing between: then its points are what is added. */
export function isOnOff(plan: Plan, driver: Driver): boolean {
  return isOwnEvent(plan, driver) && driver.intensity.every((u) => u === 0 || u === 1);
}

/** Return the years in which an event acts: "2024", "2023, 2025", "2023–2025"; empty for none. */
export function describeYears(plan: Plan, driver: Driver, { words }: Text): string {
  const runs: { from: number; to: number }[] = [];
  for (const { year, intensity } of eventYears(plan, driver)) {
    const last = runs.at(-1);
    if (intensity === 0) continue;
    if (last?.to === year - 1) last.to = year;
    else runs.push({ from: year, to: year });
  }
  return runs.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(words.listSeparator);
}

/** Return when an event acts and on how many rows: "2024, 5 rows". */
export function describeReach(plan: Plan, driver: Driver, text: Text): string {
  const rows = plan.indicators.filter(({ id }) => effectOf(plan, driver, id) !== 0);
  return EVENT_WORDS[text.language].summary(describeYears(plan, driver, text), rows.length);
}

/** Return what heads the points of an event. */
export function describePointsHead(plan: Plan, driver: Driver, text: Text): string {
  const words = EVENT_WORDS[text.language];
  return isOnOff(plan, driver) ? words.pointsIn(describeYears(plan, driver, text)) : words.pointsAtOne;
}

/** Return the ids of the rows to list: those it acts on and those worked on; where there are none, the selected one. */
export function listedRows(
  plan: Plan,
  driver: Driver,
  { added, selected }: { readonly added: readonly string[]; readonly selected: string },
): readonly string[] {
  const ids = plan.indicators.map(({ id }) => id);
  const listed = ids.filter((id) => effectOf(plan, driver, id) !== 0 || added.includes(id));
  return listed.length > 0 ? listed : ids.filter((id) => id === selected);
}

/** Return a row of an event as its table shows it. */
export function eventRow(
  plan: Plan,
  driver: Driver,
  { id, text }: { readonly id: string; readonly text: Text },
): EventRow {
  const words = EVENT_WORDS[text.language];
  const points = effectOf(plan, driver, id);
  const byYear = eventYears(plan, driver)
    .filter(({ intensity }) => points !== 0 && intensity !== 0)
    .map(({ year, intensity }) =>
      words.pointsInYear(year, text.numbers.points(roundDecimal(intensity * points))),
    );
  return {
    id,
    name: describeIndicator(plan, id, text),
    points,
    byYear: isOnOff(plan, driver) ? '' : byYear.join(text.words.listSeparator),
  };
}

/** Return a person's own event that acts in one year, on no row yet. */
export function ownEvent(plan: Plan, drivers: readonly Driver[], index: number): Driver {
  const intensity = Array.from({ length: projectedYears(plan) }, (_, each) => (each === index ? 1 : 0));
  return { id: freeDriverId(plan, drivers), intensity, effects: {} };
}

/** Return an event of the plan, with the effects that the plan ships, in every year. */
export function planEvent(plan: Plan, id: string): Driver {
  return { id, intensity: Array.from({ length: projectedYears(plan) }, () => 1), effects: {} };
}

/** Return an event with another name; without one where the name is empty. */
export function withName({ id, intensity, effects }: Driver, given: string): Driver {
  const name = cleanName(given);
  return name === '' ? { id, intensity, effects } : { id, name, intensity, effects };
}

/** Return an event with another intensity in one year. */
export function withIntensity(
  plan: Plan,
  driver: Driver,
  { index, intensity }: Omit<EventYear, 'year'>,
): Driver {
  const years = eventYears(plan, driver);
  return {
    ...driver,
    intensity: years.map((each) => (each.index === index ? intensity : each.intensity)),
  };
}

/** Return an event with other points on a row. */
export function withPoints(driver: Driver, id: string, points: number): Driver {
  return { ...driver, effects: { ...driver.effects, [id]: points } };
}
