import type { AnswerOf, CallOptions, Method, QuestionOf, Report } from './engine-api.ts';

/** A worker as its supervisor sees it. */
export interface WorkerHandle {
  /** Rejects where the worker throws; may never settle where it is dead or hangs. */
  call<Asked extends Method>(
    method: Asked,
    question: QuestionOf<Asked>,
    report?: Report,
  ): Promise<AnswerOf<Asked>>;
  /** Resolves, with an error where there is one, when the worker could not load or has broken; else never. */
  readonly broken: Promise<unknown>;
  terminate(): void;
}

/** Why a call comes to its end without an answer. */
export type Ending =
  /** The worker broke, or let too much time pass without a word. */
  | { readonly kind: 'lost'; readonly reason: string }
  /** It was ended because of another call. */
  | { readonly kind: 'replaced'; readonly reason: string }
  | { readonly kind: 'cancelled' };

/** What a worker made of a call. */
export type Result<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'thrown'; readonly reason: string }
  | Ending;

/** How long a call may take unless it says otherwise, in milliseconds; a projection takes well under one. */
const PATIENCE = 1500;

/** A worker and the calls that wait for it: each comes to an end in time, whatever the worker does. */
export class RunningWorker {
  readonly #handle: WorkerHandle;
  /** Each ends a call that waits. */
  readonly #waiting = new Set<(ending: Ending) => void>();
  #fault: string | undefined;

  /**
   * @param spawn Starts the worker. Where the browser has none or refuses to start one, it stands for one that is
   *   broken from the start.
   */
  constructor(spawn: () => WorkerHandle) {
    this.#handle = handleOf(spawn);
    void this.#handle.broken.then((error) => {
      this.#fault = String(error instanceof Error ? error : new Error('a worker broke'));
      this.#endCalls({ kind: 'lost', reason: this.#fault });
    });
  }

  /** Call a method; never rejects. */
  async call<Asked extends Method>(
    method: Asked,
    question: QuestionOf<Asked>,
    { onProgress, signal, patience = PATIENCE }: CallOptions,
  ): Promise<Result<AnswerOf<Asked>>> {
    if (this.#fault !== undefined) return { kind: 'lost', reason: this.#fault };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let end = (_ending: Ending): void => undefined;
    const ended = new Promise<Ending>((resolve) => (end = resolve));
    const cancel = (): void => end({ kind: 'cancelled' });
    const waitAnew = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        end({ kind: 'lost', reason: String(new Error('a worker stopped reporting')) });
      }, patience);
    };
    const hear = (done: number): void => {
      if (!this.#waiting.has(end)) return;
      waitAnew();
      onProgress?.(done);
    };
    this.#waiting.add(end);
    signal?.addEventListener('abort', cancel);
    waitAnew();
    try {
      const answered = this.#handle
        .call(method, question, onProgress && hear)
        .then((answer) => ({ kind: 'answered', answer }) as const);
      return await Promise.race([answered, ended]);
    } catch (error) {
      return { kind: 'thrown', reason: String(error) };
    } finally {
      this.#waiting.delete(end);
      signal?.removeEventListener('abort', cancel);
      clearTimeout(timer);
    }
  }

  /** End the worker, and tell everyone who waits for it. */
  terminate(ending: Ending): void {
    this.#handle.terminate();
    this.#endCalls(ending);
  }

  #endCalls(ending: Ending): void {
    for (const end of this.#waiting) end(ending);
  }
}

function handleOf(spawn: () => WorkerHandle): WorkerHandle {
  try {
    return spawn();
  } catch (error) {
    return {
      call: () => new Promise(() => undefined),
      broken: Promise.resolve(error),
      terminate: () => undefined,
    };
  }
}
