import { assertNever } from '../assert-never.ts';
import { isWhole, patternOf, requirementOf, type PlainSchema } from './file-schema.ts';
import type { BrokenRule, NumberLimits } from './issue.ts';
import { RESERVED_IDS, TEXT_FORMS, type TextForm } from './text-forms.ts';

type CheckableSchema = Extract<PlainSchema, { readonly type: 'string' | 'number' }>;

/** What valibot finds wrong with a number, and the rule that it breaks. */
const NUMBER_RULES = {
  number: 'not-a-number',
  integer: 'whole-number',
  min_value: 'out-of-range',
  max_value: 'out-of-range',
} as const;

/**
 * Return the rule that a plain value breaks, with what its schema accepts.
 *
 * @param schema The schema it does not fit.
 * @param value The value.
 * @param found The type of the first issue that valibot found with it.
 */
export function brokenRule(schema: PlainSchema, value: unknown, found: string): BrokenRule {
  switch (schema.type) {
    case 'number':
      return { rule: NUMBER_RULES[found as keyof typeof NUMBER_RULES], limits: numberLimits(schema) };
    case 'string':
      return brokenText(schema, value, found);
    case 'boolean':
      return { rule: 'wrong-type', limits: { type: 'yes-no' } };
    case 'picklist':
      return { rule: 'not-one-of', limits: { allowed: schema.options } };
    case 'literal':
      return { rule: 'not-one-of', limits: { allowed: [schema.literal] } };
    default:
      return assertNever(schema);
  }
}

function numberLimits(schema: CheckableSchema): NumberLimits {
  return {
    from: requirementOf(schema, 'min_value') ?? -Infinity,
    to: requirementOf(schema, 'max_value') ?? Infinity,
    whole: isWhole(schema),
  };
}

function brokenText(schema: CheckableSchema, value: unknown, found: string): BrokenRule {
  const pattern = patternOf(schema);
  if (pattern !== undefined) {
    const form = formOf(pattern);
    return form === TEXT_FORMS.id && RESERVED_IDS.some((id) => id === value)
      ? { rule: 'reserved', limits: { reserved: RESERVED_IDS } }
      : form.broken;
  }
  if (found === 'string') return { rule: 'wrong-type', limits: { type: 'text' } };
  const most = requirementOf(schema, 'max_length') ?? Infinity;
  return { rule: found === 'min_length' ? 'empty-text' : 'too-long', limits: { most } };
}

/** The form that has this pattern; throws where a schema makes up a pattern of its own. */
function formOf(pattern: RegExp): TextForm {
  const form = Object.values(TEXT_FORMS).find((each) => each.pattern === pattern);
  if (form === undefined) throw new Error(`${String(pattern)} is the pattern of no text form`);
  return form;
}
