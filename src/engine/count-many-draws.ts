import { assertNever } from '../core/assert-never.ts';
import type { Ensemble } from '../core/draws/ensemble.ts';
import type { DrawCounts } from '../core/histogram/count-draws.ts';
import { summariseParts, type ManyDrawsQuestion } from '../core/histogram/count-in-steps.ts';
import type { CallOptions, Settled } from './engine-api.ts';
import { loadPart } from './load-part.ts';
import { Patience } from './patience.ts';
import { RunningWorker, type Result, type WorkerHandle } from './running-worker.ts';

/** A scenario, and how many times it is to be drawn. */
export interface CountedQuestion extends ManyDrawsQuestion {
  readonly draws: number;
}

/** How a count of many draws is followed, and what starts a worker for it. */
export interface CountOptions extends Pick<CallOptions, 'onProgress' | 'signal'> {
  readonly spawn: () => WorkerHandle;
}

/** How many workers share the work. */
const WORKERS = 2;
/** The least a worker at work may go without a report, in milliseconds; a step takes some 20. */
const LEAST_PATIENCE = 5000;

/**
 * Count many draws on workers of their own, so that the page's engine stays free for the next slider move. The workers
 * are ended with the call; where one of them is lost that was at work, so is the call. Where none can be had, the page
 * counts.
 *
 * @returns What the draws say; `onProgress` hears how many of them are done. Rejects only where the part that counts could
 *   not be loaded.
 */
export async function countManyDraws(
  { draws, ...question }: CountedQuestion,
  { spawn, onProgress, signal }: CountOptions,
): Promise<Settled<Ensemble>> {
  const patience = new Patience(LEAST_PATIENCE);
  const pool = Array.from({ length: WORKERS }, () => new RunningWorker(spawn, patience));
  const end = (): void => pool.forEach((worker) => worker.terminate({ kind: 'cancelled' }));
  const done = pool.map(() => 0);
  let trouble: Exclude<Result<DrawCounts>, { readonly kind: 'answered' }> | undefined;
  const counts = await Promise.all(
    pool.map(async (worker, part) => {
      const range = {
        from: Math.floor((part * draws) / WORKERS),
        to: Math.floor(((part + 1) * draws) / WORKERS),
      };
      const result = await worker.call(
        'countDraws',
        { ...question, range },
        {
          signal,
          onProgress(count) {
            done[part] = count;
            onProgress?.(done.reduce((sum, each) => sum + each));
          },
        },
      );
      if (result.kind === 'answered') return [result.answer];
      if (trouble === undefined) {
        trouble = result;
        end();
      }
      return [];
    }),
  );
  if (trouble === undefined) {
    end();
    return { kind: 'answered', answer: summariseParts(question, counts.flat()) };
  }
  if (trouble.kind === 'cancelled') return trouble;
  if (trouble.kind === 'lost' && !pool.some((worker) => worker.hasSpoken)) {
    return countInProcess({ draws, ...question }, { onProgress, signal });
  }
  return { kind: 'failed', reason: trouble.reason };
}

async function countInProcess(
  { draws, ...question }: CountedQuestion,
  options: CallOptions,
): Promise<Settled<Ensemble>> {
  const { inProcessEngine } = await loadPart(() => import('./in-process-engine.ts'));
  const range = { from: 0, to: draws };
  const outcome = await inProcessEngine().call('countDraws', { ...question, range }, options);
  switch (outcome.kind) {
    case 'answered':
      return { kind: 'answered', answer: summariseParts(question, [outcome.answer]) };
    case 'replaced':
      return { kind: 'failed', reason: outcome.reason };
    case 'failed':
    case 'cancelled':
      return outcome;
    default:
      return assertNever(outcome);
  }
}
