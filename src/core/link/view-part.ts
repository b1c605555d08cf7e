import { formatPercent, parsePercent } from '../arithmetic/decimal.ts';
import { clamp } from '../arithmetic/range.ts';
import { RATE_RANGE } from '../growth/compound.ts';
import type { IndicatorModel, PlanModel } from '../plan/plan.ts';
import type { FieldDefinition, ReadValue, Subject } from './field.ts';

/** One part of a view: a row of the table of view keys, and what it is where nothing else is asked for. */
export interface ViewPart<Value> extends Omit<FieldDefinition<never, Value>, 'get' | 'set' | 'subjects'> {
  readonly initial: (plan: PlanModel) => Value;
}

type Words = Pick<ViewPart<never>, 'values' | 'absent'>;

/** Return a part that holds one of a few words, the first if nothing else is asked for. */
export function choicePart<Choice extends string>(
  key: string,
  { about, values }: { readonly about: string; readonly values: readonly [Choice, ...Choice[]] },
): ViewPart<Choice> {
  const [first] = values;
  return {
    key,
    values: `${about}: ${values.map((value) => `\`${value}\``).join(', ')}`,
    absent: `\`${first}\``,
    initial: () => first,
    read: (text) => found(values.find((known) => known === text)),
    write: (value) => value,
    isDefault: (value) => value === first,
    fallback: () => first,
  };
}

/** Return a part that is on or off, off if nothing else is asked for. */
export function switchPart(
  key: string,
  { about, absent }: { readonly about: string; readonly absent: string },
): ViewPart<boolean> {
  return {
    key,
    values: `\`1\`: ${about}`,
    absent,
    initial: () => false,
    read: (text) => (text === '1' ? { value: true } : undefined),
    write: () => '1',
    isDefault: (isOn) => !isOn,
  };
}

/** Return a part that holds the id of an indicator; a link has its code. */
export function indicatorPart<Id extends string | undefined>(
  key: string,
  { initial, ...words }: Words & { readonly initial: (plan: PlanModel) => Id },
): ViewPart<Id | string> {
  const codeOf = ({ indicators }: PlanModel, id: string | undefined): string =>
    indicators.find((indicator) => indicator.id === id)?.code ?? '';
  return {
    key,
    ...words,
    initial,
    read: (text, { plan }) => found(plan.indicators.find(({ code }) => code === text)?.id),
    write: (id, { plan }) => codeOf(plan, id),
    // An indicator that the plan does not have is nothing a link could say.
    isDefault: (id, { plan }) => id === initial(plan) || codeOf(plan, id) === '',
    fallback: ({ plan }) => codeOf(plan, initial(plan)),
  };
}

/** Return a part that holds one of a few shares of draws, stated out of 100. */
export function sharePart(
  key: string,
  {
    initial,
    shares,
    about,
  }: { readonly initial: number; readonly shares: readonly number[]; readonly about: string },
): ViewPart<number> {
  return {
    key,
    values: `${about}: ${shares.map((share) => `\`${share}\``).join(', ')}`,
    absent: String(initial),
    initial: () => initial / 100,
    read: (text) => readShare(text, shares),
    write: writeShare,
    isDefault: (share) => share === initial / 100,
    fallback: () => String(initial),
  };
}

/** Return a part that holds one of a few shares of draws, stated out of 100, or none. */
export function optionalSharePart(
  key: string,
  {
    shares,
    about,
    absent,
  }: { readonly shares: readonly number[]; readonly about: string; readonly absent: string },
): ViewPart<number | undefined> {
  return {
    key,
    values: `${about}: ${shares.map((share) => `\`${share}\``).join(', ')}`,
    absent,
    initial: () => undefined,
    read: (text) => readShare(text, shares),
    write: (share) => writeShare(share as number),
    isDefault: (share) => share === undefined,
  };
}

/** Return a part that holds the ids of some indicators, in plan order; a link has their codes. */
export function indicatorsPart(key: string, words: Words): ViewPart<readonly string[]> {
  return {
    key,
    ...words,
    initial: () => [],
    read: (text, { plan }) => {
      const codes = text.split('.');
      const known = plan.indicators.filter(({ code }) => codes.includes(code));
      if (known.length === 0) return undefined;
      return { value: known.map(({ id }) => id), clamped: known.length < codes.length };
    },
    write: (ids, { plan }) =>
      named(plan, ids)
        .map(({ code }) => code)
        .join('.'),
    isDefault: (ids, { plan }) => named(plan, ids).length === 0,
  };
}

/** A lead rate that belongs to an indicator. */
export interface IndicatorRate {
  /** Its id. */
  readonly indicator: string;
  /** A fraction a year. */
  readonly rate: number;
}

/** Return a part that holds a lead rate for some indicators, in plan order; a link has a code and percent for each. */
export function ratesPart(key: string, words: Words): ViewPart<readonly IndicatorRate[]> {
  return {
    key,
    ...words,
    initial: () => [],
    read: (text, { plan }) => {
      // A full stop before a letter stands between two rates; one before a digit is a decimal point.
      const parts = text.split(/\.(?=[a-z])/);
      const given = new Map(
        parts.map((part) => {
          const code = part.replace(/[^a-z].*$/, '');
          return [code, parsePercent(part.slice(code.length))];
        }),
      );
      const known = plan.indicators.flatMap(({ id, code }) => {
        const rate = given.get(code);
        return rate === undefined ? [] : [{ indicator: id, rate }];
      });
      if (known.length === 0) return undefined;
      const value = known.map(({ indicator, rate }) => ({ indicator, rate: clamp(rate, RATE_RANGE) }));
      const isAsGiven = known.every(({ rate }) => rate === clamp(rate, RATE_RANGE));
      return { value, clamped: known.length < parts.length || !isAsGiven };
    },
    write: (rates, { plan }) =>
      ratesAbout(plan, rates)
        .map(({ code, rate }) => `${code}${formatPercent(rate)}`)
        .join('.'),
    isDefault: (rates, { plan }) => ratesAbout(plan, rates).length === 0,
  };
}

/** Return a part that holds a number of targets, from 1 to as many as the plan has; undefined for the page's own choice. */
export function countPart(key: string, words: Words): ViewPart<number | undefined> {
  const isCount = (count: number, { plan }: Subject): boolean =>
    count >= 1 && count <= plan.indicators.length;
  return {
    key,
    ...words,
    initial: () => undefined,
    read: (text, about) =>
      /^\d{1,3}$/.test(text) && isCount(Number(text), about) ? { value: Number(text) } : undefined,
    write: String,
    isDefault: (count, about) => count === undefined || !isCount(count, about),
  };
}

/** The indicators with these ids, in plan order. */
function named({ indicators }: PlanModel, ids: readonly string[]): readonly IndicatorModel[] {
  return indicators.filter(({ id }) => ids.includes(id));
}

/** Rates of the indicators that the plan has, by their codes, in plan order. */
function ratesAbout({ indicators }: PlanModel, rates: readonly IndicatorRate[]) {
  return indicators.flatMap(({ id, code }) =>
    rates.filter(({ indicator }) => indicator === id).map(({ rate }) => ({ code, rate })),
  );
}

function readShare(text: string, shares: readonly number[]): ReadValue<number> | undefined {
  const share = shares.find((known) => String(known) === text);
  return share === undefined ? undefined : { value: share / 100 };
}

function writeShare(share: number): string {
  return String(Math.round(share * 100));
}

function found<Value>(value: Value | undefined): ReadValue<Value> | undefined {
  return value === undefined ? undefined : { value };
}
