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

/**
 * Return a view after a change. The map stays while another row is selected, since it would else turn under the hand of
 * whoever moves that row's slider.
 *
 * @param plan The plan that is looked at.
 * @param view The view before.
 * @param change What is to be looked at instead.
 */
export function changeView(plan: PlanModel, view: View, change: Partial<View>): View {
  const changed: View = { ...view, ...change };
  const stays = view.tab === 'factors' && changed.tab === 'factors';
  if (!stays || changed.selected === view.selected) return changed;
  return { ...view, ...mapAxes(plan, view), ...change };
}
