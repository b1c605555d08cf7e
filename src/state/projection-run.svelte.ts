import type { Simulation } from '../core/simulate-plan.ts';
import { planModel, type PlanModel } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Engine } from '../engine/engine-api.ts';
import { takeLatest } from '../engine/take-latest.ts';

/** An answer with the question it belongs to. */
export interface Answer {
  readonly revision: number;
  readonly scenario: Scenario;
  /** The share of draws for which growth was sought. */
  readonly wantedShare: number;
  readonly simulation: Simulation;
}

/** The share of draws for which growth is sought until another is chosen. */
export const USUAL_WANTED_SHARE = 0.8;

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
  #ask: (question: Omit<Answer, 'simulation'>) => void;
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
    this.#ask = takeLatest(
      ({ scenario, wantedShare }) => engine.ask({ plan: this.#plan, scenario, wantedShare }),
      ({ scenario, wantedShare, revision }, outcome) => {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#isStale = false;
        clearTimeout(this.#holdTimer);
        this.#holdTimer = undefined;
        this.#isHeld = false;
        if (outcome.kind === 'answered') {
          const simulation = keepUnchanged(this.#answer?.simulation, outcome.simulation);
          this.#answer = { revision, scenario, wantedShare, simulation };
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

  /**
   * Ask what follows from a scenario.
   *
   * @param scenario The scenario.
   * @param wantedShare The share of draws for which growth is sought, above 0 and at most 1.
   */
  ask(scenario: Scenario, wantedShare = USUAL_WANTED_SHARE): void {
    this.#revision += 1;
    // Counted from the first unanswered question, so that a drag over a hung worker does not put it off.
    this.#isHeld = this.#isHeld || this.#timer === undefined;
    this.#holdTimer ??= setTimeout(() => (this.#isHeld = false), HOLD);
    this.#timer ??= setTimeout(() => (this.#isStale = true), STALE_AFTER);
    this.#ask({ scenario, wantedShare, revision: this.#revision });
  }
}

/**
 * Return an answer in which every indicator's result that says the same as before is the very object it was before,
 * so that only the rows that changed are drawn anew.
 */
function keepUnchanged(before: Simulation | undefined, now: Simulation): Simulation {
  if (before === undefined) return now;
  const indicators = now.indicators.map((result, index) => {
    const old = before.indicators[index];
    return old !== undefined && isSame(old, result) ? old : result;
  });
  return { ...now, indicators };
}

/** Whether two plain values of the engine say the same, number by number. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (a instanceof Float64Array && b instanceof Float64Array)
    return a.length === b.length && a.every((value, at) => Object.is(value, b[at]));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length &&
    entries.every(([key, value]) => isSame(value, (b as Readonly<Record<string, unknown>>)[key]))
  );
}
