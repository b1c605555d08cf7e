import type { Issue } from '../issue/issue.ts';
import { checkSchema, issueAt } from '../issue/schema-issues.ts';
import { isObject } from '../issue/unknown-value.ts';
import type { Plan } from '../plan/plan.ts';
import { crossIssues } from './cross-issues.ts';
import { planSchema } from './plan-schema.ts';

/** What reading a plan gave: the plan, or everything that is wrong with it. */
export type ParsedPlan =
  | { readonly kind: 'parsed'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * Read a plan file's content. The shipped plan is read like any stranger's.
 *
 * Shape and ranges come from `planSchema`; then what only the whole can tell: unique numbers, ids and codes,
 * references that lead somewhere, years and edges in order. Both kinds of issue are reported together.
 *
 * @param value Anything, as `JSON.parse` gave it.
 * @returns The plan, or all issues with their paths; never throws.
 */
export function parsePlan(value: unknown): ParsedPlan {
  if (isObject(value) && Object.hasOwn(value, 'plan') && !Object.hasOwn(value, 'indicators')) {
    const limits = { wanted: 'plan', found: 'scenario' } as const;
    return { kind: 'refused', issues: [issueAt([], value, { rule: 'wrong-file', limits })] };
  }
  const checked = checkSchema(planSchema, value);
  if (checked.kind === 'issues')
    return { kind: 'refused', issues: [...checked.issues, ...crossIssues(checked.sound)] };
  const issues = crossIssues(checked.output);
  if (issues.length > 0) return { kind: 'refused', issues };
  const { $schema: _, format: __, ...plan } = checked.output;
  return { kind: 'parsed', plan };
}
