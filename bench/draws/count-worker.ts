import { parentPort, workerData } from 'node:worker_threads';
import { countInSteps, type ManyDrawsQuestion } from '../../src/core/histogram/count-in-steps.ts';
import type { DrawRange } from '../../src/core/draws/draw-shocks.ts';

/** What a worker is started with, and what it says. */
export interface CountTask {
  readonly question: ManyDrawsQuestion;
  readonly range: DrawRange;
}

const { question, range } = workerData as CountTask;
const counts = countInSteps(question, range, () => parentPort?.postMessage('step'));
parentPort?.postMessage(counts);
