import { describe, expect, it } from 'vitest';
import { LruMap } from '../../src/core/lru-map.ts';

/** A map of texts that each take as much as they are long; what had to be computed is told. */
function mapOf(budget: number): { readonly computed: string[]; readonly ask: (text: string) => string } {
  const computed: string[] = [];
  const map = new LruMap<string>(budget, (value) => value.length);
  return {
    computed,
    ask: (text) =>
      map.recall(text, () => {
        computed.push(text);
        return text;
      }),
  };
}

describe('LruMap', () => {
  it('should compute an answer once while it fits', () => {
    const { ask, computed } = mapOf(6);
    expect(['aa', 'bb', 'cc', 'aa', 'bb', 'cc'].map(ask)).toEqual(['aa', 'bb', 'cc', 'aa', 'bb', 'cc']);
    expect(computed).toEqual(['aa', 'bb', 'cc']);
  });

  it('should give up what was used longest ago, a look-up being a use', () => {
    const { ask, computed } = mapOf(6);
    ['aa', 'bb', 'cc', 'aa', 'dd', 'aa', 'cc', 'bb'].forEach(ask);
    expect(computed).toEqual(['aa', 'bb', 'cc', 'dd', 'bb']);
  });

  it('should hold the newest even where it takes more than the budget, and nothing else then', () => {
    const { ask, computed } = mapOf(3);
    ['aa', 'long text', 'long text', 'b', 'b', 'long text'].forEach(ask);
    expect(computed).toEqual(['aa', 'long text', 'b', 'long text']);
  });
});
