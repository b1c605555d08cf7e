import { assertNever } from '../assert-never.ts';
import type { Target } from './target.ts';

/** The languages of the page, in the order they are offered. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;

/** A language the page speaks and a plan must name its quantities in. */
export type Language = (typeof LANGUAGES)[number];

/** The same words in each language. */
export type Localized = Readonly<Record<Language, string>>;

/**
 * How an indicator's yearly numbers combine into what is compared with the target: `stock`, the level at the end of
 * the year; `flow`, the amount during the year; `cumulative`, the sum of the years after the baseline year.
 */
export type Measure = 'stock' | 'flow' | 'cumulative';

/** The measures, in the order they are offered. */
export const MEASURES = ['stock', 'flow', 'cumulative'] as const satisfies readonly Measure[];

/** Where a number was read: the source's id in the plan, and where in it. */
export interface Cited {
  readonly source: string;
  /** As the source itself would say it. */
  readonly where: string;
  /** The same in each language of the page; `where` is shown if not stated. */
  readonly whereIn?: Localized | undefined;
}

/** The numbers of one indicator: all that the model needs of it. */
export interface IndicatorModel {
  /** Permanent number in the plan, from 1; random streams hang on it. */
  readonly number: number;
  /** Permanent ASCII name, used in scenario files. */
  readonly id: string;
  /** Permanent short name of 2 to 4 letters, used in links. */
  readonly code: string;
  /** The plan's reading of its own table. */
  readonly measure: Measure;
  /** The level in the baseline year, in the indicator's unit; above 0. */
  readonly baseline: { readonly value: number };
  readonly target: Target;
}

/** How a language writes an indicator's amounts, where that is not the plan's number before the plan's unit. */
export interface AmountStyle {
  /** The unit that is counted in; the plan's unit if not stated. */
  readonly unit?: string | undefined;
  /** That unit after the number 1, where it has a form of its own. */
  readonly one?: string | undefined;
  /** What stands before a number, and after it, in place of the unit: "USD" and "bn". */
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** The power of ten by which the plan's numbers are multiplied to be in that unit; 0 if not stated. */
  readonly powerOfTen?: number | undefined;
}

/** An indicator as a plan file gives it: numbers, words and sources. */
export interface Indicator extends IndicatorModel {
  readonly category: string;
  /** A second reading where the source leaves doubt, else null. */
  readonly otherReading: Measure | null;
  /** Whether it counts whole things; then its axis has no fractions. */
  readonly count: boolean;
  /** Decimals with which the baseline was published, zeros at its end among them. */
  readonly decimals: number;
  readonly name: Localized;
  readonly shortName: Localized;
  /** The unit of its numbers. */
  readonly unit: Localized;
  /** How a language writes its amounts where it counts in another unit, or writes the unit elsewhere than after a number. */
  readonly shownAs?: Readonly<Partial<Record<Language, AmountStyle | undefined>>> | undefined;
  readonly baseline: Cited & { readonly year: number; readonly value: number };
  readonly target: Target & Cited & { readonly year: number };
  /** Ids of the plan's caveats that concern it. */
  readonly caveats: readonly string[];
  /** Those of its caveats that can change its verdict: its baseline or its reading is in doubt. */
  readonly doubts: readonly string[];
}

/** The effects a plan ships for a driver: percentage points of growth per unit of intensity, by indicator id. */
export interface DriverModel {
  /** Permanent name of 2 to 16 letters. */
  readonly id: string;
  readonly effects: Readonly<Record<string, number>>;
}

/** A driver as a plan file gives it. */
export interface PlanDriver extends DriverModel {
  readonly name: Localized;
  /** What it stands for, and that its effects are an illustration. */
  readonly note: Localized;
}

/** The numbers of a plan: all that the model needs of it, and all that crosses to the worker. */
export interface PlanModel {
  readonly id: string;
  /** `T0`, the year of the baselines. */
  readonly baselineYear: number;
  /** `TH`, the year of the targets. */
  readonly horizonYear: number;
  readonly indicators: readonly IndicatorModel[];
  readonly drivers: readonly DriverModel[];
}

/** Plans at hand; the first is the one that is open where nothing else is said. */
export type Plans<SomePlan extends PlanModel = PlanModel> = readonly [SomePlan, ...SomePlan[]];

/** One source a number of the plan was read from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string;
  readonly url: string | null;
}

/** A published plan: indicators with baselines and targets, their words, caveats and sources. */
export interface Plan extends PlanModel {
  /** The version of the plan's data, from 1. */
  readonly version: number;
  readonly title: Localized;
  /** The place or body the plan is about, in a word or two. */
  readonly subject?: Localized | undefined;
  readonly categories: readonly { readonly id: string; readonly name: Localized }[];
  readonly indicators: readonly Indicator[];
  readonly drivers: readonly PlanDriver[];
  /** Scenarios that ship with it as files of the same names: illustrations, not findings. */
  readonly presets: readonly { readonly id: string; readonly name: Localized; readonly note: Localized }[];
  readonly caveats: Readonly<Record<string, Localized>>;
  readonly sources: readonly Source[];
}

/**
 * Return how many years a plan projects, `n = TH - T0`.
 *
 * @param plan The plan.
 * @returns Years, from 1.
 */
export function projectedYears(plan: PlanModel): number {
  return plan.horizonYear - plan.baselineYear;
}

/** A target's kind and edges, without where it was read. */
function bareTarget(target: Target): Target {
  switch (target.kind) {
    case 'at-least':
      return { kind: target.kind, min: target.min };
    case 'at-most':
      return { kind: target.kind, max: target.max };
    case 'within':
      return { kind: target.kind, min: target.min, max: target.max };
    default:
      return assertNever(target);
  }
}

/**
 * Return the plan's numbers without its words: what is worth sending to a worker.
 *
 * @param plan The plan, with or without its words.
 * @returns The same numbers in plain objects that hold nothing else.
 */
export function planModel(plan: PlanModel): PlanModel {
  return {
    id: plan.id,
    baselineYear: plan.baselineYear,
    horizonYear: plan.horizonYear,
    indicators: plan.indicators.map(({ number, id, code, measure, baseline, target }) => ({
      number,
      id,
      code,
      measure,
      baseline: { value: baseline.value },
      target: bareTarget(target),
    })),
    drivers: plan.drivers.map(({ id, effects }) => ({ id, effects })),
  };
}
