import type { Ensemble } from '../core/draws/ensemble.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Simulation } from '../core/simulate-plan.ts';
import { withEnsemble } from '../core/with-ensemble.ts';
import { assertNever } from '../core/assert-never.ts';
import type { Report, Settled } from '../engine/engine-api.ts';
import { reasonOf } from '../engine/missing-part.ts';
import type { About } from './runs.svelte.ts';

/** How far a run of many draws has come. */
export type ManyDrawsState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Draws a scenario many times; may reject where it cannot even be started. */
export type CountManyDraws = (
  question: About & { readonly draws: number },
  options: { readonly onProgress: Report; readonly signal: AbortSignal },
) => Promise<Settled<Ensemble>>;

/**
 * Many more draws than an answer usually has, asked for by hand for one scenario. What they say stands in for the usual
 * draws as long as that very scenario is shown.
 */
export class ManyDraws {
  readonly #count: CountManyDraws;
  #state: ManyDrawsState = $state.raw({ kind: 'idle' });
  #result: { readonly scenario: Scenario; readonly ensemble: Ensemble } | undefined = $state.raw();
  /** Cancels the newest run; tells it from those that were cancelled. */
  #current: AbortController | undefined;

  constructor(count: CountManyDraws) {
    this.#count = count;
  }

  get state(): ManyDrawsState {
    return this.#state;
  }

  /**
   * Draw a scenario many times.
   *
   * @param about The scenario that is shown, and its plan.
   * @param draws How many times.
   */
  async run(about: About, draws: number): Promise<void> {
    this.cancel();
    const controller = new AbortController();
    this.#current = controller;
    this.#state = { kind: 'running', done: 0, of: draws };
    const outcome = await this.#call({ ...about, draws }, controller);
    if (this.#current !== controller) return;
    this.#current = undefined;
    switch (outcome.kind) {
      case 'answered':
        this.#result = { scenario: about.scenario, ensemble: outcome.answer };
        this.#state = { kind: 'idle' };
        break;
      case 'failed':
        this.#state = outcome;
        break;
      case 'cancelled':
        this.#state = { kind: 'idle' };
        break;
      default:
        assertNever(outcome);
    }
  }

  /** Give up the run, if there is one; what an earlier one said stays with its scenario. */
  cancel(): void {
    this.#current?.abort();
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

  async #call(
    question: About & { readonly draws: number },
    controller: AbortController,
  ): Promise<Settled<Ensemble>> {
    try {
      return await this.#count(question, {
        signal: controller.signal,
        onProgress: (done) => {
          if (this.#current === controller) this.#state = { kind: 'running', done, of: question.draws };
        },
      });
    } catch (error) {
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }
}
