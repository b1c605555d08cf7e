import type { Simulation } from '../core/simulate-plan.ts';
import type { PlanModel } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Ensemble } from '../core/draws/ensemble.ts';
import { withEnsemble } from '../core/with-ensemble.ts';
import type { ManyDrawsRun } from '../engine/many-draws.ts';

/** How far a run of many draws has come. */
export type ManyDrawsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Starts a run. */
export type StartManyDraws = (
  question: { readonly plan: PlanModel; readonly scenario: Scenario },
  draws: number,
  onProgress: (done: number) => void,
) => Promise<ManyDrawsRun>;

/**
 * Many more draws than an answer usually has, asked for by hand for one scenario. What they say stands in for the usual
 * draws as long as that very scenario is shown.
 */
export class ManyDraws {
  readonly #plan: PlanModel;
  readonly #start: StartManyDraws;
  #state: ManyDrawsState = $state.raw({ kind: 'idle' });
  #result: { readonly scenario: Scenario; readonly ensemble: Ensemble } | undefined = $state.raw();
  /** Tells the newest run from those that were cancelled. */
  #current: { run: ManyDrawsRun | undefined } | undefined;

  constructor(plan: PlanModel, start: StartManyDraws) {
    this.#plan = plan;
    this.#start = start;
  }

  get state(): ManyDrawsState {
    return this.#state;
  }

  /**
   * Draw a scenario many times.
   *
   * @param scenario The scenario that is shown.
   * @param draws How many times.
   */
  async run(scenario: Scenario, draws: number): Promise<void> {
    this.cancel();
    const mine: { run: ManyDrawsRun | undefined } = { run: undefined };
    this.#current = mine;
    this.#state = { kind: 'running', done: 0, of: draws };
    try {
      const run = await this.#start({ plan: this.#plan, scenario }, draws, (done) => {
        if (this.#current === mine) this.#state = { kind: 'running', done, of: draws };
      });
      mine.run = run;
      if (this.#current !== mine) {
        run.cancel();
        run.ensemble.catch(() => undefined);
        return;
      }
      const ensemble = await run.ensemble;
      if (this.#current !== mine) return;
      this.#result = { scenario, ensemble };
      this.#state = { kind: 'idle' };
      this.#current = undefined;
    } catch (error) {
      if (this.#current !== mine) return;
      this.#state = { kind: 'failed', reason: String(error) };
      this.#current = undefined;
    }
  }

  /** Give up the run, if there is one; what an earlier one said stays with its scenario. */
  cancel(): void {
    this.#current?.run?.cancel();
    this.#current = undefined;
    this.#state = { kind: 'idle' };
  }

  /**
   * Return an answer with what many draws say in place of the usual ones, where they were drawn for its scenario.
   *
   * @param scenario The scenario the answer belongs to.
   * @param simulation The answer.
   */
  apply(scenario: Scenario, simulation: Simulation): Simulation {
    if (this.#result === undefined || this.#result.scenario !== scenario) return simulation;
    return withEnsemble(simulation, this.#result.ensemble);
  }
}
