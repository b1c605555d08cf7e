import { untrack } from 'svelte';
import { assertNever } from '../core/assert-never.ts';
import type { PlanModel } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { assemble, type Assembled } from '../core/sensitivity/assemble.ts';
import type { Exploration, ExploreRequest } from '../core/sensitivity/explore.ts';
import { scenarioBehind } from '../core/sensitivity/scenario-behind.ts';
import type { Engine, Outcome } from '../engine/engine-api.ts';

/** What a part of the page asked for, as far as it is known. */
export interface Explored<Request extends ExploreRequest> {
  /** The answer for the scenario as it now is; undefined while there is none. A sweep is shown as it fills. */
  readonly result: Assembled<Request> | undefined;
  /** How much of the answer is there, from 0 to 1. */
  readonly progress: number;
  /** Why there will be no answer, if the engine failed. */
  readonly failure: string | undefined;
}

/**
 * Asks for as long as the component lives that calls it; the request may change. It is asked of the shown scenario where
 * no other is given.
 */
export type Explore = <Request extends ExploreRequest>(
  request: () => Request,
  scenario?: () => Scenario,
) => Explored<Request>;

/** What is explored, and with what. */
export interface ExplorerSource {
  /** The numbers of the plan that the shown scenario is about. */
  readonly plan: () => PlanModel;
  readonly engine: Engine;
  /** The shown scenario as it now is. */
  readonly scenario: () => Scenario;
  /** Whether its projection is there: it always goes first. */
  readonly isProjected: () => boolean;
}

/** Parts in the first slice of a question: little work, and for a sweep a first coarse picture. */
const FIRST_SLICE: Readonly<Record<ExploreRequest['kind'], number>> = {
  tornado: 1,
  flips: 1,
  sweep: 25,
  point: 1,
  least: 1,
};
/** A slice is made larger below and smaller above these milliseconds, so that a projection waits for 20 at most. */
const SHORT = 6;
const LONG = 12;

/** Asks the engine what parts of the page want to know of scenarios, one slice of one question at a time. */
export class Explorer {
  readonly #source: ExplorerSource;
  #followed: readonly Followed[] = $state.raw([]);
  #isBusy = false;

  constructor(source: ExplorerSource) {
    this.#source = source;
  }

  /** Whether everything that is asked for is answered, or known to have no answer. */
  get isSettled(): boolean {
    return this.#followed.every((each) => each.isSettled);
  }

  /** Ask for as long as the calling component lives. */
  readonly explore: Explore = <Request extends ExploreRequest>(
    request: () => Request,
    scenario = this.#source.scenario,
  ) => {
    const followed = new Followed({ ...this.#source, scenario }, request);
    $effect(() => {
      untrack(() => (this.#followed = [followed, ...this.#followed]));
      return () => (this.#followed = this.#followed.filter((other) => other !== followed));
    });
    $effect(() => {
      if (this.#source.isProjected() && !followed.isSettled) untrack(() => void this.#work());
    });
    return followed as unknown as Explored<Request>;
  };

  /** Ask for slice after slice, of all requests in turn, until nothing is missing or the projection lags behind again. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#source.isProjected()) {
      const followed = this.#followed.find((each) => !each.isSettled);
      if (followed === undefined) break;
      // The next one's turn is next.
      this.#followed = [...this.#followed.filter((other) => other !== followed), followed];
      await followed.askSlice();
    }
    this.#isBusy = false;
  }
}

/** One request that is followed. */
class Followed {
  readonly #source: ExplorerSource;
  readonly #request: () => ExploreRequest;
  /** Everything the answer hangs on, as a text. */
  readonly #key: string;
  #slices: readonly Exploration[] = $state.raw([]);
  #failure: string | undefined = $state();
  /** What the slices and the failure belong to. */
  #answered = $state('');
  /** The first part that is not there yet. */
  #next = $state(0);
  #size = 1;

  constructor(source: ExplorerSource, request: () => ExploreRequest) {
    this.#source = source;
    this.#request = request;
    this.#key = $derived(
      JSON.stringify([request(), scenarioBehind(source.plan(), source.scenario(), request())]),
    );
  }

  get result(): Assembled<ExploreRequest> | undefined {
    const request = this.#request();
    const isShown = this.#isCurrent && this.#slices.length > 0;
    return isShown && (request.kind === 'sweep' || this.progress === 1)
      ? assemble(request, this.#slices)
      : undefined;
  }

  get progress(): number {
    const latest = this.#slices.at(-1);
    if (!this.#isCurrent || latest === undefined) return 0;
    return Math.min(1, this.#next / Math.max(1, latest.total));
  }

  get failure(): string | undefined {
    return this.#isCurrent ? this.#failure : undefined;
  }

  get isSettled(): boolean {
    return this.failure !== undefined || this.progress === 1;
  }

  get #isCurrent(): boolean {
    return this.#answered === this.#key;
  }

  /** Ask for the next slice and take it if it still belongs to what is asked. */
  async askSlice(): Promise<void> {
    const request = this.#request();
    const { engine, scenario } = this.#source;
    const plan = this.#source.plan();
    if (!this.#isCurrent) {
      this.#answered = this.#key;
      this.#slices = [];
      this.#failure = undefined;
      this.#next = 0;
      this.#size = FIRST_SLICE[request.kind];
    }
    const asked = this.#key;
    const [from, to] = [this.#next, this.#next + this.#size];
    const behind = scenarioBehind(plan, scenario(), request);
    const start = performance.now();
    const outcome = await engine.call('explore', { plan, scenario: behind, request, from, to });
    if (this.#key === asked) this.#take(outcome, { to, took: performance.now() - start });
  }

  #take(outcome: Outcome<Exploration>, { to, took }: { readonly to: number; readonly took: number }): void {
    switch (outcome.kind) {
      case 'answered':
        this.#next = to;
        this.#slices = [...this.#slices, outcome.answer];
        if (took < SHORT) this.#size *= 2;
        else if (took > LONG) this.#size = Math.max(1, Math.floor(this.#size / 2));
        break;
      case 'replaced':
        // The new worker is asked for the same slice again.
        break;
      case 'failed':
        this.#failure = outcome.reason;
        break;
      case 'cancelled':
        this.#failure = outcome.kind;
        break;
      default:
        assertNever(outcome);
    }
  }
}
