/** One entry, and what it takes of the budget. */
interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
}

/**
 * Answers by key, within a budget: what was used longest ago goes first. The newest stays even where it alone takes more
 * than the budget.
 */
export class LruMap<Value> {
  readonly #budget: number;
  readonly #sizeOf: (value: Value, key: string) => number;
  readonly #entries = new Map<string, Entry<Value>>();
  #used = 0;

  /**
   * @param budget How much all entries may take together.
   * @param sizeOf How much one takes, in the same unit.
   */
  constructor(budget: number, sizeOf: (value: Value, key: string) => number) {
    this.#budget = budget;
    this.#sizeOf = sizeOf;
  }

  /**
   * Return what is held under a key, computed where nothing is; either counts as a use.
   *
   * @param key Says all that the answer hangs on.
   * @param compute Gives the answer.
   */
  recall(key: string, compute: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known.value;
    }
    const value = compute();
    const size = this.#sizeOf(value, key);
    this.#used += size;
    for (const [oldest, entry] of this.#entries) {
      if (this.#used <= this.#budget) break;
      this.#entries.delete(oldest);
      this.#used -= entry.size;
    }
    this.#entries.set(key, { value, size });
    return value;
  }
}
