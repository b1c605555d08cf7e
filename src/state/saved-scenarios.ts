import type { LinkIssueKind } from '../core/link/link-issue.ts';
import { readLink } from '../core/link/read-link.ts';
import { writeLink } from '../core/link/write-link.ts';
import type { Plan, PlanModel, Plans } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { DeviceStorage, WriteOutcome } from './device-storage.ts';

const SCENARIO_PREFIX = 'qianhai.scenario.';
const ACTIVE_KEY = 'qianhai.active';
/** What may be said of a link that says what it said when it was saved. */
const SOUND: ReadonlySet<LinkIssueKind> = new Set(['not-in-use', 'unknown-plan']);

/** A scenario saved on this device. */
export interface SavedScenario<SomePlan extends PlanModel = Plan> {
  readonly id: string;
  readonly plan: SomePlan;
  readonly scenario: Scenario;
}

/** What was found on this device. */
export interface FoundScenarios<SomePlan extends PlanModel = Plan> {
  /** In the order in which they were first saved. */
  readonly scenarios: readonly (SavedScenario<SomePlan> & { readonly order: number })[];
  /** Id of the one that was last worked on. */
  readonly active: string | undefined;
  /** How many records could not be read; they are left where they are. */
  readonly unreadable: number;
}

/** What a record on this device turned out to be. */
type ReadRecord<SomePlan extends PlanModel> =
  | {
      readonly kind: 'scenario';
      readonly plan: SomePlan;
      readonly scenario: Scenario;
      readonly order: number;
    }
  /** About a plan that is not at hand, and otherwise sound: nothing is wrong with it, and it is left alone. */
  | { readonly kind: 'other-plan' }
  /** Not one of ours, damaged, or from a newer page. */
  | { readonly kind: 'unreadable' };

/**
 * The scenarios saved on this device, each under a key of its own, so that two pages never overwrite each other's. A
 * record holds a link, of any length, so that what is saved is migrated like every link.
 */
export class SavedScenarios<SomePlan extends PlanModel = Plan> {
  readonly #plans: Plans<SomePlan>;
  readonly #storage: DeviceStorage;
  /** The records as this page last read or wrote them, by id. */
  readonly #known = new Map<string, string>();

  constructor(plans: Plans<SomePlan>, storage: DeviceStorage) {
    this.#plans = plans;
    this.#storage = storage;
  }

  /** Read everything that is saved about the plans at hand. */
  find(): FoundScenarios<SomePlan> {
    const texts = this.#storage.keys(SCENARIO_PREFIX).map((key) => ({
      id: key.slice(SCENARIO_PREFIX.length),
      text: this.#storage.read(key) ?? '',
    }));
    for (const { id, text } of texts) this.#known.set(id, text);
    const records = texts.map(({ id, text }) => ({ id, ...readRecord(text, this.#plans) }));
    const scenarios = records.filter((record) => record.kind === 'scenario');
    return {
      scenarios: scenarios
        .map(({ id, plan, scenario, order }) => ({ id, plan, scenario, order }))
        .sort((a, b) => a.order - b.order),
      active: this.#storage.read(ACTIVE_KEY),
      unreadable: records.filter(({ kind }) => kind === 'unreadable').length,
    };
  }

  /**
   * Save a scenario.
   *
   * @param saved The scenario and its id.
   * @param order Its position among the others: smaller is earlier.
   * @returns Whether it is saved, and if not, why; nothing is overwritten that another page has changed since.
   */
  save({ id, plan, scenario }: SavedScenario<SomePlan>, order: number): WriteOutcome | 'changed elsewhere' {
    const there = this.#storage.read(SCENARIO_PREFIX + id);
    const known = this.#known.get(id);
    if (there !== undefined && known !== undefined && there !== known) return 'changed elsewhere';
    const text = JSON.stringify({ format: 1, link: linkOf(plan, scenario), order });
    const outcome = this.#storage.write(SCENARIO_PREFIX + id, text);
    if (outcome !== 'saved') return outcome;
    this.#known.set(id, text);
    return this.#storage.write(ACTIVE_KEY, id);
  }

  remove(id: string): void {
    this.#storage.remove(SCENARIO_PREFIX + id);
  }
}

function readRecord<SomePlan extends PlanModel>(text: string, plans: Plans<SomePlan>): ReadRecord<SomePlan> {
  try {
    const record = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    if (record?.['format'] !== 1 || typeof record['link'] !== 'string') return { kind: 'unreadable' };
    const order = typeof record['order'] === 'number' ? record['order'] : 0;
    return readLinkRecord(record['link'], order, plans);
  } catch {
    return { kind: 'unreadable' }; // not JSON, and so not one of ours
  }
}

function readLinkRecord<SomePlan extends PlanModel>(
  link: string,
  order: number,
  plans: Plans<SomePlan>,
): ReadRecord<SomePlan> {
  const opened = readLink(link, plans, Infinity);
  // A record that does not say what it said when it was saved is set aside, whatever plan it then names.
  if (!opened.issues.every(({ kind }) => SOUND.has(kind))) return { kind: 'unreadable' };
  if (opened.kind === 'plan-missing') return { kind: opened.isIntact ? 'other-plan' : 'unreadable' };
  const [scenario] = opened.scenarios;
  const plan = plans.find(({ id }) => id === opened.plan);
  return scenario !== undefined && plan !== undefined
    ? { kind: 'scenario', plan, scenario, order }
    : { kind: 'unreadable' };
}

/** What is saved has no need to pass through a chat or an address bar, and so no limit. */
function linkOf(plan: PlanModel, scenario: Scenario): string {
  const written = writeLink({ plan, scenarios: [scenario], longest: Infinity });
  return written.kind === 'written' ? written.link : '';
}
