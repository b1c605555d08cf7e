import type { PlanModel } from '../plan/plan.ts';
import { linkField, type LinkField } from './field.ts';
import {
  choicePart,
  countPart,
  indicatorPart,
  indicatorsPart,
  optionalSharePart,
  ratesPart,
  sharePart,
  switchPart,
  type ViewPart,
} from './view-part.ts';

/** The tabs of the panel, in the order they are offered: first those about the selected indicator. */
export const PANEL_TABS = ['trajectory', 'sources', 'chances', 'matters', 'factors', 'goal'] as const;
/** One of the tabs of the panel. */
export type PanelTab = (typeof PANEL_TABS)[number];

/** What the map of two growth rates can show: both targets met, all targets met, or one of the two alone. */
export const FACTOR_OUTCOMES = ['both', 'count', 'across', 'up'] as const;
/** One of the things the map of two growth rates can show. */
export type FactorOutcome = (typeof FACTOR_OUTCOMES)[number];

/** What the tornado can watch: the number of targets met, or the selected indicator's value. */
export const TORNADO_OUTCOMES = ['count', 'value'] as const;
/** One of the things the tornado can watch. */
export type WatchedOutcome = (typeof TORNADO_OUTCOMES)[number];

/** How far the tornado moves growth rates: by each indicator's own spread, or by so many percentage points. */
export const TORNADO_STEPS = ['spread', '1', '5'] as const;
/** One of the steps of the tornado. */
export type WatchedStep = (typeof TORNADO_STEPS)[number];

/** Shares of draws one can ask growth for, out of 100. */
export const WANTED_SHARES = [50, 60, 70, 80, 90, 95, 99] as const;
/** Shares of draws the map's dashed line can run at, out of 100. */
export const CONTOUR_SHARES = [50, 80, 90] as const;

/** Every part of a view with its key, in the order in which a link writes them. */
const PARTS = {
  /** Id of the indicator shown in detail; the plan's first if nothing else is asked for. */
  selected: indicatorPart<string>('see', {
    initial: ({ indicators }) => indicators[0]?.id ?? '',
    values: 'code of the indicator shown in detail',
    absent: 'the first',
  }),
  tab: choicePart('v-tab', { about: 'open tab of the panel', values: PANEL_TABS }),
  /** Whether the details are open where they stand below the selected row; beside the table they always are. */
  open: switchPart('v-open', {
    about: 'the details below the selected row are open on a narrow screen',
    absent: 'closed',
  }),
  /** Whether only the rows count whose baseline and reading are beyond doubt. */
  withoutDoubt: switchPart('v-sure', {
    about: 'the number of targets met leaves out the rows whose source is in doubt',
    absent: 'all rows count',
  }),
  /** The share of draws for which growth is sought, above 0 and at most 1. */
  wantedShare: sharePart('v-share', {
    initial: 80,
    shares: WANTED_SHARES,
    about: 'share of draws, out of 100, for which growth is sought',
  }),
  /** At least how many targets the joint statement is about; undefined for as many as are met. */
  least: countPart('v-least', {
    values: 'number of targets the joint statement is about',
    absent: 'as many as are met',
  }),
  /** How many targets least growth is sought for; undefined for one more than are met. */
  goal: countPart('v-goal', {
    values: 'number of targets least growth is sought for',
    absent: 'one more than are met',
  }),
  /** The share of draws in which the goal has to be met, above 0 and at most 1; undefined for the projection alone. */
  goalShare: optionalSharePart('v-gshare', {
    shares: WANTED_SHARES,
    about: 'share of draws, out of 100, in which that number has to be met',
    absent: 'the projection alone',
  }),
  /** Ids of the indicators whose growth the goal leaves as it is. */
  locked: indicatorsPart('v-lock', {
    values: 'codes of the rows whose growth the goal leaves as it is: `hke.fdi`',
    absent: 'none',
  }),
  /** The highest lead rates to which the goal may raise growth. */
  caps: ratesPart('v-cap', {
    values: 'highest growth that the goal may ask of some rows, in percent a year: `hke12.fdi20.5`',
    absent: 'none',
  }),
  outcome: choicePart('v-outcome', {
    about: 'what the tornado watches, the number of targets met or the selected row’s value',
    values: TORNADO_OUTCOMES,
  }),
  step: choicePart('v-step', {
    about: 'how far the tornado moves growth, one spread or so many points',
    values: TORNADO_STEPS,
  }),
  /** Id of the indicator across the map; undefined for the selected one. */
  across: indicatorPart<string | undefined>('v-x', {
    initial: () => undefined,
    values: 'code of the indicator across the map of two growth rates',
    absent: 'the selected one',
  }),
  /** Id of the indicator up the map; undefined for the first other one. */
  up: indicatorPart<string | undefined>('v-y', {
    initial: () => undefined,
    values: 'code of the indicator up the map',
    absent: 'the first other one',
  }),
  shown: choicePart('v-map', {
    about: 'what the map shows, both targets met, the count of all, or one of the two',
    values: FACTOR_OUTCOMES,
  }),
  /** The share of draws at which the map's dashed line runs. */
  contour: sharePart('v-line', {
    initial: 80,
    shares: CONTOUR_SHARES,
    about: 'share of draws, out of 100, at which the map’s dashed line runs',
  }),
};

type Parts = typeof PARTS;

/**
 * What is looked at: all of the page that has an address besides the scenarios. It never changes a number of a
 * scenario's projection.
 */
export type View = {
  readonly [Name in keyof Parts]: Parts[Name] extends ViewPart<infer Value> ? Value : never;
};

const NAMES = Object.keys(PARTS) as readonly (keyof View)[];

/**
 * Every key that says what is looked at, in the order in which a link writes them. `see` is the oldest; all others begin
 * with `v-`, which keeps them apart from the codes of any plan.
 */
export const VIEW_FIELDS: readonly LinkField<View>[] = NAMES.map(fieldOf);

/** Return what is looked at where nothing else is asked for: the plan's first indicator and its trajectory. */
export function defaultView(plan: PlanModel): View {
  return Object.fromEntries(NAMES.map((name) => [name, PARTS[name].initial(plan)])) as unknown as View;
}

function fieldOf<Name extends keyof View>(name: Name): LinkField<View> {
  // That each part's own value stands under its name is more than the compiler follows over all of them.
  const part = PARTS[name] as unknown as ViewPart<View[Name]>;
  return linkField<View, View[Name]>({
    ...part,
    get: (view) => view[name],
    set: (view, value) => ({ ...view, [name]: value }),
  });
}
