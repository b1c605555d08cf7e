import drawsUrl from '../../workers/draws.worker.ts?worker&url';
import engineUrl from '../../workers/engine.worker.ts?worker&url';

/** The subset of Trusted Types used here; the DOM library does not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Scripts of the workers there are. */
const SCRIPTS = { engine: engineUrl, draws: drawsUrl } as const;

/** Turns away every script address but the workers' own, as the content security policy demands. */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('qianhai-worker', {
  createScriptURL(url) {
    if (!Object.values<string>(SCRIPTS).includes(url))
      throw new TypeError(`qianhai-worker allows only its own scripts, got ${url}`);
    return url;
  },
});

/**
 * Start one of the site's own workers.
 *
 * @param name Which of them.
 * @returns The worker; throws where the browser has none or refuses.
 */
export function startWorker(name: keyof typeof SCRIPTS): Worker {
  const url = SCRIPTS[name];
  return new Worker(policy?.createScriptURL(url) ?? url, { type: 'module', name });
}
