import type { Simulation } from '../core/engine.ts';
import type { Engine, Outcome, Question } from './engine-api.ts';

/** A worker as the watchdog sees it. */
export interface WatchedWorker {
  /** Rejects where the worker throws; may never settle where it is dead or hangs. */
  simulate(question: Question): Promise<Simulation>;
  /** Resolves when the worker reports that it could not load or has broken; else never. */
  readonly broken: Promise<unknown>;
  terminate(): void;
}

/** How long a worker may take over one answer, in milliseconds; a projection takes well under one. */
const PATIENCE = 1500;
/** How many workers in a row may fail before the page computes by itself. */
const MOST_RESTARTS = 3;

/**
 * Return an engine that watches over a worker. One that throws, dies, hangs or does not load is noticed within
 * `PATIENCE`, ended and replaced; after three replacements in a row without an answer, questions are answered in
 * process from then on.
 *
 * @param spawn Starts a worker; called at once, so that it loads while the page is drawn.
 * @param onInProcess Called once, when the workers have been given up.
 * @returns The engine.
 */
export function watchedEngine(spawn: () => WatchedWorker, onInProcess: () => void): Engine {
  let fallback: Promise<Engine> | undefined;
  let worker: WatchedWorker | undefined = start(spawn);
  let restarts = 0;

  return {
    async ask(question): Promise<Outcome> {
      if (worker === undefined) {
        // Loaded only where it is needed: it is as large as the worker.
        fallback ??= import('./in-process-engine.ts').then(({ inProcessEngine }) => inProcessEngine());
        try {
          return await (await fallback).ask(question);
        } catch (error) {
          fallback = undefined;
          return { kind: 'failed', reason: String(error) };
        }
      }
      const simulation = await answerInTime(worker, question);
      if (simulation !== undefined) {
        restarts = 0;
        return { kind: 'answered', simulation };
      }
      worker.terminate();
      if (restarts < MOST_RESTARTS) {
        restarts += 1;
        worker = start(spawn);
      } else {
        worker = undefined;
        onInProcess();
      }
      return { kind: 'replaced' };
    },
  };
}

/** A worker, or where the browser has none or refuses to start one, something that fails like a broken worker. */
function start(spawn: () => WatchedWorker): WatchedWorker {
  try {
    return spawn();
  } catch (error) {
    return {
      simulate: () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
      broken: new Promise(() => undefined),
      terminate: () => undefined,
    };
  }
}

/** The worker's answer, or undefined where it throws, breaks or takes too long. */
async function answerInTime(worker: WatchedWorker, question: Question): Promise<Simulation | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, undefined);
  });
  const broken = worker.broken.then(() => undefined);
  try {
    return await Promise.race([worker.simulate(question), broken, tooLate]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
