import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, sweepRange, positionOnAxis } from '../../../src/ui/figures/sweep-axis.ts';
import { between, seeded } from '../../helpers/arbitraries.ts';

describe('sweepRange', () => {
  it('should reach from 0 to 25 % in whole percents', () => {
    expect(sweepRange([0.1])).toEqual({ from: 0, to: 0.25, cells: 26 });
    expect(sweepRange([0.1, 0.294])).toEqual({ from: 0, to: 0.3, cells: 31 });
    expect(sweepRange([-0.03, NaN])).toEqual({ from: -0.05, to: 0.25, cells: 31 });
  });

  it('should always cover every rate that matters, in at most 40 cells', () => {
    fc.assert(
      fc.property(fc.array(between(-0.95, 10), { maxLength: 4 }), (rates) => {
        const range = sweepRange(rates);
        expect(range.cells).toBeLessThanOrEqual(40);
        for (const rate of rates) {
          expect(rate).toBeGreaterThanOrEqual(range.from - 1e-9);
          expect(rate).toBeLessThanOrEqual(range.to + 1e-9);
        }
      }),
      seeded(300),
    );
  });
});

describe('cellAt and positionOnAxis', () => {
  it('should put a cell’s rate in the middle of the cell', () => {
    const range = sweepRange([0.1]);
    expect(positionOnAxis(range, 0)).toBeCloseTo(0.5 / 26, 12);
    expect(positionOnAxis(range, 0.25)).toBeCloseTo(25.5 / 26, 12);
    expect([0, 0.1, 0.25, 9, -1].map((rate) => cellAt(range, rate))).toEqual([0, 10, 25, 25, 0]);
  });
});
