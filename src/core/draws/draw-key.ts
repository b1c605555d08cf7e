import { metRange } from '../assessment/assess-target.ts';
import { drawKindAt } from './draw-kinds.ts';
import { indicatorAt, type DrawModel } from './draw-model.ts';

/**
 * Return what an indicator's draws hang on besides the shocks, as a text: equal texts, equal draws.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 */
export function drawKey(model: DrawModel, index: number): string {
  const { projector, levels, spreads, kinds } = model;
  const { target } = indicatorAt(model, index);
  const { from, to } = metRange(target);
  const own = `${kinds[index]} ${projector.measures[index]} ${from} ${to} ${spreads[index]} ${levels[index]?.join(' ')}`;
  const more = drawKindAt(model, index).hangsOn(model, index);
  return more === '' ? own : `${own} ${more}`;
}

/**
 * Return what growth for a wanted share hangs on besides the shocks, as a text; the indicator's own assumption is not
 * among it unless its growth comes back to it over influences.
 *
 * @param model What the draws are made from.
 * @param index The indicator's index in the plan.
 * @param share The wanted share.
 */
export function growthAtShareKey(model: DrawModel, index: number, share: number): string {
  const { projector, spreads } = model;
  const { baseline, target } = indicatorAt(model, index);
  const own = [
    share,
    projector.measures[index],
    spreads[index],
    baseline.value,
    target,
    [...(projector.driven[index] as Float64Array)],
  ];
  const feeds = projector.feeds[index] as DrawModel['projector']['feeds'][number];
  if (feeds.length === 0) return JSON.stringify(own);
  const behind = feeds.map(({ from, strength }) => [
    indicatorAt(model, from).number,
    strength,
    drawKey(model, from),
  ]);
  return JSON.stringify([...own, behind]);
}
