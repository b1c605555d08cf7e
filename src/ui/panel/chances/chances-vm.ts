import { middleOf, shareAtLeast, type JointSummary } from '../../../core/draws/joint-count.ts';
import { WIDEST_BAND } from '../../../core/draws/quantiles.ts';
import { USUAL_SPREAD } from '../../../core/preset/plan-preset.ts';
import type { Simulation } from '../../../core/simulate-plan.ts';
import type { Text } from '../../../text/text.ts';

/** Spreads that can be given to all rows at once, in percentage points, in the order they are offered. */
export const SPREAD_PRESETS = { none: 0, steady: 2, usual: USUAL_SPREAD, rough: 10 } as const;
export const SPREAD_PRESET_NAMES = Object.keys(SPREAD_PRESETS) as readonly (keyof typeof SPREAD_PRESETS)[];

/** Where the slider for all spreads ends, in percentage points; more can be typed row by row. */
export const MOST_SPREAD = 20;

/** Return at least how many targets the joint statement is about: as chosen, or as many as are met, but not none. */
export function leastAsked(chosen: number | undefined, simulation: Simulation | undefined): number {
  return chosen ?? Math.max(1, simulation?.met ?? 1);
}

/** What the draws say of all targets together, in words. */
export interface JointSentences {
  readonly drawn: string;
  /** In how many futures at least so many targets are met; the number of targets follows. */
  readonly atLeast: string;
  readonly middle: string;
}

/** Return what the draws say of all targets together. */
export function describeJoint(joint: JointSummary, least: number, { words, numbers }: Text): JointSentences {
  const middle = middleOf(joint);
  return {
    drawn: words.futures.drawn(numbers.published(joint.draws)),
    atLeast: words.futures.atLeast(numbers.ofHundred(shareAtLeast(joint, least))),
    middle: words.futures.middle(WIDEST_BAND.share, middle, numbers.amount(middle.mean)),
  };
}
