/** The least a worker that is at work is given until its next word, in milliseconds; a projection takes well under one. */
const LEAST = 1500;
/** The most, where nothing else is shown: a device that slept in between has shown nothing. */
const MOST = 15_000;
/** How many times as long as the slowest answer so far the next one may take. */
const SLACK = 4;

/**
 * How long workers are waited for. Slow is not failed: one that still starts is given ten times as long as a start takes on
 * a busy machine, and each one after it twice as long as the last; one that is at work is given time by what this device
 * has shown.
 */
export class Patience {
  readonly #least: number;
  #longest = 0;
  #start = MOST;

  /** @param least The least a worker that is at work is given, in milliseconds. */
  constructor(least = LEAST) {
    this.#least = least;
  }

  /** How long a worker may take until its first word, in milliseconds. */
  get forStart(): number {
    return this.#start;
  }

  /** How long a worker that has spoken before may take until its next word, in milliseconds. */
  get forNext(): number {
    return Math.min(MOST, Math.max(this.#least, this.#longest));
  }

  /** How long it may take over a method's first word: it may have to load a part of the program for it. */
  get forPart(): number {
    return Math.min(MOST, SLACK * this.forNext);
  }

  /** Learn that a worker spoke for the first time, after so many milliseconds. */
  noteStart(took: number): void {
    this.#longest = Math.max(this.#longest, took);
  }

  /** Learn that a worker that was at work spoke after so many milliseconds. */
  noteNext(took: number): void {
    this.#longest = Math.max(this.#longest, SLACK * took);
  }

  /** Learn that a worker was given up that had never spoken. */
  noteLostStart(): void {
    this.#start *= 2;
  }
}
