import { rememberingSimulator } from '../core/simulate-plan.ts';
import type { EngineApi } from './engine-api.ts';

/**
 * Return the methods of an engine, over caches of their own: the one place where an engine's caches are made. Only the
 * projection is loaded at once, so that the first answer need not wait for the rest.
 */
export function engineMethods(): EngineApi {
  const loadExplorer = () =>
    import('../core/sensitivity/explore.ts').then((module) => module.rememberingExplorer());
  let explorer: ReturnType<typeof loadExplorer> | undefined;
  return {
    simulate: rememberingSimulator(),
    explore: async (question) => (await (explorer ??= loadExplorer()))(question),
    async countDraws({ range, ...question }, report) {
      const { countInSteps } = await import('../core/histogram/count-in-steps.ts');
      return countInSteps(question, range, report);
    },
  };
}
