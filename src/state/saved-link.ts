import type { LinkIssueKind } from '../core/link/link-issue.ts';
import { readLink } from '../core/link/read-link.ts';
import { writeLink } from '../core/link/write-link.ts';
import type { PlanModel, Plans } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';

/** What may be said of a link that says what it said when it was saved. */
const SOUND: ReadonlySet<LinkIssueKind> = new Set(['not-in-use', 'unknown-plan']);

/** What a saved link turned out to be. */
export type SavedLink<SomePlan extends PlanModel> =
  | { readonly kind: 'scenario'; readonly plan: SomePlan; readonly scenario: Scenario }
  /** About a plan that is not at hand, and otherwise sound: nothing is wrong with it, and it is left alone. */
  | { readonly kind: 'other-plan' }
  /** Not one of ours, damaged, or from a newer page. */
  | { readonly kind: 'unreadable' };

/** The links of scenarios that were written before: a history is saved again at each change, and most of it is the same. */
const WRITTEN = new WeakMap<Scenario, string>();

/** Return a scenario as it is saved: a link of any length, since it need not pass through a chat or an address bar. */
export function savedLinkOf(plan: PlanModel, scenario: Scenario): string {
  const known = WRITTEN.get(scenario);
  if (known !== undefined) return known;
  const written = writeLink({ plan, scenarios: [scenario], longest: Infinity });
  const link = written.kind === 'written' ? written.link : '';
  WRITTEN.set(scenario, link);
  return link;
}

/** Read a saved link. One that does not say what it said when it was saved is set aside, whatever plan it then names. */
export function readSavedLink<SomePlan extends PlanModel>(
  link: string,
  plans: Plans<SomePlan>,
): SavedLink<SomePlan> {
  const opened = readLink(link, plans, Infinity);
  if (!opened.issues.every(({ kind }) => SOUND.has(kind))) return { kind: 'unreadable' };
  if (opened.kind === 'plan-missing') return { kind: opened.isIntact ? 'other-plan' : 'unreadable' };
  const [scenario] = opened.scenarios;
  const plan = plans.find(({ id }) => id === opened.plan);
  return scenario !== undefined && plan !== undefined
    ? { kind: 'scenario', plan, scenario }
    : { kind: 'unreadable' };
}
