import { describe, expect, it } from 'vitest';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import { formatGrowth, parseGrowth } from '../../../src/core/growth/growth-text.ts';

describe('parseGrowth', () => {
  it.each<[text: string, growth: GrowthAssumption]>([
    ['6.2', { kind: 'compound', rate: 0.062 }],
    ['-3', { kind: 'compound', rate: -0.03 }],
    ['5y6y7', { kind: 'yearly', rates: [0.05, 0.06, 0.07] }],
    ['a500', { kind: 'linear', amount: 500 }],
    ['a-0.5', { kind: 'linear', amount: -0.5 }],
    ['30c12000', { kind: 'saturating', rate: 0.3, ceiling: 12000 }],
  ])('reads %s, and it is written the same', (text, growth) => {
    expect(parseGrowth(text, 3)).toEqual({ growth, clamped: false });
    expect(formatGrowth(growth)).toBe(text);
  });

  it.each<[text: string, growth: GrowthAssumption]>([
    ['1001', { kind: 'compound', rate: 10 }],
    ['-100', { kind: 'compound', rate: -0.999999 }],
    ['5y6y9999', { kind: 'yearly', rates: [0.05, 0.06, 10] }],
    ['a900000000000', { kind: 'linear', amount: 1e11 }],
    ['101c5', { kind: 'saturating', rate: 1, ceiling: 5 }],
    ['5c0', { kind: 'saturating', rate: 0.05, ceiling: 0.0001 }],
  ])('brings the number of %s that is out of range to the nearer end, and says so', (text, growth) => {
    expect(parseGrowth(text, 3)).toEqual({ growth, clamped: true });
  });

  it.each([
    '',
    'a',
    'c',
    'y',
    '5c',
    'c5',
    '5c6c7',
    '5y',
    'y5',
    '5yy6',
    'a5c6',
    '5ya6',
    'aa5',
    'b5',
    '5 ',
    '5.12345',
  ])('does not take "%s" for growth', (text) => {
    expect(parseGrowth(text, 3)).toBeUndefined();
  });

  it('wants one rate for each projected year, and takes a single one for a constant rate', () => {
    expect(parseGrowth('5y6', 3)).toBeUndefined();
    expect(parseGrowth('5y6y7y8', 3)).toBeUndefined();
    expect(parseGrowth('5y6', 1)).toBeUndefined();
    expect(parseGrowth('5', 1)).toEqual({ growth: { kind: 'compound', rate: 0.05 }, clamped: false });
  });
});
