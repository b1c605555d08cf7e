import { parsePlan } from '../../src/core/plan-file/parse-plan.ts';
import { LANGUAGES, planModel, type Localized, type Plan, type PlanModel } from '../../src/core/plan/plan.ts';
import { emptyScenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlans, type ShippedPlan } from '../../src/plans.ts';
import { smallPlan } from '../link/small-plan.ts';
import { planFileOf } from './plan-file.ts';

/** A plan that could ship beside the default one, and its one preset. */
export const secondPlan: ShippedPlan = ship(
  planFileOf(validPlan(), [
    { id: 'busy-harbour', name: allIn('Busy harbour'), note: allIn('An illustration') },
  ]),
);

/** Two plans at hand, the default one first. */
export const twoPlans: readonly [ShippedPlan, ShippedPlan] = [shippedPlans[0], secondPlan];

/** The small plan of the tests of links, but for a name that no plan file may have. */
function validPlan(): PlanModel {
  const indicators = smallPlan.indicators.map((each) =>
    each.id === 'constructor' ? { ...each, id: 'dredging' } : each,
  );
  return { ...smallPlan, indicators };
}

function ship(file: unknown): ShippedPlan {
  const parsed = parsePlan(file);
  if (parsed.kind === 'refused') throw new Error(JSON.stringify(parsed.issues));
  const { plan } = parsed;
  return { plan, model: planModel(plan), presets: new Map([['busy-harbour', busy(plan)]]) };
}

function busy(plan: Plan) {
  return { ...emptyScenario(plan), growth: { berths: { kind: 'compound', rate: 0.2 } } } as const;
}

function allIn(words: string): Localized {
  return Object.fromEntries(LANGUAGES.map((language) => [language, words])) as Localized;
}
