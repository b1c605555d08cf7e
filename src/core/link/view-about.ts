import type { PlanModel } from '../plan/plan.ts';

import { defaultView, VIEW_FIELDS, type View } from './view.ts';

/**
 * Return what of a view a plan has: all that a link about the plan can say. What it cannot say, such as an indicator of
 * another plan, is at the plan's default, so that what is looked at is always what a link says.
 *
 * @param plan The plan that is looked at.
 * @param view Any view of this plan or of another.
 */
export function viewAbout(plan: PlanModel, view: View): View {
  const about = { plan, indicators: [], driver: '' };
  return VIEW_FIELDS.reduce((looked, field) => {
    const text = field.write(view, about);
    return text === undefined ? looked : field.read(looked, text, about).whole;
  }, defaultView(plan));
}
