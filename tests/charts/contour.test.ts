import { describe, expect, it } from 'vitest';
import { contourPieces } from '../../src/charts/contour.ts';

describe('contourPieces', () => {
  it('should run where the values cross the level, in between two cells', () => {
    // Rising by 1 a column: 1.5 is crossed half way between the second column and the third.
    const pieces = contourPieces(Float64Array.of(0, 1, 2, 0, 1, 2), 3, 1.5);
    expect(pieces).toEqual([{ from: [1.5, 0], to: [1.5, 1] }]);
  });

  it('should draw nothing where all values lie on one side, and nothing beside an unknown cell', () => {
    expect(contourPieces(Float64Array.of(1, 1, 1, 1), 2, 0.5)).toEqual([]);
    expect(contourPieces(Float64Array.of(0, 1, 0, NaN), 2, 0.5)).toEqual([]);
  });

  it('should draw a saddle as two pieces', () => {
    expect(contourPieces(Float64Array.of(1, 0, 0, 1), 2, 0.5)).toHaveLength(2);
  });
});
