import { describe, expect, it } from 'vitest';
import type { NeededGrowth } from '../../../src/core/assessment/needed-growth.ts';
import { growthZoneAtShare } from '../../../src/core/assessment/zone-at-share.ts';
import type { Target } from '../../../src/core/plan/target.ts';

const zone = { from: 0.05, to: 0.2 };

describe('growthZoneAtShare', () => {
  it.each<{ target: Target; rate: number; at: { from: number; to: number } }>([
    { target: { kind: 'at-least', min: 1 }, rate: 0.08001, at: { from: 0.0801, to: 0.2 } },
    { target: { kind: 'within', min: 1, max: 2 }, rate: 0.08001, at: { from: 0.0801, to: 0.2 } },
    { target: { kind: 'at-most', max: 1 }, rate: 0.08009, at: { from: 0.05, to: 0.08 } },
  ])('should lie on the side of $rate on which $target.kind is met, rounded to that side', (each) => {
    expect(growthZoneAtShare(each.target, { zone, growthAtShare: found(each.rate) })).toEqual(each.at);
  });

  it('should never reach beyond the zone itself', () => {
    const outside = { zone, growthAtShare: found(0.01) };
    expect(growthZoneAtShare({ kind: 'at-least', min: 1 }, outside)).toEqual(zone);
    const above = { zone, growthAtShare: found(0.3) };
    expect(growthZoneAtShare({ kind: 'at-most', max: 1 }, above)).toEqual(zone);
  });

  it('should be none where there is no zone, no share was wanted or no rate gives it', () => {
    const target: Target = { kind: 'at-least', min: 1 };
    expect(growthZoneAtShare(target, { zone: undefined, growthAtShare: found(0.1) })).toBeUndefined();
    expect(growthZoneAtShare(target, { zone, growthAtShare: undefined })).toBeUndefined();
    const none: NeededGrowth = { kind: 'out-of-reach', best: 0.5 };
    expect(growthZoneAtShare(target, { zone, growthAtShare: none })).toBeUndefined();
  });
});

// Helpers

function found(rate: number): NeededGrowth {
  return { kind: 'found', rate };
}
