import { readLink, type Plans } from '../core/link/read-link.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { writeLink } from '../core/link/write-link.ts';
import type { PlanModel } from '../core/plan/plan.ts';
import type { DeviceStorage, Kept } from './device-storage.ts';

const SCENARIO_PREFIX = 'qianhai.scenario.';
const ACTIVE_KEY = 'qianhai.active';

/** A scenario kept on this device. */
export interface SavedScenario {
  readonly id: string;
  readonly scenario: Scenario;
}

/** What was found on this device. */
export interface FoundScenarios {
  /** In the order in which they were first saved. */
  readonly scenarios: readonly (SavedScenario & { readonly order: number })[];
  /** Id of the one that was last worked on. */
  readonly active: string | undefined;
  /** How many records could not be read; they are left where they are. */
  readonly unreadable: number;
}

/**
 * The scenarios kept on this device, each under a key of its own, so that two tabs never overwrite each other's. A
 * record holds a link, so that what is saved is migrated like every link.
 */
export class SavedScenarios {
  readonly #plan: PlanModel;
  readonly #storage: DeviceStorage;
  /** The records as this page last read or wrote them, by id. */
  readonly #known = new Map<string, string>();

  constructor(plan: PlanModel, storage: DeviceStorage) {
    this.#plan = plan;
    this.#storage = storage;
  }

  /** Read everything that is kept. */
  find(): FoundScenarios {
    const texts = this.#storage.keys(SCENARIO_PREFIX).map((key) => ({
      id: key.slice(SCENARIO_PREFIX.length),
      text: this.#storage.read(key) ?? '',
    }));
    for (const { id, text } of texts) this.#known.set(id, text);
    const records = texts.map(({ id, text }) => ({ id, record: parseRecord(text, [this.#plan]) }));
    const readable = records.flatMap(({ id, record }) => (record === undefined ? [] : [{ id, ...record }]));
    readable.sort((a, b) => a.order - b.order);
    return {
      scenarios: readable,
      active: this.#storage.read(ACTIVE_KEY),
      unreadable: records.length - readable.length,
    };
  }

  /**
   * Keep a scenario.
   *
   * @param saved The scenario and its id.
   * @param order Its index among the others: smaller is earlier.
   * @returns Whether it is kept, and if not, why; nothing is overwritten that another page has changed since.
   */
  save({ id, scenario }: SavedScenario, order: number): Kept | 'changed elsewhere' {
    const there = this.#storage.read(SCENARIO_PREFIX + id);
    const known = this.#known.get(id);
    if (there !== undefined && known !== undefined && there !== known) return 'changed elsewhere';
    const text = JSON.stringify({
      format: 1,
      link: writeLink({ plan: this.#plan, scenarios: [scenario] }),
      order,
    });
    const kept = this.#storage.write(SCENARIO_PREFIX + id, text);
    if (kept === 'kept') this.#known.set(id, text);
    return kept === 'kept' ? this.#storage.write(ACTIVE_KEY, id) : kept;
  }

  remove(id: string): void {
    this.#storage.remove(SCENARIO_PREFIX + id);
  }
}

/** A record's scenario and index, or undefined where it is not one of ours or from a newer page. */
function parseRecord(text: string, plans: Plans): { scenario: Scenario; order: number } | undefined {
  try {
    const record = JSON.parse(text) as { format?: unknown; link?: unknown; order?: unknown } | null;
    if (record?.format !== 1 || typeof record.link !== 'string') return undefined;
    const { scenarios, issues } = readLink(record.link, plans);
    // A record that does not say what it said when it was saved is set aside, not shown as if it did.
    if (issues.some(({ kind }) => kind !== 'not-in-use')) return undefined;
    const [scenario] = scenarios;
    return scenario && { scenario, order: typeof record.order === 'number' ? record.order : 0 };
  } catch {
    return undefined;
  }
}
