import type { Simulation } from '../core/simulate-plan.ts';
import { planModel, type Indicator, type Language, type Measure, type Plan } from '../core/plan/plan.ts';
import { DEFAULT_PRESET, planPreset, spreadEverywhere, type PlanPreset } from '../core/preset/plan-preset.ts';
import type { LinkIssue } from '../core/link/link-issue.ts';
import { readLink } from '../core/link/read-link.ts';
import {
  growthOf,
  type Driver,
  type GrowthAssumption,
  type Influence,
  type Scenario,
} from '../core/scenario/scenario.ts';
import { withAssumption, type AssumedValue } from '../core/scenario/assumption.ts';
import { writeLink } from '../core/link/write-link.ts';
import { MANY_DRAWS } from '../core/draws/draw-amounts.ts';
import type { Engine } from '../engine/engine-api.ts';
import { illustrations, type Illustration } from '../plans.ts';
import { ManyDraws, type CountManyDraws } from './many-draws.svelte.ts';
import type { AddressBar } from './address-bar.svelte.ts';
import { Explorer } from './explorer.svelte.ts';
import { OpenScenarios, type StorageTrouble, type OpenScenario } from './open-scenarios.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';
import { Runs, USUAL_WANTED_SHARE, type Run } from './runs.svelte.ts';
import type { SavedScenarios } from './saved-scenarios.ts';
import type { Change, ShockSetting, Origin, ScenarioHistory, Step } from './scenario-history.svelte.ts';

/** What the session works with. */
export interface SessionParts {
  readonly plan: Plan;
  /** Starts the engine; calls back if its workers had to be given up. */
  readonly startEngine: (onInProcess: () => void) => Engine;
  /** Counts many more draws than an answer usually has. */
  readonly countManyDraws: CountManyDraws;
  readonly address: AddressBar;
  readonly saved: SavedScenarios;
  readonly preferences: Preferences;
}

/**
 * Everything a visit consists of: the open scenarios with their histories, the shown indicator, the run of the engine,
 * the address and what is kept on this device. One way through it: an input makes a new scenario, the scenario is a
 * question to the engine, the answer is shown.
 */
export class Session {
  readonly plan: Plan;
  readonly manyDraws: ManyDraws;
  readonly explorer: Explorer;
  readonly preferences: Preferences;
  readonly #runs: Runs;
  readonly #address: AddressBar;
  readonly #scenarios: OpenScenarios;
  #selected = $state('');
  #inputs = $state(0);
  #awaitsAddress = $state(false);
  #linkIssues: readonly LinkIssue[] = $state.raw([]);
  #inProcess = $state(false);
  #wantedShare = $state(USUAL_WANTED_SHARE);
  /** The run that was asked last. */
  #asked: Run | undefined;
  /** Whether a link with issues stands in the address and nothing was changed yet. */
  #keepsAddress = false;

  constructor({ plan, startEngine, countManyDraws, address, saved, preferences }: SessionParts) {
    this.plan = plan;
    this.manyDraws = new ManyDraws(planModel(plan), countManyDraws);
    this.preferences = preferences;
    const engine = startEngine(() => (this.#inProcess = true));
    this.#runs = new Runs(plan, engine);
    this.explorer = new Explorer({
      plan,
      engine,
      scenario: () => this.scenario,
      isProjected: () => this.run.isSettled,
    });
    this.#address = address;
    this.#scenarios = new OpenScenarios(plan, saved);
    this.#open(address.text);
    address.listen((text) => {
      this.#scenarios.show('');
      this.#open(text);
    });
  }

  get tabs(): readonly OpenScenario[] {
    return this.#scenarios.tabs;
  }

  /** The scenario that is shown; there always is one after the constructor. */
  get tab(): OpenScenario {
    return this.#scenarios.shown as OpenScenario;
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

  /** What the engine says of the shown scenario. */
  get run(): Run {
    return this.#runs.of(this.history);
  }

  /** The answer that may be shown, with many draws in it where they were asked for; none while the engine is late. */
  get simulation(): Simulation | undefined {
    const { shown } = this.run;
    return shown && this.manyDraws.apply(shown.scenario, shown.simulation);
  }

  /** Draw the shown scenario many times. */
  drawMany(): void {
    this.#inputs += 1;
    void this.manyDraws.run(this.scenario, MANY_DRAWS);
  }

  /** The indicator shown in detail. */
  get selected(): Indicator {
    return (
      this.plan.indicators.find(({ id }) => id === this.#selected) ?? (this.plan.indicators[0] as Indicator)
    );
  }

  /** The link to the scenario as it stands. */
  get link(): string {
    return writeLink({
      plan: this.plan,
      scenarios: [this.scenario],
      see: this.#selected,
      language: this.preferences.linkLanguage,
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
    return this.#scenarios.trouble;
  }

  /** Whether the page computes by itself because its workers kept failing. */
  get inProcess(): boolean {
    return this.#inProcess;
  }

  /** The share of draws for which growth is sought. */
  get wantedShare(): number {
    return this.#wantedShare;
  }

  dismissInProcess(): void {
    this.#inProcess = false;
  }

  /** The scenario that was removed last, while it can be brought back. */
  get removed(): OpenScenario | undefined {
    return this.#scenarios.removed;
  }

  /** Number of the last input once everything shown belongs to it; undefined while something lags behind. */
  get settled(): number | undefined {
    if (this.manyDraws.state.kind === 'running') return undefined;
    const isWritten = !this.#awaitsAddress || this.#address.written === this.link;
    return this.run.isSettled && this.explorer.isSettled && isWritten ? this.#inputs : undefined;
  }

  select(indicator: string): void {
    if (indicator === this.#selected) return;
    this.#selected = indicator;
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
    this.#scenarios.dismissTrouble();
  }

  /**
   * Change one indicator's growth.
   *
   * @param indicator Its id.
   * @param growth The new assumption.
   * @param gesture Names a gesture that goes on, such as a drag; absent for a step of its own.
   */
  setGrowth(indicator: string, growth: GrowthAssumption, gesture?: string): void {
    // A number that stood there already is no change.
    if (JSON.stringify(growthOf(this.scenario, indicator)) === JSON.stringify(growth)) return;
    const scenario = { ...this.scenario, growth: { ...this.scenario.growth, [indicator]: growth } };
    this.#record({ kind: 'growth', indicator }, scenario, gesture);
  }

  /**
   * Change the growth of several indicators in one step.
   *
   * @param changes The new assumptions by indicator id; those that stand there already are no change.
   */
  setGrowths(changes: Readonly<Record<string, GrowthAssumption>>): void {
    const changed = Object.entries(changes).filter(
      ([id, growth]) => JSON.stringify(growthOf(this.scenario, id)) !== JSON.stringify(growth),
    );
    const [first, ...more] = changed;
    if (first === undefined) return;
    if (more.length === 0) this.setGrowth(...first);
    else {
      const growth = { ...this.scenario.growth, ...Object.fromEntries(changed) };
      const indicators = changed.map(([id]) => id);
      this.#record({ kind: 'growths', indicators }, { ...this.scenario, growth });
    }
  }

  /** Set one assumption of whatever kind, such as the value at which a verdict flips. */
  setAssumption(assumed: AssumedValue): void {
    const { assumption } = assumed;
    const { growth, drivers, influences: links } = withAssumption(this.plan, this.scenario, assumed);
    if (assumption.kind === 'growth') {
      this.setGrowth(assumption.indicator, growth[assumption.indicator] as GrowthAssumption);
    } else if (assumption.kind === 'intensity') {
      const driver = drivers.find(({ id }) => id === assumption.driver);
      if (driver !== undefined) this.setDriver(driver);
    } else {
      const link = links.find(({ to, from }) => to === assumption.to && from === assumption.from);
      if (link !== undefined) this.setLink(link);
    }
  }

  /** End a gesture: the next change is a step of its own. */
  settleGesture(): void {
    this.history.settle();
  }

  setMeasure(indicator: string, measure: Measure): void {
    const scenario = { ...this.scenario, measure: { ...this.scenario.measure, [indicator]: measure } };
    this.#record({ kind: 'reading', indicator }, scenario);
  }

  /**
   * Change one indicator's spread.
   *
   * @param indicator Its id.
   * @param points Standard deviation of a year's log growth, in percentage points.
   */
  setSpread(indicator: string, points: number): void {
    const spread = { ...this.scenario.spread, [indicator]: points };
    this.#record({ kind: 'spread', indicator }, { ...this.scenario, spread });
  }

  /** Give every indicator the same spread, in percentage points; `gesture` as in `setGrowth`. */
  setSpreadEverywhere(points: number, gesture?: string): void {
    const spread = spreadEverywhere(this.plan, points);
    this.#record({ kind: 'spread-all' }, { ...this.scenario, spread }, gesture);
  }

  /** Change co-movement, persistence or the seed; `gesture` as in `setGrowth`. */
  setShocks(what: ShockSetting, value: number, gesture?: string): void {
    this.#record({ kind: 'shocks', what }, { ...this.scenario, [what]: value }, gesture);
  }

  /** Choose the share of futures for which growth is sought: a view, not part of the scenario. */
  chooseWantedShare(share: number): void {
    if (share === this.#wantedShare) return;
    this.#wantedShare = share;
    this.#inputs += 1;
    this.#ask();
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
  setLink({ to, from, strength }: Influence): void {
    const others = this.scenario.influences.filter((link) => link.to !== to || link.from !== from);
    const links = strength === 0 ? others : [...others, { to, from, strength }];
    this.#record({ kind: 'link', to, from }, { ...this.scenario, influences: links });
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
    if (id === this.tab.id) return;
    this.history.settle();
    this.#scenarios.show(id);
    // Looking at another scenario of the link in the address changes nothing: the link stays, and its notes.
    if (this.#awaitsAddress || this.#scenarios.isKept(id)) this.#shownChanged();
    else {
      this.#inputs += 1;
      this.#ask();
    }
  }

  /** Open a copy of the shown scenario beside it. */
  duplicate(name: string): void {
    const { loaded, scenario } = this.step;
    this.#scenarios.show(this.#scenarios.add({ ...scenario, name }, loaded.origin).id);
    this.#scenarioChanged();
  }

  /** Remove the shown scenario; `bringBack` undoes it. */
  removeActive(): void {
    this.#scenarios.removeShown();
    if (this.#scenarios.shown === undefined) this.#scenarios.show(this.#addPreset().id);
    this.#shownChanged();
  }

  bringBack(): void {
    this.#scenarios.bringBack();
    this.#shownChanged();
  }

  forgetRemoved(): void {
    this.#scenarios.forgetRemoved();
  }

  /** Load the page anew, as a link from a newer version asks for. */
  reload(): void {
    this.#address.reload();
  }

  /** Write what still waits to be written: the page is being left. */
  flush(): void {
    this.#address.flush();
    this.#scenarios.flush();
  }

  /** Open what the address says: a link's scenarios beside what is kept, or else the last work, or the default preset. */
  #open(text: string): void {
    const link = readLink(text, [this.plan]);
    this.#linkIssues = link.issues;
    this.#keepsAddress = link.issues.length > 0;
    this.#selected = link.see ?? '';
    if (link.language !== undefined) this.preferences.suggestLanguage(link.language);

    this.#scenarios.closeUntouched();
    const [opened] = link.scenarios.map((scenario) => this.#scenarios.open(scenario, { kind: 'link' }));
    // A link that says nothing of a scenario but has issues is a damaged one: the last work is not what it meant.
    const last = link.issues.length === 0 ? this.#scenarios.shown : undefined;
    this.#scenarios.show((opened ?? last ?? this.#addPreset()).id);
    this.#address.leave();
    this.#awaitsAddress = false;
    this.#inputs += 1;
    this.#ask();
  }

  #addPreset(): OpenScenario {
    return this.#scenarios.add(planPreset(this.plan, DEFAULT_PRESET), {
      kind: 'preset',
      preset: DEFAULT_PRESET,
    });
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
    this.#shownChanged();
    this.#scenarios.keepShown();
  }

  /** Another scenario is shown, or the shown one is another now: it is what counts from here on. */
  #shownChanged(): void {
    this.#inputs += 1;
    this.#linkIssues = [];
    this.#ask();
    this.#writeAddress();
  }

  /** A view is not work: a link with issues stays in the address, so that a reload still tells of them. */
  #viewChanged(): void {
    this.#inputs += 1;
    if (!this.#keepsAddress) this.#writeAddress();
  }

  #writeAddress(): void {
    this.#keepsAddress = false;
    this.#awaitsAddress = true;
    this.#address.write(this.link);
  }

  #ask(): void {
    this.manyDraws.cancel();
    const { run, scenario } = this;
    run.ask(scenario, { wantedShare: this.#wantedShare, standIn: this.#asked?.shown });
    this.#asked = run;
  }
}
