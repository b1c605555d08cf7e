import type { PlanModel } from '../plan/plan.ts';
import { linkField, type LinkField, type Subject } from './field.ts';
import {
  CONTOUR_SHARES,
  defaultView,
  FACTOR_OUTCOMES,
  PANEL_TABS,
  TORNADO_OUTCOMES,
  TORNADO_STEPS,
  WANTED_SHARES,
  type View,
} from './view.ts';

/** The key of each part of a view, in the order in which a link writes them. */
const FIELDS: Readonly<Record<keyof View, LinkField<View>>> = {
  selected: indicatorField('see', 'selected', {
    values: 'code of the indicator shown in detail',
    absent: 'the first',
  }),
  tab: choiceField('v-tab', 'tab', { about: 'open tab of the panel', values: PANEL_TABS }),
  open: linkField<View, boolean>({
    key: 'v-open',
    values: '`1`: the details below the selected row are open on a narrow screen',
    absent: 'closed',
    get: ({ open }) => open,
    set: (view, open) => ({ ...view, open }),
    read: (text) => (text === '1' ? { value: true } : undefined),
    write: () => '1',
    isDefault: (open) => !open,
  }),
  wantedShare: shareField('v-share', 'wantedShare', {
    shares: WANTED_SHARES,
    about: 'share of draws, out of 100, for which growth is sought',
  }),
  least: countField('v-least', 'least', {
    values: 'number of targets the joint statement is about',
    absent: 'as many as are met',
  }),
  goal: countField('v-goal', 'goal', {
    values: 'number of targets least growth is sought for',
    absent: 'one more than are met',
  }),
  outcome: choiceField('v-outcome', 'outcome', {
    about: 'what the tornado watches, the number of targets met or the selected row’s value',
    values: TORNADO_OUTCOMES,
  }),
  step: choiceField('v-step', 'step', {
    about: 'how far the tornado moves growth, one spread or so many points',
    values: TORNADO_STEPS,
  }),
  across: indicatorField('v-x', 'across', {
    values: 'code of the indicator across the map of two growth rates',
    absent: 'the selected one',
  }),
  up: indicatorField('v-y', 'up', {
    values: 'code of the indicator up the map',
    absent: 'the first other one',
  }),
  shown: choiceField('v-map', 'shown', {
    about: 'what the map shows, both targets met, the count of all, or one of the two',
    values: FACTOR_OUTCOMES,
  }),
  contour: shareField('v-line', 'contour', {
    shares: CONTOUR_SHARES,
    about: 'share of draws, out of 100, at which the map’s dashed line runs',
  }),
};

/**
 * Every key that says what is looked at, in the order in which a link writes them. `see` is the oldest; all others begin
 * with `v-`, which keeps them apart from the codes of any plan.
 */
export const VIEW_FIELDS: readonly LinkField<View>[] = Object.values(FIELDS);

/** The fields of a view that hold one of a few words. */
type ChoiceName = 'tab' | 'outcome' | 'step' | 'shown';

function choiceField<Name extends ChoiceName>(
  key: string,
  name: Name,
  { about, values }: { readonly about: string; readonly values: readonly [View[Name], ...View[Name][]] },
): LinkField<View> {
  return linkField<View, View[Name]>({
    key,
    values: `${about}: ${values.map((value) => `\`${value}\``).join(', ')}`,
    absent: `\`${values[0]}\``,
    get: (view) => view[name],
    set: (view, value) => ({ ...view, [name]: value }),
    read: (text) => found(values.find((known) => known === text)),
    write: (value) => value,
    isDefault: (value, { plan }) => value === defaultView(plan)[name],
    fallback: ({ plan }) => defaultView(plan)[name],
  });
}

function indicatorField(
  key: string,
  name: 'selected' | 'across' | 'up',
  words: { readonly values: string; readonly absent: string },
): LinkField<View> {
  const codeOf = ({ indicators }: PlanModel, id: string | undefined): string =>
    indicators.find((indicator) => indicator.id === id)?.code ?? '';
  return linkField<View, string | undefined>({
    key,
    ...words,
    get: (view) => view[name],
    set: (view, id) => ({ ...view, [name]: id }),
    read: (text, { plan }) => found(plan.indicators.find(({ code }) => code === text)?.id),
    write: (id, { plan }) => codeOf(plan, id),
    // An indicator that the plan does not have is nothing a link could say.
    isDefault: (id, { plan }) => id === defaultView(plan)[name] || codeOf(plan, id) === '',
    fallback: ({ plan }) => codeOf(plan, defaultView(plan)[name]),
  });
}

function shareField(
  key: string,
  name: 'wantedShare' | 'contour',
  { shares, about }: { readonly shares: readonly number[]; readonly about: string },
): LinkField<View> {
  const percent = (share: number): string => String(Math.round(share * 100));
  return linkField<View, number>({
    key,
    values: `${about}: ${shares.map((share) => `\`${share}\``).join(', ')}`,
    absent: '80',
    get: (view) => view[name],
    set: (view, share) => ({ ...view, [name]: share }),
    read: (text) => {
      const share = shares.find((known) => String(known) === text);
      return share === undefined ? undefined : { value: share / 100 };
    },
    write: percent,
    isDefault: (share, { plan }) => share === defaultView(plan)[name],
    fallback: ({ plan }) => percent(defaultView(plan)[name]),
  });
}

/** A number of targets, from 1 to as many as the plan has. */
function countField(
  key: string,
  name: 'least' | 'goal',
  words: { readonly values: string; readonly absent: string },
): LinkField<View> {
  const isCount = (count: number, { plan }: Subject): boolean =>
    count >= 1 && count <= plan.indicators.length;
  return linkField<View, number | undefined>({
    key,
    ...words,
    get: (view) => view[name],
    set: (view, count) => ({ ...view, [name]: count }),
    read: (text, about) =>
      /^\d{1,3}$/.test(text) && isCount(Number(text), about) ? { value: Number(text) } : undefined,
    write: String,
    isDefault: (count, about) => count === undefined || !isCount(count, about),
  });
}

function found<Value>(value: Value | undefined): { readonly value: Value } | undefined {
  return value === undefined ? undefined : { value };
}
