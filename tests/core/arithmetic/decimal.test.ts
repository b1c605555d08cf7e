import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDecimal,
  formatPercent,
  parseDecimal,
  parsePercent,
  percentToRate,
  rateToPercent,
  roundDecimal,
  roundFraction,
} from '../../../src/core/arithmetic/decimal.ts';

const SEED = 10_000;

describe('parseDecimal', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['-0.0', 0],
    ['6.2', 6.2],
    ['-12.0625', -12.0625],
    ['007', 7],
    ['4294967295', 4294967295],
  ])('reads %s', (text, value) => {
    expect(parseDecimal(text)).toBe(value);
  });

  it.each([
    '',
    '-',
    '.',
    '5.',
    '.5',
    '+5',
    '5e3',
    '1e999',
    '0x1F',
    '5,0',
    ' 5',
    '5 ',
    '5\n',
    '--5',
    '5-',
    '1.23456',
    'NaN',
    'Infinity',
    '１',
  ])('does not take "%s" for a number', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
    expect(parsePercent(text)).toBeUndefined();
  });
});

describe('percent and decimals', () => {
  it(`always read back the number that was written, every step of it (10,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999, max: 10_000_000 }), (steps) => {
        expect(parsePercent(formatPercent(steps / 1e6))).toBe(steps / 1e6);
        expect(parseDecimal(formatDecimal(steps / 1e4))).toBe(steps / 1e4);
      }),
      { seed: SEED, numRuns: 10_000 },
    );
  });

  it(`are always written as they are rounded (10,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.double({ min: -1e11, max: 1e11, noNaN: true }), (value) => {
        expect(parseDecimal(formatDecimal(value))).toBe(roundDecimal(value));
        const fraction = value / 1e10;
        expect(parsePercent(formatPercent(fraction))).toBe(roundFraction(fraction));
      }),
      { seed: SEED, numRuns: 10_000 },
    );
  });

  it.each([-0, -1e-9, -4e-7])('are never -0, as %s would be', (value) => {
    expect(roundDecimal(value)).toBe(0);
    expect(roundFraction(value)).toBe(0);
    expect(formatDecimal(value)).toBe('0');
    expect(formatPercent(value)).toBe('0');
    expect(percentToRate(value)).toBe(0);
    expect(rateToPercent(value)).toBe(0);
  });
});
