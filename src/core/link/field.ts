import type { IndicatorModel, PlanModel } from '../plan/plan.ts';

/** What a key of a link is about: the plan, and the indicators and driver that its letters name. */
export interface Subject {
  readonly plan: PlanModel;
  /** The indicators of the key's codes, in their order. */
  readonly indicators: readonly IndicatorModel[];
  /** Id of the key's driver; empty where it names none. */
  readonly driver: string;
}

/** What a text in the grammar was taken for; `clamped` where a number of it was outside its range. */
export interface ReadValue<Value> {
  readonly value: Value;
  readonly clamped?: boolean;
  /** Read and stated, but nothing computes with it yet. */
  readonly notInUse?: boolean;
}

/** What came of reading one pair: the whole as it then is, and whether everything could be taken as it stood. */
export interface FieldReading<Whole> {
  readonly whole: Whole;
  readonly problem: 'none' | 'not-grammar' | 'out-of-range' | 'not-in-use';
  /** What is used instead, in the grammar; empty without a problem. */
  readonly used: string;
}

/** One row of the table of fields: everything the grammar says about one kind of key. */
export interface LinkField<Whole> {
  /** The key as it is written; `<code>` stands for an indicator's code, `<driver>` for a driver's id. */
  readonly key: string;
  /** What it says and how, in words for the documentation. */
  readonly values: string;
  /** What holds where the key is absent, in words for the documentation. */
  readonly absent: string;
  /** Everything a whole may state under such a key, in the order in which it is written. */
  readonly subjects: (plan: PlanModel, whole: Whole) => readonly Subject[];
  /** Take a pair's value into a whole. */
  readonly read: (whole: Whole, text: string, about: Subject) => FieldReading<Whole>;
  /** A whole's value in the grammar; undefined where it is the default, which is left out. */
  readonly write: (whole: Whole, about: Subject) => string | undefined;
}

/** What a row of the table is made from. */
export interface FieldDefinition<Whole, Value> extends Pick<LinkField<Whole>, 'key' | 'values' | 'absent'> {
  /** One key of no indicator and no driver if not stated. */
  readonly subjects?: LinkField<Whole>['subjects'];
  readonly get: (whole: Whole, about: Subject) => Value;
  readonly set: (whole: Whole, value: Value, about: Subject) => Whole;
  /** Undefined where the text is not the grammar. */
  readonly read: (text: string, about: Subject) => ReadValue<Value> | undefined;
  readonly write: (value: Value, about: Subject) => string;
  readonly isDefault: (value: Value, about: Subject) => boolean;
  /** What stands in for a value that is not the grammar, in the grammar; nothing if not stated. */
  readonly fallback?: (about: Subject) => string;
}

/** Return a row of the table from its parts. */
export function linkField<Whole, Value>(definition: FieldDefinition<Whole, Value>): LinkField<Whole> {
  const { key, values, absent, get, set, read, write, isDefault, fallback = () => '' } = definition;
  return {
    key,
    values,
    absent,
    subjects: definition.subjects ?? ((plan) => [{ plan, indicators: [], driver: '' }]),
    read(whole, text, about) {
      const reading = read(text, about);
      if (reading === undefined) return { whole, problem: 'not-grammar', used: fallback(about) };
      const { value, clamped = false, notInUse = false } = reading;
      const changed = set(whole, value, about);
      if (clamped) return { whole: changed, problem: 'out-of-range', used: write(value, about) };
      if (notInUse) return { whole: changed, problem: 'not-in-use', used: fallback(about) };
      return { whole: changed, problem: 'none', used: '' };
    },
    write(whole, about) {
      const value = get(whole, about);
      return isDefault(value, about) ? undefined : write(value, about);
    },
  };
}

/** A driver's id as links and files accept it. */
const DRIVER_ID = /^[a-z]{2,16}$/;

/**
 * Return what a key is about if it is one of a field's.
 *
 * @param template The field's key, such as `e-<driver>-<code>`.
 * @param key The key of a link without its scenario's suffix: any text at all.
 * @param plan The plan whose codes count.
 */
export function matchKey(template: string, key: string, plan: PlanModel): Subject | undefined {
  const wanted = template.split('-');
  const given = key.split('-');
  if (wanted.length !== given.length) return undefined;
  const indicators: IndicatorModel[] = [];
  let driver = '';
  for (const [at, part] of wanted.entries()) {
    const text = given[at] as string;
    if (part === '<code>') {
      const indicator = plan.indicators.find(({ code }) => code === text);
      if (indicator === undefined) return undefined;
      indicators.push(indicator);
    } else if (part === '<driver>') {
      if (!DRIVER_ID.test(text)) return undefined;
      driver = text;
    } else if (part !== text) return undefined;
  }
  return { plan, indicators, driver };
}

/** Return a field's key about a subject, such as `e-border-pax`. */
export function keyAbout(template: string, { indicators, driver }: Subject): string {
  let next = 0;
  return template
    .replaceAll('<code>', () => (indicators[next++] as IndicatorModel).code)
    .replace('<driver>', driver);
}
