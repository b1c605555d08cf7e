/** How long after the last key or tap a series of them counts as one gesture, in milliseconds. */
const PAUSE = 800;

/** A series of keys or taps that counts as one gesture. */
export interface Series {
  /** One more of the series. */
  readonly goOn: () => void;
  /** End the series now, where there is one. */
  readonly end: () => void;
}

/** Return a series that ends by a pause, or sooner where it is told to; `onend` hears of it once. */
export function startSeries(onend: () => void): Series {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    if (pause === undefined) return;
    clearTimeout(pause);
    pause = undefined;
    onend();
  };
  return {
    goOn() {
      clearTimeout(pause);
      pause = setTimeout(end, PAUSE);
    },
    end,
  };
}
