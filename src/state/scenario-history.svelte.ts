import type { Illustration } from '../plans.ts';
import type { PlanPreset } from '../core/preset/plan-preset.ts';
import type { Scenario } from '../core/scenario/scenario.ts';

/** Where a scenario came from before anything in it was changed. */
export type Origin =
  | { readonly kind: 'preset'; readonly preset: PlanPreset }
  | { readonly kind: 'illustration'; readonly illustration: Illustration }
  | { readonly kind: 'link' }
  | { readonly kind: 'device' };

/** What a person did in one step, as data; `text` turns it into words. */
export type Change =
  | { readonly kind: 'opened' }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'growth'; readonly indicator: string }
  | { readonly kind: 'growths'; readonly indicators: readonly string[] }
  | { readonly kind: 'reading'; readonly indicator: string }
  | { readonly kind: 'spread'; readonly indicator: string }
  | { readonly kind: 'spread-all' }
  | { readonly kind: 'shocks'; readonly what: ShockSetting }
  | { readonly kind: 'driver'; readonly driver: string }
  | { readonly kind: 'link'; readonly to: string; readonly from: string }
  | { readonly kind: 'reset-loaded' }
  | { readonly kind: 'reset-zero' }
  | { readonly kind: 'renamed' };

/** A number that all draws hang on: co-movement, persistence or the seed. */
export type ShockSetting = 'rho' | 'phi' | 'seed';

/** One entry of the list of changes. */
export interface Step {
  readonly change: Change;
  /** The scenario after the step. */
  readonly scenario: Scenario;
  /** What it was loaded as: where Reset leads and what the preset marks show. */
  readonly loaded: { readonly origin: Origin; readonly scenario: Scenario };
}

/** How far back the list reaches. */
const MOST_STEPS = 500;

/** A scenario with everything that was done to it: undo, redo, and a return to any step. One drag is one step. */
export class ScenarioHistory {
  #steps: readonly Step[] = $state.raw([]);
  #at = $state(0);
  /** The gesture whose changes still go into the last step, such as a drag of one slider. */
  #gesture: string | undefined;
  /** The steps that were undone when it began: given up, unless it leads back to where it began. */
  #undone: readonly Step[] = [];
  readonly #sameText: (scenario: Scenario) => string;

  /**
   * @param scenario What is opened.
   * @param origin Where it came from.
   * @param sameText Gives equal texts for scenarios that say the same.
   */
  constructor(scenario: Scenario, origin: Origin, sameText: (scenario: Scenario) => string) {
    this.#sameText = sameText;
    this.#steps = [{ change: { kind: 'opened' }, scenario, loaded: { origin, scenario } }];
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Which of the steps is shown, from 0. */
  get at(): number {
    return this.#at;
  }

  get current(): Step {
    return this.#steps[this.#at] as Step;
  }

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#steps.length - 1;
  }

  /**
   * Add a step, or go on with the last one while the same gesture lasts. Steps that were undone are given up.
   *
   * @param step What was done, the scenario after it, and what it counts as loaded from (as before if absent).
   * @param gesture Names a gesture that goes on, such as one slider's drag; absent for a step of its own.
   */
  record(step: Omit<Step, 'loaded'> & Partial<Pick<Step, 'loaded'>>, gesture?: string): void {
    const goesOn = gesture !== undefined && gesture === this.#gesture;
    if (!goesOn) this.#undone = this.#steps.slice(this.#at + 1);
    const kept = this.#steps.slice(0, goesOn ? this.#at : this.#at + 1);
    const steps = [...kept, { loaded: this.current.loaded, ...step }].slice(-MOST_STEPS);
    this.#steps = steps;
    this.#at = steps.length - 1;
    this.#gesture = gesture;
  }

  /** End the gesture: the next change is a step of its own. A gesture that led back to where it began is no step. */
  settle(): void {
    if (this.#gesture === undefined) return;
    this.#gesture = undefined;
    const before = this.#steps[this.#at - 1];
    if (before !== undefined && this.#sameText(before.scenario) === this.#sameText(this.current.scenario)) {
      this.#steps = [...this.#steps.slice(0, this.#at), ...this.#undone];
      this.#at -= 1;
    }
  }

  /** Show another step; the steps after it stay until something is changed. */
  goTo(at: number): void {
    this.#gesture = undefined;
    this.#at = Math.min(this.#steps.length - 1, Math.max(0, at));
  }

  undo(): void {
    this.goTo(this.#at - 1);
  }

  redo(): void {
    this.goTo(this.#at + 1);
  }
}
