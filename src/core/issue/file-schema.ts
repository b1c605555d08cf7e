import type * as v from 'valibot';
import type { PlainValue } from './issue.ts';

/** What is asked of a value beyond its type. */
export type SchemaCheck =
  | { readonly type: 'integer' }
  | { readonly type: 'min_value' | 'max_value' | 'min_length' | 'max_length'; readonly requirement: number }
  | { readonly type: 'regex'; readonly requirement: RegExp };

/** A schema to which checks may be added. */
interface Checkable {
  readonly pipe?: readonly [unknown, ...(readonly SchemaCheck[])];
}

/** The schema of an object that has exactly these fields. */
export interface ObjectSchema {
  readonly type: 'strict_object';
  readonly entries: Readonly<Record<string, FileSchema>>;
}

/** The schema of an object of one of several kinds. */
export interface VariantSchema {
  readonly type: 'variant';
  readonly key: 'kind';
  readonly options: readonly (ObjectSchema & {
    readonly entries: { readonly kind: { readonly literal: string } };
  })[];
}

/** The schema of a list of entries of one kind. */
export interface ListSchema extends Checkable {
  readonly type: 'array';
  readonly item: FileSchema;
}

/** The schema of an object of values by id. */
export interface RecordSchema {
  readonly type: 'record';
  readonly key: FileSchema;
  readonly value: FileSchema;
}

/** The schema of a value with nothing inside it. */
export type PlainSchema = v.GenericSchema &
  (
    | (Checkable & { readonly type: 'string' | 'number' })
    | { readonly type: 'boolean' }
    | { readonly type: 'picklist'; readonly options: readonly string[] }
    | { readonly type: 'literal'; readonly literal: string | number }
  );

/** The kinds of valibot schemas that files are described by; the compiler refuses any other. */
export type FileSchema =
  | ObjectSchema
  | VariantSchema
  | ListSchema
  | RecordSchema
  | PlainSchema
  | { readonly type: 'optional' | 'nullable'; readonly wrapped: FileSchema };

/** The number that a schema's check of this type asks for; undefined where it has no such check. */
export function requirementOf(
  { pipe: [, ...checks] = [undefined] }: Checkable,
  type: 'min_value' | 'max_value' | 'min_length' | 'max_length',
): number | undefined {
  for (const check of checks) if (check.type === type) return check.requirement;
  return undefined;
}

/** The pattern that a schema asks of a text; undefined where it asks for none. */
export function patternOf({ pipe: [, ...checks] = [undefined] }: Checkable): RegExp | undefined {
  for (const check of checks) if (check.type === 'regex') return check.requirement;
  return undefined;
}

/** Whether a schema asks for a whole number. */
export function isWhole({ pipe: [, ...checks] = [undefined] }: Checkable): boolean {
  return checks.some(({ type }) => type === 'integer');
}

/** The few values that a schema accepts; none where it accepts more than a few. */
export function allowedBy(schema: FileSchema): readonly PlainValue[] {
  if (schema.type === 'picklist') return schema.options;
  if (schema.type === 'literal') return [schema.literal];
  // Where only null is named, it is not the whole of what is accepted.
  const allowed = schema.type === 'nullable' ? allowedBy(schema.wrapped) : [];
  return allowed.length > 0 ? [...allowed, null] : [];
}
