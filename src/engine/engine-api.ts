import type { Simulation, SimulationQuestion } from '../core/simulate-plan.ts';
import type { Exploration, ExploreQuestion } from '../core/sensitivity/explore.ts';

/** What is asked of an engine: plain data that can be cloned into a worker. */
export type Question = SimulationQuestion;

/** What runs inside a worker, or in the page. Pure: the same question always has the same answer. */
export interface EngineApi {
  simulate(question: Question): Simulation;
  /** Answers one slice; whoever asks keeps slices so small that a projection never waits long behind one. */
  explore(question: ExploreQuestion): Promise<Exploration>;
}

/** What came of a question. */
export type Outcome =
  | { readonly kind: 'answered'; readonly simulation: Simulation }
  /** The worker threw, died or hung, and there is a new one: ask again, the newest question first. */
  | { readonly kind: 'replaced' }
  /** The question itself cannot be answered: a fault in the program, said openly. */
  | { readonly kind: 'failed'; readonly reason: string };

/** What came of a slice of an exploration. */
export type ExploreOutcome =
  | { readonly kind: 'answered'; readonly exploration: Exploration }
  /** The worker died or hung, and there is a new one: ask for the slice again. */
  | { readonly kind: 'replaced' }
  /** The question itself cannot be answered: a fault in the program, said openly. */
  | { readonly kind: 'failed'; readonly reason: string };

/** Answers questions one at a time, and slices of explorations beside them; never rejects. */
export interface Engine {
  ask(question: Question): Promise<Outcome>;
  explore(question: ExploreQuestion): Promise<ExploreOutcome>;
}
