import type { Issue } from '../core/issue/issue.ts';
import type { Plan, Plans } from '../core/plan/plan.ts';
import { DEFAULT_PRESET, planPreset } from '../core/preset/plan-preset.ts';
import type { LinkIssue } from '../core/link/link-issue.ts';
import { parseKey } from '../core/link/link-fields.ts';
import { readLink } from '../core/link/read-link.ts';
import { percentRates } from '../core/scenario/percent-rates.ts';
import { readScenarioFile } from '../core/scenario/scenario-file.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { cliText } from '../text/cli.ts';

/** Gives the text of a file, or of standard input for `-`; throws where it cannot be read. */
export type ReadText = (path: string) => string;

/** The files around a run. */
export interface Files {
  readonly readText: ReadText;
  /** Whether there is a file of that path; none if not stated. */
  readonly isFile?: (path: string) => boolean;
}

/** What one argument, or one line of a file of links, turned out to be. */
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

/** What was read, and from which line of its file, from 1; undefined where it is all of its argument. */
export type ReadPart = ReadInput & { readonly line: number | undefined };

/** What a JSON file holds, or why that cannot be told. */
export type ReadJson =
  | { readonly kind: 'read'; readonly content: unknown }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The name that standard input goes by. */
export const STANDARD_INPUT = '-';

/**
 * Read one argument: a link, the path of a scenario file or of a file with one link a line, or `-` for standard input,
 * which may hold what such files do.
 *
 * @param argument What stands on the command line.
 * @param plans The plans at hand, the default first.
 * @param files The files around.
 * @returns What it holds, part by part: scenarios with the plan they are about, or every reason why there are none.
 */
export function readInput(argument: string, plans: Plans<Plan>, files: Files): readonly ReadPart[] {
  if (!isPath(argument, plans, files)) return [{ ...readLinkInput(argument, plans), line: undefined }];
  let text: string;
  try {
    text = files.readText(argument);
  } catch (error) {
    const reasons = [cliText.cannotRead(messageOf(error))];
    if (argument.includes('=')) reasons.push(cliText.takenForPath);
    return [{ kind: 'unreadable', reasons, line: undefined }];
  }
  const isJson = JSON_PATH.test(argument) || /^\s*[[{]/.test(text);
  return isJson ? [{ ...readFileInput(text, plans), line: undefined }] : readLines(text, plans);
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
  return parseJson(text);
}

function parseJson(text: string): ReadJson {
  try {
    return { kind: 'read', content: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch (error) {
    return { kind: 'unreadable', reason: cliText.notJson(messageOf(error)) };
  }
}

/** How many issues of one input are listed. */
export const MOST_ISSUES = 100;
const JSON_PATH = /\.json$/i;
const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;
/** What may be the key of a link: at the beginning of a text, or behind a mark that begins or divides a link. */
const KEY = /(?:^|[?#&]|%(?:25){0,3}3f)([a-z][a-z0-9.-]*)(?:=|%(?:25){0,3}3d)/gi;

function isPath(argument: string, plans: Plans<Plan>, { isFile = () => false }: Files): boolean {
  if (/^[?#]/.test(argument) || ADDRESS.test(argument)) return false;
  return (
    argument === STANDARD_INPUT ||
    JSON_PATH.test(argument) ||
    isFile(argument) ||
    !beginsLikeLink(argument, plans)
  );
}

/** Whether a text has a key of a link where a link has one; without a mark of links it must not look like a path. */
function beginsLikeLink(text: string, plans: Plans<Plan>): boolean {
  if (/^[?#]/.test(text) || ADDRESS.test(text)) return true;
  if (!/[?#]|%3f/i.test(text) && /[/\\]/.test(text)) return false;
  return [...text.matchAll(KEY)].some(([, key = '']) =>
    plans.some((plan) => parseKey(key.toLowerCase(), plan).kind !== 'unknown'),
  );
}

/** One link a line; blank lines and lines that begin with `#` are passed over. */
function readLines(text: string, plans: Plans<Plan>): readonly ReadPart[] {
  const parts = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ link: line.trim(), line: index + 1 }))
    .filter(({ link }) => link !== '' && !link.startsWith('#'))
    .map(({ link, line }): ReadPart => {
      if (beginsLikeLink(link, plans)) return { ...readLinkInput(link, plans), line };
      return { kind: 'unreadable', reasons: [cliText.notALink(link)], line };
    });
  if (parts.length > 0) return parts;
  return [{ kind: 'unreadable', reasons: [cliText.noLinkInFile], line: undefined }];
}

function readLinkInput(link: string, plans: Plans<Plan>): ReadInput {
  if (ADDRESS.test(link) && /^[^?#]*\.json$/i.test(link))
    return { kind: 'unreadable', reasons: [cliText.notFetched] };
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

function readFileInput(text: string, plans: Plans<Plan>): ReadInput {
  const json = parseJson(text);
  if (json.kind === 'unreadable') return { kind: 'unreadable', reasons: [json.reason] };
  const read = readScenarioFile(json.content, plans);
  if (read.kind === 'refused')
    return { kind: 'unreadable', reasons: describeIssues(read.issues, json.content) };
  const { scenario } = read;
  const notes = percentRates(scenario).map(({ indicator, rate }) => cliText.percentRate(indicator, rate));
  return { kind: 'read', plan: planOf(scenario.plan, plans), scenarios: [scenario], issues: [], notes };
}

/**
 * Return the issues of a file as lines for a person.
 *
 * @param issues What is wrong in it.
 * @param content What it holds.
 * @returns One line an issue: where, what to do, what is accepted, what was given. Of more than a person reads, the first
 *   ones, and how many more there are.
 */
export function describeIssues(issues: readonly Issue[], content: unknown): string[] {
  const lines = issues.slice(0, MOST_ISSUES).map((issue) => cliText.fileIssue(issue, content));
  return issues.length > MOST_ISSUES ? [...lines, cliText.moreIssues(issues.length - MOST_ISSUES)] : lines;
}

function planOf(id: string, plans: Plans<Plan>): Plan {
  return plans.find((plan) => plan.id === id) ?? plans[0];
}

/** What an exception says. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
