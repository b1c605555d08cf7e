import { rateToPercent } from '../arithmetic/decimal.ts';
import { clamp, type Range } from '../arithmetic/range.ts';
import type { PlanModel } from '../plan/plan.ts';
import { prepareProjection, projectPlan } from '../projection/project-plan.ts';
import { emptyScenario } from '../scenario/scenario.ts';
import { neededGrowth } from './needed-growth.ts';

/** Ends stand on multiples of this; all of these are in percent a year. */
const STEP = 10;
/** How far below the lowest needed rate, or below 0, the scale begins at least. */
const ROOM_BELOW = 10;
/** How far above the highest needed rate it ends at least. */
const ROOM_ABOVE = 5;
/** Where it ends at least, however little growth is needed. */
const LEAST_END = 30;
/** What no plan is given a wider scale than: beyond it a rate is typed. */
const WIDEST: Range = { from: -90, to: 200 };

/**
 * Return the scale on which the growth of all of a plan's indicators is shown and set by hand: wide enough for what every
 * edge of every target needs while nothing acts, with room around it. Edges that no rate reaches do not count.
 *
 * @returns Fractions a year, both on whole tenths; 0 always lies within.
 */
export function growthScale(plan: PlanModel): Range {
  const projector = prepareProjection(plan, emptyScenario(plan));
  const levels = projectPlan(projector);
  const needed = plan.indicators.flatMap((_, index) =>
    Object.values(neededGrowth(projector, levels, index)).flatMap((edge) =>
      edge.kind === 'found' ? [rateToPercent(edge.rate)] : [],
    ),
  );
  const from = Math.floor((Math.min(0, ...needed) - ROOM_BELOW) / STEP) * STEP;
  const to = Math.ceil((Math.max(LEAST_END - ROOM_ABOVE, ...needed) + ROOM_ABOVE) / STEP) * STEP;
  return { from: clamp(from, WIDEST) / 100, to: clamp(to, WIDEST) / 100 };
}
