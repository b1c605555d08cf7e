import type { PlanModel } from '../core/plan/plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Simulation } from '../core/simulate-plan.ts';
import type { Engine } from '../engine/engine-api.ts';
import { takeLatest, type Delivered } from '../engine/take-latest.ts';
import { equalData } from '../core/equal-data.ts';

/** The share of draws for which growth is sought until another is chosen. */
export const USUAL_WANTED_SHARE = 0.8;

/** After how many milliseconds without an answer the old numbers are taken off the page. */
const STALE_AFTER = 150;

/** A scenario and the numbers of its plan. */
export interface About {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
}

/** What is asked of a scenario. */
interface Question extends About {
  /** The share of draws for which growth is sought. */
  readonly wantedShare: number;
  /** Number of the question among those of its run. */
  readonly revision: number;
}

/** An answer with the question it belongs to. */
export interface Answer extends Question {
  readonly simulation: Simulation;
}

/** How a scenario is asked about. */
export interface AskOptions {
  /** The share of draws for which growth is sought, above 0 and at most 1; the usual one if not stated. */
  readonly wantedShare?: number;
  /** The answer that stands on the page; it goes on standing there for a moment where the run has none of its own. */
  readonly standIn?: Answer | undefined;
}

/** The runs of the open scenarios, one each: whatever they ask goes through one engine, one question at a time. */
export class Runs {
  readonly #runs = new WeakMap<object, Run>();
  readonly #ask: (run: Run, question: Question) => void;

  /** @param engine Answers the questions. */
  constructor(engine: Engine) {
    this.#ask = takeLatest<Run, Question, Simulation>({
      ask: ({ plan, scenario, wantedShare }) => engine.call('simulate', { plan, scenario, wantedShare }),
      deliver: (run, question, outcome) => run.take(question, outcome),
      isSame: isSameQuestion,
    });
  }

  /**
   * Return the run of an open scenario, always the same one.
   *
   * @param key What stands for the scenario as long as it is open, through every edit, such as its history.
   */
  of(key: object): Run {
    if (!this.#runs.has(key)) {
      // Whoever reads the run may be the first to ask for it, and does not follow what comes to be in the reading itself.
      $effect.root(() => {
        const run: Run = new Run((question) => this.#ask(run, question));
        this.#runs.set(key, run);
      });
    }
    return this.#runs.get(key) as Run;
  }
}

/** What follows from one scenario as it is edited: the newest question about it, and the newest answer. */
export class Run {
  readonly #send: (question: Question) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #revision = $state(0);
  #answer: Answer | undefined = $state.raw();
  #standIn: Answer | undefined = $state.raw();
  #failure: string | undefined = $state();
  #isStale = $state(false);

  /** @param send Asks a question; its outcome comes by `take`, unless a newer one is asked meanwhile. */
  constructor(send: (question: Question) => void) {
    this.#send = send;
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
    return this.#isStale ? undefined : (this.#answer ?? this.#standIn);
  }

  /** Whether the newest question is answered. */
  get isSettled(): boolean {
    return this.#answer?.revision === this.#revision;
  }

  /** Why the newest question has no answer, if the engine failed. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Ask what follows from the scenario as it now is; what is answered already is not asked again. */
  ask({ plan, scenario }: About, { wantedShare = USUAL_WANTED_SHARE, standIn }: AskOptions = {}): void {
    const question = { plan, scenario, wantedShare, revision: this.#revision + 1 };
    if (this.#answer !== undefined && this.isSettled && isSameQuestion(this.#answer, question)) {
      if (this.#answer.scenario !== scenario) this.#answer = { ...this.#answer, scenario };
      return;
    }
    this.#revision += 1;
    // Of another plan nothing stands in: its numbers would stand beside this one's indicators.
    this.#standIn = standIn?.plan === plan ? standIn : undefined;
    // Counted from the first unanswered question, so that a drag over a hung worker does not put it off.
    this.#timer ??= setTimeout(() => (this.#isStale = true), STALE_AFTER);
    this.#send(question);
  }

  /** Take the outcome of the newest question. */
  take(question: Question, outcome: Delivered<Simulation>): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isStale = false;
    this.#failure = outcome.kind === 'failed' ? outcome.reason : undefined;
    const before = (this.#answer ?? this.#standIn)?.simulation;
    this.#answer =
      outcome.kind === 'answered'
        ? { ...question, simulation: reuseUnchanged(before, outcome.answer) }
        : undefined;
    this.#standIn = undefined;
  }
}

/** Whether two questions have the same answer: a name says nothing to the engine. */
function isSameQuestion(one: Omit<Question, 'revision'>, other: Omit<Question, 'revision'>): boolean {
  return (
    one.plan === other.plan &&
    one.wantedShare === other.wantedShare &&
    equalData({ ...one.scenario, name: '' }, { ...other.scenario, name: '' })
  );
}

/**
 * Return an answer in which every indicator's result that says the same as before is the very object it was before,
 * so that only the rows that changed are drawn anew.
 */
function reuseUnchanged(before: Simulation | undefined, now: Simulation): Simulation {
  if (before === undefined) return now;
  const indicators = now.indicators.map((result, index) => {
    const old = before.indicators[index];
    return old !== undefined && equalData(old, result) ? old : result;
  });
  return { ...now, indicators };
}
