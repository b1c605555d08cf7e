import { assertNever } from '../assert-never.ts';
import { parseDecimal } from '../arithmetic/decimal.ts';
import type { Language, PlanModel, Plans } from '../plan/plan.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../scenario/scenario.ts';
import type { FieldReading, Subject } from './field.ts';
import { findSeal, isSealedAsItStands, isStranger, pairsBehind } from './find-seal.ts';
import { foldCapitals } from './fold-capitals.ts';
import { LANGUAGE_FIELD, parseKey, type ScenarioKey } from './link-fields.ts';
import { DEFAULT_PLAN_ID, LINK_VERSION, LONGEST_LINK, type LinkPair } from './link-grammar.ts';
import { linkIssue, type LinkIssue } from './link-issue.ts';
import { migratePairs } from './migrations.ts';
import { sealIssues } from './seal-issues.ts';
import { splitLink } from './split-link.ts';
import { defaultView, type View } from './view.ts';
import { writeCheckedText } from './write-link.ts';

/** What a link says. */
export type OpenedLink =
  | {
      readonly kind: 'opened';
      /** Id of the plan it is about, one of the plans at hand. */
      readonly plan: string;
      /** Empty where the link names no scenario: then the page shows its default preset. */
      readonly scenarios: readonly Scenario[];
      readonly view: View;
      /** The language to open in, for a reader who has chosen none. */
      readonly language: Language | undefined;
      /** Everything that could not be taken as it stands. */
      readonly issues: readonly LinkIssue[];
    }
  /** It is about a plan that is not at hand, so that nothing in it can be read. */
  | {
      readonly kind: 'plan-missing';
      /** Id of the plan it is about. */
      readonly plan: string;
      /** Whether its check fits; a damaged link may name a plan that nobody meant. */
      readonly isIntact: boolean;
      readonly language: Language | undefined;
      readonly issues: readonly LinkIssue[];
    };

/**
 * Read a link. Never throws and never goes silent: what is valid is taken, and every problem is an issue. A link that
 * names no plan is about `qianhai-2025`, whatever plan is open; a text without any key is about the first plan at hand.
 *
 * @param text A full address, a query with or without its `?`, or a fragment.
 * @param plans The plans at hand.
 * @param longest How long it may be, in characters: what this page has saved itself has no limit.
 * @returns Scenarios in canonical form, view and issues; of a plan that is not at hand, issues alone.
 */
export function readLink(text: string, plans: Plans, longest = LONGEST_LINK): OpenedLink {
  const issues: LinkIssue[] = [];
  if (text.length > longest) {
    issues.push(linkIssue('too-long', { key: '', value: String(text.length) }, String(longest)));
    return { ...nothingAbout(plans[0]), issues };
  }
  const given = pairsOf(text);
  const pairs = firstOfEach(migratePairs(given, readVersion(given, issues)), issues);
  const wanted = pairs.find(({ key }) => key === 'plan') ?? { key: 'plan', value: DEFAULT_PLAN_ID };
  const plan = pairs.length === 0 ? plans[0] : plans.find(({ id }) => id === wanted.value);
  if (plan !== undefined) return readPairs({ given, pairs, plan, issues });

  issues.push(linkIssue('unknown-plan', wanted, ''));
  const [asked] = pairs.filter(({ key }) => key === LANGUAGE_FIELD.key);
  const language = asked && readLanguage(asked, plans[0], issues);
  const isIntact = isSealedAsItStands(given);
  return { kind: 'plan-missing', plan: wanted.value, isIntact, language, issues };
}

/** A scenario in which nothing is assumed, its fields in the order in which results have always listed a link's. */
function nothingAssumed(plan: PlanModel): Scenario {
  const { name, rho, phi, seed, start, ...rest } = emptyScenario(plan);
  const { plan: id, growth, spread, measure, drivers, influences } = rest;
  return { plan: id, name, rho, phi, seed, start, growth, spread, measure, drivers, influences };
}

function nothingAbout(plan: PlanModel): Extract<OpenedLink, { readonly kind: 'opened' }> {
  return {
    kind: 'opened',
    plan: plan.id,
    scenarios: [],
    view: defaultView(plan),
    language: undefined,
    issues: [],
  };
}

/** What the pairs of a link about a plan at hand say. */
function readPairs({
  given,
  pairs,
  plan,
  issues: early,
}: {
  readonly given: readonly LinkPair[];
  readonly pairs: readonly LinkPair[];
  readonly plan: PlanModel;
  readonly issues: readonly LinkIssue[];
}): OpenedLink {
  // Of a key that the grammar does not have it is enough to say that.
  const issues = early.filter(({ kind, key }) => kind !== 'repeated-key' || !isStranger(key, plan));
  const scenarios = new Map<number, Scenario>();
  const scenarioAt = (number: number): Scenario => scenarios.get(number) ?? nothingAssumed(plan);
  const names: NamePair[] = [];
  let { view, language } = nothingAbout(plan);
  // What carriers put behind the check is nothing the link says.
  const behind = new Set(pairsBehind(given));
  const strange: LinkIssue[] = [];

  for (const pair of pairs) {
    const key = parseKey(pair.key, plan);
    switch (key.kind) {
      case 'header':
        scenarios.set(1, scenarioAt(1));
        break;
      case 'language':
        language = readLanguage(pair, plan, issues);
        break;
      case 'view':
        view = taken(key.field.read(view, pair.value, key.about), pair, issues);
        break;
      case 'scenario': {
        const reading = key.field.read(scenarioAt(key.scenario), pair.value, key.about);
        scenarios.set(key.scenario, taken(reading, pair, issues));
        break;
      }
      case 'name':
        names.push({ ...key, pair });
        break;
      case 'unknown': {
        const isStrange = isStranger(pair.key, plan);
        if (isStrange && behind.has(pair)) break;
        const issue = linkIssue('unknown-key', pair, '');
        if (isStrange) strange.push(issue);
        issues.push(issue);
        break;
      }
      default:
        return assertNever(key);
    }
  }
  // A name belongs to a scenario or a driver that is there; alone it is what is left of a link whose numbers were lost.
  for (const { field, about, scenario: number, pair } of names) {
    const scenario = scenarios.get(number);
    if (scenario !== undefined && hasSubject(scenario, about))
      scenarios.set(number, taken(field.read(scenario, pair.value, about), pair, issues));
    else if (scenarios.size > 0) issues.push(linkIssue('unknown-key', pair, ''));
  }
  const opened = {
    scenarios: [...scenarios.entries()]
      .sort(([a], [b]) => a - b)
      .map(([, scenario]) => canonicalScenario(plan, scenario)),
    view,
    language,
  };
  const seal = findSeal(given, { plan, canonical: () => writeCheckedText({ plan, ...opened }) });
  const own = seal === 'added-to' ? issues.filter((issue) => !strange.includes(issue)) : issues;
  const isAnyLink = scenarios.size > 0 || names.length > 0;
  const all = isAnyLink ? [...own, ...sealIssues(seal, given, own)] : own;
  return { kind: 'opened', plan: plan.id, ...opened, issues: all };
}

/** A name that a link gives, and what it is the name of. */
interface NamePair extends ScenarioKey {
  readonly pair: LinkPair;
}

function hasSubject({ drivers }: Scenario, { driver }: Subject): boolean {
  return driver === '' || drivers.some(({ id }) => id === driver);
}

/** What a reading leaves, its problem noted. */
function taken<Whole>(
  { whole, problem, used }: FieldReading<Whole>,
  pair: LinkPair,
  issues: LinkIssue[],
): Whole {
  if (problem !== 'none') issues.push(linkIssue(problem, pair, used));
  return whole;
}

function readLanguage(pair: LinkPair, plan: PlanModel, issues: LinkIssue[]): Language | undefined {
  const about = { plan, indicators: [], driver: '' };
  return taken(LANGUAGE_FIELD.read(undefined, pair.value, about), pair, issues);
}

/**
 * The pairs that count: the fragment's where it holds a whole link, as after a paste into an open page, else the
 * query's and then the fragment's.
 */
function pairsOf(text: string): readonly LinkPair[] {
  const { query, fragment } = splitLink(text);
  const isWhole = fragment.some(({ key }) => key === 'v' || key === 'V');
  return foldCapitals(isWhole ? fragment : [...query, ...fragment]);
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
