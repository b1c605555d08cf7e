import type { Issue, IssuePath } from '../issue/issue.ts';
import { repeatedIssues } from '../issue/repeated-issues.ts';
import { issueAt } from '../issue/schema-issues.ts';
import { entriesOf, fieldsOf } from '../issue/unknown-value.ts';
import { projectedYears, type PlanModel, type Plans } from '../plan/plan.ts';

/**
 * Return the issues of a scenario file with what its plan decides, ids of indicators and numbers of years, and with what
 * may stand only once.
 *
 * @param sound The file's content with undefined where an issue is known; may have any shape.
 * @param plans The plans at hand. Where the file's plan is not among them, nothing is held against a plan.
 */
export function planIssues(sound: unknown, plans: Plans): readonly Issue[] {
  const { plan: id, drivers, links } = fieldsOf(sound);
  const repeated = [
    ...repeatedIssues('drivers', drivers, ['id']),
    ...repeatedIssues('links', links, ['to', 'from']),
  ];
  if (typeof id !== 'string') return repeated;
  const plan = plans.find((candidate) => candidate.id === id);
  if (plan === undefined) {
    const limits = { to: 'plans', allowed: plans.map((candidate) => candidate.id) } as const;
    return [issueAt(['plan'], id, { rule: 'unknown-reference', limits }), ...repeated];
  }
  return [...indicatorIssues(fieldsOf(sound), plan), ...countIssues(fieldsOf(sound), plan), ...repeated];
}

/** Issues with names that no indicator of the plan has. */
function indicatorIssues(file: Readonly<Record<string, unknown>>, { indicators }: PlanModel): Issue[] {
  const allowed = indicators.map(({ id }) => id);
  const unlessKnown = (path: IssuePath, id: unknown): Issue[] =>
    typeof id !== 'string' || allowed.includes(id)
      ? []
      : [issueAt(path, id, { rule: 'unknown-reference', limits: { to: 'indicators', allowed } })];
  const keys = (value: unknown, path: IssuePath): Issue[] =>
    Object.keys(fieldsOf(value)).flatMap((id) => unlessKnown([...path, id], id));
  return [
    ...['growth', 'spread', 'measure'].flatMap((part) => keys(file[part], [part])),
    ...entriesOf(file['drivers']).flatMap((driver, d) =>
      keys(fieldsOf(driver)['effects'], ['drivers', d, 'effects']),
    ),
    ...entriesOf(file['links']).flatMap((link, l) => [
      ...unlessKnown(['links', l, 'to'], fieldsOf(link)['to']),
      ...unlessKnown(['links', l, 'from'], fieldsOf(link)['from']),
    ]),
  ];
}

/** Issues with lists that have not one number for each projected year: intensities, and every list in a growth. */
function countIssues(file: Readonly<Record<string, unknown>>, plan: PlanModel): Issue[] {
  const count = projectedYears(plan);
  const limits = { count, firstYear: plan.baselineYear + 1, lastYear: plan.horizonYear };
  const unlessOneAYear = (path: IssuePath, list: unknown): Issue[] =>
    !Array.isArray(list) || list.length === count
      ? []
      : [issueAt(path, list.length, { rule: 'wrong-count', limits })];
  return [
    ...Object.entries(fieldsOf(file['growth'])).flatMap(([id, growth]) =>
      Object.entries(fieldsOf(growth)).flatMap(([field, list]) =>
        unlessOneAYear(['growth', id, field], list),
      ),
    ),
    ...entriesOf(file['drivers']).flatMap((driver, d) =>
      unlessOneAYear(['drivers', d, 'intensity'], fieldsOf(driver)['intensity']),
    ),
  ];
}
