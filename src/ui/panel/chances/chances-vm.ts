import { middleOf, shareAtLeast, type JointSummary } from '../../../core/draws/joint-count.ts';
import { WIDEST_BAND } from '../../../core/draws/quantiles.ts';
import { USUAL_SPREAD } from '../../../core/preset/plan-preset.ts';
import type { Text } from '../../../text/text.ts';
import { ANSWER_WORDS } from '../../../text/words/answers.ts';

/** Spreads that can be given to all rows at once, in percentage points, in the order they are offered. */
export const SPREAD_PRESETS = { none: 0, steady: 2, usual: USUAL_SPREAD, rough: 10 } as const;
export const SPREAD_PRESET_NAMES = Object.keys(SPREAD_PRESETS) as readonly (keyof typeof SPREAD_PRESETS)[];

/** Where the slider for all spreads ends, in percentage points; more can be typed row by row. */
export const MOST_SPREAD = 20;

/** What the draws say of all targets together, in words. */
export interface JointSentences {
  readonly drawn: string;
  /** In how many futures at least so many targets are met; the number of targets follows. */
  readonly atLeast: string;
  readonly middle: string;
}

/** Return what the draws say of all targets together. */
export function describeJoint(
  joint: JointSummary,
  least: number,
  { language, numbers }: Text,
): JointSentences {
  const words = ANSWER_WORDS[language].chances;
  const middle = middleOf(joint);
  return {
    drawn: words.drawn(numbers.published(joint.draws)),
    atLeast: words.atLeast(numbers.ofHundred(shareAtLeast(joint, least))),
    middle: words.middle(WIDEST_BAND.share, middle, numbers.amount(middle.mean)),
  };
}
