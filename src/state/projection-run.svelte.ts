import type { Simulation } from '../core/engine.ts';
import type { PlanModel } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Engine } from '../engine/engine-api.ts';
import { newestWins } from '../engine/newest-wins.ts';

/** An answer with the question it belongs to. */
export interface Answer {
  readonly revision: number;
  readonly scenario: Scenario;
  readonly simulation: Simulation;
}

/** After how many milliseconds without an answer the old numbers are taken off the page. */
const STALE_AFTER = 200;

/** The page's side of the engine: asks it whenever the scenario changes, and holds the newest answer. */
export class ProjectionRun {
  #plan: PlanModel;
  #ask: (question: { plan: PlanModel; scenario: Scenario; revision: number }) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = $state(0);
  #answer: Answer | undefined = $state.raw();
  #failure: string | undefined = $state();
  #isStale = $state(false);

  /**
   * @param plan The plan every question is about.
   * @param engine Answers the questions.
   */
  constructor(plan: PlanModel, engine: Engine) {
    this.#plan = plan;
    this.#ask = newestWins(
      (question) => engine.ask({ plan: question.plan, scenario: question.scenario }),
      ({ scenario, revision }, outcome) => {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#isStale = false;
        if (outcome.kind === 'answered')
          this.#answer = { revision, scenario, simulation: outcome.simulation };
        else this.#answer = undefined;
        this.#failure = outcome.kind === 'failed' ? outcome.reason : undefined;
      },
    );
  }

  /** Number of the newest question. */
  get revision(): number {
    return this.#revision;
  }

  /** The newest answer; it may still lag behind the newest question. */
  get answer(): Answer | undefined {
    return this.#answer;
  }

  /** The answer that may be shown: none while the engine is late with a newer one. */
  get shown(): Answer | undefined {
    return this.#isStale ? undefined : this.#answer;
  }

  /** Whether the newest question is answered. */
  get isSettled(): boolean {
    return this.#answer?.revision === this.#revision;
  }

  /** Why the newest question has no answer, if the engine failed. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Ask what follows from a scenario. */
  ask(scenario: Scenario): void {
    this.#revision += 1;
    // Counted from the first unanswered question, so that a drag over a hung worker does not put it off.
    this.#timer ??= setTimeout(() => (this.#isStale = true), STALE_AFTER);
    this.#ask({ plan: this.#plan, scenario, revision: this.#revision });
  }
}
