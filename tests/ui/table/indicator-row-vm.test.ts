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
    const [flow, sum] = [
      { measure: 'flow', growth: constant },
      { measure: 'cumulative', growth: constant },
    ] as const;
    expect(describeRow({ plan, indicator }, flow, text)).toBe('USD bn');
    expect(describeRow({ plan, indicator }, sum, text)).toBe('USD bn, sum 2023–25');
    expect(describeRow({ plan, indicator }, sum, textIn('zh-Hant'))).toBe('億美元，2023–25年合計');
  });

  it('should mark a growth shape that is not the usual one', () => {
    const said = (growth: GrowthAssumption): string =>
      describeRow({ plan, indicator }, { measure: 'cumulative', growth }, text);
    expect(said(yearly)).toBe('USD bn, sum 2023–25 · year by year, mean shown');
    expect(said({ kind: 'linear', amount: -0.5 })).toBe('USD bn, sum 2023–25 · USD −0.5 bn a year');
  });
});

describe('describeRate', () => {
  const { indicator, result } = rowOf('hke', { ...ten, growth: { 'hk-enterprises': constant } });

  it('should say rate, value and verdict in one breath', () => {
    expect(describeRate({ plan, indicator, growth: constant, scale, result }, text)).toBe(
      '10.0% a year, 11,013 enterprises in 2025, target met',
    );
  });

  it('should say the rate alone while what follows from it is not known', () => {
    const said = (growth: GrowthAssumption): string =>
      describeRate({ plan, indicator, growth, scale, result: undefined }, text);
    expect(said(constant)).toBe('10.0% a year');
    expect(said({ kind: 'yearly', rates: [0.05, 0.06, 0.08] })).toBe('6.33% a year on average');
    expect(said({ kind: 'linear', amount: 500 })).toBe('+500 enterprises a year');
    expect(said({ kind: 'saturating', rate: 0.3, ceiling: 12000 })).toBe('30.0% a year at first');
  });

  it.each([0.81, -0.21])('should say that the thumb rests at the end at %d', (rate) => {
    expect(
      describeRate({ plan, indicator, growth: { kind: 'compound', rate }, scale, result: undefined }, text),
    ).toMatch(/; .* is off the slider’s scale; its thumb rests at the end$/);
  });

  it.each([0.8, -0.2])('should not say so at the very end, %d', (rate) => {
    expect(
      describeRate({ plan, indicator, growth: { kind: 'compound', rate }, scale, result: undefined }, text),
    ).not.toContain('scale');
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
    const { indicator, result } = rowOf('hke', ten);
    expect(describeBullet(indicator, result, text)).toMatch(
      /^100% of the target, 9 in 10 simulations from [\d,]+ to [\d,]+$/,
    );
    const { from = NaN, to = NaN } = whiskerOf(result) ?? {};
    expect(from).toBeLessThan(result.value);
    expect(to).toBeGreaterThan(result.value);
  });

  it('should never tell 100% of a target that is missed', () => {
    const near = { kind: 'compound', rate: 0.098 } as const;
    const { indicator, result } = rowOf('hke', { ...certain, growth: { 'hk-enterprises': near } });
    expect([result.status, Math.round(result.attainment * 100)]).toEqual(['missed', 100]);
    expect(describeBullet(indicator, result, text)).toBe('99% of the target');
  });

  it('should draw no whisker where nothing is drawn', () => {
    const { indicator, result } = rowOf('hke', certain);
    expect(whiskerOf(result)).toBeUndefined();
    expect(describeBullet(indicator, result, text)).toBe('100% of the target');
  });

  it('should draw no whisker where an indicator alone has no spread', () => {
    const { result } = rowOf('hke', { ...ten, spread: { 'hk-residents': 4 } });
    expect(whiskerOf(result)).toBeUndefined();
  });

  it('should say that it is being worked out while there is no answer', () => {
    expect(describeBullet(rowOf('hke', ten).indicator, undefined, text)).toBe('Working…');
  });
});
