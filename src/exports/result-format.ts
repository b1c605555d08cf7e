import type { PlanModel } from '../core/plan/plan.ts';
import type { SimulationResult } from './result-record.ts';

/** A way to write results. A format is one file, and one line in the table of `formats.ts`. */
export interface ResultFormat {
  /**
   * Write results in pieces, each made when it is asked for, so that memory holds one result.
   *
   * @param results The results, each simulated when it is asked for.
   * @param plans The plans they are about, known before the first of them.
   */
  readonly write: (results: Iterable<SimulationResult>, plans: readonly PlanModel[]) => Iterable<string>;
}
