import type { PlanModel } from '../plan/plan.ts';
import type { View } from './view.ts';

/**
 * Return the indicators on the axes of the map: those that were chosen, and else the selected one and the plan's first
 * other one, never one twice. It hangs on the view alone, so that a link leads everyone to the same map.
 *
 * @param plan The plan that is looked at.
 * @param view What is looked at.
 * @returns Ids.
 */
export function mapAxes(
  { indicators }: PlanModel,
  { selected, across: chosen, up }: Pick<View, 'selected' | 'across' | 'up'>,
): { readonly across: string; readonly up: string } {
  const second = indicators.find(({ id }) => id !== selected)?.id ?? selected;
  const across = chosen ?? (up === selected ? second : selected);
  return { across, up: up ?? (across === second ? selected : second) };
}

/** How a view is changed. */
export interface ViewChange {
  /** What is to be looked at instead. */
  readonly change: Partial<View>;
  /** Whether the panel stands beside the table, and so stays as it is while rows are selected. */
  readonly isBeside: boolean;
}

/**
 * Return a view after a change. A map beside the table stays while another row is selected, since it would else turn
 * under the hand of whoever moves that row's slider.
 *
 * @param plan The plan that is looked at.
 * @param view The view before.
 * @param options What is changed, and where the panel stands.
 */
export function changeView(plan: PlanModel, view: View, { change, isBeside }: ViewChange): View {
  const changed: View = { ...view, ...change };
  const stays = isBeside && view.tab === 'factors' && changed.tab === 'factors';
  if (!stays || changed.selected === view.selected) return changed;
  return { ...view, ...mapAxes(plan, view), ...change };
}
