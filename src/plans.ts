import { DEFAULT_PLAN_ID } from './core/link/link-grammar.ts';
import { planModel, type Indicator, type Plan, type PlanModel, type Plans } from './core/plan/plan.ts';
import { canonicalScenario, emptyScenario, type Scenario } from './core/scenario/scenario.ts';

/** A plan that ships with the page, and its presets beside those that any plan has. */
export interface ShippedPlan {
  readonly plan: Plan;
  /** Its numbers alone: what the engine is asked about. */
  readonly model: PlanModel;
  /** By the ids of the plan's presets, in its order. */
  readonly presets: ReadonlyMap<string, Scenario>;
}

/** A plan file; a test holds what is made of it here against what the reader of plan files makes of it. */
type PlanFile = Omit<Plan, 'presets' | 'drivers' | 'indicators'> &
  Partial<Pick<Plan, 'presets' | 'drivers'>> & {
    readonly $schema?: string;
    readonly format: 1;
    readonly indicators: readonly (Omit<Indicator, 'doubts'> & Partial<Indicator>)[];
  };
/** A scenario file, held against its reader by the same test. */
type ScenarioFile = Partial<Scenario> & {
  readonly $schema?: string;
  readonly format: 1;
  readonly links?: Scenario['influences'];
};

/** Every file of a folder by its path: what is put there ships. */
const PLAN_FILES = import.meta.glob<PlanFile>('../data/plans/*.json', { eager: true, import: 'default' });
const PRESET_FILES = import.meta.glob<ScenarioFile>('../data/scenarios/*.json', {
  eager: true,
  import: 'default',
});

/** The shipped plans, the default one first. */
export const shippedPlans: readonly [ShippedPlan, ...ShippedPlan[]] = defaultFirst(
  Object.values(PLAN_FILES).map(ship),
);

/** Return the plans themselves, in the same order. */
export function plansIn([first, ...others]: typeof shippedPlans): Plans<Plan> {
  return [first.plan, ...others.map(({ plan }) => plan)];
}

function ship({ $schema: _, format: __, ...file }: PlanFile): ShippedPlan {
  const indicators = file.indicators.map((indicator): Indicator => ({ doubts: [], ...indicator }));
  const plan: Plan = { drivers: [], presets: [], ...file, indicators };
  return {
    plan,
    model: planModel(plan),
    presets: new Map(plan.presets.map(({ id }) => [id, shippedPreset(plan, id)])),
  };
}

/** A preset has no name of its own: it goes by the plan's, in every language. */
function shippedPreset(plan: Plan, id: string): Scenario {
  const file = PRESET_FILES[`../data/scenarios/${id}.json`];
  if (file === undefined) throw new Error(`data/scenarios/${id}.json, a preset of ${plan.id}, is not there`);
  const { $schema: _, format: __, links: influences = [], ...content } = file;
  return canonicalScenario(plan, { ...emptyScenario(plan), ...content, influences, name: '' });
}

function defaultFirst(plans: readonly ShippedPlan[]): readonly [ShippedPlan, ...ShippedPlan[]] {
  const first = plans.find(({ plan }) => plan.id === DEFAULT_PLAN_ID);
  if (first === undefined) throw new Error(`${DEFAULT_PLAN_ID} does not ship`);
  return [first, ...plans.filter((each) => each !== first)];
}
