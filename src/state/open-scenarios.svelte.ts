import type { Plan, Plans } from '../core/plan/plan.ts';
import { sameScenario } from '../core/scenario/same-scenario.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Origin } from '../core/scenario/step.ts';
import type { UnsavedScenario } from './address-memory.ts';
import { readSavedLink, savedLinkOf } from './saved-link.ts';
import type { SavedScenario, SavedScenarios } from './saved-scenarios.ts';
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

/** How many scenarios can be open before no further one is begun; links and examples open all the same. */
export const MOST_OPEN = 30;

const SAVE_INTERVAL = 500;

/**
 * The scenarios that are open, of which one is shown. From the first change of any of them on, all are saved on this
 * device, each under its own key, so that opening something else never touches them.
 */
export class OpenScenarios {
  readonly #saved: SavedScenarios;
  readonly #save = throttle(() => this.#saveUnsaved(), SAVE_INTERVAL, whenIdle);
  /** Ids of those that are saved on this device, or will be in a moment. */
  readonly #onDevice = new Set<string>();
  readonly #unsaved = new Set<OpenScenario>();
  #all: readonly OpenScenario[] = $state.raw([]);
  #shownId = $state('');
  #trouble: StorageTrouble | undefined = $state();
  /** Those that were removed, the last one last. */
  #removed: readonly OpenScenario[] = $state.raw([]);

  /** Id of the one that was opened because the last was removed. */
  #standInId = '';

  /**
   * @param saved What is saved on this device; opened at once, none of it shown yet.
   */
  constructor(saved: SavedScenarios) {
    this.#saved = saved;
    const { scenarios, active, unreadable } = saved.find();
    if (unreadable > 0) this.#trouble = 'corrupt';
    this.#all = scenarios.map(resume);
    for (const { id } of this.#all) this.#onDevice.add(id);
    const last = scenarios.find(({ id }) => id === active) ?? scenarios.at(-1);
    this.#shownId = last?.id ?? '';
  }

  /** In the order of the bar. */
  get all(): readonly OpenScenario[] {
    return this.#all;
  }

  /** The one that is shown; undefined before any is, or once the last was removed. */
  get shown(): OpenScenario | undefined {
    return this.find(this.#shownId);
  }

  get trouble(): StorageTrouble | undefined {
    return this.#trouble;
  }

  dismissTrouble(): void {
    this.#trouble = undefined;
  }

  /** The one that was removed last, while it can be brought back. */
  get removed(): OpenScenario | undefined {
    return this.#removed.at(-1);
  }

  forgetRemoved(): void {
    this.#removed = [];
  }

  find(id: string): OpenScenario | undefined {
    return this.#all.find((each) => each.id === id);
  }

  show(id: string): void {
    this.#shownId = id;
    this.shown?.history.unfold();
  }

  /** Show a scenario because the reader wants it, and so in the next visit too. */
  activate(id: string): void {
    this.show(id);
    if (this.isSaved(id)) this.#saved.saveActive(id);
  }

  /** Whether a scenario is saved on this device, or will be in a moment. */
  isSaved(id: string): boolean {
    return this.#onDevice.has(id);
  }

  /** Those that are not saved, because nothing was done yet. */
  get unsaved(): readonly UnsavedScenario[] {
    return this.#all
      .filter(({ id }) => !this.isSaved(id))
      .map(({ id, order, history: { plan, current } }) => ({
        id,
        order,
        link: savedLinkOf(plan, current.scenario),
        origin: current.loaded.origin,
      }));
  }

  /** Open again what was open and not saved when the page was left. */
  reopen(unsaved: readonly UnsavedScenario[], plans: Plans<Plan>): void {
    for (const { id, order, link, origin } of unsaved) {
      const read = readSavedLink(link, plans);
      if (read.kind !== 'scenario' || this.find(id) !== undefined) continue;
      this.#insert({ id, order, history: new ScenarioHistory(read.plan, read.scenario, origin) });
    }
  }

  /** Close what is not saved, as before something else is opened. */
  closeUnsaved(): void {
    this.#all = this.#all.filter(({ id }) => this.isSaved(id));
  }

  /** Return the open scenario that says the same, opened now if there was none. */
  open(
    plan: Plan,
    scenario: Scenario,
    { id, origin }: { readonly id?: string | undefined; readonly origin: Origin },
  ): OpenScenario {
    const same = this.#all.find(
      ({ history }) => history.plan === plan && sameScenario(plan, history.current.scenario, scenario),
    );
    return same ?? this.#insert(this.#made(new ScenarioHistory(plan, scenario, origin), id));
  }

  /** Open a scenario beside the others, after them. */
  add(plan: Plan, scenario: Scenario, origin: Origin): OpenScenario {
    return this.#insert(this.#made(new ScenarioHistory(plan, scenario, origin)));
  }

  /** Open and show a scenario because none is left; it goes again when one is brought back and nothing was done to it. */
  standIn(plan: Plan, scenario: Scenario, origin: Origin): void {
    this.#standInId = this.#shownId = this.add(plan, scenario, origin).id;
  }

  /** Save the shown one on this device as it now is, and with it whatever is open. */
  saveShown(): void {
    const { shown } = this;
    if (shown === undefined) return;
    for (const open of [shown, ...this.#all.filter(({ id }) => !this.isSaved(id))]) {
      this.#onDevice.add(open.id);
      this.#unsaved.add(open);
    }
    this.#save.request();
  }

  /**
   * Remove one, here and on this device, and show its neighbour if it was shown; `bringBack` undoes it. What another page
   * made of it stays on this device, and is what is brought back.
   */
  remove(id: string): void {
    const gone = this.find(id);
    if (gone === undefined) return;
    const at = this.#all.indexOf(gone);
    this.#all = this.#all.filter((each) => each !== gone);
    this.#removed = [...this.#removed, this.#takeOffDevice(gone)];
    if (this.#shownId !== id) return;
    const neighbour = this.#all[Math.min(at, this.#all.length - 1)];
    if (neighbour === undefined) this.#shownId = '';
    else this.activate(neighbour.id);
  }

  /** Open the one that was removed last again, where it was, and show it. */
  bringBack(): void {
    const gone = this.removed;
    if (gone === undefined) return;
    this.#removed = this.#removed.slice(0, -1);
    this.#all = this.#all.filter(({ id }) => id !== this.#standInId || this.isSaved(id));
    // Another page may have gone on with it meanwhile.
    const back = this.#newest(gone);
    this.#insert(back);
    this.activate(back.id);
    this.saveShown();
  }

  /** Save now what still waits to be saved. */
  flush(): void {
    this.#save.flush();
  }

  /** Close everything and remove it from this device, with all that this page has saved there. */
  clear(): void {
    this.#unsaved.clear();
    this.#onDevice.clear();
    this.#saved.clear();
    this.#all = [];
    this.#removed = [];
    this.#shownId = '';
    this.#trouble = undefined;
  }

  #made(history: ScenarioHistory, id = newId()): OpenScenario {
    const order = Math.max(-1, ...this.#all.map((each) => each.order)) + 1;
    return { id, order, history };
  }

  #insert(open: OpenScenario): OpenScenario {
    this.#all = [...this.#all, open].sort((a, b) => a.order - b.order);
    return open;
  }

  /** Take one off this device and return what would be brought back. */
  #takeOffDevice(gone: OpenScenario): OpenScenario {
    const isUnsaved = this.#unsaved.delete(gone);
    this.#onDevice.delete(gone.id);
    if (this.#saved.remove(gone.id) === 'removed') return gone;
    // What was done here and not yet saved is another version than what the other page saved.
    return isUnsaved ? { ...gone, id: newId() } : this.#newest(gone);
  }

  /** The version that another page has saved since, where it goes on from this one; else this one. */
  #newest(open: OpenScenario): OpenScenario {
    const newer = this.#saved.takeNewer(open.id);
    if (newer === undefined) return open;
    const { plan, current } = open.history;
    const { steps } = newer.history.readSteps();
    const goesOn = steps.some(({ scenario }) => sameScenario(plan, scenario, current.scenario));
    return goesOn ? resume(newer) : { ...open, id: newId() };
  }

  /** Another page went on with the same scenario: both are saved, this one under an id of its own from here on. */
  #goOnAsAnother(open: OpenScenario): void {
    const own = { ...open, id: newId() };
    this.#all = this.#all.map((each) => (each === open ? own : each));
    if (this.#shownId === open.id) this.#shownId = own.id;
    this.#onDevice.add(own.id);
    this.#unsaved.delete(open);
    // A set that grows while it is gone through reaches what was added: it is saved in the same turn.
    this.#unsaved.add(own);
  }

  #saveUnsaved(): void {
    for (const open of this.#unsaved) {
      const { id, order, history } = open;
      history.unfold();
      const outcome = this.#saved.save({ id, order, plan: history.plan, history });
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
    if (this.isSaved(this.#shownId)) this.#saved.saveActive(this.#shownId);
    if (this.#trouble !== 'corrupt') this.#trouble = undefined;
  }
}

function resume({ id, order, plan, history }: SavedScenario): OpenScenario {
  return { id, order, history: ScenarioHistory.resume(plan, history) };
}

/** A scenario's id on this device. */
function newId(): string {
  return typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
}
