import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalData } from '../../src/core/equal-data.ts';
import { seeded } from '../helpers/arbitraries.ts';

describe('equalData', () => {
  it.each<[a: unknown, b: unknown]>([
    [1, 1],
    [NaN, NaN],
    ['a', 'a'],
    [undefined, undefined],
    [null, null],
    [[], []],
    [{}, {}],
    [
      { a: 1, b: [2, { c: 3 }] },
      { b: [2, { c: 3 }], a: 1 },
    ],
    [Float64Array.of(1, NaN), Float64Array.of(1, NaN)],
  ])('should take %j and %j for the same', (a, b) => {
    expect(equalData(a, b)).toBe(true);
  });

  it.each<[a: unknown, b: unknown]>([
    [0, -0],
    [1, '1'],
    [null, undefined],
    [null, {}],
    [0, null],
    [[], {}],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 2]],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: undefined }, {}],
    [{ a: undefined }, { b: undefined }],
    [{ toString: undefined }, { a: undefined }],
    [Float64Array.of(0), Float64Array.of(-0)],
    [Float64Array.of(1), Float64Array.of(1, 2)],
    [Float64Array.of(1, 2), Float64Array.of(1)],
    [{ a: Float64Array.of(1) }, { a: Float64Array.of(2) }],
  ])('should tell %j and %j apart', (a, b) => {
    expect(equalData(a, b)).toBe(false);
    expect(equalData(b, a)).toBe(false);
  });

  it('should hold only what is an object’s own', () => {
    expect(equalData({ constructor: Object }, { a: Object })).toBe(false);
    expect(equalData({ a: Object }, { constructor: Object })).toBe(false);
  });

  // Oracle: JSON, which writes what came from it in one way once keys are sorted.
  it('should always agree with JSON about what JSON can hold', () => {
    const few = fc.jsonValue({ maxDepth: 2 });
    fc.assert(
      fc.property(few, few, (a, b) => {
        const [one, other] = [a, b].map((value) => JSON.parse(JSON.stringify(value)) as unknown);
        expect(equalData(one, other)).toBe(sorted(one) === sorted(other));
        expect(equalData(one, JSON.parse(JSON.stringify(one)))).toBe(true);
      }),
      seeded(1000),
    );
  });
});

// Helpers

/** A value as JSON with the keys of every object in one order. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${sorted(held)}`).join()}}`;
}
