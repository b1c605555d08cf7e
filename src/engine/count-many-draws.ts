import type { Ensemble } from '../core/draws/ensemble.ts';
import type { DrawCounts } from '../core/histogram/count-draws.ts';
import { summariseParts, type ManyDrawsQuestion } from '../core/histogram/count-in-steps.ts';
import type { CallOptions, Outcome, Settled } from './engine-api.ts';
import type { WorkerHandle } from './running-worker.ts';
import { superviseWorker } from './supervise-worker.ts';

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
/** How long a worker may go without a report, in milliseconds; a step takes some 20. */
const PATIENCE = 5000;

/**
 * Count many draws on workers of their own, so that the page's engine stays free for the next slider move. The workers
 * are ended with the call; where one of them is lost, so is the call.
 *
 * @returns What the draws say; `onProgress` hears how many of them are done. Never rejects.
 */
export async function countManyDraws(
  { draws, ...question }: CountedQuestion,
  { spawn, onProgress, signal }: CountOptions,
): Promise<Settled<Ensemble>> {
  const pool = Array.from({ length: WORKERS }, () => superviseWorker(spawn, () => undefined));
  const end = (): void => pool.forEach((worker) => worker.end());
  const done = pool.map(() => 0);
  let trouble: Exclude<Outcome<DrawCounts>, { readonly kind: 'answered' }> | undefined;
  const counts = await Promise.all(
    pool.map(async (worker, part) => {
      const range = {
        from: Math.floor((part * draws) / WORKERS),
        to: Math.floor(((part + 1) * draws) / WORKERS),
      };
      const outcome = await worker.call(
        'countDraws',
        { ...question, range },
        {
          signal,
          patience: PATIENCE,
          onProgress(count) {
            done[part] = count;
            onProgress?.(done.reduce((sum, each) => sum + each));
          },
        },
      );
      if (outcome.kind === 'answered') return [outcome.answer];
      trouble ??= outcome;
      end();
      return [];
    }),
  );
  end();
  if (trouble?.kind === 'cancelled') return trouble;
  if (trouble !== undefined) return { kind: 'failed', reason: trouble.reason };
  return { kind: 'answered', answer: summariseParts(question, counts.flat()) };
}
