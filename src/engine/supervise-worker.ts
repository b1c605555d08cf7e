import { assertNever } from '../core/assert-never.ts';
import { NOT_LOADED } from '../core/not-loaded.ts';
import type { AnswerOf, CallOptions, Engine, Method, Outcome, QuestionOf } from './engine-api.ts';
import { loadPart } from './load-part.ts';
import { reasonOf } from './missing-part.ts';
import { Patience } from './patience.ts';
import { RunningWorker, type WorkerHandle } from './running-worker.ts';

/** How many workers in a row may fail before the page computes by itself. */
const MOST_RESTARTS = 3;
/** The method by which a worker is judged: one that throws at it is in trouble, one that answers it is well. */
const TOUCHSTONE: Method = 'simulate';

/** How long the page goes without an answer before it computes the first ones itself, in milliseconds. */
const SOON = 1500;

/** Where a supervisor stands. */
type State =
  | { readonly kind: 'running'; readonly worker: RunningWorker }
  /** Its worker was ended in the middle of a call that was given up. */
  | { readonly kind: 'none' }
  /** Too many workers failed. */
  | { readonly kind: 'in-process' };

/**
 * Return an engine that supervises a worker. One that throws at a projection, dies, hangs or does not load is ended and
 * replaced; after three replacements in a row without a projection, calls are answered in process from then on. What any
 * other method throws is its question's fault and costs no worker. A worker that only starts slowly is waited for:
 * meanwhile calls are answered in process.
 *
 * @param spawn Starts a worker; called at once, so that it loads while the page is drawn.
 * @param onInProcess Called once, when the workers have been given up.
 */
export function superviseWorker(spawn: () => WorkerHandle, onInProcess: () => void): Engine {
  const patience = new Patience();
  let state: State = { kind: 'running', worker: new RunningWorker(spawn, patience) };
  let restarts = 0;
  let fallback: Promise<Engine> | undefined;

  /** Put another in the place of a worker in trouble, unless whoever else waited for it did so already. */
  function replace(broken: RunningWorker, reason: string): { readonly kind: 'replaced'; reason: string } {
    const replaced = { kind: 'replaced', reason } as const;
    if (state.kind !== 'running' || state.worker !== broken) return replaced;
    if (!broken.hasSpoken) patience.noteLostStart();
    if (restarts < MOST_RESTARTS) {
      restarts += 1;
      state = { kind: 'running', worker: new RunningWorker(spawn, patience) };
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

  /** Answer a call while its worker may still be starting: by the worker if it speaks soon, else in process. */
  async function callStarting<Asked extends Method>(
    worker: RunningWorker,
    ...call: Call<Asked>
  ): Promise<Outcome<AnswerOf<Asked>>> {
    // One call at a time is enough to see it start; more would be answered, late and to nobody, when it has.
    const isTried = worker.isAsked && fallback !== undefined;
    const tried = isTried ? undefined : callWorker(worker, ...call);
    const soon = tried && (await withinTime(tried, fallback === undefined ? SOON : 0));
    if (soon !== undefined) return soon;
    const outcome = await callInProcess(...call);
    const isMissing = outcome.kind === 'failed' && outcome.reason === NOT_LOADED;
    return isMissing ? (tried ?? callWorker(worker, ...call)) : outcome;
  }

  /** Answer by the engine that needs no worker, loaded only where it is needed: it is as large as the worker. */
  async function callInProcess<Asked extends Method>(
    ...call: Call<Asked>
  ): Promise<Outcome<AnswerOf<Asked>>> {
    fallback ??= loadPart(() => import('./in-process-engine.ts')).then(({ inProcessEngine }) =>
      inProcessEngine(),
    );
    try {
      return await (await fallback).call(...call);
    } catch (error) {
      fallback = undefined;
      return { kind: 'failed', reason: reasonOf(error) };
    }
  }

  return {
    async call(method, question, options = {}) {
      if (options.signal?.aborted === true) return { kind: 'cancelled' };
      if (state.kind === 'in-process') return callInProcess(method, question, options);
      if (state.kind === 'none') state = { kind: 'running', worker: new RunningWorker(spawn, patience) };
      const { worker } = state;
      return worker.hasSpoken
        ? callWorker(worker, method, question, options)
        : callStarting(worker, method, question, options);
    },
  };
}

/** Return what a promise gives within some milliseconds; undefined where it gives nothing until then. */
async function withinTime<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(resolve, milliseconds, undefined)));
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

type Call<Asked extends Method> = readonly [Asked, QuestionOf<Asked>, CallOptions];
