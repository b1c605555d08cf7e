import type { PlanModel } from '../plan/plan.ts';

/** The tabs of the panel, in the order they are offered. */
export const PANEL_TABS = ['trajectory', 'chances', 'matters', 'factors', 'sources'] as const;
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

/**
 * What is looked at: all of the page that has an address besides the scenarios. It never changes a number of a
 * scenario's projection.
 */
export interface View {
  /** Id of the indicator shown in detail. */
  readonly selected: string;
  readonly tab: PanelTab;
  /** Whether the details are open where they stand below the selected row; beside the table they always are. */
  readonly open: boolean;
  /** The share of draws for which growth is sought, above 0 and at most 1. */
  readonly wantedShare: number;
  /** At least how many targets the joint statement is about; undefined for as many as are met. */
  readonly least: number | undefined;
  /** How many targets least growth is sought for; undefined for one more than are met. */
  readonly goal: number | undefined;
  readonly outcome: WatchedOutcome;
  readonly step: WatchedStep;
  /** Ids of the indicators on the two axes of the map; undefined for the selected one and the first other one. */
  readonly across: string | undefined;
  readonly up: string | undefined;
  readonly shown: FactorOutcome;
  /** The share of draws at which the map's dashed line runs. */
  readonly contour: number;
}

/** Shares of draws one can ask growth for, out of 100. */
export const WANTED_SHARES = [50, 60, 70, 80, 90, 95, 99] as const;
/** Shares of draws the map's dashed line can run at, out of 100. */
export const CONTOUR_SHARES = [50, 80, 90] as const;

/** Return what is looked at where nothing else is asked for: the plan's first indicator and its trajectory. */
export function defaultView(plan: PlanModel): View {
  return {
    selected: plan.indicators[0]?.id ?? '',
    tab: 'trajectory',
    open: false,
    wantedShare: 0.8,
    least: undefined,
    goal: undefined,
    outcome: 'count',
    step: 'spread',
    across: undefined,
    up: undefined,
    shown: 'both',
    contour: 0.8,
  };
}
