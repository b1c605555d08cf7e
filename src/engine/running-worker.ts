import type { AnswerOf, CallOptions, Method, QuestionOf, Report } from './engine-api.ts';
import { reasonOf } from './missing-part.ts';
import type { Patience } from './patience.ts';

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

/** In how many parts a wait is cut: a page that was busy or asleep hears what came meanwhile before it gives up. */
const TURNS = 6;

/** A worker and the calls that wait for it: each comes to an end in time, whatever the worker does. */
export class RunningWorker {
  readonly #handle: WorkerHandle;
  readonly #patience: Patience;
  /** Each ends a call that waits. */
  readonly #waiting = new Set<(ending: Ending) => void>();
  /** The methods that have answered or reported: for the first call of one, a part of the program may have to be loaded. */
  readonly #spoken = new Set<Method>();
  #fault: string | undefined;

  /**
   * @param spawn Starts the worker. Where the browser has none or refuses to start one, it stands for one that is
   *   broken from the start.
   * @param patience How long it is waited for; it learns from what the worker shows.
   */
  constructor(spawn: () => WorkerHandle, patience: Patience) {
    this.#handle = handleOf(spawn);
    this.#patience = patience;
    void this.#handle.broken.then((error) => {
      this.#fault = String(error instanceof Error ? error : new Error('a worker broke'));
      this.#endCalls({ kind: 'lost', reason: this.#fault });
    });
  }

  /** Whether it has ever answered or reported; else it may still be starting. */
  get hasSpoken(): boolean {
    return this.#spoken.size > 0;
  }

  /** Whether a call waits for it. */
  get isAsked(): boolean {
    return this.#waiting.size > 0;
  }

  /** Call a method; never rejects. */
  async call<Asked extends Method>(
    method: Asked,
    question: QuestionOf<Asked>,
    { onProgress, signal }: CallOptions,
  ): Promise<Result<AnswerOf<Asked>>> {
    if (this.#fault !== undefined) return { kind: 'lost', reason: this.#fault };
    let end = (_ending: Ending): void => undefined;
    const ended = new Promise<Ending>((resolve) => (end = resolve));
    const cancel = (): void => end({ kind: 'cancelled' });
    const wait = new Wait(() =>
      end({ kind: 'lost', reason: String(new Error('a worker stopped reporting')) }),
    );
    const waitAnew = (): void => wait.begin(this.#patienceFor(method));
    const note = (): void => {
      if (this.#spoken.has(method)) this.#patience.noteNext(wait.took);
      else this.#patience.noteStart(wait.took);
      this.#spoken.add(method);
    };
    const hear = (done: number): void => {
      if (!this.#waiting.has(end)) return;
      note();
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
      const result = await Promise.race([answered, ended]);
      if (result.kind === 'answered') note();
      return result;
    } catch (error) {
      return { kind: 'thrown', reason: reasonOf(error) };
    } finally {
      this.#waiting.delete(end);
      signal?.removeEventListener('abort', cancel);
      wait.stop();
    }
  }

  /** End the worker, and tell everyone who waits for it. */
  terminate(ending: Ending): void {
    this.#handle.terminate();
    this.#endCalls(ending);
  }

  #patienceFor(method: Method): number {
    if (this.#spoken.has(method)) return this.#patience.forNext;
    return this.hasSpoken ? this.#patience.forPart : this.#patience.forStart;
  }

  #endCalls(ending: Ending): void {
    for (const end of this.#waiting) end(ending);
  }
}

/** A wait with an end. */
class Wait {
  readonly #onEnd: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since = 0;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  /** How many milliseconds have passed since it began. */
  get took(): number {
    return performance.now() - this.#since;
  }

  /** Begin, or begin anew. */
  begin(milliseconds: number): void {
    this.#since = performance.now();
    this.#turn(milliseconds / TURNS, TURNS);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #turn(part: number, left: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (left > 1 ? this.#turn(part, left - 1) : this.#onEnd()), part);
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
