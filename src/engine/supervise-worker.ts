import { assertNever } from '../core/assert-never.ts';
import type { AnswerOf, CallOptions, Engine, Method, Outcome, QuestionOf } from './engine-api.ts';
import { RunningWorker, type WorkerHandle } from './running-worker.ts';

/** An engine in a worker of its own. */
export interface SupervisedWorker extends Engine {
  /** Ends the worker for good; calls on their way are cancelled. */
  end(): void;
}

/** How many workers in a row may fail before the page computes by itself. */
const MOST_RESTARTS = 3;
/** The method by which a worker is judged: one that throws at it is in trouble, one that answers it is well. */
const TOUCHSTONE: Method = 'simulate';

/** Where a supervisor stands. */
type State =
  | { readonly kind: 'running'; readonly worker: RunningWorker }
  /** Its worker was ended in the middle of a call that was given up. */
  | { readonly kind: 'none' }
  /** Too many workers failed. */
  | { readonly kind: 'in-process' }
  | { readonly kind: 'ended' };

/**
 * Return an engine that supervises a worker. One that throws at a projection, dies, hangs or does not load is noticed
 * within the patience of a call, ended and replaced; after three replacements in a row without a projection, calls are
 * answered in process from then on. What any other method throws is its question's fault and costs no worker.
 *
 * @param spawn Starts a worker; called at once, so that it loads while the page is drawn.
 * @param onInProcess Called once, when the workers have been given up.
 */
export function superviseWorker(spawn: () => WorkerHandle, onInProcess: () => void): SupervisedWorker {
  let state: State = { kind: 'running', worker: new RunningWorker(spawn) };
  let restarts = 0;
  let fallback: Promise<Engine> | undefined;

  /** Put another in the place of a worker in trouble, unless whoever else waited for it did so already. */
  function replace(broken: RunningWorker, reason: string): { readonly kind: 'replaced'; reason: string } {
    const replaced = { kind: 'replaced', reason } as const;
    if (state.kind !== 'running' || state.worker !== broken) return replaced;
    if (restarts < MOST_RESTARTS) {
      restarts += 1;
      state = { kind: 'running', worker: new RunningWorker(spawn) };
    } else {
      state = { kind: 'in-process' };
      onInProcess();
    }
    broken.terminate(replaced);
    return replaced;
  }

  /** End a worker that is busy with what nobody wants any more; it was not at fault, and the next call starts another. */
  function dismiss(busy: RunningWorker): { readonly kind: 'cancelled' } {
    if (state.kind === 'running' && state.worker === busy) {
      state = { kind: 'none' };
      busy.terminate({ kind: 'replaced', reason: String(new Error('a worker was ended')) });
    }
    return { kind: 'cancelled' };
  }

  async function callWorker<Asked extends Method>(
    worker: RunningWorker,
    ...[method, question, options]: Call<Asked>
  ): Promise<Outcome<AnswerOf<Asked>>> {
    const result = await worker.call(method, question, options);
    switch (result.kind) {
      case 'answered':
        if (method === TOUCHSTONE) restarts = 0;
        return result;
      case 'thrown':
        return method === TOUCHSTONE
          ? replace(worker, result.reason)
          : { kind: 'failed', reason: result.reason };
      case 'lost':
        return replace(worker, result.reason);
      case 'replaced':
        return result;
      case 'cancelled':
        return dismiss(worker);
      default:
        return assertNever(result);
    }
  }

  /** Answer by the engine that needs no worker, loaded only where it is needed: it is as large as the worker. */
  async function callInProcess<Asked extends Method>(
    ...call: Call<Asked>
  ): Promise<Outcome<AnswerOf<Asked>>> {
    fallback ??= import('./in-process-engine.ts').then(({ inProcessEngine }) => inProcessEngine());
    try {
      return await (await fallback).call(...call);
    } catch (error) {
      fallback = undefined;
      return { kind: 'failed', reason: String(error) };
    }
  }

  return {
    async call(method, question, options = {}) {
      if (options.signal?.aborted === true || state.kind === 'ended') return { kind: 'cancelled' };
      if (state.kind === 'in-process') return callInProcess(method, question, options);
      if (state.kind === 'none') state = { kind: 'running', worker: new RunningWorker(spawn) };
      return callWorker(state.worker, method, question, options);
    },
    end() {
      const before = state;
      state = { kind: 'ended' };
      if (before.kind === 'running') before.worker.terminate({ kind: 'cancelled' });
    },
  };
}

type Call<Asked extends Method> = readonly [Asked, QuestionOf<Asked>, CallOptions];
