import type { Simulation } from '../core/engine.ts';
import { planModel, type PlanModel } from '../core/plan/plan.ts';
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
const STALE_AFTER = 150;

/**
 * How many milliseconds the page waits for an answer before it shows a question without it. An answer mostly takes two
 * or three: then a new rate and what follows from it are drawn in one frame, not one after the other.
 */
const HOLD = 24;

/** The page's side of the engine: asks it whenever the scenario changes, and holds the newest answer. */
export class ProjectionRun {
  #plan: PlanModel;
  #ask: (question: { plan: PlanModel; scenario: Scenario; revision: number }) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = $state(0);
  #answer: Answer | undefined = $state.raw();
  #failure: string | undefined = $state();
  #isStale = $state(false);
  #holdTimer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = $state(false);

  /**
   * @param plan The plan every question is about.
   * @param engine Answers the questions.
   */
  constructor(plan: PlanModel, engine: Pick<Engine, 'ask'>) {
    // Only the numbers are sent to the worker, and they are taken out of the plan only once.
    this.#plan = planModel(plan);
    this.#ask = newestWins(
      (question) => engine.ask({ plan: question.plan, scenario: question.scenario }),
      ({ scenario, revision }, outcome) => {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#isStale = false;
        clearTimeout(this.#holdTimer);
        this.#holdTimer = undefined;
        this.#isHeld = false;
        if (outcome.kind === 'answered') {
          const simulation = keepUnchanged(this.#answer?.simulation, outcome.simulation);
          this.#answer = { revision, scenario, simulation };
        } else this.#answer = undefined;
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

  /**
   * Return the scenario to show: the newest one, but for the moment in which its answer is on the way and the answered
   * one still stands.
   *
   * @param newest The scenario that was asked about last.
   */
  scenarioToShow(newest: Scenario): Scenario {
    return this.#isHeld && this.#answer !== undefined ? this.#answer.scenario : newest;
  }

  /** Ask what follows from a scenario. */
  ask(scenario: Scenario): void {
    this.#revision += 1;
    // Counted from the first unanswered question, so that a drag over a hung worker does not put it off.
    this.#isHeld = this.#isHeld || this.#timer === undefined;
    this.#holdTimer ??= setTimeout(() => (this.#isHeld = false), HOLD);
    this.#timer ??= setTimeout(() => (this.#isStale = true), STALE_AFTER);
    this.#ask({ plan: this.#plan, scenario, revision: this.#revision });
  }
}

/**
 * Return an answer in which every indicator's result that says the same as before is the very object it was before,
 * so that only the rows that changed are drawn anew.
 */
function keepUnchanged(before: Simulation | undefined, now: Simulation): Simulation {
  if (before === undefined) return now;
  const indicators = now.indicators.map((result, place) => {
    const old = before.indicators[place];
    return old !== undefined && isSame(old, result) ? old : result;
  });
  return { ...now, indicators };
}

/** Whether two plain values of the engine say the same, number by number. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => isSame(value, (b as Readonly<Record<string, unknown>>)[key]))
  );
}
