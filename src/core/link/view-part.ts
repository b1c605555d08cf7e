import type { PlanModel } from '../plan/plan.ts';
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
    read: (text) => {
      const share = shares.find((known) => String(known) === text);
      return share === undefined ? undefined : { value: share / 100 };
    },
    write: (share) => String(Math.round(share * 100)),
    isDefault: (share) => share === initial / 100,
    fallback: () => String(initial),
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

function found<Value>(value: Value | undefined): ReadValue<Value> | undefined {
  return value === undefined ? undefined : { value };
}
