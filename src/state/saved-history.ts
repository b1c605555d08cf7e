import type { Plan } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Origin, Step } from '../core/scenario/step.ts';
import { isRecord } from './is-record.ts';
import { readEdit, writeEdit } from './saved-edit.ts';
import { readSavedLink, savedLinkOf } from './saved-link.ts';

/** The steps of a history, and which of them is shown. */
export interface Steps {
  readonly steps: readonly Step[];
  readonly at: number;
}

/** A history as it was saved: the step that is shown at once, the others, which take time to read, when asked for. */
export interface SavedHistory {
  readonly current: Step;
  /** How often it was changed: of two versions of one scenario, the greater is the newer. */
  readonly revision: number;
  /** Every step that can be read, the shown one among them. */
  readonly readSteps: () => Steps;
}

/** A history in a record on this device: scenarios are links, and what they were loaded as is named by its index. */
interface HistoryRecord {
  readonly at: number;
  readonly loads: readonly { readonly origin: Origin; readonly link: string }[];
  readonly steps: readonly {
    readonly edit: Readonly<Record<string, unknown>> | null;
    readonly link: string;
    readonly load: number;
  }[];
}

/** How many steps of a scenario are saved. */
const MOST_STEPS = 50;
/** How long the links of one history may be together, in characters: a device holds a few millions. */
const LONGEST_HISTORY = 60_000;

/** Return a history as it is saved. Where it is too long the oldest steps go, and then what was undone, latest first. */
export function writeHistory(plan: Plan, { steps, at }: Steps): HistoryRecord {
  const links = steps.map(({ scenario }) => savedLinkOf(plan, scenario));
  let from = Math.min(at, Math.max(0, steps.length - MOST_STEPS));
  let to = Math.min(steps.length, from + MOST_STEPS);
  let length = links.slice(from, to).reduce((sum, link) => sum + link.length, 0);
  while (length > LONGEST_HISTORY && to - from > 1)
    length -= (from < at ? links[from++] : links[--to])?.length ?? 0;

  const window = steps.slice(from, to);
  const loads = [...new Set(window.map(({ loaded }) => loaded))];
  return {
    at: at - from,
    loads: loads.map(({ origin, scenario }) => ({ origin, link: savedLinkOf(plan, scenario) })),
    steps: window.map(({ edit, loaded }, index) => ({
      edit: edit === undefined ? null : writeEdit(edit),
      link: links[from + index] ?? '',
      load: loads.indexOf(loaded),
    })),
  };
}

/**
 * Read a history that was saved.
 *
 * @param plan The plan the scenario is about.
 * @param saved What a record holds; anything at all.
 * @returns Its shown step, and all steps on demand; undefined where not even the shown one can be read.
 */
export function readHistory(plan: Plan, saved: unknown): Omit<SavedHistory, 'revision'> | undefined {
  if (!isHistoryRecord(saved)) return undefined;
  const scenarios = new Map<string, Scenario | undefined>();
  // What is the same link is the same scenario: an unchanged one is known by that.
  const read = (link: string): Scenario | undefined => {
    if (!scenarios.has(link)) {
      const opened = readSavedLink(link, [plan]);
      scenarios.set(link, opened.kind === 'scenario' ? opened.scenario : undefined);
    }
    return scenarios.get(link);
  };
  const loads = new Map<number, Step['loaded'] | undefined>();
  const loadedAs = (index: number): Step['loaded'] | undefined => {
    if (!loads.has(index)) {
      const { origin, link = '' } = saved.loads[index] ?? {};
      const scenario = read(link);
      loads.set(index, scenario && isOrigin(origin) ? { origin, scenario } : undefined);
    }
    return loads.get(index);
  };
  const readStep = (index: number): Step | undefined => {
    const { edit = null, link = '', load = -1 } = saved.steps[index] ?? {};
    const [scenario, loaded] = [read(link), loadedAs(load)];
    if (scenario === undefined || loaded === undefined) return undefined;
    if (edit === null) return { edit: undefined, scenario, loaded };
    const readable = readEdit(edit, { plan, after: scenario, loaded: loaded.scenario });
    return readable && { edit: readable, scenario, loaded };
  };
  const current = readStep(saved.at);
  return current && { current, readSteps: () => stepsAround(current, saved, readStep) };
}

/** The shown step with those before and after it, as far as each can be read. */
function stepsAround(
  current: Step,
  { at }: HistoryRecord,
  readStep: (index: number) => Step | undefined,
): Steps {
  const before: Step[] = [];
  const after: Step[] = [];
  for (let index = at - 1, step = readStep(index); step; step = readStep(--index)) before.unshift(step);
  for (let index = at + 1, step = readStep(index); step; step = readStep(++index)) after.push(step);
  const [first = current, ...others] = [...before, current, ...after];
  // The oldest step that is left has none before it that would tell what was changed.
  return { at: before.length, steps: [{ ...first, edit: undefined }, ...others] };
}

/** Return whether something read from this device says where a scenario came from. */
export function isOrigin(origin: unknown): origin is Origin {
  if (!isRecord(origin)) return false;
  return origin['kind'] === 'preset'
    ? typeof origin['preset'] === 'string'
    : origin['kind'] === 'link' || origin['kind'] === 'device';
}

function isHistoryRecord(saved: unknown): saved is HistoryRecord {
  if (!isRecord(saved)) return false;
  const { at, loads, steps } = saved;
  return (
    Number.isInteger(at) &&
    Array.isArray(loads) &&
    Array.isArray(steps) &&
    loads.every((load) => isRecord(load) && typeof load['link'] === 'string') &&
    steps.every(
      (step) => isRecord(step) && typeof step['link'] === 'string' && Number.isInteger(step['load']),
    )
  );
}
