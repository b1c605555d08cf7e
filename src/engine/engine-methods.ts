import { DrawCaches } from '../core/draws/draw-caches.ts';
import type { cachingExplorer } from '../core/sensitivity/explore.ts';
import { cachingSimulator } from '../core/simulate-plan.ts';
import type { EngineApi } from './engine-api.ts';
import { throwMissing } from './missing-part.ts';

/**
 * Return the methods of an engine, over one set of caches: the one place where an engine's caches are made. Only the
 * projection is loaded at once, so that the first answer need not wait for the rest.
 */
export function engineMethods(): EngineApi {
  const caches = new DrawCaches();
  let explorer: ReturnType<typeof cachingExplorer> | undefined;
  return {
    simulate: cachingSimulator(caches),
    async explore(question) {
      const part = await import('../core/sensitivity/explore.ts').catch(throwMissing);
      return (explorer ??= part.cachingExplorer(caches))(question);
    },
    async countDraws({ range, ...question }, report) {
      const { countInSteps } = await import('../core/histogram/count-in-steps.ts').catch(throwMissing);
      return countInSteps(question, range, report);
    },
  };
}
