import type { Indicator, Language, Measure, Plan } from '../core/plan/plan.ts';
import { DEFAULT_PRESET, planPreset, type PlanPreset } from '../core/preset/plan-preset.ts';
import type { LinkIssue } from '../core/scenario/link-issue.ts';
import { readLink } from '../core/scenario/read-link.ts';
import { type Driver, type GrowthAssumption, type Link, type Scenario } from '../core/scenario/scenario.ts';
import { writeLink } from '../core/scenario/write-link.ts';
import type { Engine } from '../engine/engine-api.ts';
import { illustrations, type Illustration } from '../plans.ts';
import type { AddressBar } from './address-bar.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import { ProjectionRun } from './projection-run.svelte.ts';
import type { SavedScenarios } from './saved-scenarios.ts';
import { ScenarioHistory, type Change, type Origin, type Step } from './scenario-history.svelte.ts';
import { throttle, whenIdle } from './throttle.ts';

/** One open scenario. */
export interface Tab {
  readonly id: string;
  readonly history: ScenarioHistory;
  /** Its place among the tabs; kept with it on this device. */
  readonly order: number;
}

/** What went wrong with keeping work on this device. */
export type StorageTrouble = 'full' | 'denied' | 'corrupt';

/** What the session works with. */
export interface SessionParts {
  readonly plan: Plan;
  /** Starts the engine; calls back if its workers had to be given up. */
  readonly startEngine: (onInProcess: () => void) => Engine;
  readonly address: AddressBar;
  readonly saved: SavedScenarios;
  readonly preferences: Preferences;
}

const SAVE_INTERVAL = 500;
/** How many scenarios can be open beside each other. */
export const MOST_TABS = 8;

/**
 * Everything a visit consists of: the open scenarios with their histories, the shown indicator, the run of the engine,
 * the address and what is kept on this device. One way through it: an input makes a new scenario, the scenario is a
 * question to the engine, the answer is shown.
 */
export class Session {
  readonly plan: Plan;
  readonly run: ProjectionRun;
  readonly preferences: Preferences;
  readonly #address: AddressBar;
  readonly #saved: SavedScenarios;
  readonly #save = throttle(() => this.#saveUnsaved(), SAVE_INTERVAL, whenIdle);
  /** Scenarios that hold work: they came from this device, or something in them was changed. */
  readonly #kept = new Set<string>();
  readonly #unsaved = new Set<Tab>();
  #tabs: readonly Tab[] = $state.raw([]);
  #activeId = $state('');
  #seen = $state('');
  #inputs = $state(0);
  #awaitsAddress = $state(false);
  #linkIssues: readonly LinkIssue[] = $state.raw([]);
  #trouble: StorageTrouble | undefined = $state();
  #removed: Tab | undefined = $state.raw();
  #inProcess = $state(false);

  constructor({ plan, startEngine, address, saved, preferences }: SessionParts) {
    this.plan = plan;
    this.preferences = preferences;
    this.run = new ProjectionRun(
      plan,
      startEngine(() => (this.#inProcess = true)),
    );
    this.#address = address;
    this.#saved = saved;

    const found = saved.find();
    if (found.unreadable > 0) this.#trouble = 'corrupt';
    this.#tabs = found.scenarios.map(({ id, scenario }, order) => ({
      id,
      order,
      history: this.#historyOf(scenario, { kind: 'device' }),
    }));
    for (const { id } of this.#tabs) this.#kept.add(id);
    this.#open(address.text, found.active);
    address.listen((text) => this.#open(text, undefined));
  }

  get tabs(): readonly Tab[] {
    return this.#tabs;
  }

  get tab(): Tab {
    return this.#tabs.find(({ id }) => id === this.#activeId) as Tab;
  }

  get history(): ScenarioHistory {
    return this.tab.history;
  }

  get step(): Step {
    return this.history.current;
  }

  get scenario(): Scenario {
    return this.step.scenario;
  }

  /** The indicator shown in detail. */
  get seen(): Indicator {
    return this.plan.indicators.find(({ id }) => id === this.#seen) ?? (this.plan.indicators[0] as Indicator);
  }

  /** The link to the scenario as it stands. */
  get link(): string {
    return writeLink({
      plan: this.plan,
      scenarios: [this.scenario],
      see: this.#seen,
      language: this.preferences.chosenLanguage,
    });
  }

  /** The full address of that link. */
  get fullLink(): string {
    return this.#address.fullAddress(this.link);
  }

  /** What was wrong with the link that was opened; empty once the note is dismissed. */
  get linkIssues(): readonly LinkIssue[] {
    return this.#linkIssues;
  }

  get storageTrouble(): StorageTrouble | undefined {
    return this.#trouble;
  }

  /** Whether the page computes by itself because its workers kept failing. */
  get inProcess(): boolean {
    return this.#inProcess;
  }

  dismissInProcess(): void {
    this.#inProcess = false;
  }

  /** The scenario that was removed last, while it can be brought back. */
  get removed(): Tab | undefined {
    return this.#removed;
  }

  /** Number of the last input once everything shown belongs to it; undefined while something lags behind. */
  get settled(): number | undefined {
    const isWritten = !this.#awaitsAddress || this.#address.written === this.link;
    return this.run.isSettled && isWritten ? this.#inputs : undefined;
  }

  see(indicator: string): void {
    if (indicator === this.#seen) return;
    this.#seen = indicator;
    this.#viewChanged();
  }

  chooseLanguage(language: Language): void {
    this.preferences.chooseLanguage(language);
    this.#viewChanged();
  }

  dismissLinkIssues(): void {
    this.#linkIssues = [];
  }

  dismissTrouble(): void {
    this.#trouble = undefined;
  }

  /**
   * Change one indicator's growth.
   *
   * @param indicator Its id.
   * @param growth The new assumption.
   * @param gesture Names a gesture that goes on, such as a drag; absent for a step of its own.
   */
  setGrowth(indicator: string, growth: GrowthAssumption, gesture?: string): void {
    const scenario = { ...this.scenario, growth: { ...this.scenario.growth, [indicator]: growth } };
    this.#record({ kind: 'growth', indicator }, scenario, gesture);
  }

  /** End a gesture: the next change is a step of its own. */
  settleGesture(): void {
    this.history.settle();
  }

  setMeasure(indicator: string, measure: Measure): void {
    const scenario = { ...this.scenario, measure: { ...this.scenario.measure, [indicator]: measure } };
    this.#record({ kind: 'reading', indicator }, scenario);
  }

  /** Add a driver or replace the one of the same id. */
  setDriver(driver: Driver): void {
    const drivers = [...this.scenario.drivers.filter(({ id }) => id !== driver.id), driver];
    this.#record({ kind: 'driver', driver: driver.id }, { ...this.scenario, drivers });
  }

  removeDriver(id: string): void {
    const drivers = this.scenario.drivers.filter((driver) => driver.id !== id);
    this.#record({ kind: 'driver', driver: id }, { ...this.scenario, drivers });
  }

  /** Add a link or replace the one between the same two indicators; strength 0 removes it. */
  setLink({ to, from, strength }: Link): void {
    const others = this.scenario.links.filter((link) => link.to !== to || link.from !== from);
    const links = strength === 0 ? others : [...others, { to, from, strength }];
    this.#record({ kind: 'link', to, from }, { ...this.scenario, links });
  }

  loadPreset(preset: PlanPreset): void {
    this.#load(planPreset(this.plan, preset), { kind: 'preset', preset });
  }

  loadIllustration(illustration: Illustration): void {
    this.#load(illustrations[illustration], { kind: 'illustration', illustration });
  }

  resetToLoaded(): void {
    const { name } = this.scenario;
    this.#record({ kind: 'reset-loaded' }, { ...this.step.loaded.scenario, name });
  }

  /** Set all growth to 0 %; readings, drivers, links and spreads stay. */
  resetToZero(): void {
    this.#record({ kind: 'reset-zero' }, { ...this.scenario, growth: {} });
  }

  rename(name: string): void {
    if (name !== this.scenario.name) this.#record({ kind: 'renamed' }, { ...this.scenario, name });
  }

  goTo(step: number): void {
    this.history.goTo(step);
    this.#scenarioChanged();
  }

  undo(): void {
    if (this.history.canUndo) this.goTo(this.history.at - 1);
  }

  redo(): void {
    if (this.history.canRedo) this.goTo(this.history.at + 1);
  }

  /** Show another of the open scenarios. */
  activate(id: string): void {
    if (id === this.#activeId) return;
    this.history.settle();
    this.#activeId = id;
    this.#ask();
    this.#inputs += 1;
    this.#linkIssues = [];
    this.#writeAddress();
  }

  /** Open a copy of the shown scenario beside it. */
  duplicate(name: string): void {
    const { loaded, scenario } = this.step;
    const tab = this.#addTab({ ...scenario, name }, loaded.origin);
    this.#activeId = tab.id;
    this.#scenarioChanged();
  }

  /** Remove the shown scenario; `bringBack` undoes it. */
  removeActive(): void {
    const gone = this.tab;
    const place = this.#tabs.indexOf(gone);
    this.#tabs = this.#tabs.filter((tab) => tab !== gone);
    this.#unsaved.delete(gone);
    this.#saved.remove(gone.id);
    this.#removed = gone;
    const next = this.#tabs[Math.min(place, this.#tabs.length - 1)] ?? this.#addPreset();
    this.activate(next.id);
  }

  bringBack(): void {
    if (this.#removed === undefined) return;
    this.#tabs = [...this.#tabs, this.#removed].sort((a, b) => a.order - b.order);
    this.#activeId = this.#removed.id;
    this.#removed = undefined;
    this.#scenarioChanged();
  }

  forgetRemoved(): void {
    this.#removed = undefined;
  }

  /** Load the page anew, as a link from a newer version asks for. */
  reload(): void {
    this.#address.reload();
  }

  /** Write what still waits to be written: the page is being left. */
  flush(): void {
    this.#address.flush();
    this.#save.flush();
  }

  /** Open what the address says: a link's scenarios beside what is kept, or else the last work, or the default preset. */
  #open(text: string, lastActive: string | undefined): void {
    const link = readLink(text, [this.plan]);
    this.#linkIssues = link.issues;
    this.#seen = link.see ?? this.#seen;
    if (link.language !== undefined) this.preferences.suggestLanguage(link.language);

    this.#tabs = this.#tabs.filter(({ id }) => this.#kept.has(id));
    const opened = link.scenarios.map(
      (scenario) => this.#tabWith(scenario) ?? this.#addTab(scenario, { kind: 'link' }),
    );
    const last = link.issues.length === 0 ? this.#tabs.find(({ id }) => id === lastActive) : undefined;
    this.#activeId = (opened[0] ?? last ?? this.#addPreset()).id;
    this.#address.leave();
    this.#awaitsAddress = false;
    this.#inputs += 1;
    this.#ask();
  }

  #historyOf(scenario: Scenario, origin: Origin): ScenarioHistory {
    return new ScenarioHistory(scenario, origin, (each) => this.#linkOf(each));
  }

  #linkOf(scenario: Scenario): string {
    return writeLink({ plan: this.plan, scenarios: [scenario] });
  }

  #tabWith(scenario: Scenario): Tab | undefined {
    const link = this.#linkOf(scenario);
    return this.#tabs.find(({ history }) => this.#linkOf(history.current.scenario) === link);
  }

  #addTab(scenario: Scenario, origin: Origin): Tab {
    const order = Math.max(-1, ...this.#tabs.map((tab) => tab.order)) + 1;
    const tab = { id: newId(), order, history: this.#historyOf(scenario, origin) };
    this.#tabs = [...this.#tabs, tab];
    return tab;
  }

  #addPreset(): Tab {
    return this.#addTab(planPreset(this.plan, DEFAULT_PRESET), { kind: 'preset', preset: DEFAULT_PRESET });
  }

  #load(scenario: Scenario, origin: Origin): void {
    this.history.record({ change: { kind: 'loaded' }, scenario, loaded: { origin, scenario } });
    this.#scenarioChanged();
  }

  #record(change: Change, scenario: Scenario, gesture?: string): void {
    this.history.record({ change, scenario }, gesture);
    this.#scenarioChanged();
  }

  #scenarioChanged(): void {
    this.#inputs += 1;
    this.#linkIssues = [];
    this.#ask();
    this.#writeAddress();
    this.#kept.add(this.tab.id);
    this.#unsaved.add(this.tab);
    this.#save.request();
  }

  /** A view is not work: a link with issues stays in the address, so that a reload still tells of them. */
  #viewChanged(): void {
    this.#inputs += 1;
    if (this.#linkIssues.length === 0) this.#writeAddress();
  }

  #writeAddress(): void {
    this.#awaitsAddress = true;
    this.#address.write(this.link);
  }

  #ask(): void {
    this.run.ask(this.scenario);
  }

  #saveUnsaved(): void {
    for (const tab of this.#unsaved) {
      const kept = this.#saved.save({ id: tab.id, scenario: tab.history.current.scenario }, tab.order);
      if (kept !== 'kept') {
        this.#trouble = kept;
        return;
      }
      this.#unsaved.delete(tab);
    }
    if (this.#trouble === 'full' || this.#trouble === 'denied') this.#trouble = undefined;
  }
}

/** A scenario's id on this device. */
function newId(): string {
  return typeof crypto.randomUUID === 'function' ? crypto.randomUUID() : `${Date.now()}-${Math.random()}`;
}
