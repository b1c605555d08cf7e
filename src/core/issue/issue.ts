/** Where an issue stands: the keys of objects and, from 0, the indices of lists; empty for the whole file. */
export type IssuePath = readonly (string | number)[];

/** What a number must be, ends included. */
export interface NumberLimits {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
}

/** A value that a file writes in a word or a digit. */
export type PlainValue = string | number | null;

/** A part of a file in which every entry has a name that other parts refer to. */
export type Referable = 'categories' | 'sources' | 'caveats' | 'indicators' | 'plans';

/** The rules an input can break, each with what it accepts. */
export interface IssueLimits {
  /** One kind of file where another belongs. */
  readonly 'wrong-file': { readonly wanted: 'plan' | 'scenario'; readonly found: 'plan' | 'scenario' };
  /** One kind of value where another belongs. */
  readonly 'wrong-type': { readonly type: 'object' | 'list' | 'text' | 'yes-no' };
  /** A field that must be there is not; `allowed` is empty where more than a few values are accepted. */
  readonly missing: { readonly allowed: readonly PlainValue[] };
  /** A field that has no meaning there. */
  readonly 'unknown-field': { readonly known: readonly string[] };
  /** A field that is not there under its own name, but under nearly the same. */
  readonly 'misspelt-field': { readonly name: string };
  readonly 'not-a-number': NumberLimits;
  readonly 'whole-number': NumberLimits;
  readonly 'out-of-range': NumberLimits;
  readonly 'empty-text': { readonly most: number };
  /** A text of too many characters. */
  readonly 'too-long': { readonly most: number };
  /** A list of too few entries. */
  readonly 'too-few': { readonly least: number };
  /** A list of too many entries. */
  readonly 'too-many': { readonly most: number };
  /** A list that must have one number for each projected year. */
  readonly 'wrong-count': { readonly count: number; readonly firstYear: number; readonly lastYear: number };
  readonly 'not-one-of': { readonly allowed: readonly PlainValue[] };
  /** A kind whose fields are not there, while those of another kind are. */
  readonly 'kind-mismatch': { readonly fits: string };
  /** Not lower-case letters, digits and hyphens after a first letter. */
  readonly 'bad-id': { readonly most: number };
  /** Not lower-case letters alone. */
  readonly 'bad-code': { readonly least: number; readonly most: number };
  /** Neither an address of the web nor null. */
  readonly 'bad-address': Readonly<Record<never, never>>;
  /** A name that means something else already. */
  readonly reserved: { readonly reserved: readonly string[] };
  /** An entry that says in these fields what an earlier one says; `first` is that one's index, from 0. */
  readonly repeated: { readonly list: string; readonly fields: readonly string[]; readonly first: number };
  /** A name that nothing has. */
  readonly 'unknown-reference': { readonly to: Referable; readonly allowed: readonly string[] };
  /** A second reading that is the first again. */
  readonly 'same-reading': { readonly allowed: readonly PlainValue[] };
  /** A year that is not the one stated elsewhere. */
  readonly 'year-mismatch': {
    readonly year: number;
    readonly of: 'baselineYear' | 'horizonYear' | 'baselines' | 'targets';
  };
  /** A horizon that is not after the baseline year, or too long after it. */
  readonly 'order-of-years': { readonly from: number; readonly to: number; readonly baselineYear: number };
  /** An upper edge that is not above the lower. */
  readonly 'order-of-edges': { readonly min: number };
}

/** One of the rules an input can break. */
export type IssueRule = keyof IssueLimits;

/** A rule and what it accepts. */
export type BrokenRule = {
  readonly [Rule in IssueRule]: { readonly rule: Rule; readonly limits: IssueLimits[Rule] };
}[IssueRule];

/** One thing wrong in an input: where, which rule it breaks, what is accepted there, and what was given. */
export type Issue = BrokenRule & {
  readonly path: IssuePath;
  /** What was given, as `describeValue` writes it. */
  readonly given: string;
};

/** The most characters of a described value, and the most entries of a list or an object that it can hold. */
const MOST_CHARACTERS = 80;
const MOST_ENTRIES = 40;

/**
 * Return a short form of any value, for a message about it in any language.
 *
 * @param value Anything at all.
 * @returns At most 80 characters in the notation of JSON, what is inside of what is inside left out; empty for
 *   undefined, which is nothing at all.
 */
export function describeValue(value: unknown): string {
  if (Array.isArray(value)) return shorten(`[${value.slice(0, MOST_ENTRIES).map(describeInner).join(', ')}]`);
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).slice(0, MOST_ENTRIES);
    return shorten(`{${entries.map(([key, inner]) => `"${key}": ${describeInner(inner)}`).join(', ')}}`);
  }
  return describePlain(value);
}

function describeInner(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  return typeof value === 'object' && value !== null ? '{…}' : describePlain(value);
}

function describePlain(value: unknown): string {
  if (typeof value === 'string') return value.length > 78 ? `"${value.slice(0, 77)}…"` : `"${value}"`;
  if (value === undefined) return '';
  return typeof value === 'function' || typeof value === 'symbol' ? typeof value : `${value as number}`;
}

function shorten(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text;
}
