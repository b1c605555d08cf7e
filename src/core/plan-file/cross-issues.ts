import type { BrokenRule, Issue, IssuePath, Referable } from '../issue/issue.ts';
import { repeatedIssues } from '../issue/repeated-issues.ts';
import { issueAt } from '../issue/schema-issues.ts';
import { entriesOf, fieldsOf, numberOf } from '../issue/unknown-value.ts';
import { MEASURES } from '../plan/plan.ts';
import { RESERVED_CODES } from '../link/link-fields.ts';
import { yearIssues } from './year-issues.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Return the issues between the fields of a plan file: what is repeated, what refers to nothing, what is out of order.
 * A field is held only against fields that are right by themselves, so that one cause stays one issue.
 *
 * @param sound The file's content with undefined where an issue is known; may have any shape.
 */
export function crossIssues(sound: unknown): Issue[] {
  const plan = fieldsOf(sound);
  const indicators = entriesOf(plan['indicators']).map(fieldsOf);
  const drivers = entriesOf(plan['drivers']).map(fieldsOf);
  return [
    ...yearIssues(plan, indicators),
    ...repeatedIssues('categories', plan['categories'], ['id']),
    ...repeatedIssues('sources', plan['sources'], ['id']),
    ...repeatedIssues('drivers', plan['drivers'], ['id']),
    ...repeatedIssues('presets', plan['presets'], ['id']),
    ...repeatedIssues('indicators', plan['indicators'], ['number']),
    ...repeatedIssues('indicators', plan['indicators'], ['id']),
    ...repeatedIssues('indicators', plan['indicators'], ['code']),
    ...referenceIssues(plan, indicators, drivers),
    ...indicators.flatMap(indicatorIssues),
  ];
}

function referenceIssues(plan: Fields, indicators: readonly Fields[], drivers: readonly Fields[]): Issue[] {
  const refersTo = (to: Exclude<Referable, 'plans'>): ((path: IssuePath, id: unknown) => Issue[]) => {
    const allowed = namesIn(plan[to]);
    return (path, id) =>
      allowed === undefined || typeof id !== 'string' || allowed.includes(id)
        ? []
        : [issueAt(path, id, { rule: 'unknown-reference', limits: { to, allowed } })];
  };
  const [category, source, caveat, indicator] = [
    refersTo('categories'),
    refersTo('sources'),
    refersTo('caveats'),
    refersTo('indicators'),
  ];
  return [
    ...indicators.flatMap((each, i) => [
      ...category(['indicators', i, 'category'], each['category']),
      ...source(['indicators', i, 'baseline', 'source'], fieldsOf(each['baseline'])['source']),
      ...source(['indicators', i, 'target', 'source'], fieldsOf(each['target'])['source']),
      ...entriesOf(each['caveats']).flatMap((id, c) => caveat(['indicators', i, 'caveats', c], id)),
      ...entriesOf(each['doubts']).flatMap((id, d) => caveat(['indicators', i, 'doubts', d], id)),
    ]),
    ...drivers.flatMap(({ effects }, d) =>
      Object.keys(fieldsOf(effects)).flatMap((id) => indicator(['drivers', d, 'effects', id], id)),
    ),
  ];
}

/**
 * The names a part of the plan gives its entries, by list or by key; undefined where they are not all known: then a
 * name that is missing among them may be the one that is wrong.
 */
function namesIn(part: unknown): readonly string[] | undefined {
  if (!Array.isArray(part)) return part === undefined ? undefined : Object.keys(fieldsOf(part));
  const names = part.map((entry) => fieldsOf(entry)['id']).filter((id) => typeof id === 'string');
  return new Set(names).size < part.length ? undefined : names;
}

function indicatorIssues({ code, measure, otherReading, target }: Fields, i: number): Issue[] {
  const issues: Issue[] = [];
  const add = (path: IssuePath, value: unknown, broken: BrokenRule): void => {
    issues.push(issueAt(['indicators', i, ...path], value, broken));
  };
  if (typeof code === 'string' && RESERVED_CODES.includes(code))
    add(['code'], code, { rule: 'reserved', limits: { reserved: RESERVED_CODES } });
  if (typeof measure === 'string' && measure === otherReading) {
    const allowed = [...MEASURES.filter((other) => other !== measure), null];
    add(['otherReading'], otherReading, { rule: 'same-reading', limits: { allowed } });
  }
  const { min, max } = fieldsOf(target);
  if (numberOf(max) <= numberOf(min))
    add(['target', 'max'], max, { rule: 'order-of-edges', limits: { min: numberOf(min) } });
  return issues;
}
