import { describe, expect, it } from 'vitest';
import { isMetByAHair } from '../../../src/core/assessment/near-flip.ts';

describe('isMetByAHair', () => {
  const zone = { from: 0.0996, to: 0.2 };

  it.each([
    { rate: 0.0996, hair: true },
    { rate: 0.1, hair: true },
    { rate: 0.1006, hair: true },
    { rate: 0.1007, hair: false },
    { rate: 0.1989, hair: false },
    { rate: 0.199, hair: true },
    { rate: 0.2, hair: true },
  ])('should be so up to 0.1 points inside either edge: $rate', ({ rate, hair }) => {
    expect(isMetByAHair(rate, zone)).toBe(hair);
  });

  it('should not be so of a target that is missed, nor of one that no rate meets', () => {
    expect(isMetByAHair(0.0995, zone)).toBe(false);
    expect(isMetByAHair(0.2001, zone)).toBe(false);
    expect(isMetByAHair(0.1, undefined)).toBe(false);
  });

  it('should not be so far inside a zone without an end', () => {
    expect(isMetByAHair(0.5, { from: 0.0996, to: Infinity })).toBe(false);
  });
});
