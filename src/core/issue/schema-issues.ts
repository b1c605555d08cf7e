import * as v from 'valibot';
import { assertNever } from '../assert-never.ts';
import { brokenRule } from './broken-rule.ts';
import {
  allowedBy,
  requirementOf,
  type FileSchema,
  type ListSchema,
  type ObjectSchema,
  type PlainSchema,
  type RecordSchema,
  type VariantSchema,
} from './file-schema.ts';
import { describeValue, type BrokenRule, type Issue, type IssuePath } from './issue.ts';
import { isMisspelt } from './misspelt.ts';
import { isObject } from './unknown-value.ts';

/** What a value was found to be: of the schema's shape, or not. */
export type Checked<Schema extends v.GenericSchema> =
  | { readonly kind: 'fits'; readonly output: v.InferOutput<Schema> }
  | {
      readonly kind: 'issues';
      readonly issues: readonly Issue[];
      /** The value with undefined where an issue is: what is left can be held against one another. */
      readonly sound: unknown;
    };

/** What was found in a part of a value. */
interface Finding {
  readonly issues: readonly Issue[];
  readonly sound: unknown;
}

/**
 * Return every issue a schema finds in a value, never the first only, and one for each cause: what stands where
 * something else belongs is one issue, whatever is or is not inside it.
 *
 * Whether a plain value is right, valibot decides. Objects and lists are gone through here, because valibot stops at
 * the first unknown field of an object, takes a list for a record, and passes over a key called `constructor`.
 *
 * @param schema The schema to hold it against.
 * @param value Anything, as `JSON.parse` gave it; not changed.
 * @returns The parsed value with the schema's defaults, or the issues in the order of the schema.
 */
export function checkSchema<Schema extends v.GenericSchema & FileSchema>(
  schema: Schema,
  value: unknown,
): Checked<Schema> {
  const { issues, sound } = inspect(schema, value, []);
  if (issues.length > 0) return { kind: 'issues', issues, sound };
  return { kind: 'fits', output: v.parse(schema, value) };
}

function inspect(schema: FileSchema, value: unknown, path: IssuePath): Finding {
  switch (schema.type) {
    case 'strict_object':
      return inspectObject(schema, value, path);
    case 'variant':
      return inspectVariant(schema, value, path);
    case 'array':
      return inspectList(schema, value, path);
    case 'record':
      return inspectRecord(schema, value, path);
    case 'optional':
      return value === undefined ? right(value) : inspect(schema.wrapped, value, path);
    case 'nullable':
      return value === null ? right(value) : orNull(inspect(schema.wrapped, value, path));
    case 'string':
    case 'number':
    case 'boolean':
    case 'picklist':
    case 'literal':
      return inspectPlain(schema, value, path);
    default:
      return assertNever(schema);
  }
}

function inspectPlain(schema: PlainSchema, value: unknown, path: IssuePath): Finding {
  const { issues: [first] = [] } = v.safeParse(schema, value, { abortPipeEarly: true });
  return first === undefined ? right(value) : wrong(path, value, brokenRule(schema, value, first.type));
}

function inspectObject({ entries }: ObjectSchema, value: unknown, path: IssuePath): Finding {
  if (!isObject(value)) return wrong(path, value, { rule: 'wrong-type', limits: { type: 'object' } });
  const known = Object.keys(entries);
  const strange = new Set(Object.keys(value).filter((key) => !known.includes(key)));
  const issues: Issue[] = [];
  const sound = Object.entries(entries).map(([name, schema]) => {
    let found: Finding;
    const misspelt = value[name] === undefined ? findMisspelt({ name, schema }, value, path) : undefined;
    if (misspelt !== undefined && strange.delete(misspelt.key)) found = misspelt.finding;
    else found = inspectField({ name, schema }, value, path);
    // One by one: there may be more than a call takes arguments.
    for (const issue of found.issues) issues.push(issue);
    return [name, found.sound] as const;
  });
  for (const key of strange)
    issues.push(issueAt([...path, key], value[key], { rule: 'unknown-field', limits: { known } }));
  return { issues, sound: Object.fromEntries(sound) };
}

/** A field of an object, by the name it should have. */
interface Field {
  readonly name: string;
  readonly schema: FileSchema;
}

type Fields = Readonly<Record<string, unknown>>;

function inspectField({ name, schema }: Field, fields: Fields, path: IssuePath): Finding {
  const at = [...path, name];
  if (fields[name] !== undefined || schema.type === 'optional') return inspect(schema, fields[name], at);
  return wrong(at, undefined, { rule: 'missing', limits: { allowed: allowedBy(schema) } });
}

/** A field of nearly the right name that holds what belongs there, with what was found in it. */
function findMisspelt(
  { name, schema }: Field,
  fields: Fields,
  path: IssuePath,
): { readonly key: string; readonly finding: Finding } | undefined {
  for (const key of Object.keys(fields)) {
    if (!isMisspelt(key, name)) continue;
    const at = [...path, key];
    const { issues, sound } = inspect(schema, fields[key], at);
    if (issues.some((issue) => issue.path.length === at.length)) continue;
    const misspelt = issueAt(at, fields[key], { rule: 'misspelt-field', limits: { name } });
    return { key, finding: { issues: [misspelt, ...issues], sound } };
  }
  return undefined;
}

function inspectVariant({ options }: VariantSchema, value: unknown, path: IssuePath): Finding {
  if (!isObject(value)) return wrong(path, value, { rule: 'wrong-type', limits: { type: 'object' } });
  const { kind } = value;
  const chosen = options.find((option) => option.entries.kind.literal === kind);
  if (chosen === undefined) {
    const allowed = options.map((option) => option.entries.kind.literal);
    const rule = kind === undefined ? 'missing' : 'not-one-of';
    return wrong([...path, 'kind'], kind, { rule, limits: { allowed } });
  }
  const { lacks, strange } = compareFields(chosen, value);
  const fitting = options.find((option) => {
    const other = compareFields(option, value);
    return !other.lacks && !other.strange;
  });
  if (lacks && strange && fitting !== undefined) {
    const fits = fitting.entries.kind.literal;
    return wrong([...path, 'kind'], kind, { rule: 'kind-mismatch', limits: { fits } });
  }
  return inspectObject(chosen, value, path);
}

/** Whether a value lacks a field that the schema wants, and whether it has one that the schema does not know. */
function compareFields(
  { entries }: ObjectSchema,
  value: Fields,
): { readonly lacks: boolean; readonly strange: boolean } {
  return {
    lacks: Object.entries(entries).some(
      ([name, { type }]) => value[name] === undefined && type !== 'optional',
    ),
    strange: Object.keys(value).some((key) => !Object.hasOwn(entries, key)),
  };
}

function inspectList(schema: ListSchema, value: unknown, path: IssuePath): Finding {
  if (!Array.isArray(value)) return wrong(path, value, { rule: 'wrong-type', limits: { type: 'list' } });
  const least = requirementOf(schema, 'min_length') ?? 0;
  const most = requirementOf(schema, 'max_length') ?? Infinity;
  const found = value.map((entry: unknown, i) => inspect(schema.item, entry, [...path, i]));
  const issues = found.flatMap((each) => each.issues);
  const ofLength = (broken: BrokenRule): Finding => ({
    issues: [issueAt(path, value.length, broken), ...issues],
    sound: undefined,
  });
  if (value.length < least) return ofLength({ rule: 'too-few', limits: { least } });
  if (value.length > most) return ofLength({ rule: 'too-many', limits: { most } });
  return { issues, sound: found.map(({ sound }) => sound) };
}

function inspectRecord(schema: RecordSchema, value: unknown, path: IssuePath): Finding {
  if (!isObject(value)) return wrong(path, value, { rule: 'wrong-type', limits: { type: 'object' } });
  const found = Object.entries(value).map(([id, inner]) => {
    const at = [...path, id];
    return { id, named: inspect(schema.key, id, at), held: inspect(schema.value, inner, at) };
  });
  const sound = found.filter(({ named }) => named.issues.length === 0);
  return {
    issues: found.flatMap(({ named, held }) => [...named.issues, ...held.issues]),
    sound: Object.fromEntries(sound.map(({ id, held }) => [id, held.sound])),
  };
}

/** What was found where null is accepted too. */
function orNull({ issues, sound }: Finding): Finding {
  return {
    issues: issues.map((issue) =>
      issue.rule === 'not-one-of'
        ? { ...issue, limits: { allowed: [...issue.limits.allowed, null] } }
        : issue,
    ),
    sound,
  };
}

function right(value: unknown): Finding {
  return { issues: [], sound: value };
}

function wrong(path: IssuePath, value: unknown, broken: BrokenRule): Finding {
  return { issues: [issueAt(path, value, broken)], sound: undefined };
}

/**
 * Return the issue with a value.
 *
 * @param path Where it stands.
 * @param value What was given there.
 * @param broken The rule it breaks, and what is accepted.
 */
export function issueAt(path: IssuePath, value: unknown, broken: BrokenRule): Issue {
  return { path, given: describeValue(value), ...broken };
}
