import * as v from 'valibot';
import type { BrokenRule } from './issue.ts';

/** Names that every object of the language has; as a key they would be lost. */
export const RESERVED_IDS: readonly string[] = ['constructor', 'prototype'];

/** How a short text must be formed: the pattern for schemas, and the rule that a text without that form breaks. */
export interface TextForm {
  readonly pattern: RegExp;
  readonly broken: BrokenRule;
}

/** The forms of short texts in plan and scenario files. */
export const TEXT_FORMS = {
  id: {
    pattern: /^(?!(?:constructor|prototype)$)[a-z][a-z0-9-]{0,63}$/,
    broken: { rule: 'bad-id', limits: { most: 64 } },
  },
  planId: { pattern: /^[a-z][a-z0-9-]{0,31}$/, broken: { rule: 'bad-id', limits: { most: 32 } } },
  driverId: { pattern: /^[a-z]{2,16}$/, broken: { rule: 'bad-code', limits: { least: 2, most: 16 } } },
  code: { pattern: /^[a-z]{2,4}$/, broken: { rule: 'bad-code', limits: { least: 2, most: 4 } } },
  address: { pattern: /^https?:\/\/[^\s]+$/, broken: { rule: 'bad-address', limits: {} } },
} as const satisfies Readonly<Record<string, TextForm>>;

/**
 * Return the schema of a text of a form.
 *
 * @param form One of `TEXT_FORMS`.
 * @returns A valibot schema.
 */
export const textOf = ({ pattern }: TextForm) => v.pipe(v.string(), v.regex(pattern));
