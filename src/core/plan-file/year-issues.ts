import type { Issue } from '../issue/issue.ts';
import { issueAt } from '../issue/schema-issues.ts';
import { fieldsOf, numberOf } from '../issue/unknown-value.ts';

/** The longest time a plan may project, in years. */
const LONGEST_PLAN = 50;

/** The two years of a plan, and what of an indicator each is the year of. */
const YEARS = [
  { field: 'baselineYear', part: 'baseline', all: 'baselines' },
  { field: 'horizonYear', part: 'target', all: 'targets' },
] as const;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Return the issues with the years of a plan file: the horizon comes 1 to 50 years after the baseline, and baselines and
 * targets are of these two years. Where the indicators agree on another year than the plan, the plan's is the issue.
 *
 * @param plan The file's fields that are right by themselves.
 * @param indicators Its indicators, each with the fields that are right by themselves.
 */
export function yearIssues(plan: Fields, indicators: readonly Fields[]): Issue[] {
  const disagreeing = YEARS.flatMap(({ field, part, all }) => {
    const years = new Set(indicators.map((each) => fieldsOf(each[part])['year']));
    const [year] = years;
    const agreed = indicators.length > 1 && years.size === 1 ? numberOf(year) : NaN;
    return differ(plan[field], agreed)
      ? [issueAt([field], plan[field], { rule: 'year-mismatch', limits: { year: agreed, of: all } })]
      : [];
  });
  if (disagreeing.length > 0) return disagreeing;

  const { baselineYear, horizonYear } = plan;
  const from = numberOf(baselineYear) + 1;
  const to = numberOf(baselineYear) + LONGEST_PLAN;
  if (numberOf(horizonYear) < from || numberOf(horizonYear) > to) {
    const limits = { from, to, baselineYear: numberOf(baselineYear) };
    return [issueAt(['horizonYear'], horizonYear, { rule: 'order-of-years', limits })];
  }
  return YEARS.flatMap(({ field, part }) =>
    indicators.flatMap((each, i) => {
      const { year } = fieldsOf(each[part]);
      if (!differ(year, plan[field])) return [];
      const limits = { year: numberOf(plan[field]), of: field };
      return [issueAt(['indicators', i, part, 'year'], year, { rule: 'year-mismatch', limits })];
    }),
  );
}

/** Whether both are numbers and not the same one. */
function differ(a: unknown, b: unknown): boolean {
  return Math.abs(numberOf(a) - numberOf(b)) > 0;
}
