import type { Plan, Plans } from '../core/plan/plan.ts';
import type { DeviceStorage, WriteOutcome } from './device-storage.ts';
import { isRecord } from './is-record.ts';
import { readHistory, writeHistory, type SavedHistory, type Steps } from './saved-history.ts';
import { readSavedLink, savedLinkOf } from './saved-link.ts';

/** What every key of this page on this device begins with. */
const PREFIX = 'qianhai.';
const SCENARIO_PREFIX = `${PREFIX}scenario.`;
const ACTIVE_KEY = `${PREFIX}active`;

/** A scenario that was saved on this device, with what was done to it. */
export interface SavedScenario {
  readonly id: string;
  readonly plan: Plan;
  /** Its position among the others: smaller is earlier. */
  readonly order: number;
  readonly history: SavedHistory;
}

/** A scenario to be saved. */
export interface ScenarioToSave extends Pick<SavedScenario, 'id' | 'plan' | 'order'> {
  readonly history: Steps & Pick<SavedHistory, 'revision'>;
}

/** What was found on this device. */
export interface FoundScenarios {
  /** In the order of the bar. */
  readonly scenarios: readonly SavedScenario[];
  /** Id of the one that was shown last. */
  readonly active: string | undefined;
  /** How many records could not be read; they are left where they are. */
  readonly unreadable: number;
}

/** What a record on this device turned out to be: a scenario, one about a plan that is not at hand, or unreadable. */
type ReadRecord =
  | ({ readonly kind: 'scenario' } & Omit<SavedScenario, 'id'>)
  | { readonly kind: 'other-plan' | 'unreadable' };

/**
 * The scenarios saved on this device, each under a key of its own, so that two pages never overwrite each other's. A
 * record holds links, of any length, so that what is saved is migrated like every link.
 */
export class SavedScenarios {
  readonly #plans: Plans<Plan>;
  readonly #storage: DeviceStorage;
  /** The records as this page last read or wrote them, by id. */
  readonly #known = new Map<string, string>();

  constructor(plans: Plans<Plan>, storage: DeviceStorage) {
    this.#plans = plans;
    this.#storage = storage;
  }

  /** Read everything that is saved about the plans at hand. */
  find(): FoundScenarios {
    const texts = this.#ids().map((id) => ({ id, text: this.#storage.read(SCENARIO_PREFIX + id) ?? '' }));
    for (const { id, text } of texts) this.#known.set(id, text);
    const records = texts.map(({ id, text }) => ({ id, ...readRecord(text, this.#plans) }));
    const scenarios = records.filter((record) => record.kind === 'scenario');
    return {
      scenarios: scenarios
        .map(({ id, plan, order, history }) => ({ id, plan, order, history }))
        .sort((a, b) => a.order - b.order),
      active: this.#storage.read(ACTIVE_KEY),
      unreadable: records.filter(({ kind }) => kind === 'unreadable').length,
    };
  }

  /** How many scenarios are saved, those of other plans and those that cannot be read among them. */
  get count(): number {
    return this.#ids().length;
  }

  /**
   * Save a scenario, with as much of its history as there is room for.
   *
   * @param saved The scenario and its id.
   * @returns Whether it is saved, and if not, why; nothing is overwritten that another page has changed since.
   */
  save({ id, plan, order, history }: ScenarioToSave): WriteOutcome | 'changed elsewhere' {
    if (this.isChangedElsewhere(id)) return 'changed elsewhere';
    const current = history.steps[history.at];
    const alone = { steps: current ? [current] : [], at: 0 };
    const link = current ? savedLinkOf(plan, current.scenario) : '';
    const write = (steps: Steps): WriteOutcome => {
      const { revision } = history;
      const text = JSON.stringify({ format: 1, link, order, revision, history: writeHistory(plan, steps) });
      const outcome = this.#storage.write(SCENARIO_PREFIX + id, text);
      if (outcome === 'saved') this.#known.set(id, text);
      return outcome;
    };
    const outcome = write(history);
    return outcome === 'full' && history.steps.length > 1 ? write(alone) : outcome;
  }

  /** Remember which scenario is shown, for the next visit. */
  saveActive(id: string): WriteOutcome {
    return this.#storage.read(ACTIVE_KEY) === id ? 'saved' : this.#storage.write(ACTIVE_KEY, id);
  }

  /**
   * Return a scenario as another page has saved it since this one last read or wrote it, and know it from here on;
   * undefined where none has.
   */
  takeNewer(id: string): SavedScenario | undefined {
    if (!this.isChangedElsewhere(id)) return undefined;
    const text = this.#storage.read(SCENARIO_PREFIX + id) ?? '';
    const record = readRecord(text, this.#plans);
    if (record.kind !== 'scenario') return undefined;
    this.#known.set(id, text);
    return { ...record, id };
  }

  /**
   * Remove a scenario from this device.
   *
   * @returns Whether it is gone; what another page has changed since stays.
   */
  remove(id: string): 'removed' | 'changed elsewhere' {
    if (this.isChangedElsewhere(id)) return 'changed elsewhere';
    this.#storage.remove(SCENARIO_PREFIX + id);
    return 'removed';
  }

  /** Remove everything that this page has ever saved on this device. */
  clear(): void {
    for (const key of this.#storage.keys(PREFIX)) this.#storage.remove(key);
    this.#known.clear();
  }

  #ids(): readonly string[] {
    return this.#storage.keys(SCENARIO_PREFIX).map((key) => key.slice(SCENARIO_PREFIX.length));
  }

  /** Whether another page has written this scenario since this one last read or wrote it. */
  isChangedElsewhere(id: string): boolean {
    const there = this.#storage.read(SCENARIO_PREFIX + id);
    const known = this.#known.get(id);
    return there !== undefined && known !== undefined && there !== known;
  }
}

function readRecord(text: string, plans: Plans<Plan>): ReadRecord {
  try {
    const record: unknown = JSON.parse(text);
    if (!isRecord(record) || record['format'] !== 1) return { kind: 'unreadable' };
    const { link, order, revision, history } = record;
    if (typeof link !== 'string') return { kind: 'unreadable' };
    const opened = readSavedLink(link, plans);
    if (opened.kind !== 'scenario') return opened;
    const { plan, scenario } = opened;
    const read = readHistory(plan, history);
    const current = { edit: undefined, scenario, loaded: { origin: { kind: 'device' }, scenario } } as const;
    // The link alone is what earlier versions of this page saved, and what counts.
    const isWhole =
      read !== undefined && savedLinkOf(plan, read.current.scenario) === savedLinkOf(plan, scenario);
    return {
      kind: 'scenario',
      plan,
      order: typeof order === 'number' ? order : 0,
      history: {
        ...(isWhole ? read : { current, readSteps: () => ({ steps: [current], at: 0 }) }),
        revision: typeof revision === 'number' ? revision : 0,
      },
    };
  } catch {
    return { kind: 'unreadable' }; // not JSON, and so not one of ours
  }
}
