import { releaseProxy, wrap } from 'comlink';
import type { EngineApi } from './engine-api.ts';
import type { WatchedWorker } from './watched-engine.ts';
import { startWorker } from './worker-scripts.ts';

/**
 * Start the engine's worker.
 *
 * @returns The worker behind Comlink, with the events that tell of its end.
 */
export function spawnWorker(): WatchedWorker {
  const worker = startWorker('engine');
  const api = wrap<EngineApi>(worker);
  const broken = new Promise((resolve) => {
    worker.addEventListener('error', resolve);
    worker.addEventListener('messageerror', resolve);
  });
  return {
    simulate: (question) => api.simulate(question),
    explore: (question) => api.explore(question),
    broken,
    terminate() {
      api[releaseProxy]();
      worker.terminate();
    },
  };
}
