import type { Plan } from '../core/plan/plan.ts';
import { sameScenario } from '../core/scenario/same-scenario.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Origin } from '../core/scenario/step.ts';
import type { SavedScenarios } from './saved-scenarios.ts';
import { ScenarioHistory } from './scenario-history.svelte.ts';
import { throttle, whenIdle } from './throttle.ts';

/** A scenario that stands in the bar. */
export interface OpenScenario {
  readonly id: string;
  readonly history: ScenarioHistory;
  /** Its position in the bar; saved with it on this device. */
  readonly order: number;
}

/** What went wrong with saving work on this device. */
export type StorageTrouble = 'full' | 'denied' | 'corrupt';

/** How many scenarios can be open beside each other. */
export const MOST_OPEN = 8;

const SAVE_INTERVAL = 500;

/**
 * The scenarios that are open, of which one is shown. Each is saved on this device from its first change on, under its
 * own key, so that opening something else never touches it.
 */
export class OpenScenarios {
  readonly #saved: SavedScenarios;
  readonly #save = throttle(() => this.#saveUnsaved(), SAVE_INTERVAL, whenIdle);
  /** Ids of those that hold work: they came from this device, or something in them was changed. */
  readonly #touched = new Set<string>();
  readonly #unsaved = new Set<OpenScenario>();
  #all: readonly OpenScenario[] = $state.raw([]);
  #shownId = $state('');
  #trouble: StorageTrouble | undefined = $state();
  #removed: OpenScenario | undefined = $state.raw();

  /**
   * @param saved What is saved on this device; opened at once, none of it shown yet.
   */
  constructor(saved: SavedScenarios) {
    this.#saved = saved;
    const { scenarios, active, unreadable } = saved.find();
    if (unreadable > 0) this.#trouble = 'corrupt';
    this.#all = scenarios.map(({ id, plan, scenario, order }) => ({
      id,
      order,
      history: new ScenarioHistory(plan, scenario, { kind: 'device' }),
    }));
    for (const { id } of this.#all) this.#touched.add(id);
    const last = scenarios.find(({ id }) => id === active) ?? scenarios.at(-1);
    this.#shownId = last?.id ?? '';
  }

  /** In the order of the bar. */
  get all(): readonly OpenScenario[] {
    return this.#all;
  }

  /** The one that is shown; undefined before any is, or once the last was removed. */
  get shown(): OpenScenario | undefined {
    return this.#all.find(({ id }) => id === this.#shownId);
  }

  get trouble(): StorageTrouble | undefined {
    return this.#trouble;
  }

  dismissTrouble(): void {
    this.#trouble = undefined;
  }

  /** The one that was removed last, while it can be brought back. */
  get removed(): OpenScenario | undefined {
    return this.#removed;
  }

  forgetRemoved(): void {
    this.#removed = undefined;
  }

  show(id: string): void {
    this.#shownId = id;
  }

  /** Whether a scenario holds work, and so is saved on this device. */
  isTouched(id: string): boolean {
    return this.#touched.has(id);
  }

  /** Close what holds no work, as before something else is opened. */
  closeUntouched(): void {
    this.#all = this.#all.filter(({ id }) => this.#touched.has(id));
  }

  /** Return the open scenario that says the same, opened now if there was none. */
  open(plan: Plan, scenario: Scenario, origin: Origin): OpenScenario {
    const same = this.#all.find(
      ({ history }) => history.plan === plan && sameScenario(plan, history.current.scenario, scenario),
    );
    return same ?? this.add(plan, scenario, origin);
  }

  /** Open a scenario beside the others, after them. */
  add(plan: Plan, scenario: Scenario, origin: Origin): OpenScenario {
    const order = Math.max(-1, ...this.#all.map((each) => each.order)) + 1;
    const added = { id: newId(), order, history: new ScenarioHistory(plan, scenario, origin) };
    this.#all = [...this.#all, added];
    return added;
  }

  /** Save the shown one on this device as it now is. */
  saveShown(): void {
    if (this.shown === undefined) return;
    this.#touched.add(this.shown.id);
    this.#unsaved.add(this.shown);
    this.#save.request();
  }

  /** Remove the shown one, here and on this device, and show its neighbour; `bringBack` undoes it. */
  removeShown(): void {
    const gone = this.shown;
    if (gone === undefined) return;
    const at = this.#all.indexOf(gone);
    this.#all = this.#all.filter((each) => each !== gone);
    this.#unsaved.delete(gone);
    this.#saved.remove(gone.id);
    this.#removed = gone;
    this.#shownId = this.#all[Math.min(at, this.#all.length - 1)]?.id ?? '';
  }

  /** Open the one that was removed last again, where it was, and show it. */
  bringBack(): void {
    if (this.#removed === undefined) return;
    this.#all = [...this.#all, this.#removed].sort((a, b) => a.order - b.order);
    this.#shownId = this.#removed.id;
    this.#removed = undefined;
    this.saveShown();
  }

  /** Save now what still waits to be saved. */
  flush(): void {
    this.#save.flush();
  }

  /** Another page went on with the same scenario: both are saved, this one under an id of its own from here on. */
  #goOnAsAnother(open: OpenScenario): void {
    const own = { ...open, id: newId() };
    this.#all = this.#all.map((each) => (each === open ? own : each));
    if (this.#shownId === open.id) this.#shownId = own.id;
    this.#touched.add(own.id);
    this.#unsaved.delete(open);
    // A set that grows while it is gone through reaches what was added: it is saved in the same turn.
    this.#unsaved.add(own);
  }

  #saveUnsaved(): void {
    for (const open of this.#unsaved) {
      const { plan, current } = open.history;
      const outcome = this.#saved.save({ id: open.id, plan, scenario: current.scenario }, open.order);
      if (outcome === 'changed elsewhere') {
        this.#goOnAsAnother(open);
        continue;
      }
      if (outcome !== 'saved') {
        this.#trouble = outcome;
        return;
      }
      this.#unsaved.delete(open);
    }
    if (this.#trouble !== 'corrupt') this.#trouble = undefined;
  }
}

/** A scenario's id on this device. */
function newId(): string {
  return typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
}
