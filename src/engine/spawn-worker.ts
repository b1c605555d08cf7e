import { releaseProxy, wrap } from 'comlink';
import workerUrl from '../../workers/engine.worker.ts?worker&url';
import type { EngineApi } from './engine-api.ts';
import type { WatchedWorker } from './watched-engine.ts';

/** The subset of Trusted Types used here; the DOM library does not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Turns away every script address but the worker's own, as the content security policy demands. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('qianhai-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError(`qianhai-worker allows only its own script, got ${url}`);
    return url;
  },
});

/**
 * Start the engine's worker.
 *
 * @returns The worker behind Comlink, with the events that tell of its end.
 */
export function spawnWorker(): WatchedWorker {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, {
    type: 'module',
    name: 'engine',
  });
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
