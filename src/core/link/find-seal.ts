import type { PlanModel } from '../plan/plan.ts';
import { linkCheck } from './link-check.ts';
import { parseKey } from './link-fields.ts';
import { checkedText, isNameKey, type LinkPair } from './link-grammar.ts';

/** How a link's check fits what the link says. */
export type Seal =
  /** There is no check. */
  | 'absent'
  /** It fits everything before it. */
  | 'whole'
  /** It fits what the grammar knows; the rest was added on the way, or the order is another. */
  | 'added-to'
  /** It fits nothing that the link says. */
  | 'broken';

/** What a check may fit besides the pairs as they stand. */
export interface SealContext {
  readonly plan: PlanModel;
  /** What the link was read as, in canonical form: the text its check would be taken of. */
  readonly canonical: () => string;
}

/**
 * Return how a link's check fits. It is a check of what was meant, not of what carriers do to a link: keys that they add,
 * in front or behind, and another order of the keys change nothing that was sealed. A key of the grammar that was added
 * does, wherever it stands.
 *
 * @param pairs The pairs as the link gives them, names and check among them.
 * @param context The plan, and what was read.
 */
export function findSeal(pairs: readonly LinkPair[], { plan, canonical }: SealContext): Seal {
  const check = checkOf(pairs);
  if (check === undefined) return 'absent';
  const known = pairs.filter(({ key }) => !isStranger(key, plan));
  const isAllBefore = !pairsBehind(pairs).some(({ key }) => !isNameKey(key) && !isStranger(key, plan));
  if (fits(check, pairs) || (isAllBefore && fits(check, pairsBefore(pairs)))) return 'whole';
  return fits(check, known) || check === linkCheck(canonical()) ? 'added-to' : 'broken';
}

/** Return whether a link's check fits its pairs as they stand, what follows it or not: all that is known without a plan. */
export function isSealedAsItStands(pairs: readonly LinkPair[]): boolean {
  const check = checkOf(pairs);
  return check !== undefined && (fits(check, pairs) || fits(check, pairsBefore(pairs)));
}

/** Return the pairs behind a link's check; none where it has no check. */
export function pairsBehind(pairs: readonly LinkPair[]): readonly LinkPair[] {
  const at = pairs.findIndex(isCheck);
  return at < 0 ? [] : pairs.slice(at + 1);
}

/**
 * Return whether a key is one that a carrier may have added: not of the grammar, and not of a scenario that would be one
 * too many.
 *
 * @param key The key, percent-decoded: any text at all.
 * @param plan The plan whose codes count.
 */
export function isStranger(key: string, plan: PlanModel): boolean {
  return parseKey(key, plan).kind === 'unknown' && !/\.\d+$/.test(key);
}

function pairsBefore(pairs: readonly LinkPair[]): readonly LinkPair[] {
  return pairs.slice(0, pairs.findIndex(isCheck));
}

function fits(check: string, pairs: readonly LinkPair[]): boolean {
  return check === linkCheck(checkedText(pairs));
}

function checkOf(pairs: readonly LinkPair[]): string | undefined {
  return pairs.find(isCheck)?.value.toLowerCase();
}

function isCheck({ key }: LinkPair): boolean {
  return key === 'z';
}
