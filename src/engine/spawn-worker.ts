import { releaseProxy, wrap } from 'comlink';
import scriptUrl from '../../workers/engine.worker.ts?worker&url';
import { callOver } from './call-over.ts';
import type { EngineApi } from './engine-api.ts';
import type { WorkerHandle } from './running-worker.ts';

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
    if (url !== scriptUrl) throw new TypeError(`qianhai-worker allows only its own script, got ${url}`);
    return url;
  },
});

/**
 * Start a worker with an engine inside.
 *
 * @returns The worker behind Comlink, with the events that tell of its end; throws where the browser has none or
 *   refuses to start it.
 */
export function spawnWorker(): WorkerHandle {
  const url = policy?.createScriptURL(scriptUrl) ?? scriptUrl;
  const worker = new Worker(url, { type: 'module', name: 'engine' });
  const api = wrap<EngineApi>(worker);
  return {
    call: callOver(api),
    broken: new Promise((resolve) => {
      worker.addEventListener('error', resolve);
      worker.addEventListener('messageerror', resolve);
    }),
    terminate() {
      api[releaseProxy]();
      worker.terminate();
    },
  };
}
