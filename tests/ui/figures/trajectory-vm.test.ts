// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { IndicatorResult } from '../../../src/core/simulate-plan.ts';
import {
  describeFan,
  describeTrajectory,
  trajectoryContent,
  yearTable,
} from '../../../src/ui/figures/trajectory-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { certain, rowOf, ten } from '../shipped-case.ts';

const text = textIn('en');

describe('trajectoryContent', () => {
  it('should have the years and values of the projection, and a fan of bands, the widest first', () => {
    const { indicator, result } = rowOf('hke', ten);
    const { years, values, fan, isCount } = trajectoryContent({ plan, indicator }, result, text);
    expect(years).toEqual([2022, 2023, 2024, 2025]);
    expect(values).toEqual([...result.values]);
    expect(fan.map(({ label }) => label)).toEqual(['9 in 10', 'half']);
    expect(fan[0]?.high.at(-1)).toBeGreaterThan(fan[1]?.high.at(-1) ?? NaN);
    expect(isCount).toBe(true);
  });

  it('should have no fan where the draws are all the projection', () => {
    const { indicator, result } = rowOf('hke', certain);
    expect(trajectoryContent({ plan, indicator }, result, text).fan).toEqual([]);
  });
});

describe('describeTrajectory and describeFan', () => {
  it('should say the way from the first year to the last, the target and the verdict', () => {
    const { indicator, result } = rowOf('hke', certain);
    expect(describeTrajectory({ plan, indicator }, result, text)).toBe(
      'From 8,274 in 2022 to 11,013 enterprises in 2025; target at least 11,000: target met.',
    );
    expect(describeFan(indicator, result.drawn, text)).toBe('');
  });

  it('should say where most draws lie', () => {
    const { indicator, result } = rowOf('hke', ten);
    expect(describeFan(indicator, result.drawn, text)).toMatch(
      /^9 in 10 simulations fall between [\d,]+ and [\d,]+\.$/,
    );
  });
});

describe('yearTable', () => {
  it('should have the published baseline, then levels with their growth', () => {
    const { indicator, result } = rowOf('hke', certain);
    expect(yearTable({ plan, indicator }, result, text)).toEqual({
      heads: ['Level', 'Growth'],
      rows: [
        { year: 2022, cells: ['8,274', ''] },
        { year: 2023, cells: ['9,101.4', '10.0%'] },
        { year: 2024, cells: ['10,011.54', '10.0%'] },
        { year: 2025, cells: ['11,012.694', '10.0%'] },
      ],
    });
  });

  it('should print the baseline with the decimals of its publication', () => {
    const { indicator, result } = rowOf('pax', certain);
    const published = (decimals: number) =>
      yearTable({ plan, indicator: { ...indicator, decimals } }, result, text).rows[0]?.cells[0];
    expect([published(2), published(3)]).toEqual(['5.25', '5.250']);
  });

  it('should add up the years of a sum, whose last must not contradict its verdict', () => {
    const { indicator, result } = rowOf('fdi', certain);
    const { heads, rows } = yearTable({ plan, indicator }, result, text);
    expect(heads).toEqual(['Level', 'Growth', 'Sum so far']);
    expect(rows.map(({ cells }) => cells[2])).toEqual(['0', '6.4504', '13.54584', '21.35082']);
    // 6.4504 + 7.09544 = 13.54584, and so on.
    expect(rows.map(({ cells }) => cells[0])).toEqual(['5.864', '6.4504', '7.09544', '7.80498']);
  });

  it('should state no growth from 0', () => {
    const { indicator, result } = rowOf('hke', certain);
    const fallen: IndicatorResult = { ...result, levels: Float64Array.of(8274, 0, 0, 0) };
    expect(yearTable({ plan, indicator }, fallen, text).rows.map(({ cells }) => cells[1])).toEqual([
      '',
      '−100.0%',
      '',
      '',
    ]);
  });

  it('should have the years while there is no answer', () => {
    const { indicator } = rowOf('fdi', ten);
    const { rows } = yearTable({ plan, indicator }, undefined, text);
    expect(rows).toEqual([2022, 2023, 2024, 2025].map((year) => ({ year, cells: ['…', ''] })));
  });
});
