import type { Issue } from '../core/issue/issue.ts';
import type { Plan, Plans } from '../core/plan/plan.ts';
import { DEFAULT_PRESET, planPreset } from '../core/preset/plan-preset.ts';
import type { LinkIssue } from '../core/link/link-issue.ts';
import { readLink } from '../core/link/read-link.ts';
import { readScenarioFile } from '../core/scenario/scenario-file.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { cliText } from '../text/cli.ts';

/** Gives the text of a file; throws where it cannot be read. */
export type ReadText = (path: string) => string;

/** What one argument turned out to be. */
export type ReadInput =
  | {
      readonly kind: 'read';
      readonly plan: Plan;
      /** At least one; a link may hold several. */
      readonly scenarios: readonly Scenario[];
      /** What could not be taken as it stands; none for a file, which is refused whole. */
      readonly issues: readonly LinkIssue[];
      /** What the reader should know. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'unreadable'; readonly reasons: readonly string[] };

/** What a JSON file holds, or why that cannot be told. */
export type ReadJson =
  | { readonly kind: 'read'; readonly content: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Read one argument: a link, or the path of a scenario file.
 *
 * @param argument What stands on the command line.
 * @param plans The plans at hand, the default first.
 * @param readText How files are read.
 * @returns Its scenarios with the plan they are about, or every reason why there are none.
 */
export function readInput(argument: string, plans: Plans<Plan>, readText: ReadText): ReadInput {
  return isLink(argument) ? readLinkInput(argument, plans) : readFileInput(argument, plans, readText);
}

/**
 * Return the content of a JSON file.
 *
 * @param path Where the file is.
 * @param readText How files are read.
 * @returns What `JSON.parse` gives, a byte order mark passed over; or the reason.
 */
export function readJson(path: string, readText: ReadText): ReadJson {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    return { kind: 'unreadable', reason: cliText.cannotRead(messageOf(error)) };
  }
  try {
    return { kind: 'read', content: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    return { kind: 'unreadable', reason: cliText.notJson(messageOf(error)) };
  }
}

function isLink(argument: string): boolean {
  return /^[?#]|=|:\/\//.test(argument);
}

function readLinkInput(link: string, plans: Plans<Plan>): ReadInput {
  const opened = readLink(link, plans);
  const { issues } = opened;
  const notes = issues.map(cliText.linkIssue);
  if (opened.kind === 'plan-missing')
    return { kind: 'unreadable', reasons: [...notes, cliText.planNeeded(opened.plan)] };
  const plan = planOf(opened.plan, plans);
  const { scenarios } = opened;
  if (scenarios.length > 0) return { kind: 'read', plan, scenarios, issues, notes };
  // Nothing wrong and nothing said: a page opened there shows its default preset. Something wrong: never that.
  if (issues.length > 0)
    return { kind: 'unreadable', reasons: [cliText.noScenario, ...notes, cliText.takenForLink] };
  const preset = planPreset(plan, DEFAULT_PRESET);
  return { kind: 'read', plan, scenarios: [preset], issues, notes: [cliText.defaultPreset] };
}

function readFileInput(path: string, plans: Plans<Plan>, readText: ReadText): ReadInput {
  const json = readJson(path, readText);
  if (json.kind === 'unreadable') return { kind: 'unreadable', reasons: [json.reason] };
  const read = readScenarioFile(json.content, plans);
  if (read.kind === 'refused')
    return { kind: 'unreadable', reasons: describeIssues(read.issues, json.content) };
  const { scenario } = read;
  return { kind: 'read', plan: planOf(scenario.plan, plans), scenarios: [scenario], issues: [], notes: [] };
}

/**
 * Return the issues of a file as lines for a person.
 *
 * @param issues What is wrong in it.
 * @param content What it holds.
 * @returns One line an issue: where, what to do, what is accepted, what was given.
 */
export function describeIssues(issues: readonly Issue[], content: unknown): string[] {
  return issues.map((issue) => cliText.fileIssue(issue, content));
}

function planOf(id: string, plans: Plans<Plan>): Plan {
  return plans.find((plan) => plan.id === id) ?? plans[0];
}

/** What an exception says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
