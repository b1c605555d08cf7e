import type { DrawCounts } from '../core/histogram/count-draws.ts';
import type { DrawRange } from '../core/draws/draw-shocks.ts';
import type { ManyDrawsQuestion } from '../core/histogram/count-in-steps.ts';

/** What runs inside a worker that counts many draws. Pure but for its reports. */
export interface DrawsApi {
  /** Counts a range of draws; `onStep` hears how many of them are done. */
  count(question: ManyDrawsQuestion, range: DrawRange, onStep: (done: number) => void): DrawCounts;
}
