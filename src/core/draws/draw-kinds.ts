import type { DrawKindFunctions } from './draw-kind.ts';
import type { DrawKind, DrawModel } from './draw-model.ts';
import { deterministic } from './kinds/deterministic.ts';
import { lognormal } from './kinds/lognormal.ts';
import { lognormalSum } from './kinds/lognormal-sum.ts';
import { stepped } from './kinds/stepped.ts';

/** What every kind of draws can do. */
export const DRAW_KINDS: Readonly<Record<DrawKind, DrawKindFunctions>> = {
  deterministic,
  lognormal,
  'lognormal-sum': lognormalSum,
  stepped,
};

/**
 * Return what the draws of an indicator can do.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function drawKindAt({ kinds }: DrawModel, index: number): DrawKindFunctions {
  return DRAW_KINDS[kinds[index] as DrawKind];
}
