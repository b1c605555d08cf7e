import type { Issue } from './core/issue/issue.ts';
import { parsePlan } from './core/plan-file/parse-plan.ts';
import { DEFAULT_PLAN_ID } from './core/link/link-grammar.ts';
import type { Plan, Plans } from './core/plan/plan.ts';
import { readScenarioFile } from './core/scenario/scenario-file.ts';
import type { Scenario } from './core/scenario/scenario.ts';

/** A plan that ships with the page, and its presets beside those that any plan has. */
export interface ShippedPlan {
  readonly plan: Plan;
  /** By the ids of the plan's presets, in its order. */
  readonly presets: ReadonlyMap<string, Scenario>;
}

/** Every file of a folder by its path; a plan that is put there is shipped. */
const PLAN_FILES = import.meta.glob<unknown>('../data/plans/*.json', { eager: true, import: 'default' });
const PRESET_FILES = import.meta.glob<unknown>('../data/scenarios/*.json', {
  eager: true,
  import: 'default',
});

/** The shipped plans, the default one first; they enter through the same reader as a stranger's file. */
export const shippedPlans: readonly [ShippedPlan, ...ShippedPlan[]] = defaultFirst(
  Object.entries(PLAN_FILES).map(([path, file]) => ship(path, file)),
);

/** The plan that is open where nothing else is said. */
export const shippedPlan: Plan = shippedPlans[0].plan;

/** Return the plans themselves, in the same order. */
export function plansIn([first, ...others]: typeof shippedPlans): Plans<Plan> {
  return [first.plan, ...others.map(({ plan }) => plan)];
}

function ship(path: string, file: unknown): ShippedPlan {
  const parsed = parsePlan(file);
  if (parsed.kind === 'refused') throw new Error(`${path} has issues: ${describe(parsed.issues)}`);
  const { plan } = parsed;
  return { plan, presets: new Map(plan.presets.map(({ id }) => [id, shippedPreset(plan, id)])) };
}

function shippedPreset(plan: Plan, id: string): Scenario {
  const path = `../data/scenarios/${id}.json`;
  const read = readScenarioFile(PRESET_FILES[path], [plan]);
  if (read.kind === 'refused') throw new Error(`${path} has issues: ${describe(read.issues)}`);
  return { ...read.scenario, name: '' };
}

function defaultFirst(plans: readonly ShippedPlan[]): readonly [ShippedPlan, ...ShippedPlan[]] {
  const first = plans.find(({ plan }) => plan.id === DEFAULT_PLAN_ID);
  if (first === undefined) throw new Error(`${DEFAULT_PLAN_ID} does not ship`);
  return [first, ...plans.filter((each) => each !== first)];
}

function describe(issues: readonly Issue[]): string {
  return issues
    .map(({ path, expected, given }) => `${path}: expected ${expected}, given ${given}`)
    .join('; ');
}
