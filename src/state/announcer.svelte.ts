import { tick } from 'svelte';

/** How long things must rest before they are spoken of, in milliseconds. */
const REST = 600;
/** The shortest time between two announcements while things keep changing. */
const INTERVAL = 2000;

/** The one polite voice of the page: says what changed when things settle, at most once in two seconds. */
export class Announcer {
  #text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | undefined;
  /** What still waits to be said. */
  #waiting: (() => string) | undefined;
  #lastSpoken = -Infinity;

  /** What stands in the live region. */
  get text(): string {
    return this.#text;
  }

  /**
   * Say something when things have rested, or at the latest two seconds after the first call.
   *
   * @param describe Gives the sentence at the time it is spoken; empty says nothing.
   */
  say(describe: () => string): void {
    const now = performance.now();
    this.#waiting = describe;
    this.#waitingSince ??= now;
    const latest = Math.max(this.#waitingSince + INTERVAL, this.#lastSpoken + INTERVAL);
    const next = Math.max(now + REST, this.#lastSpoken + INTERVAL);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#speak(describe), Math.max(0, Math.min(next, latest) - now));
  }

  /** Say something at once, such as that a link was copied; what still waits is said after it. */
  sayNow(sentence: string): void {
    this.#show(sentence);
    if (this.#waiting !== undefined) this.say(this.#waiting);
  }

  /** Take away what was said: in another language it is not what the page says any more. */
  clear(): void {
    this.#text = '';
  }

  #speak(describe: () => string): void {
    this.#waitingSince = undefined;
    this.#waiting = undefined;
    this.#show(describe());
  }

  #show(sentence: string): void {
    if (sentence === '') return;
    this.#lastSpoken = performance.now();
    // Counted from when it stands on the page: a busy page may take its time.
    void tick().then(() => (this.#lastSpoken = performance.now()));
    // The same words again would not be read: an invisible mark makes them new.
    this.#text = sentence === this.#text ? `${sentence}\u00a0` : sentence;
  }
}
