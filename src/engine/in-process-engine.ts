import { simulatePlan } from '../core/engine.ts';
import type { Engine } from './engine-api.ts';

/**
 * Return an engine that computes where it is called: for tests, for the command line's contract, and for a page whose
 * worker keeps failing.
 */
export function inProcessEngine(): Engine {
  return {
    ask({ plan, scenario }) {
      try {
        return Promise.resolve({ kind: 'answered', simulation: simulatePlan(plan, scenario) });
      } catch (error) {
        return Promise.resolve({ kind: 'failed', reason: String(error) });
      }
    },
  };
}
