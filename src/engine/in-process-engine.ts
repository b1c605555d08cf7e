import { countInSteps } from '../core/histogram/count-in-steps.ts';
import { mergeCounts, type DrawCounts } from '../core/histogram/count-draws.ts';
import type { CountQuestion, Engine, EngineApi, Report } from './engine-api.ts';
import { engineMethods } from './engine-methods.ts';
import { reasonOf } from './missing-part.ts';

/** Draws counted before the page has its turn: some 10 ms of work. */
const DRAWS_A_TURN = 8192;

/**
 * Return an engine that computes where it is called: for tests, for the command line's contract, and for a page whose
 * worker still starts or keeps failing. What takes long lets the page have its turn in between.
 */
export function inProcessEngine(): Engine {
  const methods = engineMethods();
  const api: EngineApi = {
    ...methods,
    async explore(question) {
      await pageTurn();
      return methods.explore(question);
    },
    countDraws: countInTurns,
  };
  return {
    async call(method, question, { onProgress, signal } = {}) {
      const run = api[method] as (asked: typeof question, report: Report) => Promise<never>;
      try {
        const answer = await run(question, (done) => {
          signal?.throwIfAborted();
          onProgress?.(done);
        });
        return signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'answered', answer };
      } catch (error) {
        return signal?.aborted === true ? { kind: 'cancelled' } : { kind: 'failed', reason: reasonOf(error) };
      }
    },
  };
}

function pageTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function countInTurns({ range, ...question }: CountQuestion, report: Report): Promise<DrawCounts> {
  const count = (from: number): DrawCounts =>
    countInSteps(question, { from, to: Math.min(range.to, from + DRAWS_A_TURN) }, () => undefined);
  let counts = count(range.from);
  for (let from = range.from + DRAWS_A_TURN; from < range.to; from += DRAWS_A_TURN) {
    await pageTurn();
    report(from - range.from);
    counts = mergeCounts(counts, count(from));
  }
  await pageTurn();
  report(range.to - range.from);
  return counts;
}
