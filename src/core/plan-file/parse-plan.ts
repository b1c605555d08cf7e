import { describeValue, type Issue } from '../issue/issue.ts';
import { checkSchema } from '../issue/schema-issues.ts';
import type { Plan } from '../plan/plan.ts';
import { RESERVED_CODES } from '../link/link-fields.ts';
import { planSchema } from './plan-schema.ts';

/** The longest time a plan may project, in years. */
const LONGEST_PLAN = 50;

/** What reading a plan gave: the plan, or everything that is wrong with it. */
export type ParsedPlan =
  | { readonly kind: 'parsed'; readonly plan: Plan }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] };

/**
 * Read a plan file's content. The shipped plan enters by this door like any stranger's.
 *
 * Shape and ranges come from `planSchema`; then what only the whole can tell: unique numbers, ids and codes,
 * references that lead somewhere, years and edges in order. Both kinds of issue are reported together.
 *
 * @param value Anything, as `JSON.parse` gave it.
 * @returns The plan, or all issues with their paths; never throws.
 */
export function parsePlan(value: unknown): ParsedPlan {
  const checked = checkSchema(planSchema, value, ['caveats', 'drivers.*.effects']);
  const issues = [...(checked.kind === 'issues' ? checked.issues : []), ...crossIssues(value)];
  if (checked.kind === 'issues' || issues.length > 0) return { kind: 'refused', issues };

  const { $schema: _, format: __, ...plan } = checked.output;
  return { kind: 'parsed', plan };
}

/** Issues between fields. Reads a value that may have any shape, so that a wrong field hides no other issue. */
function crossIssues(value: unknown): Issue[] {
  const issues: Issue[] = [];
  const plan = record(value);
  const indicators = list(plan['indicators']).map(record);
  const drivers = list(plan['drivers']).map(record);
  const categories = list(plan['categories']).map(record);
  const sources = list(plan['sources']).map(record);
  const sourceIds = sources.map((source) => source['id']);
  const { baselineYear, horizonYear } = plan;

  const years = number(horizonYear) - number(baselineYear);
  if (years < 1 || years > LONGEST_PLAN) {
    issues.push({
      path: 'horizonYear',
      expected: `1 to ${LONGEST_PLAN} years after baselineYear ${String(baselineYear)}`,
      given: describeValue(horizonYear),
    });
  }

  issues.push(
    ...repeated('categories', categories, 'id'),
    ...repeated('sources', sources, 'id'),
    ...repeated('drivers', drivers, 'id'),
    ...repeated('presets', list(plan['presets']).map(record), 'id'),
    ...repeated('indicators', indicators, 'number'),
    ...repeated('indicators', indicators, 'id'),
    ...repeated('indicators', indicators, 'code'),
  );

  const expect = (path: string, given: unknown, allowed: readonly unknown[], what: string): void => {
    if (typeof given === 'string' && !allowed.includes(given)) {
      issues.push({ path, expected: what, given: describeValue(given) });
    }
  };
  const categoryIds = categories.map((category) => category['id']);
  const indicatorIds = indicators.map((indicator) => indicator['id']);
  const caveatIds = Object.keys(record(plan['caveats']));

  indicators.forEach((indicator, i) => {
    const at = `indicators.${i}`;
    const baseline = record(indicator['baseline']);
    const target = record(indicator['target']);
    expect(`${at}.category`, indicator['category'], categoryIds, 'the id of one of the categories');
    expect(`${at}.baseline.source`, baseline['source'], sourceIds, 'the id of one of the sources');
    expect(`${at}.target.source`, target['source'], sourceIds, 'the id of one of the sources');
    list(indicator['caveats']).forEach((caveat, c) => {
      expect(`${at}.caveats.${c}`, caveat, caveatIds, 'the id of one of the caveats');
    });
    if (typeof indicator['code'] === 'string' && RESERVED_CODES.includes(indicator['code'])) {
      issues.push({
        path: `${at}.code`,
        expected: `none of ${RESERVED_CODES.join(', ')}`,
        given: describeValue(indicator['code']),
      });
    }
    if (typeof indicator['measure'] === 'string' && indicator['measure'] === indicator['otherReading']) {
      issues.push({
        path: `${at}.otherReading`,
        expected: 'a measure other than the first, or null',
        given: describeValue(indicator['otherReading']),
      });
    }
    if (differ(baseline['year'], baselineYear)) {
      issues.push({
        path: `${at}.baseline.year`,
        expected: `the plan's baselineYear ${String(baselineYear)}`,
        given: describeValue(baseline['year']),
      });
    }
    if (differ(target['year'], horizonYear)) {
      issues.push({
        path: `${at}.target.year`,
        expected: `the plan's horizonYear ${String(horizonYear)}`,
        given: describeValue(target['year']),
      });
    }
    if (number(target['max']) <= number(target['min'])) {
      issues.push({
        path: `${at}.target.max`,
        expected: `above min ${String(target['min'])}`,
        given: describeValue(target['max']),
      });
    }
  });

  drivers.forEach((driver, d) => {
    for (const id of Object.keys(record(driver['effects']))) {
      expect(`drivers.${d}.effects.${id}`, id, indicatorIds, 'the id of one of the indicators');
    }
  });
  return issues;
}

/** Issues for every entry of a list whose key repeats an earlier entry's. */
function repeated(path: string, entries: readonly Record<string, unknown>[], key: string): Issue[] {
  const values = entries.map((entry) => entry[key]);
  return values.flatMap((value, i) =>
    value !== undefined && values.indexOf(value) < i
      ? [
          {
            path: `${path}.${i}.${key}`,
            expected: `a ${key} no other of the ${path} has`,
            given: describeValue(value),
          },
        ]
      : [],
  );
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Whether both are numbers and not the same one; what is no number is the schema's to report. */
function differ(a: unknown, b: unknown): boolean {
  return typeof a === 'number' && typeof b === 'number' && a !== b;
}

/** The value if it is a number, else NaN, which no `<` takes for an issue of its own. */
function number(value: unknown): number {
  return typeof value === 'number' ? value : NaN;
}
