import { describe, expect, it } from 'vitest';
import { LINK_VERSION, type LinkPair } from '../../src/core/link/link-grammar.ts';
import { migratePairs, MIGRATIONS, type Migration } from '../../src/core/link/migrations.ts';

/** Invented: version 2 wrote `corr` as `rho`; version 3 wrote rates as fractions. */
const renameCorr: Migration = (pairs) =>
  pairs.map((pair) => (pair.key === 'corr' ? { ...pair, key: 'rho' } : pair));
const toFractions: Migration = (pairs) =>
  pairs.map((pair) => (pair.key === 'hke' ? { ...pair, value: String(Number(pair.value) / 100) } : pair));
const INVENTED = [renameCorr, toFractions];

const FIRST: readonly LinkPair[] = deepFreeze([
  { key: 'v', value: '1' },
  { key: 'hke', value: '50' },
  { key: 'corr', value: '0.3' },
]);

describe('migratePairs', () => {
  it('runs every migration from the version of the link on, in order', () => {
    expect(migratePairs(FIRST, 1, INVENTED)).toEqual([
      { key: 'v', value: '1' },
      { key: 'hke', value: '0.5' },
      { key: 'rho', value: '0.3' },
    ]);
  });

  it('runs only those after the version of the link', () => {
    expect(migratePairs(FIRST, 2, INVENTED)).toEqual([
      { key: 'v', value: '1' },
      { key: 'hke', value: '0.5' },
      { key: 'corr', value: '0.3' },
    ]);
  });

  it('feeds each migration what the one before gave', () => {
    const log: string[] = [];
    const noted =
      (name: string): Migration =>
      (pairs) => {
        log.push(`${name} ${pairs.length}`);
        return [...pairs, { key: name, value: '' }];
      };
    migratePairs(FIRST, 1, [noted('one'), noted('two'), noted('three')]);
    expect(log).toEqual(['one 3', 'two 4', 'three 5']);
  });

  it.each([3, 4, 99, Number.MAX_SAFE_INTEGER])('leaves the pairs of version %i as they are', (version) => {
    expect(migratePairs(FIRST, version, INVENTED)).toBe(FIRST);
  });

  it('leaves the pairs it is given untouched', () => {
    const before = structuredClone(FIRST);
    migratePairs(FIRST, 1, INVENTED);
    expect(FIRST).toEqual(before);
  });

  it('has one released migration for every version but the newest', () => {
    expect(MIGRATIONS).toHaveLength(LINK_VERSION - 1);
    expect(migratePairs(FIRST, 1)).toBe(FIRST);
  });
});

// Helpers

function deepFreeze<Value extends object>(items: readonly Value[]): readonly Value[] {
  return Object.freeze(items.map((item) => Object.freeze(item)));
}
