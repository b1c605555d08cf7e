// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import {
  describeBullet,
  describeRate,
  describeRow,
  rowZones,
  whiskerOf,
} from '../../../src/ui/table/indicator-row-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { certain, rowOf, ten } from '../shipped-case.ts';

const text = textIn('en');
const scale = { from: -0.2, to: 0.8 };
const yearly: GrowthAssumption = { kind: 'yearly', rates: [0.05, 0.06, 0.07] };
const constant: GrowthAssumption = { kind: 'compound', rate: 0.1 };

describe('describeRow', () => {
  const { indicator } = rowOf('fdi', ten);

  it('should say the unit, and the period only of a sum', () => {
    expect(describeRow({ plan, indicator }, { measure: 'flow', growth: constant }, text)).toBe('USD bn');
    expect(describeRow({ plan, indicator }, { measure: 'cumulative', growth: constant }, text)).toBe(
      'USD bn, sum 2023–25',
    );
  });

  it('should mark a growth shape that is not the usual one', () => {
    expect(describeRow({ plan, indicator }, { measure: 'flow', growth: yearly }, text)).toBe(
      'USD bn · year by year',
    );
  });
});

describe('describeRate', () => {
  const { indicator, result } = rowOf('hke', { ...ten, growth: { 'hk-enterprises': constant } });

  it('should say rate, value and verdict in one breath', () => {
    expect(describeRate({ plan, indicator, rate: 0.1, scale, result }, text)).toBe(
      '10.0% a year, 11,013 enterprises in 2025, target met',
    );
  });

  it('should say the rate alone while what follows from it is not known', () => {
    expect(describeRate({ plan, indicator, rate: 0.1, scale, result: undefined }, text)).toBe('10.0% a year');
  });

  it.each([0.81, -0.21])('should say that the thumb rests at the end at %d', (rate) => {
    expect(describeRate({ plan, indicator, rate, scale, result: undefined }, text)).toMatch(
      /; .* is off the slider’s scale; its thumb rests at the end$/,
    );
  });

  it.each([0.8, -0.2])('should not say so at the very end, %d', (rate) => {
    expect(describeRate({ plan, indicator, rate, scale, result: undefined }, text)).not.toContain('beyond');
  });
});

describe('rowZones', () => {
  const { indicator, result } = rowOf('hke', ten);

  it('should be the zone and the part of it where the wanted share meets the target', () => {
    const { zone, zoneAtShare } = rowZones(indicator, constant, result);
    expect(zone?.from).toBeCloseTo(0.099578, 4);
    expect(zoneAtShare?.from).toBeGreaterThan(zone?.from ?? NaN);
    expect([zone?.to, zoneAtShare?.to]).toEqual([Infinity, Infinity]);
  });

  it('should be none for a growth that is no constant rate, and none without an answer', () => {
    const none = { zone: undefined, zoneAtShare: undefined };
    expect(rowZones(indicator, yearly, result)).toEqual(none);
    expect(rowZones(indicator, constant, undefined)).toEqual(none);
  });
});

describe('describeBullet and whiskerOf', () => {
  it('should tell the share of the target and where most draws lie', () => {
    const { result } = rowOf('hke', ten);
    expect(describeBullet(result, text)).toMatch(
      /^100% of the target, 9 in 10 simulations from [\d,]+ to [\d,]+$/,
    );
    const { from = NaN, to = NaN } = whiskerOf(result) ?? {};
    expect(from).toBeLessThan(result.value);
    expect(to).toBeGreaterThan(result.value);
  });

  it('should draw no whisker where nothing is drawn', () => {
    const { result } = rowOf('hke', certain);
    expect(whiskerOf(result)).toBeUndefined();
    expect(describeBullet(result, text)).toBe('100% of the target');
  });

  it('should draw no whisker where an indicator alone has no spread', () => {
    const { result } = rowOf('hke', { ...ten, spread: { 'hk-residents': 4 } });
    expect(whiskerOf(result)).toBeUndefined();
  });

  it('should say that it is being worked out while there is no answer', () => {
    expect(describeBullet(undefined, text)).toBe('Working…');
  });
});
