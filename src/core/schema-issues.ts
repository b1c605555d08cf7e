import * as v from 'valibot';
import { describeValue, type Issue } from './issue.ts';

/**
 * Return every issue a schema finds in a value, never the first only.
 *
 * @param schema The valibot schema to hold it against.
 * @param value Anything, as `JSON.parse` gave it.
 * @returns The parsed value with the schema's defaults, or the issues with their paths.
 */
export function checkSchema<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
):
  | { readonly kind: 'fits'; readonly output: v.InferOutput<Schema> }
  | { readonly kind: 'issues'; readonly issues: Issue[] } {
  const result = v.safeParse(schema, value);
  if (result.success) return { kind: 'fits', output: result.output };
  return {
    kind: 'issues',
    issues: result.issues.map((issue) => ({
      path: v.getDotPath(issue) ?? '',
      expected: issue.expected === 'never' ? 'no field of this name' : (issue.expected ?? issue.message),
      given: describeValue(issue.input),
    })),
  };
}
