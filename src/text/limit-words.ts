import type { PlainValue } from '../core/issue/issue.ts';

/** How many values a message names; of more it names the first few and says how many there are. */
const MOST_NAMED = 8;

/**
 * Return a number as a limit in a message: its digits in groups from five digits on, so that a year stays a year.
 *
 * @param value The limit.
 */
export function limitNumber(value: number): string {
  const isLong = Math.abs(value) >= 10_000;
  return isLong ? value.toLocaleString('en', { maximumFractionDigits: 20 }) : String(value);
}

/**
 * Return the values that are accepted somewhere, as a file writes them.
 *
 * @param values The values.
 * @param joined How the language joins them, and how it says that there are so many more.
 */
export function limitValues(
  values: readonly PlainValue[],
  joined: { readonly by: string; readonly last: string; readonly more: (count: number) => string },
): string {
  const written = values.map((value) => JSON.stringify(value));
  if (written.length > MOST_NAMED)
    return written.slice(0, MOST_NAMED).join(joined.by) + joined.more(written.length - MOST_NAMED);
  return [written.slice(0, -1).join(joined.by), ...written.slice(-1)].filter(Boolean).join(joined.last);
}
