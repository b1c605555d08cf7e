import { RATE_STEPS_PER_UNIT } from '../arithmetic/decimal.ts';
import { compareText } from '../scenario/scenario.ts';
import { pointsBetween } from './growth-as-assumed.ts';
import { allowedRates, rateIn, type GrowthLimits, type Rates } from './growth-limits.ts';
import type { Study } from './study.ts';

/** Steps of a rate, in millionths, in one level: a hundredth of a percentage point. */
const STEPS_PER_LEVEL = 100;

/**
 * A row whose growth may be changed towards its target, level by level: level 0 is the rate as assumed, every other a whole
 * hundredth of a percentage point, or the end of what is allowed.
 */
export interface GoalRow {
  readonly id: string;
  /** In the plan. */
  readonly index: number;
  /** The highest level. */
  readonly last: number;
  /** Return the lead rate at a level, as a fraction a year. */
  readonly rateAt: (level: number) => number;
  /** Return how far that is from the rate as assumed, in percentage points from 0. */
  readonly costAt: (level: number) => number;
}

/** A level for each row. */
export type Levels = readonly number[];

/**
 * Return the rows that a search may change: upwards, or downwards where the target is an upper limit.
 *
 * @param study The scenario.
 * @param limits What is locked or capped.
 * @returns In the order of ids, so that the order of a plan's file changes nothing.
 */
export function goalRows(study: Study, limits: GrowthLimits): readonly GoalRow[] {
  return study.plan.indicators
    .map(({ id, target }, index): GoalRow => {
      const sign = target.kind === 'at-most' ? -1 : 1;
      const allowed = allowedRates(study, limits, id);
      // In the direction of the target, so that levels rise with steps.
      const first = sign * Math.round(rateIn(study, id) * RATE_STEPS_PER_UNIT);
      const end = sign * Math.round((sign > 0 ? allowed.to : allowed.from) * RATE_STEPS_PER_UNIT);
      const before = Math.floor(first / STEPS_PER_LEVEL);
      const rateAt = (level: number): number => {
        const step = Math.min(end, Math.max(first, (before + level) * STEPS_PER_LEVEL));
        return (sign * step) / RATE_STEPS_PER_UNIT + 0;
      };
      const costAt = (level: number): number => Math.abs(pointsBetween(rateAt(0), rateAt(level)));
      return { id, index, last: Math.ceil(end / STEPS_PER_LEVEL) - before, rateAt, costAt };
    })
    .filter(({ costAt, last }) => costAt(last) > 0)
    .sort((a, b) => compareText(a.id, b.id));
}

/** Return the lead rates that differ from the scenario's at some levels. */
export function ratesAt(rows: readonly GoalRow[], levels: Levels): Rates {
  return new Map(
    rows.flatMap(({ id, rateAt, costAt }, at) => {
      const level = levels[at] as number;
      return costAt(level) > 0 ? [[id, rateAt(level)] as const] : [];
    }),
  );
}

/** Return what levels cost together, in percentage points. */
export function costOf(rows: readonly GoalRow[], levels: Levels): number {
  return rows.reduce((sum, { costAt }, at) => sum + costAt(levels[at] as number), 0);
}
