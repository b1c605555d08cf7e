/**
 * Answers by key, within a budget. What was used lately is held in any case, as much as half the budget takes; what was
 * not used for as long as it took to fill that half goes first. (Two generations: an answer found in the older one moves
 * to the newer, and when that is full it becomes the older. A look-up writes nothing, unlike in a list by last use.)
 */
export class BoundedCache<Value> {
  readonly #half: number;
  readonly #sizeOf: (value: Value, key: string) => number;
  #newer = new Map<string, Value>();
  #older: ReadonlyMap<string, Value> | undefined;
  /** The answer given last: mostly the next one too. */
  #last: { readonly key: string; readonly value: Value } | undefined;
  /** What the newer ones take. */
  #used = 0;

  /**
   * @param budget How much all answers may take together; one that alone takes more is held until the next comes.
   * @param sizeOf How much one takes, in the same unit.
   */
  constructor(budget: number, sizeOf: (value: Value, key: string) => number) {
    this.#half = budget / 2;
    this.#sizeOf = sizeOf;
  }

  /**
   * Return what is held under a key, computed where nothing is.
   *
   * @param key Says all that the answer hangs on.
   * @param compute Gives the answer.
   */
  recall(key: string, compute: () => Value): Value {
    if (this.#last?.key === key) return this.#last.value;
    const value = this.#newer.get(key) ?? this.#renew(key, compute);
    this.#last = { key, value };
    return value;
  }

  /** Take an answer from the older generation, or compute it, and add it to the newer. */
  #renew(key: string, compute: () => Value): Value {
    const value = this.#older?.get(key) ?? compute();
    const size = this.#sizeOf(value, key);
    if (this.#used + size > this.#half) {
      this.#older = this.#newer;
      this.#newer = new Map();
      this.#used = 0;
    }
    this.#newer.set(key, value);
    this.#used += size;
    return value;
  }
}
