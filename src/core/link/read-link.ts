import type { Language, PlanModel } from '../plan/plan.ts';
import { parseDecimal } from '../arithmetic/decimal.ts';
import { linkCheck } from './link-check.ts';
import { checkedText, LANGUAGES, LINK_VERSION, LONGEST_LINK, type LinkPair } from './link-grammar.ts';
import { linkIssue, type LinkIssue } from './link-issue.ts';
import { parseLinkKey } from './link-key.ts';
import { migratePairs } from './migrations.ts';
import { fillDraft, finishDraft, newDraft, type ScenarioDraft } from './scenario-draft.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { splitLink } from './split-link.ts';

/** Plans at hand; the first is used where a link names none or an unknown one. */
export type Plans<SomePlan extends PlanModel = PlanModel> = readonly [SomePlan, ...SomePlan[]];

/** What a link says. */
export interface OpenedLink {
  /** Id of the plan it is about, one of the plans at hand. */
  readonly plan: string;
  /** Empty where the link names no scenario: then the page shows its default preset. */
  readonly scenarios: readonly Scenario[];
  /** Id of the indicator to show in detail. */
  readonly see: string | undefined;
  /** The language to open in, for a reader who has chosen none. */
  readonly language: Language | undefined;
  /** Everything that could not be taken as it stands. */
  readonly issues: readonly LinkIssue[];
}

/**
 * Read a link. Never throws and never goes silent: what is valid is kept, and every problem is an issue.
 *
 * @param text A full address, a query with or without its `?`, or a fragment.
 * @param plans The plans at hand.
 * @returns Scenarios in canonical form, view and issues.
 */
export function readLink(text: string, plans: Plans): OpenedLink {
  const issues: LinkIssue[] = [];
  if (text.length > LONGEST_LINK) {
    const length = { key: '', value: String(text.length) };
    issues.push(linkIssue('too-long', length, String(LONGEST_LINK)));
    return { plan: plans[0].id, scenarios: [], see: undefined, language: undefined, issues };
  }
  const given = pairsOf(text);
  const pairs = firstOfEach(migratePairs(given, readVersion(given, issues)), issues);
  const plan = readPlan(pairs, plans, issues);

  const drafts = new Map<number, ScenarioDraft>();
  const draftOf = (index: number): ScenarioDraft => {
    const draft = drafts.get(index) ?? newDraft(plan);
    drafts.set(index, draft);
    return draft;
  };
  const names: (readonly [number, LinkPair])[] = [];
  let see: string | undefined;
  let language: Language | undefined;
  for (const pair of pairs) {
    const key = parseLinkKey(pair.key, plan);
    if (key.kind === 'header') draftOf(1);
    else if (key.kind === 'see') see = readSee(pair, plan, issues);
    else if (key.kind === 'lang') language = readLanguage(pair, issues);
    else if (key.kind === 'unknown') issues.push(linkIssue('unknown-key', pair, ''));
    else if (key.kind === 'name') names.push([key.scenario, pair]);
    else issues.push(...present(fillDraft(draftOf(key.scenario), key, pair)));
  }
  // A name belongs to a scenario that is there; alone it is what is left of a link whose numbers were lost.
  for (const [scenario, pair] of names) {
    const draft = drafts.get(scenario);
    if (draft !== undefined) issues.push(...present(fillDraft(draft, { kind: 'name', scenario }, pair)));
    else if (drafts.size > 0) issues.push(linkIssue('unknown-key', pair, ''));
  }
  if (drafts.size > 0 || names.length > 0) issues.push(...present(checkIssue(given)));

  const scenarios = [...drafts.entries()].sort(([a], [b]) => a - b).map(([, draft]) => finishDraft(draft));
  return { plan: plan.id, scenarios, see, language, issues };
}

/**
 * The pairs that count: the fragment's where it holds a whole link, as after a paste into an open page, else the
 * query's and then the fragment's.
 */
function pairsOf(text: string): readonly LinkPair[] {
  const { query, fragment } = splitLink(text);
  return fragment.some(({ key }) => key === 'v') ? fragment : [...query, ...fragment];
}

function readVersion(pairs: readonly LinkPair[], issues: LinkIssue[]): number {
  const pair = pairs.find(({ key }) => key === 'v');
  if (pair === undefined) return LINK_VERSION;
  const version = parseDecimal(pair.value);
  if (version === undefined || !Number.isInteger(version)) {
    issues.push(linkIssue('not-grammar', pair, String(LINK_VERSION)));
    return LINK_VERSION;
  }
  if (version > LINK_VERSION) issues.push(linkIssue('newer-version', pair, String(LINK_VERSION)));
  if (version < 1) issues.push(linkIssue('out-of-range', pair, '1'));
  return Math.max(1, version);
}

function firstOfEach(pairs: readonly LinkPair[], issues: LinkIssue[]): LinkPair[] {
  const first = new Map<string, LinkPair>();
  for (const pair of pairs) {
    const earlier = first.get(pair.key);
    if (earlier === undefined) first.set(pair.key, pair);
    else issues.push(linkIssue('repeated-key', pair, linkIssue('repeated-key', earlier, '').given));
  }
  return [...first.values()];
}

function readPlan(pairs: readonly LinkPair[], plans: Plans, issues: LinkIssue[]): PlanModel {
  const pair = pairs.find(({ key }) => key === 'plan');
  if (pair === undefined) return plans[0];
  const plan = plans.find(({ id }) => id === pair.value);
  if (plan === undefined) issues.push(linkIssue('unknown-plan', pair, plans[0].id));
  return plan ?? plans[0];
}

function readSee(pair: LinkPair, plan: PlanModel, issues: LinkIssue[]): string | undefined {
  const indicator = plan.indicators.find(({ code }) => code === pair.value);
  if (indicator === undefined) issues.push(linkIssue('not-grammar', pair, plan.indicators[0]?.code ?? ''));
  return indicator?.id;
}

function readLanguage(pair: LinkPair, issues: LinkIssue[]): Language | undefined {
  const language = LANGUAGES.find((known) => known === pair.value);
  if (language === undefined) issues.push(linkIssue('not-grammar', pair, ''));
  return language;
}

/** The issue with a link's check, if it has none or one that does not fit what the link says. */
function checkIssue(pairs: readonly LinkPair[]): LinkIssue | undefined {
  const pair = pairs.find(({ key }) => key === 'z');
  if (pair === undefined) return linkIssue('no-check', { key: 'z', value: '' }, '');
  return pair.value === linkCheck(checkedText(pairs)) ? undefined : linkIssue('wrong-check', pair, '');
}

function present<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
