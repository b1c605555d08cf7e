import { describe, expect, it } from 'vitest';
import { BITS, DIMENSIONS, directionNumbers } from '../../../src/core/random/direction-numbers.ts';

/** The first points of one dimension, unscrambled, in the order of Gray's code. */
function firstPoints(dimension: number, count: number): number[] {
  const directions = directionNumbers(dimension);
  let point = 0;
  return Array.from({ length: count }, (_, k) => {
    if (k > 0) point ^= directions[31 - Math.clz32(k & -k)] as number;
    return (point >>> 0) / 2 ** 32;
  });
}

describe('directionNumbers', () => {
  // Oracle: the output of the program that Joe and Kuo publish beside the table, for its first dimensions.
  it.each([
    [0, [0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125]],
    [1, [0, 0.5, 0.25, 0.75, 0.375, 0.875, 0.125, 0.625]],
    [2, [0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375]],
  ])('should give the published first points of dimension %i', (dimension, points) => {
    expect(firstPoints(dimension, 8)).toEqual(points);
  });

  // Oracle: lines 2 to 10 of new-joe-kuo-6.21201 (d, s, a, m_1 ... m_s), worked out by the recurrence the authors
  // print: m_k = 2 a_1 m_{k-1} ^ ... ^ 2^s m_{k-s} ^ m_{k-s}.
  it.each([
    [2, 1, 0, [1]],
    [3, 2, 1, [1, 3]],
    [4, 3, 1, [1, 3, 1]],
    [5, 3, 2, [1, 1, 1]],
    [6, 4, 1, [1, 1, 3, 3]],
    [7, 4, 4, [1, 3, 5, 13]],
    [8, 5, 2, [1, 1, 5, 5, 17]],
    [9, 5, 4, [1, 1, 5, 5, 5]],
    [10, 5, 7, [1, 1, 7, 11, 19]],
  ])('should follow line %i of the published table', (line, s, a, first) => {
    const m = first.map(BigInt);
    for (let k = s; k < BITS; k++) {
      let next = (m[k - s] as bigint) ^ ((m[k - s] as bigint) << BigInt(s));
      for (let i = 1; i < s; i++)
        if (((a >> (s - 1 - i)) & 1) === 1) next ^= (m[k - i] as bigint) << BigInt(i);
      m.push(next);
    }
    const expected = m.map((each, k) => Number(each << BigInt(BITS - 1 - k)));
    expect(Array.from(directionNumbers(line - 1), (word) => word >>> 0)).toEqual(expected);
  });

  it('should make a generator matrix that is triangular with ones on the diagonal, hence not singular', () => {
    for (let dimension = 0; dimension < DIMENSIONS; dimension++) {
      const directions = directionNumbers(dimension);
      expect(directions).toHaveLength(BITS);
      // Direction k has its lowest bit at index k from the top.
      directions.forEach((direction, k) =>
        expect((direction >>> 0) % 2 ** (32 - k), `${dimension}, ${k}`).toBe(2 ** (31 - k)),
      );
    }
  });

  it('should give no two dimensions the same numbers', () => {
    const all = Array.from({ length: DIMENSIONS }, (_, d) => directionNumbers(d).join(' '));
    expect(new Set(all).size).toBe(DIMENSIONS);
  });
});
