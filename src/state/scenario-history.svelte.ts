import type { Plan } from '../core/plan/plan.ts';
import { sameScenario } from '../core/scenario/same-scenario.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Origin, Step } from '../core/scenario/step.ts';
import type { SavedHistory, Steps } from './saved-history.ts';

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
  /** Reads what was saved beside the shown step, until it was read. */
  #readSteps: (() => Steps) | undefined;
  #revision = 0;
  /** The plan the scenario is about. */
  readonly plan: Plan;

  constructor(plan: Plan, scenario: Scenario, origin: Origin) {
    this.plan = plan;
    this.#steps = [{ edit: undefined, scenario, loaded: { origin, scenario } }];
  }

  /** Take up a history that was saved. Only its shown step is there until `unfold`: a bar may hold thirty. */
  static resume(plan: Plan, { current, revision, readSteps }: SavedHistory): ScenarioHistory {
    const history = new ScenarioHistory(plan, current.scenario, current.loaded.origin);
    history.#steps = [current];
    history.#revision = revision;
    history.#readSteps = readSteps;
    return history;
  }

  /** Read the steps beside the shown one, if they were saved: before the scenario is worked on. */
  unfold(): void {
    if (this.#readSteps === undefined) return;
    const { steps, at } = this.#readSteps();
    this.#readSteps = undefined;
    this.#steps = steps;
    this.#at = at;
  }

  /** How often it was changed: of two versions of one scenario, the greater is the newer. */
  get revision(): number {
    return this.#revision;
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

  /** Whether it is more than what was opened: something was done to it, it has a name, or an earlier visit left it. */
  get isWork(): boolean {
    const { scenario, loaded } = this.current;
    const isDone = this.#steps.some(({ edit }) => edit !== undefined && edit.kind !== 'load');
    return isDone || scenario.name !== '' || loaded.origin.kind === 'device';
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
    this.unfold();
    this.#revision += 1;
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
    this.unfold();
    this.#revision += 1;
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
    this.#revision += 1;
  }
}
