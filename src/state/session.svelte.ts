import { tick } from 'svelte';
import { MANY_DRAWS } from '../core/draws/draw-amounts.ts';
import type { LinkIssue } from '../core/link/link-issue.ts';
import { LONGEST_LINK } from '../core/link/link-grammar.ts';
import { readLink } from '../core/link/read-link.ts';
import { changeView } from '../core/link/map-axes.ts';
import { viewAbout } from '../core/link/view-about.ts';
import { defaultView, type View } from '../core/link/view.ts';
import { writeLink, type WrittenLink } from '../core/link/write-link.ts';
import type { Indicator, Language, Plan } from '../core/plan/plan.ts';
import { DEFAULT_PRESET, PLAN_PRESETS, planPreset } from '../core/preset/plan-preset.ts';
import { applyEdit, type Edit } from '../core/scenario/edit.ts';
import { scenarioFile } from '../core/scenario/write-scenario-file.ts';
import { sameScenario } from '../core/scenario/same-scenario.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Origin, Step } from '../core/scenario/step.ts';
import type { Simulation } from '../core/simulate-plan.ts';
import type { Engine } from '../engine/engine-api.ts';
import { plansIn, type ShippedPlan } from '../plans.ts';
import type { AddressBar } from './address-bar.svelte.ts';
import type { AddressMemory, UnsavedScenario } from './address-memory.ts';
import { Explorer } from './explorer.svelte.ts';
import { ManyDraws, type CountManyDraws } from './many-draws.svelte.ts';
import { OpenScenarios, type OpenScenario, type StorageTrouble } from './open-scenarios.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import { Runs, type Run } from './runs.svelte.ts';
import type { SavedScenarios } from './saved-scenarios.ts';
import type { GestureEnd, ScenarioHistory } from './scenario-history.svelte.ts';

/** What the session works with. */
export interface SessionParts {
  /** The plans at hand, the default one first. */
  readonly plans: readonly [ShippedPlan, ...ShippedPlan[]];
  /** Starts the engine; calls back if its workers had to be given up. */
  readonly startEngine: (onInProcess: () => void) => Engine;
  /** Counts many more draws than an answer usually has. */
  readonly countManyDraws: CountManyDraws;
  readonly address: AddressBar;
  readonly saved: SavedScenarios;
  readonly preferences: Preferences;
}

const DEFAULT_ORIGIN: Origin = { kind: 'preset', preset: DEFAULT_PRESET };

/** What this page has saved on this device. */
export interface OnDevice {
  /** How many scenarios, those that cannot be opened here among them. */
  readonly scenarios: number;
  /** Those that are open. */
  readonly open: readonly OpenScenario[];
  /** Whether a language and a theme that the reader chose. */
  readonly language: boolean;
  readonly theme: boolean;
}

/**
 * Everything a visit consists of: the open scenarios with their histories, what is looked at, the runs of the engine,
 * the address and what is saved on this device. One way through it: an edit makes a new scenario, the scenario is a
 * question to the engine, the answer is shown.
 */
export class Session {
  readonly manyDraws: ManyDraws;
  readonly explorer: Explorer;
  readonly preferences: Preferences;
  readonly #plans: SessionParts['plans'];
  readonly #address: AddressBar;
  readonly #saved: SavedScenarios;
  readonly #scenarios: OpenScenarios;
  readonly #runs: Runs;
  /** What was looked at last, maybe under another plan than the one that is shown now. */
  #lookedAt: View = $state.raw() as View;
  readonly #view: View = $derived(viewAbout(this.plan, this.#lookedAt));
  #inputs = $state(0);
  #awaitsAddress = $state(false);
  #linkIssues: readonly LinkIssue[] = $state.raw([]);
  #missingPlan: string | undefined = $state();
  #inProcess = $state(false);
  /** How many parts of the page are still being loaded. */
  #loading = $state(0);
  #isEarlierWork = $state(false);
  /** Ids of the scenarios that the address names, in its order. */
  #named: readonly string[] = [];
  /** Whether a link with issues stands in the address and nothing was changed yet. */
  #leavesAddress = false;
  /** The run that was asked last. */
  #asked: Run | undefined;

  constructor({ plans, startEngine, countManyDraws, address, saved, preferences }: SessionParts) {
    this.#plans = plans;
    this.#lookedAt = defaultView(plans[0].plan);
    this.manyDraws = new ManyDraws(countManyDraws);
    this.preferences = preferences;
    const engine = startEngine(() => (this.#inProcess = true));
    this.#runs = new Runs(engine);
    this.explorer = new Explorer({
      engine,
      plan: () => this.#shipped.model,
      scenario: () => this.scenario,
      isProjected: () => this.run.isSettled,
    });
    this.#address = address;
    this.#saved = saved;
    this.#scenarios = new OpenScenarios(saved);
    const { memory } = address;
    this.#open(address.text, memory?.unsaved);
    this.#isEarlierWork =
      memory === undefined && this.#missingPlan === undefined && this.#scenarios.isSaved(this.shown.id);
    address.listen((text) => this.#open(text));
  }

  /** The plan that the shown scenario is about. */
  get plan(): Plan {
    return this.history.plan;
  }

  /** Ids of the presets that ship with the plan, in its order. */
  get shippedPresets(): readonly string[] {
    return [...this.#shipped.presets.keys()];
  }

  get openScenarios(): readonly OpenScenario[] {
    return this.#scenarios.all;
  }

  /** The scenario that is shown; there always is one after the constructor. */
  get shown(): OpenScenario {
    return this.#scenarios.shown as OpenScenario;
  }

  get history(): ScenarioHistory {
    return this.shown.history;
  }

  get step(): Step {
    return this.history.current;
  }

  get scenario(): Scenario {
    return this.step.scenario;
  }

  /** What the engine says of the shown scenario. */
  get run(): Run {
    return this.#runs.of(this.history);
  }

  /**
   * The answer that may be shown, with many draws in it where they were asked for; none while the engine is late, or the
   * opened link is about a plan that is not at hand.
   */
  get simulation(): Simulation | undefined {
    if (this.#missingPlan !== undefined) return undefined;
    const { shown } = this.run;
    return shown && this.manyDraws.apply(shown.scenario, shown.simulation);
  }

  /** Draw the shown scenario many times. */
  drawMany(): void {
    this.#inputs += 1;
    void this.manyDraws.run({ plan: this.#shipped.model, scenario: this.scenario }, MANY_DRAWS);
  }

  /** What is looked at, in the plan that is shown: nothing in it is another plan's. */
  get view(): View {
    return this.#view;
  }

  /** The indicator shown in detail. */
  get selected(): Indicator {
    return this.plan.indicators.find(({ id }) => id === this.#view.selected) as Indicator;
  }

  /**
   * The link to the scenario as it stands and to what is looked at; too long where it is so behind the page's address,
   * since a reload reads both together.
   */
  get link(): WrittenLink {
    return this.#linkBehind('', LONGEST_LINK - this.#address.base.length);
  }

  /** The full address of that link, to be sent round; the opened one where it is about a plan that is not at hand. */
  get fullLink(): WrittenLink {
    if (this.#missingPlan !== undefined) return { kind: 'written', link: this.#address.text };
    return this.#linkBehind(this.#address.base);
  }

  /** The content of a scenario file that says the same as the shown scenario. */
  get file(): Readonly<Record<string, unknown>> {
    return scenarioFile(this.plan, this.scenario);
  }

  /** What was wrong with the link that was opened; empty once the note is dismissed. */
  get linkIssues(): readonly LinkIssue[] {
    return this.#linkIssues;
  }

  /** Id of the plan that the opened link is about, where it is not at hand: then nothing of another plan is shown. */
  get missingPlan(): string | undefined {
    return this.#missingPlan;
  }

  get storageTrouble(): StorageTrouble | undefined {
    return this.#scenarios.trouble;
  }

  /** Whether the page computes by itself because its workers had to be given up. */
  get inProcess(): boolean {
    return this.#inProcess;
  }

  /** The scenario that was removed last, while it can be brought back. */
  get removed(): OpenScenario | undefined {
    return this.#scenarios.removed;
  }

  /** Number of the last input once everything shown belongs to it; undefined while something lags behind. */
  get settled(): number | undefined {
    if (this.manyDraws.state.kind === 'running' || this.#loading > 0) return undefined;
    if (!this.run.isSettled || !this.explorer.isSettled) return undefined;
    return !this.#awaitsAddress || this.#isWritten(this.link) ? this.#inputs : undefined;
  }

  /**
   * Change the shown scenario. An edit that says nothing new is no step.
   *
   * @param edit What is done.
   * @param gesture Names a gesture that goes on, such as a drag; absent for a step of its own.
   */
  edit(edit: Edit, gesture?: string): void {
    const scenario = applyEdit(this.plan, this.scenario, edit);
    if (scenario === this.scenario && edit.kind !== 'load') return;
    this.history.record({ edit, scenario }, gesture);
    this.#scenarioChanged();
  }

  /** End a gesture: the next change is a step of its own. A cancelled one leaves everything as it was. */
  settleGesture(end: GestureEnd = 'settled'): void {
    const { scenario } = this;
    const { revision } = this.history;
    if (end === 'settled') this.history.settle();
    else this.history.cancel();
    if (end === 'cancelled' && scenario !== this.scenario) this.#scenarioChanged();
    else if (this.history.revision !== revision) this.#scenarios.saveShown();
  }

  /** Open a preset of the plan: beside the shown scenario, or in its stead where nothing was done to that. */
  openPreset(preset: string): void {
    const scenario = this.#presetScenario(preset);
    if (scenario === undefined) return;
    const origin: Origin = { kind: 'preset', preset };
    if (this.history.isWork) this.#scenarios.show(this.#scenarios.add(this.plan, scenario, origin).id);
    else this.history.record({ edit: { kind: 'load', scenario }, scenario, loaded: { origin, scenario } });
    this.#scenarioChanged();
    this.#address.flush();
  }

  /** Look at something else. */
  look(change: Partial<View>): void {
    const view = changeView(this.plan, this.#view, change);
    const isSame = (Object.keys(change) as (keyof View)[]).every((key) => view[key] === this.#view[key]);
    if (isSame) return;
    const asksAnew = view.wantedShare !== this.#view.wantedShare;
    this.#lookedAt = view;
    this.#viewChanged();
    if (asksAnew) this.#ask();
  }

  /** Take what is looked at for not yet shown until a part of the page has been loaded, or cannot be. */
  async awaitPart(part: Promise<unknown>): Promise<void> {
    this.#loading += 1;
    await part.catch(() => undefined);
    // The part stands on the page a moment after it is there.
    await tick();
    this.#loading -= 1;
  }

  chooseLanguage(language: Language): void {
    this.preferences.chooseLanguage(language);
    this.#viewChanged();
  }

  dismissLinkIssues(): void {
    this.#linkIssues = [];
  }

  dismissTrouble(): void {
    this.#scenarios.dismissTrouble();
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
    if (id === this.shown.id) return;
    this.history.settle();
    this.#scenarios.activate(id);
    // Looking at another scenario of the link in the address changes nothing: the link stays, and its notes.
    if (this.#awaitsAddress || this.#scenarios.isSaved(id)) {
      this.#shownChanged();
      this.#address.flush();
    } else {
      this.#inputs += 1;
      this.#ask();
      this.#rememberShown();
    }
  }

  /** Open a copy of the shown scenario beside it. */
  duplicate(name: string): void {
    const { loaded, scenario } = this.step;
    this.#scenarios.show(this.#scenarios.add(this.plan, { ...scenario, name }, loaded.origin).id);
    this.#scenarioChanged();
    this.#address.flush();
  }

  /** Remove one of the open scenarios; `bringBack` undoes it. */
  remove(id: string): void {
    const { plan } = this;
    this.#scenarios.remove(id);
    if (this.#scenarios.shown === undefined)
      this.#scenarios.standIn(plan, planPreset(plan, DEFAULT_PRESET), DEFAULT_ORIGIN);
    this.#shownChanged();
    // A page that is loaded anew must not find the removed one in its address.
    this.#address.flush();
  }

  bringBack(): void {
    this.#scenarios.bringBack();
    this.#shownChanged();
    this.#address.flush();
  }

  forgetRemoved(): void {
    this.#scenarios.forgetRemoved();
  }

  /** Whether what is shown was found on this device at the beginning of this visit, and that may still be news. */
  get isEarlierWork(): boolean {
    return this.#isEarlierWork;
  }

  dismissEarlierWork(): void {
    this.#isEarlierWork = false;
  }

  /** Return what `startAfresh` would clear, once what waits to be saved is saved. */
  listOnDevice(): OnDevice {
    this.#scenarios.flush();
    const { chosen } = this.preferences;
    const open = this.openScenarios.filter(({ id }) => this.#scenarios.isSaved(id));
    return { scenarios: this.#saved.count, open, ...chosen };
  }

  /** Clear everything that this page has saved on this device, and begin as on a first visit. */
  startAfresh(): void {
    const { plan } = this.#plans[0];
    this.#scenarios.clear();
    this.preferences.forget();
    this.#scenarios.show(this.#addDefault(plan).id);
    this.#lookedAt = defaultView(plan);
    this.#named = [];
    this.#isEarlierWork = false;
    this.#shownChanged();
    this.#leavesAddress = false;
    this.#awaitsAddress = false;
    this.#address.clear();
  }

  /** Leave a link about a plan that is not at hand, for the default preset of the first plan that is. */
  leaveMissingPlan(): void {
    this.#shownChanged();
  }

  /** Load the page anew, as a link from a newer version asks for. */
  reload(): void {
    this.#address.reload();
  }

  /** Show the newest work where this page was set aside, as by back and forward, and another has gone on meanwhile. */
  refresh(): void {
    if (this.#saved.isChangedElsewhere(this.shown.id)) this.reload();
  }

  /** Write what still waits to be written: the page is being left. */
  flush(): void {
    this.#address.flush();
    this.#scenarios.flush();
  }

  get #shipped(): ShippedPlan {
    return this.#plans.find(({ plan }) => plan === this.plan) ?? this.#plans[0];
  }

  #presetScenario(preset: string): Scenario | undefined {
    const computed = PLAN_PRESETS.find((known) => known === preset);
    return computed === undefined ? this.#shipped.presets.get(preset) : planPreset(this.plan, computed);
  }

  /**
   * Open what the address says: a link's scenarios beside what is saved, or else the last work, or the default preset.
   *
   * @param text The address.
   * @param unsaved What was open beside it and not saved when the page was left.
   */
  #open(text: string, unsaved: readonly UnsavedScenario[] = []): void {
    const plans = plansIn(this.#plans);
    const { memory } = this.#address;
    const link = readLink(text, plans);
    this.#linkIssues = link.issues;
    this.#leavesAddress = link.issues.length > 0;
    this.#missingPlan = link.kind === 'plan-missing' ? link.plan : undefined;
    if (link.language !== undefined) this.preferences.suggestLanguage(link.language);
    this.#address.leave();
    this.#awaitsAddress = false;
    this.#scenarios.closeUnsaved();
    this.#scenarios.reopen(unsaved, plans);
    const plan = plans.find(({ id }) => id === link.plan) ?? plans[0];
    const given = link.kind === 'opened' ? link.scenarios : [];
    const named = given.map((scenario, at) => this.#openNamed(plan, scenario, memory?.named[at]));
    this.#named = named.map(({ id }) => id);
    const remembered =
      memory && this.#missingPlan === undefined ? this.#scenarios.find(memory.shown) : undefined;
    // A link that says nothing of a scenario but has issues is a damaged one: the last work is not what it meant.
    const last = link.issues.length === 0 ? this.#scenarios.shown : undefined;
    this.#scenarios.show((remembered ?? named[0] ?? last ?? this.#addDefault(plan)).id);
    this.#lookedAt =
      link.kind === 'opened' && link.plan === this.plan.id ? link.view : defaultView(this.plan);
    this.#inputs += 1;
    this.#ask();
    if (this.#missingPlan === undefined) this.#catchUp(given, memory);
  }

  /** The open scenario that one of the address is: the same as before, whatever was done to it since, or one that says the same. */
  #openNamed(plan: Plan, scenario: Scenario, id: string | undefined): OpenScenario {
    const before = id === undefined ? undefined : this.#scenarios.find(id);
    if (before?.history.plan === plan) return before;
    return this.#scenarios.open(plan, scenario, { id, origin: { kind: 'link' } });
  }

  /**
   * Have address and work say the same. The browser remembers an address that is older than the work it names, where the
   * page was left before it was written, or newer, where the page was cut off before the work was saved.
   */
  #catchUp(given: readonly Scenario[], memory: AddressMemory | undefined): void {
    const { shown, plan, history, scenario } = this;
    const said = given[this.#named.indexOf(shown.id)];
    const isSaid = given.length === 0 || (said !== undefined && sameScenario(plan, said, scenario));
    if (isSaid) {
      const isNothing = given.length === 0 && !this.#scenarios.isSaved(shown.id);
      if (memory === undefined && !isNothing) this.#rememberShown();
    } else if (memory !== undefined && said !== undefined && memory.revision > history.revision) {
      history.record({ edit: undefined, scenario: said });
      this.#scenarioChanged();
    } else {
      this.#shownChanged();
      this.#address.flush();
    }
  }

  #addDefault(plan: Plan): OpenScenario {
    return this.#scenarios.add(plan, planPreset(plan, DEFAULT_PRESET), DEFAULT_ORIGIN);
  }

  #scenarioChanged(): void {
    this.#shownChanged();
    this.#scenarios.saveShown();
  }

  /** Another scenario is shown, or the shown one is another now: it is what counts from here on. */
  #shownChanged(): void {
    this.#inputs += 1;
    this.#linkIssues = [];
    this.#missingPlan = undefined;
    this.#ask();
    this.#writeAddress();
  }

  /** A view is not work: a link with issues stays in the address, so that a reload still tells of them. */
  #viewChanged(): void {
    this.#inputs += 1;
    if (!this.#leavesAddress) this.#writeAddress();
  }

  #writeAddress(): void {
    this.#leavesAddress = false;
    this.#awaitsAddress = true;
    const { link } = this;
    // What no link is long enough for stays on this device, and can be saved as a file.
    if (link.kind === 'too-long') return;
    this.#named = [this.shown.id];
    this.#address.write(link.link, this.#memory(this.history.revision));
  }

  /** Remember what is shown with the address as it was opened. */
  #rememberShown(): void {
    this.#address.remember(this.#memory(0));
  }

  #memory(revision: number): AddressMemory {
    return { shown: this.shown.id, named: this.#named, revision, unsaved: this.#scenarios.unsaved };
  }

  #isWritten(link: WrittenLink): boolean {
    return link.kind === 'too-long' || this.#address.written === link.link;
  }

  #linkBehind(address: string, longest = LONGEST_LINK): WrittenLink {
    const { plan, scenario, view } = this;
    const language = this.preferences.linkLanguage;
    return writeLink({ plan, scenarios: [scenario], view, language, address, longest });
  }

  #ask(): void {
    this.manyDraws.cancel();
    const { run, scenario } = this;
    const { wantedShare } = this.#view;
    run.ask({ plan: this.#shipped.model, scenario }, { wantedShare, standIn: this.#asked?.shown });
    this.#asked = run;
  }
}
