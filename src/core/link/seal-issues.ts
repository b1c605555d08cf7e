import { assertNever } from '../assert-never.ts';
import type { Seal } from './find-seal.ts';
import { isNameKey, type LinkPair } from './link-grammar.ts';
import { linkIssue, type LinkIssue } from './link-issue.ts';

/** What a number in the grammar may begin with, or nothing: a link that was cut ends so. */
const BEGINNING = /^(?:[-a\d][\d.ysca-]*)?$/;

/**
 * Return the issue with a link's check: that it has none, or one that does not fit what the link says.
 *
 * @param seal How it fits.
 * @param pairs The pairs as the link gives them.
 * @param issues What else is wrong in the link.
 */
export function sealIssues(
  seal: Seal,
  pairs: readonly LinkPair[],
  issues: readonly LinkIssue[],
): readonly LinkIssue[] {
  switch (seal) {
    case 'whole':
    case 'added-to':
      return [];
    case 'absent':
      return [linkIssue('no-check', { key: 'z', value: unfinishedEnd(pairs, issues) }, '')];
    case 'broken':
      return [linkIssue('wrong-check', pairs.find(({ key }) => key === 'z') as LinkPair, '')];
    default:
      return assertNever(seal);
  }
}

/** The last pair where it shows that a link was cut: a key alone, the beginning of a number, or nothing but names. */
function unfinishedEnd(pairs: readonly LinkPair[], issues: readonly LinkIssue[]): string {
  const last = pairs.at(-1) as LinkPair;
  const whole = `${last.key}=${last.value}`;
  if (pairs.every(({ key }) => isNameKey(key))) return whole;
  const isAlone = last.value === '';
  const isUnread = issues.some(
    ({ kind, key, given }) =>
      (kind === 'not-grammar' || (kind === 'unknown-key' && isAlone)) &&
      key === last.key &&
      given === last.value,
  );
  if (!isUnread || !BEGINNING.test(last.value)) return '';
  return isAlone ? last.key : whole;
}
