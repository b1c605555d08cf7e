/** What can be wrong in a link. */
export type LinkIssueKind =
  /** The grammar has no such key; it is left out. */
  | 'unknown-key'
  /** A number outside its range; the nearest end is used. */
  | 'out-of-range'
  /** A value that does not follow the grammar; the default is used. */
  | 'not-grammar'
  /** A key a second time; the first counts. */
  | 'repeated-key'
  /** Written by a newer page than this one. */
  | 'newer-version'
  /** Without a check, as links written by hand are; `given` is what it ends in where that shows that it was cut. */
  | 'no-check'
  /** With a check that does not fit: edited by hand, cut short or damaged. */
  | 'wrong-check'
  /** About a plan that is not at hand. */
  | 'unknown-plan'
  /** Longer than 8,192 characters; not read at all. */
  | 'too-long'
  /** Read and stated, but nothing computes with it yet. */
  | 'not-in-use';

/** One thing wrong in a link: what was given under which key, and what is used instead. */
export interface LinkIssue {
  readonly kind: LinkIssueKind;
  /** The key; empty where the whole link is meant. */
  readonly key: string;
  /** What the link says, at most 80 characters. */
  readonly given: string;
  /** What is used instead, in the grammar of links; empty where it is left out. */
  readonly used: string;
}

const LONGEST_GIVEN = 80;

/**
 * Return an issue, with what was given shortened to what a message can hold.
 *
 * @param kind What is wrong.
 * @param pair Under which key, and what was given.
 * @param used What is used instead.
 * @returns The issue.
 */
export function linkIssue(
  kind: LinkIssueKind,
  pair: { readonly key: string; readonly value: string },
  used: string,
): LinkIssue {
  return { kind, key: shorten(pair.key), given: shorten(pair.value), used };
}

function shorten(text: string): string {
  return text.length > LONGEST_GIVEN ? `${text.slice(0, LONGEST_GIVEN - 1)}…` : text;
}
