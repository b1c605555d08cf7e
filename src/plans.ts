import planFile from '../data/plans/qianhai-2025.json';
import borderShock from '../data/scenarios/border-shock.json';
import interactiveCycle from '../data/scenarios/interactive-cycle.json';
import weakDemand from '../data/scenarios/weak-demand.json';
import type { Issue } from './core/issue/issue.ts';
import { parsePlan } from './core/plan-file/parse-plan.ts';
import type { Plan } from './core/plan/plan.ts';
import { readScenarioFile } from './core/scenario/scenario-file.ts';
import type { Scenario } from './core/scenario/scenario.ts';

/** The shipped plan; it enters by the same door as a stranger's file. */
export const shippedPlan: Plan = parseShippedPlan();

/** The shipped examples of drivers and links: illustrations, not findings. */
export const illustrations = {
  'border-shock': readShipped(borderShock),
  'weak-demand': readShipped(weakDemand),
  'interactive-cycle': readShipped(interactiveCycle),
} as const satisfies Readonly<Record<string, Scenario>>;

/** The name of one of the shipped examples. */
export type Illustration = keyof typeof illustrations;

function parseShippedPlan(): Plan {
  const parsed = parsePlan(planFile);
  if (parsed.kind === 'refused') throw new Error(`the shipped plan has issues: ${describe(parsed.issues)}`);
  return parsed.plan;
}

function readShipped(content: unknown): Scenario {
  const read = readScenarioFile(content, [shippedPlan]);
  if (read.kind === 'refused') throw new Error(`a shipped scenario has issues: ${describe(read.issues)}`);
  return { ...read.scenario, name: '' };
}

function describe(issues: readonly Issue[]): string {
  return issues.map(({ path, rule, given }) => `${path.join('.')}: ${rule}, given ${given}`).join('; ');
}
