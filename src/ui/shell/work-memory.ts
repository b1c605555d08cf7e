import type { Simulation } from '../../core/simulate-plan.ts';
import type { Edit } from '../../core/scenario/edit.ts';

/** Where one is in a scenario's history, and what follows there. */
export interface Work {
  /** The scenario that is worked on: the same object as long as it is. */
  readonly history: object;
  /** Which of its steps is shown, from 0, and what was done in it. */
  readonly at: number;
  readonly edit: Edit | undefined;
  /** The answer that may be shown; undefined while there is none. */
  readonly simulation: Simulation | undefined;
}

/** Whether an edit goes on with what was there; another scenario in its place is not compared with it. */
const GOES_ON: Readonly<Record<Edit['kind'], boolean>> = {
  growth: true,
  growths: true,
  measure: true,
  spread: true,
  'spread-everywhere': true,
  'draw-parameter': true,
  driver: true,
  'remove-driver': true,
  influence: true,
  assumption: true,
  rename: true,
  load: false,
  reset: false,
  hold: false,
};

/** Remembers what held before the step that is worked on, so that a question stays the same while one works. */
export class WorkMemory {
  #latest: { readonly history: object; readonly at: number; readonly simulation: Simulation } | undefined;
  #before: Simulation | undefined;

  /**
   * Return the answer before the step that is shown; undefined where there is nothing to compare with: a scenario just
   * opened, a step gone back to.
   */
  before({ history, at, edit, simulation }: Work): Simulation | undefined {
    if (simulation === undefined) return this.#before;
    const latest = this.#latest;
    const isSame = latest?.history === history;
    if (!isSame || at < latest.at || (at > latest.at && edit !== undefined && !GOES_ON[edit.kind]))
      this.#before = undefined;
    else if (at > latest.at) this.#before = latest.simulation;
    this.#latest = { history, at, simulation };
    return this.#before;
  }
}
