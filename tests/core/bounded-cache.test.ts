import { describe, expect, it } from 'vitest';
import { BoundedCache } from '../../src/core/bounded-cache.ts';
import { integers } from '../helpers/integers.ts';

/** A cache of texts that each take as much as they are long; what had to be computed is told. */
function cacheOf(budget: number): { readonly computed: string[]; readonly ask: (text: string) => string } {
  const computed: string[] = [];
  const cache = new BoundedCache<string>(budget, (value) => value.length);
  return {
    computed,
    ask: (text) =>
      cache.recall(text, () => {
        computed.push(text);
        return text;
      }),
  };
}

describe('BoundedCache', () => {
  it('should compute an answer once while it fits into half the budget', () => {
    const { ask, computed } = cacheOf(12);
    expect(['aa', 'bb', 'cc', 'aa', 'bb', 'cc'].map(ask)).toEqual(['aa', 'bb', 'cc', 'aa', 'bb', 'cc']);
    expect(computed).toEqual(['aa', 'bb', 'cc']);
  });

  it('should give up what was not used while half the budget was filled, and nothing else', () => {
    const { ask, computed } = cacheOf(8);
    // aa and bb fill one half; aa, used meanwhile, moves along to the next, which cc is not by dd and ee.
    ['aa', 'bb', 'cc', 'aa', 'dd', 'ee', 'aa', 'cc', 'bb'].forEach(ask);
    expect(computed).toEqual(['aa', 'bb', 'cc', 'dd', 'ee', 'cc', 'bb']);
  });

  it('should hold an answer that takes more than the budget until the next one comes', () => {
    const { ask, computed } = cacheOf(4);
    ['a', 'long text', 'long text', 'b', 'b', 'c', 'd', 'long text'].forEach(ask);
    expect(computed).toEqual(['a', 'long text', 'b', 'c', 'd', 'long text']);
  });

  it('should always hold the latest half of its budget, over 500 look-ups (seed 7)', () => {
    const pick = integers(7);
    const { ask, computed } = cacheOf(20);
    const asked: string[] = [];
    for (let turn = 0; turn < 500; turn++) {
      const text = String.fromCharCode(97 + pick(26));
      const before = computed.length;
      ask(text);
      // Every text takes 1: each of the last ten different ones is held.
      const latest = [...new Set(asked.reverse())];
      asked.reverse().push(text);
      const at = latest.indexOf(text);
      if (at >= 0 && at < 10) expect(computed.length).toBe(before);
    }
    expect(computed.length).toBeGreaterThan(26);
  });
});
