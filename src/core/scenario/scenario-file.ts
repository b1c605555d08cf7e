import type * as v from 'valibot';
import { describeValue, type Issue } from '../issue/issue.ts';
import { yearlyLists } from '../growth/growth-assumption.ts';
import { projectedYears, type PlanModel, type Plans } from '../plan/plan.ts';
import { checkSchema } from '../issue/schema-issues.ts';
import { cleanName, LONGEST_NAME } from './scenario-name.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { canonicalScenario, type Scenario } from './scenario.ts';

/** A scenario as its file writes it, with every default filled in. */
type ScenarioContent = v.InferOutput<typeof scenarioSchema>;

/** What reading a scenario file gave: the scenario, or everything that is wrong with it. */
export type ReadScenario =
  | { readonly kind: 'read'; readonly scenario: Scenario }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * Read a scenario file's content. Unlike a link, a file with an issue is refused whole: it comes from a program or an
 * editor, which can mend it, and a batch must not go on with half of what was asked.
 *
 * @param value Anything, as `JSON.parse` gave it.
 * @param plans The plans at hand.
 * @returns The scenario in canonical form, or all issues with their paths; never throws.
 */
export function readScenarioFile(value: unknown, plans: Plans): ReadScenario {
  const checked = checkSchema(scenarioSchema, value, ['growth', 'spread', 'measure', 'drivers.*.effects']);
  if (checked.kind === 'issues') return { kind: 'refused', issues: checked.issues };
  const { $schema: _, format: __, links: influences, ...content } = checked.output;
  const plan = plans.find(({ id }) => id === content.plan);
  if (plan === undefined) {
    const expected = `the id of a plan at hand: ${plans.map(({ id }) => id).join(', ')}`;
    return { kind: 'refused', issues: [{ path: 'plan', expected, given: describeValue(content.plan) }] };
  }
  const issues = planIssues(checked.output, plan);
  if (issues.length > 0) return { kind: 'refused', issues };
  return {
    kind: 'read',
    scenario: canonicalScenario(plan, { ...content, influences, name: cleanName(content.name) }),
  };
}

/** Issues with what the plan decides: ids of indicators, numbers of years; and with what may stand only once. */
function planIssues(content: ScenarioContent, plan: PlanModel): Issue[] {
  const issues: Issue[] = [];
  const years = projectedYears(plan);
  const known = new Set(plan.indicators.map(({ id }) => id));
  const expectIndicator = (path: string, id: string): void => {
    if (!known.has(id)) {
      issues.push({ path, expected: `the id of an indicator of ${plan.id}`, given: describeValue(id) });
    }
  };
  const expectYears = (path: string, list: readonly number[]): void => {
    if (list.length !== years) {
      issues.push({ path, expected: `${years} numbers, one a projected year`, given: describeValue(list) });
    }
  };
  const expectOnce = (path: string, name: string, names: readonly string[], at: number): void => {
    if (names.indexOf(name) < at)
      issues.push({ path, expected: 'each only once', given: describeValue(name) });
  };

  if ([...content.name].length > LONGEST_NAME) {
    const expected = `at most ${LONGEST_NAME} characters`;
    issues.push({ path: 'name', expected, given: describeValue(content.name) });
  }
  for (const part of ['growth', 'spread', 'measure'] as const) {
    for (const id of Object.keys(content[part])) expectIndicator(`${part}.${id}`, id);
  }
  for (const [id, growth] of Object.entries(content.growth)) {
    for (const { property, values } of yearlyLists(growth)) expectYears(`growth.${id}.${property}`, values);
  }
  const driverIds = content.drivers.map(({ id }) => id);
  content.drivers.forEach(({ id, intensity, effects }, d) => {
    expectOnce(`drivers.${d}.id`, id, driverIds, d);
    expectYears(`drivers.${d}.intensity`, intensity);
    for (const indicator of Object.keys(effects))
      expectIndicator(`drivers.${d}.effects.${indicator}`, indicator);
  });
  const ends = content.links.map(({ to, from }) => `${to} <- ${from}`);
  content.links.forEach(({ to, from }, l) => {
    expectIndicator(`links.${l}.to`, to);
    expectIndicator(`links.${l}.from`, from);
    expectOnce(`links.${l}`, ends[l] as string, ends, l);
  });
  return issues;
}
