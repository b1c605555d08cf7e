/** One thing wrong in an input: where it stands, what is accepted there, and what was given. */
export interface Issue {
  /** Where, as a path such as `indicators.3.target.max`; empty for the whole input. */
  readonly path: string;
  /** What is accepted there, in the words of a schema. */
  readonly expected: string;
  /** What was given, shortened to 80 characters. */
  readonly given: string;
}

/**
 * Return a short printable form of any value, for a message about it.
 *
 * @param value Anything at all.
 * @returns At most 80 characters; text in quotes, objects and arrays by their kind only.
 */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return value.length > 78 ? `"${value.slice(0, 74)}..."` : `"${value}"`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  if (value === undefined) return 'nothing';
  if (typeof value === 'function' || typeof value === 'symbol') return typeof value;
  return `${value as number}`;
}
