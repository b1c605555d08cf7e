import type { Plan } from '../core/plan/plan.ts';
import { sameScenario } from '../core/scenario/same-scenario.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Origin, Step } from '../core/scenario/step.ts';

/** How far back the list reaches. */
const MOST_STEPS = 500;

/** How a gesture ends: what it did counts, or everything is as it was before it. */
export type GestureEnd = 'settled' | 'cancelled';

/** A scenario with everything that was done to it: undo, redo, and a return to any step. One drag is one step. */
export class ScenarioHistory {
  #steps: readonly Step[] = $state.raw([]);
  #at = $state(0);
  /** The gesture whose changes still go into the last step, such as a drag of one slider. */
  #gesture: string | undefined;
  /** The steps that were undone when it began: given up, unless it leads back to where it began. */
  #undone: readonly Step[] = [];
  /** The plan the scenario is about. */
  readonly plan: Plan;

  constructor(plan: Plan, scenario: Scenario, origin: Origin) {
    this.plan = plan;
    this.#steps = [{ edit: undefined, scenario, loaded: { origin, scenario } }];
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
    if (!goesOn) {
      this.settle();
      this.#undone = this.#steps.slice(this.#at + 1);
    }
    const earlier = this.#steps.slice(0, goesOn ? this.#at : this.#at + 1);
    const steps = [...earlier, { loaded: this.current.loaded, ...step }].slice(-MOST_STEPS);
    this.#steps = steps;
    this.#at = steps.length - 1;
    this.#gesture = gesture;
  }

  /** End the gesture: the next change is a step of its own. A gesture that led back to where it began is no step. */
  settle(): void {
    if (this.#gesture === undefined) return;
    this.#gesture = undefined;
    const before = this.#steps[this.#at - 1];
    if (before !== undefined && sameScenario(this.plan, before.scenario, this.current.scenario))
      this.#giveUp();
  }

  /** Give up the gesture, if there is one: everything is as it was before it, the steps that were undone too. */
  cancel(): void {
    if (this.#gesture === undefined) return;
    this.#gesture = undefined;
    this.#giveUp();
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

  #giveUp(): void {
    this.#steps = [...this.#steps.slice(0, this.#at), ...this.#undone];
    this.#at -= 1;
  }
}
