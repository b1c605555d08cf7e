import type { DrawRange } from '../core/draws/draw-shocks.ts';
import type { DrawCounts } from '../core/histogram/count-draws.ts';
import type { ManyDrawsQuestion } from '../core/histogram/count-in-steps.ts';
import type { Exploration, ExploreQuestion } from '../core/sensitivity/explore.ts';
import type { Simulation, SimulationQuestion } from '../core/simulate-plan.ts';

/** Hears how much of an answer is done, in the unit of the question. */
export type Report = (done: number) => void;

/** A range of draws to be counted. */
export interface CountQuestion extends ManyDrawsQuestion {
  readonly range: DrawRange;
}

/**
 * What an engine can be asked, whether it runs inside a worker or in the page. Questions are plain data that can be
 * cloned into a worker, and the same question always has the same answer. A method that takes long reports on its way.
 */
export interface EngineApi {
  simulate(question: SimulationQuestion): Simulation;
  /** Answers one slice; whoever asks makes slices so small that a projection never waits long behind one. */
  explore(question: ExploreQuestion): Promise<Exploration>;
  /** Counts a range of draws; reports how many of them are done. */
  countDraws(question: CountQuestion, report: Report): Promise<DrawCounts>;
}

export type Method = keyof EngineApi;
export type QuestionOf<Asked extends Method> = Parameters<EngineApi[Asked]>[0];
export type AnswerOf<Asked extends Method> = Awaited<ReturnType<EngineApi[Asked]>>;

/** What came of a call. */
export type Outcome<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** The worker threw, died or hung, and there is a new one: ask again, the newest question first. */
  | { readonly kind: 'replaced'; readonly reason: string }
  /** The question itself cannot be answered: a fault in the program, said openly. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Whoever asked gave the call up. */
  | { readonly kind: 'cancelled' };

/** The outcome of a call that is made again until no worker is lost over it. */
export type Settled<Answer> = Exclude<Outcome<Answer>, { readonly kind: 'replaced' }>;

/** How a call is followed. */
export interface CallOptions {
  /** Hears what the method reports. */
  readonly onProgress?: Report | undefined;
  /** Gives the call up at once: whatever works on it is ended. */
  readonly signal?: AbortSignal | undefined;
}

/** Answers calls; never rejects. */
export interface Engine {
  call<Asked extends Method>(
    method: Asked,
    question: QuestionOf<Asked>,
    options?: CallOptions,
  ): Promise<Outcome<AnswerOf<Asked>>>;
}
