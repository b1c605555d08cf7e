import { DrawCaches } from '../core/draws/draw-caches.ts';
import { cachingSimulator } from '../core/simulate-plan.ts';
import type { EngineApi } from './engine-api.ts';

/**
 * Return the methods of an engine, over one set of caches: the one place where an engine's caches are made. Only the
 * projection is loaded at once, so that the first answer need not wait for the rest.
 */
export function engineMethods(): EngineApi {
  const caches = new DrawCaches();
  const loadExplorer = () =>
    import('../core/sensitivity/explore.ts').then((module) => module.cachingExplorer(caches));
  let explorer: ReturnType<typeof loadExplorer> | undefined;
  return {
    simulate: cachingSimulator(caches),
    explore: async (question) => (await (explorer ??= loadExplorer()))(question),
    async countDraws({ range, ...question }, report) {
      const { countInSteps } = await import('../core/histogram/count-in-steps.ts');
      return countInSteps(question, range, report);
    },
  };
}
