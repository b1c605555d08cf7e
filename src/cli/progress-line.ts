import { cliText } from '../text/cli.ts';

/** Tells a person how far a run is. */
export interface Progress {
  /** Draws done, of how many; may be called as often as one likes. */
  readonly show: (done: number, of: number) => void;
  /** Take away what was shown, so that something else can be printed. */
  readonly clear: () => void;
}

/** Where a progress line is written. */
interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Milliseconds before the first line, and between two. */
const PATIENCE = 1000;
const PAUSE = 200;
/** Back to the line's beginning, and nothing left in it. */
const FRESH_LINE = '\r\u001b[K';

/**
 * Return a progress line that is rewritten in place: on a terminal only, and only once a run takes over a second.
 *
 * @param screen Where it is written.
 * @param now Gives the time in milliseconds.
 */
export function progressLine(screen: Screen, now: () => number): Progress {
  let next = now() + PATIENCE;
  let isShown = false;
  return {
    show(done, of) {
      if (screen.isTTY !== true || now() < next) return;
      next = now() + PAUSE;
      isShown = true;
      screen.write(FRESH_LINE + cliText.progress(done, of));
    },
    clear() {
      if (isShown) screen.write(FRESH_LINE);
      isShown = false;
    },
  };
}
