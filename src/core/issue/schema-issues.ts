import * as v from 'valibot';
import { describeValue, type Issue } from './issue.ts';

/** How often a value is read again without the unknown fields found so far; each time finds one more of an object. */
const MOST_ROUNDS = 100;

/** What a value was found to be: of the schema's shape, or not. */
export type Checked<Schema extends v.GenericSchema> =
  | { readonly kind: 'fits'; readonly output: v.InferOutput<Schema> }
  | { readonly kind: 'issues'; readonly issues: readonly Issue[] };

/** Keys that plain objects have a meaning for; a record by id may not use them. */
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * Return every issue a schema finds in a value, never the first only.
 *
 * The schema library stops at the first unknown field of an object and takes a list for a record; both are made up for
 * here, so that one reading of a file tells everything.
 *
 * @param schema The valibot schema to hold it against.
 * @param value Anything, as `JSON.parse` gave it; not changed.
 * @param records Where the schema has records by id, as paths with `*` for every entry of a list.
 * @returns The parsed value with the schema's defaults, or the issues with their paths.
 */
export function checkSchema<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  records: readonly string[] = [],
): Checked<Schema> {
  const issues = records.flatMap((path) => recordIssues(value, path.split('.'), []));
  let rest = value;
  for (let round = 1; ; round++) {
    const result = v.safeParse(schema, rest);
    if (result.success) {
      return issues.length === 0 ? { kind: 'fits', output: result.output } : { kind: 'issues', issues };
    }
    const unknown = result.issues.filter(({ expected }) => expected === 'never');
    if (unknown.length === 0 || round === MOST_ROUNDS) {
      return { kind: 'issues', issues: [...issues, ...result.issues.map(describeIssue)] };
    }
    issues.push(...unknown.map(describeIssue));
    for (const issue of unknown) rest = withoutField(rest, keysOf(issue));
  }
}

function describeIssue(issue: v.BaseIssue<unknown>): Issue {
  const keys = keysOf(issue);
  const isMissing = issue.expected === JSON.stringify(keys.at(-1));
  const { path, given } = { path: keys.join('.'), given: describeValue(issue.input) };
  if (isMissing) return { path, expected: 'a field of this name', given: 'nothing' };
  if (issue.expected === 'never') return { path, expected: 'no field of this name', given };
  return {
    path,
    expected: issue.type === 'integer' ? 'a whole number' : (issue.expected ?? issue.message),
    given,
  };
}

function keysOf(issue: v.BaseIssue<unknown>): string[] {
  return (issue.path ?? []).map(({ key }) => String(key));
}

/** The value with one field left out, everything on the way to it copied. */
function withoutField(value: unknown, keys: readonly string[]): unknown {
  const [key, ...rest] = keys;
  if (Array.isArray(value)) {
    // A list where an object belongs has no field that may stay.
    if (rest.length === 0) return {};
    return value.map((entry, i) => (String(i) === key ? withoutField(entry, rest) : (entry as unknown)));
  }
  const entries = Object.entries(value as object).flatMap(([name, entry]) => {
    if (name !== key) return [[name, entry] as const];
    return rest.length === 0 ? [] : [[name, withoutField(entry, rest)] as const];
  });
  return Object.fromEntries(entries);
}

/** Issues with what stands where a record by id belongs: a list, or a key that is no id. */
function recordIssues(value: unknown, path: readonly string[], at: readonly string[]): Issue[] {
  const [key, ...rest] = path;
  if (key === undefined) {
    if (Array.isArray(value))
      return [{ path: at.join('.'), expected: 'Object', given: describeValue(value) }];
    return Object.keys(asObject(value))
      .filter((name) => FORBIDDEN_KEYS.includes(name))
      .map((name) => ({ path: [...at, name].join('.'), expected: 'no field of this name', given: name }));
  }
  if (key === '*') {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [];
    return entries.flatMap((entry, i) => recordIssues(entry, rest, [...at, String(i)]));
  }
  const object = asObject(value);
  return Object.hasOwn(object, key) ? recordIssues(object[key], rest, [...at, key]) : [];
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
