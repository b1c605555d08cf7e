import { proxy, releaseProxy, wrap } from 'comlink';
import type { DrawCounts } from '../core/histogram/count-draws.ts';
import type { DrawRange } from '../core/draws/draw-shocks.ts';
import type { Ensemble } from '../core/draws/ensemble.ts';
import { summariseParts, type ManyDrawsQuestion } from '../core/histogram/count-in-steps.ts';
import type { DrawsApi } from './draws-api.ts';
import { startWorker } from './worker-scripts.ts';

/** A run of many draws. */
export interface ManyDrawsRun {
  /** What they say, once all are counted; rejects where a worker breaks or stops reporting. */
  readonly ensemble: Promise<Ensemble>;
  /** Ends the workers at once. */
  cancel(): void;
}

/** How long a worker may go without a report, in milliseconds; a step takes some 20. */
const PATIENCE = 5000;

/**
 * Count many draws on workers of their own, so that the page's engine stays free for the next slider move.
 *
 * @param question The plan and the scenario.
 * @param draws How many.
 * @param options How many workers share the work, and who hears how many draws are done.
 * @returns The run.
 */
export function countOnWorkers(
  question: ManyDrawsQuestion,
  draws: number,
  { workers, onProgress }: { readonly workers: number; readonly onProgress: (done: number) => void },
): ManyDrawsRun {
  const done = new Array<number>(workers).fill(0);
  const parts = Array.from({ length: workers }, (_, part) => {
    const range = {
      from: Math.floor((part * draws) / workers),
      to: Math.floor(((part + 1) * draws) / workers),
    };
    return countPart(question, range, (count) => {
      done[part] = count;
      onProgress(done.reduce((sum, each) => sum + each, 0));
    });
  });
  const cancel = (): void => parts.forEach((part) => part.cancel());
  const counted = Promise.all(parts.map((part) => part.counts));
  return {
    ensemble: counted.then((all) => summariseParts(question, all)).finally(cancel),
    cancel,
  };
}

interface Part {
  readonly counts: Promise<DrawCounts>;
  cancel(): void;
}

function countPart(question: ManyDrawsQuestion, range: DrawRange, onStep: (done: number) => void): Part {
  const worker = startWorker('draws');
  const api = wrap<DrawsApi>(worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isEnded = false;
  const counts = new Promise<DrawCounts>((resolve, reject) => {
    const watch = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => reject(new Error('a worker stopped reporting')), PATIENCE);
    };
    watch();
    worker.addEventListener('error', () => reject(new Error('a worker broke')));
    const hear = proxy((count: number) => {
      watch();
      onStep(count);
    });
    api.count(question, range, hear).then(resolve, reject);
  });
  return {
    counts,
    cancel() {
      if (isEnded) return;
      isEnded = true;
      clearTimeout(timer);
      api[releaseProxy]();
      worker.terminate();
    },
  };
}
