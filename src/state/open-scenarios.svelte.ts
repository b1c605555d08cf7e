import type { PlanModel } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { writeLink } from '../core/link/write-link.ts';
import type { SavedScenarios } from './saved-scenarios.ts';
import { ScenarioHistory, type Origin } from './scenario-history.svelte.ts';
import { throttle, whenIdle } from './throttle.ts';

/** One open scenario. */
export interface OpenScenario {
  readonly id: string;
  readonly history: ScenarioHistory;
  /** Its index among the tabs; kept with it on this device. */
  readonly order: number;
}

/** What went wrong with keeping work on this device. */
export type StorageTrouble = 'full' | 'denied' | 'corrupt';

/** How many scenarios can be open beside each other. */
export const MOST_TABS = 8;

const SAVE_INTERVAL = 500;

/**
 * The scenarios that are open, of which one is shown, and their keeping on this device: each is kept from its first
 * change on, under its own key, so that opening something else never touches it.
 */
export class OpenScenarios {
  readonly #plan: PlanModel;
  readonly #saved: SavedScenarios;
  readonly #save = throttle(() => this.#saveUnsaved(), SAVE_INTERVAL, whenIdle);
  /** Ids of those that hold work: they came from this device, or something in them was changed. */
  readonly #kept = new Set<string>();
  readonly #unsaved = new Set<OpenScenario>();
  #tabs: readonly OpenScenario[] = $state.raw([]);
  #shownId = $state('');
  #trouble: StorageTrouble | undefined = $state();
  #removed: OpenScenario | undefined = $state.raw();

  /**
   * @param plan The plan all of them are about.
   * @param saved What is kept on this device; opened at once, none of it shown yet.
   */
  constructor(plan: PlanModel, saved: SavedScenarios) {
    this.#plan = plan;
    this.#saved = saved;
    const { scenarios, active, unreadable } = saved.find();
    if (unreadable > 0) this.#trouble = 'corrupt';
    this.#tabs = scenarios.map(({ id, scenario, order }) => ({
      id,
      order,
      history: this.#historyOf(scenario, { kind: 'device' }),
    }));
    for (const { id } of this.#tabs) this.#kept.add(id);
    const last = scenarios.find(({ id }) => id === active) ?? scenarios.at(-1);
    this.#shownId = last?.id ?? '';
  }

  get tabs(): readonly OpenScenario[] {
    return this.#tabs;
  }

  /** The one that is shown; undefined before any is, or once the last was removed. */
  get shown(): OpenScenario | undefined {
    return this.#tabs.find(({ id }) => id === this.#shownId);
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

  /** Whether a scenario holds work, and so is kept on this device. */
  isKept(id: string): boolean {
    return this.#kept.has(id);
  }

  /** Close what holds no work, as before something else is opened. */
  closeUntouched(): void {
    this.#tabs = this.#tabs.filter(({ id }) => this.#kept.has(id));
  }

  /** Return the tab in which a scenario is open, opened now if there was none. */
  open(scenario: Scenario, origin: Origin): OpenScenario {
    const link = this.#linkOf(scenario);
    return (
      this.#tabs.find(({ history }) => this.#linkOf(history.current.scenario) === link) ??
      this.add(scenario, origin)
    );
  }

  /** Open a scenario in a tab of its own, after the others. */
  add(scenario: Scenario, origin: Origin): OpenScenario {
    const order = Math.max(-1, ...this.#tabs.map((tab) => tab.order)) + 1;
    const tab = { id: newId(), order, history: this.#historyOf(scenario, origin) };
    this.#tabs = [...this.#tabs, tab];
    return tab;
  }

  /** Keep the shown one on this device as it now is. */
  keepShown(): void {
    if (this.shown === undefined) return;
    this.#kept.add(this.shown.id);
    this.#unsaved.add(this.shown);
    this.#save.request();
  }

  /** Remove the shown one, here and on this device, and show its neighbour; `bringBack` undoes it. */
  removeShown(): void {
    const gone = this.shown;
    if (gone === undefined) return;
    const index = this.#tabs.indexOf(gone);
    this.#tabs = this.#tabs.filter((tab) => tab !== gone);
    this.#unsaved.delete(gone);
    this.#saved.remove(gone.id);
    this.#removed = gone;
    this.#shownId = this.#tabs[Math.min(index, this.#tabs.length - 1)]?.id ?? '';
  }

  /** Open the one that was removed last again, where it was, and show it. */
  bringBack(): void {
    if (this.#removed === undefined) return;
    this.#tabs = [...this.#tabs, this.#removed].sort((a, b) => a.order - b.order);
    this.#shownId = this.#removed.id;
    this.#removed = undefined;
    this.keepShown();
  }

  /** Save now what still waits to be saved. */
  flush(): void {
    this.#save.flush();
  }

  #historyOf(scenario: Scenario, origin: Origin): ScenarioHistory {
    return new ScenarioHistory(scenario, origin, (each) => this.#linkOf(each));
  }

  #linkOf(scenario: Scenario): string {
    return writeLink({ plan: this.#plan, scenarios: [scenario] });
  }

  /** Another page went on with the same scenario: both are kept, this one under an id of its own from here on. */
  #goOnAsAnother(tab: OpenScenario): void {
    const own = { ...tab, id: newId() };
    this.#tabs = this.#tabs.map((each) => (each === tab ? own : each));
    if (this.#shownId === tab.id) this.#shownId = own.id;
    this.#kept.add(own.id);
    this.#unsaved.delete(tab);
    // A set that grows while it is gone through reaches what was added: it is saved in the same turn.
    this.#unsaved.add(own);
  }

  #saveUnsaved(): void {
    for (const tab of this.#unsaved) {
      const kept = this.#saved.save({ id: tab.id, scenario: tab.history.current.scenario }, tab.order);
      if (kept === 'changed elsewhere') {
        this.#goOnAsAnother(tab);
        continue;
      }
      if (kept !== 'kept') {
        this.#trouble = kept;
        return;
      }
      this.#unsaved.delete(tab);
    }
    if (this.#trouble !== 'corrupt') this.#trouble = undefined;
  }
}

/** A scenario's id on this device. */
function newId(): string {
  return typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
}
