import type { Simulation } from '../core/simulate-plan.ts';
import type { Exploration, ExploreQuestion } from '../core/sensitivity/explore.ts';
import type { Engine, ExploreOutcome, Outcome, Question } from './engine-api.ts';

/** A worker as the watchdog sees it. */
export interface WatchedWorker {
  /** Rejects where the worker throws; may never settle where it is dead or hangs. */
  simulate(question: Question): Promise<Simulation>;
  /** The same for a slice of an exploration. */
  explore(question: ExploreQuestion): Promise<Exploration>;
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
  let worker: Running | undefined = start(spawn);
  let restarts = 0;

  /** Put another in the index of a worker in trouble, unless whoever else waited for it did so already. */
  function replace(broken: Running): void {
    if (broken !== worker) return;
    broken.terminate();
    if (restarts < MOST_RESTARTS) {
      restarts += 1;
      worker = start(spawn);
    } else {
      worker = undefined;
      onInProcess();
    }
    broken.tellEnd();
  }

  /** Answer by the engine that needs no worker, loaded only where it is needed: it is as large as the worker. */
  async function inProcess<Given>(
    answer: (engine: Engine) => Promise<Given>,
  ): Promise<Given | { readonly kind: 'failed'; readonly reason: string }> {
    fallback ??= import('./in-process-engine.ts').then(({ inProcessEngine }) => inProcessEngine());
    try {
      return await answer(await fallback);
    } catch (error) {
      fallback = undefined;
      return { kind: 'failed', reason: String(error) };
    }
  }

  return {
    async ask(question): Promise<Outcome> {
      if (worker === undefined) return inProcess((engine) => engine.ask(question));
      const asked = worker;
      const answer = await answerInTime(asked, () => asked.simulate(question));
      if (answer.kind === 'given') {
        restarts = 0;
        return { kind: 'answered', simulation: answer.value };
      }
      replace(asked);
      return { kind: 'replaced' };
    },
    async explore(question): Promise<ExploreOutcome> {
      if (worker === undefined) return inProcess((engine) => engine.explore(question));
      const asked = worker;
      const answer = await answerInTime(asked, () => asked.explore(question));
      if (answer.kind === 'given') return { kind: 'answered', exploration: answer.value };
      // What cannot be explored is no reason to end a worker that projects well.
      if (answer.kind === 'thrown') return { kind: 'failed', reason: answer.reason };
      replace(asked);
      return { kind: 'replaced' };
    },
  };
}

/** A worker with a way to tell everyone who waits for it that it was ended. */
interface Running extends WatchedWorker {
  readonly ended: Promise<unknown>;
  readonly tellEnd: () => void;
}

/** A worker, or where the browser has none or refuses to start one, something that is broken from the start. */
function start(spawn: () => WatchedWorker): Running {
  let tellEnd = (): void => undefined;
  const ended = new Promise<void>((resolve) => (tellEnd = resolve));
  try {
    const worker = spawn();
    return {
      simulate: (question) => worker.simulate(question),
      explore: (question) => worker.explore(question),
      broken: worker.broken,
      terminate: () => worker.terminate(),
      ended,
      tellEnd,
    };
  } catch {
    const never = (): Promise<never> => new Promise(() => undefined);
    const broken = Promise.resolve();
    return { simulate: never, explore: never, broken, terminate: () => undefined, ended, tellEnd };
  }
}

/** What a worker made of something. */
type Answer<Value> =
  | { readonly kind: 'given'; readonly value: Value }
  | { readonly kind: 'thrown'; readonly reason: string }
  /** It broke, was ended, or took too long. */
  | { readonly kind: 'lost' };

async function answerInTime<Value>(
  { broken, ended }: Running,
  ask: () => Promise<Value>,
): Promise<Answer<Value>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  });
  const lost = Promise.race([broken, ended, tooLate]).then((): Answer<Value> => ({ kind: 'lost' }));
  try {
    const given = ask().then((value): Answer<Value> => ({ kind: 'given', value }));
    return await Promise.race([given, lost]);
  } catch (error) {
    return { kind: 'thrown', reason: String(error) };
  } finally {
    clearTimeout(timer);
  }
}
