import { clamp, type Range } from '../arithmetic/range.ts';
import { RANGES } from '../scenario/ranges.ts';
import { formatDecimal, parseDecimal } from '../arithmetic/decimal.ts';
import { formatGrowthText, parseGrowthText } from './growth-text.ts';
import { MEASURES, projectedYears, type IndicatorModel, type PlanModel } from '../plan/plan.ts';
import { cleanName } from '../scenario/scenario-name.ts';
import {
  effectOf,
  growthOf,
  measureOf,
  own,
  shippedEffect,
  spreadOf,
  type Driver,
  type Influence,
  type Scenario,
} from '../scenario/scenario.ts';
import { linkField, type LinkField, type ReadValue, type Subject } from './field.ts';

/**
 * Every key that says something about a scenario, in the order in which a link writes them. Values are read into a
 * scenario as they come and written from one in canonical form.
 */
export const SCENARIO_FIELDS: readonly LinkField<Scenario>[] = [
  linkField({
    key: '<code>',
    values: 'growth assumption in one of the forms below, then a spread if it has any: `6.2`, `5y6y7s4`',
    absent: '0 % a year, no spread',
    subjects: eachIndicator,
    get: (scenario, { indicators: [indicator] }) => ({
      growth: growthOf(scenario, idOf(indicator)),
      spread: spreadOf(scenario, idOf(indicator)),
    }),
    set: (scenario, { growth, spread }, { indicators: [indicator] }) => ({
      ...scenario,
      growth: { ...scenario.growth, [idOf(indicator)]: growth },
      spread: { ...scenario.spread, [idOf(indicator)]: spread },
    }),
    read: (text, { plan }) => {
      const read = parseGrowthText(text, projectedYears(plan));
      return read && { value: { growth: read.growth, spread: read.spread }, clamped: read.clamped };
    },
    write: formatGrowthText,
    isDefault: (value) => formatGrowthText(value) === '0',
    fallback: () => '0',
  }),
  linkField({
    key: 'm-<code>',
    values: 'measure: `stock`, `flow` or `cumulative`',
    absent: 'the plan’s reading',
    subjects: eachIndicator,
    get: (scenario, { indicators: [indicator] }) => measureOf(scenario, indicator as IndicatorModel),
    set: (scenario, measure, { indicators: [indicator] }) => ({
      ...scenario,
      measure: { ...scenario.measure, [idOf(indicator)]: measure },
    }),
    read: (text) => valueOf(MEASURES.find((known) => known === text)),
    write: (measure) => measure,
    isDefault: (measure, { indicators: [indicator] }) => measure === (indicator as IndicatorModel).measure,
    fallback: ({ indicators: [indicator] }) => (indicator as IndicatorModel).measure,
  }),
  numberField('rho', { values: 'co-movement, 0 to 0.95', fallback: 0 }),
  numberField('phi', { values: 'persistence, 0 to 1', fallback: 0 }),
  numberField('seed', { values: 'unsigned 32-bit integer', fallback: 1 }),
  linkField<Scenario, Scenario['start']>({
    key: 'start',
    values: '`baseline` or `latest` (read and stated; nothing computes with it yet)',
    absent: '`baseline`',
    get: ({ start }) => start,
    set: (scenario, start) => ({ ...scenario, start }),
    read: (text) => {
      if (text === 'baseline') return { value: text };
      return text === 'latest' ? { value: text, notInUse: true } : undefined;
    },
    write: (start) => start,
    isDefault: (start) => start === 'baseline',
    fallback: () => 'baseline',
  }),
  linkField({
    key: 'd-<driver>',
    values: 'a driver’s intensity in each projected year, `0y-1y0`, each -10 to 10',
    absent: '0 in every year',
    subjects: eachDriver,
    get: (scenario, about) => driverIn(scenario, about).intensity,
    set: (scenario, intensity, about) =>
      withDriver(scenario, { ...driverIn(scenario, about), intensity: [...intensity] }),
    read: (text, { plan }) => {
      const reads = text.split('y').map((part) => readNumber(part, RANGES.intensity));
      const value = reads.flatMap((read) => (read === undefined ? [] : [read.value]));
      if (reads.length !== projectedYears(plan) || value.length !== reads.length) return undefined;
      return { value, clamped: reads.some((read) => read?.clamped === true) };
    },
    write: (intensity) => intensity.map(formatDecimal).join('y'),
    isDefault: (intensity) => intensity.every((u) => u === 0),
    fallback: () => '0',
  }),
  linkField({
    key: 'e-<driver>-<code>',
    values: 'a driver’s effect on an indicator, percentage points a unit of intensity, -100 to 100',
    absent: 'the plan’s effect',
    subjects: (plan, scenario) =>
      scenario.drivers.flatMap(({ id, effects }) =>
        plan.indicators
          .filter((indicator) => own(effects, indicator.id) !== undefined)
          .map((indicator) => ({ plan, indicators: [indicator], driver: id })),
      ),
    get: (scenario, about) => effectOf(about.plan, driverIn(scenario, about), idOf(about.indicators[0])),
    set: (scenario, effect, about) => {
      const driver = driverIn(scenario, about);
      const effects = { ...driver.effects, [idOf(about.indicators[0])]: effect };
      return withDriver(scenario, { ...driver, effects });
    },
    read: (text) => readNumber(text, RANGES.effect),
    write: formatDecimal,
    isDefault: (effect, about) => effect === shippedEffectOf(about),
    fallback: (about) => formatDecimal(shippedEffectOf(about)),
  }),
  linkField({
    key: 'k-<code>-<code>',
    values: 'strength with which growth of the second indicator feeds the first a year later, -10 to 10',
    absent: '0',
    subjects: (plan, scenario) =>
      scenario.influences.flatMap(({ to, from }) => {
        const ends = [to, from].flatMap(
          (id) => plan.indicators.find((indicator) => indicator.id === id) ?? [],
        );
        return ends.length === 2 ? [{ plan, indicators: ends, driver: '' }] : [];
      }),
    // It is written of the influences that are there, and so there is one.
    get: ({ influences }, { indicators: [to, from] }) =>
      (influences.find((each) => each.to === idOf(to) && each.from === idOf(from)) as Influence).strength,
    set: (scenario, strength, { indicators: [to, from] }) => ({
      ...scenario,
      influences: [...scenario.influences, { to: idOf(to), from: idOf(from), strength }],
    }),
    read: (text) => readNumber(text, RANGES.strength),
    write: formatDecimal,
    isDefault: (strength) => strength === 0,
    fallback: () => '0',
  }),
];

/** The name a person gave a scenario. */
const NAME_FIELD: LinkField<Scenario> = linkField({
  key: 'name',
  values: 'the scenario’s name in the fragment, percent-encoded UTF-8, at most 80 characters',
  absent: 'none',
  get: ({ name }) => cleanName(name),
  set: (scenario, name) => ({ ...scenario, name }),
  read: readName,
  write: (name) => name,
  isDefault: (name) => name === '',
});

/** Every key with a name that a person gave: the keys of a scenario that stand in the fragment. */
export const NAME_FIELDS: readonly LinkField<Scenario>[] = [
  NAME_FIELD,
  linkField({
    key: 'name-<driver>',
    values: 'a driver’s name in the fragment, as the scenario’s',
    absent: 'the plan’s, or none',
    subjects: eachDriver,
    get: (scenario, about) => driverIn(scenario, about).name ?? '',
    set: (scenario, name, about) => withDriver(scenario, { ...driverIn(scenario, about), name }),
    read: readName,
    write: (name) => name,
    isDefault: (name) => name === '',
  }),
];

/** Read as far as a name may go. */
function readName(text: string): ReadValue<string> {
  const value = cleanName(text);
  return { value, clamped: value !== text.trim() };
}

function numberField(
  field: 'rho' | 'phi' | 'seed',
  { values, fallback }: { readonly values: string; readonly fallback: number },
): LinkField<Scenario> {
  return linkField({
    key: field,
    values,
    absent: String(fallback),
    get: (scenario) => scenario[field],
    set: (scenario, value) => ({ ...scenario, [field]: value }),
    read: (text) => {
      const read = readNumber(text, RANGES[field]);
      return field === 'seed' && !Number.isInteger(read?.value) ? undefined : read;
    },
    write: formatDecimal,
    isDefault: (value) => value === fallback,
    fallback: () => String(fallback),
  });
}

function eachIndicator(plan: PlanModel): readonly Subject[] {
  return plan.indicators.map((indicator) => ({ plan, indicators: [indicator], driver: '' }));
}

function eachDriver(plan: PlanModel, { drivers }: Scenario): readonly Subject[] {
  return drivers.map(({ id }) => ({ plan, indicators: [], driver: id }));
}

/** The scenario's driver of a key, or one that does nothing yet. */
function driverIn({ drivers }: Scenario, { plan, driver }: Subject): Driver {
  const still = Array.from({ length: projectedYears(plan) }, () => 0);
  return drivers.find(({ id }) => id === driver) ?? { id: driver, intensity: still, effects: {} };
}

function withDriver(scenario: Scenario, driver: Driver): Scenario {
  return { ...scenario, drivers: [...scenario.drivers.filter(({ id }) => id !== driver.id), driver] };
}

function shippedEffectOf({ plan, driver, indicators: [indicator] }: Subject): number {
  return shippedEffect(plan, driver, idOf(indicator));
}

/** A number clamped into its range; undefined where the text is none. */
function readNumber(text: string, range: Range): ReadValue<number> | undefined {
  const given = parseDecimal(text);
  if (given === undefined) return undefined;
  const value = clamp(given, range);
  return { value, clamped: value !== given };
}

function valueOf<Value>(value: Value | undefined): ReadValue<Value> | undefined {
  return value === undefined ? undefined : { value };
}

/** The id of an indicator that the key's template has made sure of. */
function idOf(indicator: IndicatorModel | undefined): string {
  return (indicator as IndicatorModel).id;
}
