import type { Status } from '../core/assessment/assess-target.ts';
import type { Language, Measure } from '../core/plan/plan.ts';

/** The columns of a sheet that stand before those of its years. */
export const FIRST_COLUMNS = [
  'scenario',
  'number',
  'indicator',
  'code',
  'unit',
  'measure',
  'growthPercent',
  'growthAmount',
  'ceiling',
  'spread',
  'baseline',
] as const;

/** The columns of a sheet that stand behind those of its years; the quantiles follow, and the link is the last. */
export const LAST_COLUMNS = [
  'targetFrom',
  'targetTo',
  'verdict',
  'gap',
  'attainment',
  'neededFrom',
  'neededTo',
  'shareMet',
] as const;

/** The words of a sheet in one language: whoever writes one has them. */
export interface SheetWords {
  /** The language the plan's own words are written in. */
  readonly language: Language;
  readonly columns: Readonly<
    Record<(typeof FIRST_COLUMNS)[number] | (typeof LAST_COLUMNS)[number] | 'link', string>
  >;
  /** The heading of a quantile, told so many of 100. */
  readonly quantile: (of100: number) => string;
  readonly measure: Readonly<Record<Measure, string>>;
  readonly verdict: Readonly<Record<Status, string>>;
  /** A scenario without a name, by its number from 1. */
  readonly unnamed: (number: number) => string;
}
