import type { LinkIssue } from '../../src/core/link/link-issue.ts';
import { readLink as readAny } from '../../src/core/link/read-link.ts';
import { defaultView } from '../../src/core/link/view.ts';
import { writeLink as writeAny, type LinkContent } from '../../src/core/link/write-link.ts';
import type { Language, PlanModel, Plans } from '../../src/core/plan/plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';

/** What a link says, with the selected indicator alone of what is looked at. */
export interface ReadLink {
  readonly plan: string;
  readonly scenarios: readonly Scenario[];
  /** Undefined for the plan's first indicator, and where the plan is not at hand. */
  readonly see: string | undefined;
  readonly language: Language | undefined;
  readonly issues: readonly LinkIssue[];
}

/** Read a link in the short form of these tests. */
export function readLink(text: string, plans: Plans): ReadLink {
  const opened = readAny(text, plans);
  const { plan, language, issues } = opened;
  if (opened.kind === 'plan-missing') return { plan, scenarios: [], see: undefined, language, issues };
  const about = plans.find(({ id }) => id === plan) as PlanModel;
  const { selected } = opened.view;
  const see = selected === defaultView(about).selected ? undefined : selected;
  return { plan, scenarios: opened.scenarios, see, language, issues };
}

/** Content of a link in the short form of these tests. */
export interface ShortContent extends Omit<LinkContent, 'view'> {
  /** Id of the selected indicator. */
  readonly see?: string | undefined;
}

/** Write a link that is not too long. */
export function writeLink({ see, ...content }: ShortContent): string {
  const view = defaultView(content.plan);
  const written = writeAny({ ...content, view: see === undefined ? view : { ...view, selected: see } });
  if (written.kind === 'too-long') throw new RangeError(`a link of ${written.length} characters`);
  return written.link;
}

/** A scenario but for its name and those of its drivers: they live in the fragment, where damage costs only a title. */
export function withoutNames(scenario: Scenario): Scenario {
  const drivers = scenario.drivers.map(({ id, intensity, effects }) => ({ id, intensity, effects }));
  return { ...scenario, name: '', drivers };
}

/** The name of a scenario, then those of its drivers. */
export function namesOf({ name, drivers }: Scenario): readonly string[] {
  return [name, ...drivers.map((driver) => driver.name ?? '')];
}
