import { DrawCaches } from '../core/draws/draw-caches.ts';
import { cachingSimulator } from '../core/simulate-plan.ts';
import { cachingExplorer } from '../core/sensitivity/explore.ts';
import type { Engine } from './engine-api.ts';

/**
 * Return an engine that computes where it is called: for tests, for the command line's contract, and for a page whose
 * worker keeps failing.
 */
export function inProcessEngine(): Engine {
  const caches = new DrawCaches();
  const simulate = cachingSimulator(caches);
  const explore = cachingExplorer(caches);
  return {
    ask(question) {
      try {
        return Promise.resolve({ kind: 'answered', simulation: simulate(question) });
      } catch (error) {
        return Promise.resolve({ kind: 'failed', reason: String(error) });
      }
    },
    async explore(question) {
      // Between slices the page has its turn.
      await new Promise((resolve) => setTimeout(resolve));
      try {
        return { kind: 'answered', exploration: explore(question) };
      } catch (error) {
        return { kind: 'failed', reason: String(error) };
      }
    },
  };
}
