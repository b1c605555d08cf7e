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
 * @returns The throttled action.
 */
export function throttle(run: () => void, interval: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = -Infinity;
  const runNow = (): void => {
    clearTimeout(timer);
    timer = undefined;
    last = performance.now();
    run();
  };
  return {
    request() {
      if (timer !== undefined) return;
      const wait = last + interval - performance.now();
      if (wait <= 0) runNow();
      else timer = setTimeout(runNow, wait);
    },
    flush() {
      if (timer !== undefined) runNow();
    },
  };
}
