import { assessTarget, isMet } from '../../core/assessment/assess-target.ts';
import type { DrawSummary } from '../../core/draws/draw-summary.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import { edgesOf, type Target } from '../../core/plan/target.ts';
import { amountsOf } from '../../text/amounts.ts';
import { describeStatuses } from '../../text/describe.ts';
import { PANEL_WORDS } from '../../text/words/panel.ts';
import type { Text } from '../../text/text.ts';
import { stackDots, type StackedDots } from './stack-dots.ts';
import { describeFan } from './trajectory-vm.ts';

/** Width of the picture and of a dot, in its own pixels. */
export const WIDTH = 340;
export const DOT = 11;

/** A dot of the picture: one of the futures. */
export interface FutureDot {
  readonly x: number;
  /** How many dots lie below it. */
  readonly level: number;
  readonly isMet: boolean;
}

/** Fifty futures of an indicator on its axis, with its target. */
export interface DotsPicture extends Pick<StackedDots, 'highest' | 'from' | 'to'> {
  readonly dots: readonly FutureDot[];
  /** The target's edges and where they stand, in pixels from the left. */
  readonly edges: readonly { readonly value: number; readonly x: number }[];
}

/** Return the picture of an indicator's futures. */
export function dotsPicture({ target }: Indicator, { dots: values }: DrawSummary): DotsPicture {
  const edges = edgesOf(target).map(({ value }) => value);
  const { dots, position, ...axis } = stackDots([...values], { edges, width: WIDTH, dot: DOT });
  return {
    ...axis,
    dots: dots.map(({ x, level, value }) => ({ x, level, isMet: isMet(assessTarget(value, target).status) })),
    edges: edges.map((value) => ({ value, x: position(value) })),
  };
}

/** By which sentence it is said how many futures meet a target of each kind. */
const SENTENCE = {
  'at-least': 'dotsReach',
  'at-most': 'dotsStay',
  within: 'dotsReach',
} as const satisfies Record<Target['kind'], string>;

/** Return the same in words: how many futures meet the target, how many go beyond it, and where most of them lie. */
export function describeDots(indicator: Indicator, drawn: DrawSummary, text: Text): string {
  const { numbers } = text;
  const panel = PANEL_WORDS[text.language];
  const { target } = indicator;
  const { published, withUnit } = amountsOf(indicator, text);
  const [first = 0, last = 0] = edgesOf(target).map(({ value }) => value);
  // Of 100, as the table says it: the dots are fewer, and their number is rounded otherwise.
  const told = panel[SENTENCE[target.kind]](numbers.ofHundred(drawn.shareMet), withUnit(published(first)));
  const statuses = [...drawn.dots].map((value) => assessTarget(value, target).status);
  const edge = withUnit(published(last));
  const verdicts = describeStatuses(statuses, (status, n) =>
    panel.statusDots[status](Math.round((n / statuses.length) * 100), edge),
  );
  return [told, verdicts, describeFan(indicator, drawn, text)].filter(Boolean).join(' ');
}
