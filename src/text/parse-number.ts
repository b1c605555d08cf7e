/** What a person's text for a number was taken to mean. */
export type ReadNumber =
  | { readonly kind: 'number'; readonly value: number }
  /** A comma before exactly three digits: a decimal comma to some, a thousands mark to others. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'too-many-decimals' }
  | { readonly kind: 'out-of-range' }
  /** A fraction where only whole numbers are taken. */
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'unreadable' };

/** The numbers that a field takes, ends included. */
export interface AcceptedNumbers {
  readonly from: number;
  readonly to: number;
  /** Whether only whole ones are taken; fractions too if not stated. */
  readonly whole?: boolean;
}

const MOST_DECIMALS = 4;
const NUMBER = /^[+-]?(\d{0,15})(?:([.,])(\d*))?$/;

/**
 * Read a number as a person types it: `6.2`, `6,2`, `6.2%`, full-width digits, a minus of either kind. A comma is a
 * decimal comma and never vanishes, so `1,5` is never 15; where it could be a thousands mark, the person is asked.
 *
 * @param text What stands in the field.
 * @param accepted The numbers that are accepted.
 * @returns The number, or why there is none.
 */
export function parseNumber(text: string, { from, to, whole: isWhole = false }: AcceptedNumbers): ReadNumber {
  const plain = text
    .replace(/[\uff01-\uff5e]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0)) // full-width forms
    .replace(/\u2212/g, '-') // minus sign
    .trim()
    .replace(/%$/, '')
    .trimEnd();
  const match = NUMBER.exec(plain);
  if (match === null) return { kind: 'unreadable' };
  const [, whole = '', mark, decimals = ''] = match;
  if (whole === '' && decimals === '') return { kind: 'unreadable' };
  if (mark !== undefined && decimals === '') return { kind: 'unreadable' };
  if (mark === ',' && decimals.length === 3 && whole !== '0' && whole !== '') return { kind: 'ambiguous' };
  if (decimals.length > MOST_DECIMALS) return { kind: 'too-many-decimals' };
  const value = Number(plain.replace(',', '.')) + 0;
  if (isWhole && !Number.isInteger(value)) return { kind: 'not-whole' };
  return value >= from && value <= to ? { kind: 'number', value } : { kind: 'out-of-range' };
}
