/** Runs an action at most once an interval; the last request always gets its turn. */
export interface Throttled {
  /** Ask for a run: at once if the last one is long enough ago, else as soon as it is. */
  request(): void;
  /** Run now if a run is waiting. */
  flush(): void;
}

/**
 * Return an action that runs at most once an interval.
 *
 * @param run The action; takes what it needs from the state at the time it runs.
 * @param interval Milliseconds between two runs.
 * @param start Starts a run that is due; `whenIdle` keeps it out of the way of a frame. At once if absent.
 * @returns The throttled action.
 */
export function throttle(
  run: () => void,
  interval: number,
  start: (due: () => void) => void = (due) => due(),
): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Number of the request that waits; undefined while none does. */
  let waiting: number | undefined;
  let requests = 0;
  let last = -Infinity;
  const runNow = (): void => {
    clearTimeout(timer);
    waiting = undefined;
    last = performance.now();
    run();
  };
  return {
    request() {
      if (waiting !== undefined) return;
      requests += 1;
      const own = requests;
      waiting = own;
      // A moment that comes late must not run a later request before its time.
      const due = (): void => {
        if (waiting === own) runNow();
      };
      const wait = last + interval - performance.now();
      if (wait <= 0) start(due);
      else timer = setTimeout(() => start(due), wait);
    },
    flush() {
      if (waiting !== undefined) runNow();
    },
  };
}

/** The longest a run waits for an idle moment, in milliseconds. */
const LONGEST_WAIT = 200;

/** Run when the browser has nothing more urgent to do, such as painting an answer. */
export function whenIdle(due: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => due(), { timeout: LONGEST_WAIT });
  else setTimeout(due, LONGEST_WAIT / 4);
}
