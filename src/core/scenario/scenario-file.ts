import type { Issue, IssuePath } from '../issue/issue.ts';
import { checkSchema, issueAt } from '../issue/schema-issues.ts';
import { entriesOf, fieldsOf, isObject } from '../issue/unknown-value.ts';
import type { Plans } from '../plan/plan.ts';
import { planIssues } from './plan-issues.ts';
import { cleanName, LONGEST_NAME } from './scenario-name.ts';
import { scenarioSchema } from './scenario-schema.ts';
import { canonicalScenario, type Scenario } from './scenario.ts';

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
  if (isObject(value) && Object.hasOwn(value, 'indicators') && !Object.hasOwn(value, 'plan')) {
    const limits = { wanted: 'scenario', found: 'plan' } as const;
    return refused([issueAt([], value, { rule: 'wrong-file', limits })]);
  }
  const checked = checkSchema(scenarioSchema, value);
  if (checked.kind === 'issues') {
    const form = checked.issues.filter((issue) => !isLongName(issue));
    return refused([...form, ...nameIssues(value), ...planIssues(checked.sound, plans)]);
  }
  const { $schema: _, format: __, links: influences, ...content } = checked.output;
  const issues = [...nameIssues(value), ...planIssues(checked.output, plans)];
  const plan = plans.find(({ id }) => id === content.plan);
  // Without its plan there is an issue: the second half is for the compiler.
  if (issues.length > 0 || plan === undefined) return refused(issues);
  return {
    kind: 'read',
    scenario: canonicalScenario(plan, { ...content, influences, name: cleanName(content.name) }),
  };
}

function refused(issues: readonly Issue[]): ReadScenario {
  return { kind: 'refused', issues };
}

/** The schema counts in a name what a computer counts, so that it can only say what is too long for anyone. */
function isLongName({ rule, path }: Issue): boolean {
  return rule === 'too-long' && path.at(-1) === 'name';
}

/** The issues with names of more characters than a person would count in the longest: the scenario's, its drivers'. */
function nameIssues(value: unknown): readonly Issue[] {
  const issuesAt = (path: IssuePath, { name }: Readonly<Record<string, unknown>>): readonly Issue[] =>
    typeof name !== 'string' || [...name].length <= LONGEST_NAME
      ? []
      : [issueAt([...path, 'name'], name, { rule: 'too-long', limits: { most: LONGEST_NAME } })];
  const file = fieldsOf(value);
  const drivers = entriesOf(file['drivers']);
  return [
    ...issuesAt([], file),
    ...drivers.flatMap((driver, index) => issuesAt(['drivers', index], fieldsOf(driver))),
  ];
}
