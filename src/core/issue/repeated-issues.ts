import type { Issue } from './issue.ts';
import { issueAt } from './schema-issues.ts';
import { entriesOf, fieldsOf } from './unknown-value.ts';

/**
 * Return an issue for every entry of a list that says in some fields what an earlier entry says in them.
 *
 * @param list Name of the list.
 * @param entries The list; an entry that lacks one of the fields is passed over.
 * @param fields The fields that together must differ from entry to entry.
 */
export function repeatedIssues(list: string, entries: unknown, fields: readonly string[]): Issue[] {
  const [field, ...more] = fields;
  const keys = entriesOf(entries).map((entry) => {
    const values = fields.map((name) => fieldsOf(entry)[name]);
    return values.includes(undefined) ? undefined : values;
  });
  const firsts = new Map<string, number>();
  return keys.flatMap((values, i) => {
    if (values === undefined) return [];
    const text = JSON.stringify(values);
    const first = firsts.get(text);
    if (first === undefined) {
      firsts.set(text, i);
      return [];
    }
    const path = [list, i, ...(field !== undefined && more.length === 0 ? [field] : [])];
    const given = values.length === 1 ? values[0] : values;
    return [issueAt(path, given, { rule: 'repeated', limits: { list, fields, first } })];
  });
}
