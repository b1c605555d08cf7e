import { drawKindAt } from '../draws/draw-kinds.ts';
import type { DrawCaches } from '../draws/draw-caches.ts';
import { prepareDraws } from '../draws/draw-model.ts';
import { drawSettingOf, shocksInCaches } from '../draws/ensemble.ts';
import { sharedPaths } from '../draws/kinds/stepped.ts';
import type { MetMask } from '../draws/met-mask.ts';
import { projectPlan, type Projector } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** What met masks are made from besides the projector. */
export interface MaskOptions {
  /** For its spreads, its seed, co-movement and persistence. */
  readonly scenario: Scenario;
  /** How many draws. */
  readonly draws: number;
  /** Where shocks are found, or put when they are first asked for. */
  readonly caches: DrawCaches;
}

/**
 * Return which draws meet their targets, for some indicators. An indicator of which every draw is the projection is
 * not drawn.
 *
 * @param projector The prepared scenario, or one with some assumptions moved.
 * @param indices The indicators' indices in the plan, in plan order.
 * @param options The scenario, how many draws, and the caches.
 * @returns By index.
 */
export function metMasksByIndex(
  projector: Projector,
  indices: readonly number[],
  { scenario, draws, caches }: MaskOptions,
): ReadonlyMap<number, MetMask> {
  const model = prepareDraws(projector, scenario, projectPlan(projector));
  const shocks = shocksInCaches(model, drawSettingOf(projector.plan, scenario, { draws }), caches);
  const work = { shocks, steppedPaths: sharedPaths(model, indices, shocks) };
  return new Map(indices.map((index) => [index, drawKindAt(model, index).metMaskOf(model, index, work)]));
}
