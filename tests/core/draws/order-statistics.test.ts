import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atRank, orderStatistics, rankOf } from '../../../src/core/draws/order-statistics.ts';
import { rankTable, statisticsOf } from '../../../src/core/draws/summary-ranks.ts';
import { between, seeded } from '../../helpers/arbitraries.ts';

/** The quantile of a column, by the parts that core puts together. */
function quantileOf(column: readonly number[], p: number): number {
  const rank = rankOf(p, column.length);
  const [lower = NaN, upper = NaN] = orderStatistics(Float64Array.from(column), [
    rank.lower,
    Math.min(rank.lower + 1, column.length - 1),
  ]);
  return atRank(rank, lower, upper);
}

const plusZero = (value: number): number => value + 0;

describe('orderStatistics', () => {
  const anyNumber = between(-1e300, 1e300).map(plusZero);
  const anyColumn: [name: string, any: Arbitrary<number[]>][] = [
    ['any numbers', fc.array(anyNumber, { minLength: 1, maxLength: 300 })],
    ['ties', fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 500 })],
    [
      'all equal',
      fc.tuple(anyNumber, fc.integer({ min: 1, max: 50 })).map(([x, n]) => new Array<number>(n).fill(x)),
    ],
    [
      'huge outliers',
      fc
        .tuple(
          fc.array(between(0, 1).map(plusZero), { minLength: 1, maxLength: 300 }),
          fc.array(fc.constantFrom(-1e308, -1e150, 1e20, 1e150, 1.7e308), { minLength: 1, maxLength: 4 }),
        )
        .map(([most, few]) => [...few, ...most]),
    ],
    [
      'long runs within one bin',
      fc
        .array(fc.integer({ min: 0, max: 1000 }), { minLength: 100, maxLength: 400 })
        .map((all) => [...all.map((x) => 1 + x * 1e-9), 1e6]),
    ],
    ['one value', anyNumber.map((x) => [x])],
    ['neighbouring doubles', fc.array(fc.constantFrom(1, 1 + 2 ** -52, 5e-324, 0), { minLength: 1 })],
  ];

  it.each(anyColumn)('should always give what sorting gives: %s', (_, any) => {
    fc.assert(
      fc.property(any, fc.array(fc.nat(1000), { minLength: 1, maxLength: 8 }), (values, indices) => {
        const column = Float64Array.from(values);
        const before = column.slice();
        const sorted = column.slice().sort();
        const ranks = indices.map((index) => index % column.length);
        expect([...orderStatistics(column, ranks)]).toEqual(ranks.map((rank) => sorted[rank]));
        expect(column).toEqual(before);
      }),
      seeded(300),
    );
  });

  it.each(anyColumn)('should always give what sorting gives, whatever range is hinted at: %s', (_, any) => {
    const anyEnd = fc.oneof(
      fc.constantFrom(0, 1, -1, 1e-300, 1e300, -1e308, 1.7e308, Infinity, -Infinity),
      between(-10, 10),
    );
    fc.assert(
      fc.property(any, anyEnd, anyEnd, (values, low, high) => {
        const column = Float64Array.from(values);
        const sorted = column.slice().sort();
        const ranks = Array.from(column, (_value, rank) => rank);
        expect([...orderStatistics(column, ranks, { low, high })]).toEqual([...sorted]);
      }),
      seeded(300),
    );
  });

  it('should find values beyond a range that is too narrow by any factor', () => {
    for (const factor of [1, 1e3, 1e6, 1e7, 1e9, 1e12, 1e30]) {
      const column = Float64Array.of(0.5 * factor, -2 * factor, 1.5 * factor, 0.25, 3 * factor, -factor);
      const sorted = column.slice().sort();
      expect([...orderStatistics(column, [0, 1, 2, 3, 4, 5], { low: 0, high: 1 })]).toEqual([...sorted]);
    }
  });

  it('should sort a bin that holds nearly all values', () => {
    const column = Float64Array.from({ length: 5000 }, (_, k) => (k * 7919) % 5000);
    column[17] = 1e12;
    const sorted = column.slice().sort();
    expect([...orderStatistics(column, [0, 1, 2500, 4998, 4999])]).toEqual(
      [0, 1, 2500, 4998, 4999].map((rank) => sorted[rank]),
    );
  });
});

describe('quantiles', () => {
  // Oracle: type 7 of Hyndman and Fan, as numpy.quantile gives it by default.
  it.each([
    [[1, 2, 3, 4], 0.4, 2.2],
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[4, 1, 3, 2], 0, 1],
    [[4, 1, 3, 2], 1, 4],
    [[15, 20, 35, 40, 50], 0.4, 29],
    [[15, 20, 35, 40, 50], 0.05, 16],
    [[15, 20, 35, 40, 50], 0.95, 48],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 0.25, 7.25],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 0.75, 14.5],
    [[7], 0.05, 7],
    [[7, 9], 0.95, 8.9],
    [[2, 2, 2], 0.3, 2],
  ])('should be those of type 7: %j at %f', (column, p, value) => {
    expect(quantileOf(column, p)).toBeCloseTo(value, 12);
  });

  it('should be the value itself where the rank is whole, to the last bit', () => {
    expect(quantileOf([0.1, 0.2, 0.3], 0.5)).toBe(0.2);
    expect(rankOf(0.5, 3)).toEqual({ lower: 1, share: 0 });
  });
});

describe('statisticsOf', () => {
  it('should give every rank a summary needs, year after year, with 1 draw and with many', () => {
    for (const draws of [1, 2, 7, 50, 1000]) {
      const values = Float64Array.from({ length: 3 * draws }, (_, k) => ((k * 7919) % 104729) / 7);
      const table = rankTable(draws, 50);
      const sortedIn = (t: number) => values.slice(t * draws, (t + 1) * draws).sort();
      const expected = [
        ...[0, 1].flatMap((t) => table.everyYear.map((rank) => sortedIn(t)[rank])),
        ...table.horizon.map((rank) => sortedIn(2)[rank]),
      ];
      expect([...statisticsOf(values, table)]).toEqual(expected);
      expect([...statisticsOf(values, table, () => ({ low: 0, high: 1 }))]).toEqual(expected);
      expect(table.horizon).toHaveLength(110);
    }
  });
});
