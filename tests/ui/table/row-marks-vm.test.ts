// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { describeDoubts, isByAHair, listActing } from '../../../src/ui/table/row-marks-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { rowOf, ten } from '../shipped-case.ts';

const text = textIn('en');

describe('what is marked on a row', () => {
  it('should be the doubts about its source, and none where there are none', () => {
    const doubted = plan.indicators.filter((each) => describeDoubts(plan, each, text).length > 0);
    expect(doubted.map(({ number }) => number)).toEqual([2, 4, 5, 6, 7, 8, 11]);
  });

  it('should be what acts on it, by year and by the row it follows', () => {
    const { indicator } = rowOf('hke', ten);
    expect(listActing(plan, indicator, { scenario: ten, text })).toEqual([]);
    const acting = {
      ...ten,
      drivers: [{ id: 'border', intensity: [0, -1, 0], effects: {} }],
      influences: [{ to: indicator.id, from: 'hk-residents', strength: 0.5 }],
    };
    const said = listActing(plan, indicator, { scenario: acting, text });
    expect(said).toHaveLength(2);
    expect(said[0]).toContain('2024');
    expect(said[1]).toContain('HK residents employed');
  });

  it('should be that it is met by a hair, of constant growth alone', () => {
    const { indicator, result } = rowOf('hke', {
      ...ten,
      growth: { 'hk-enterprises': { kind: 'compound', rate: 0.1 } },
    });
    expect(isByAHair(indicator, { kind: 'compound', rate: 0.1 }, result)).toBe(true);
    expect(isByAHair(indicator, { kind: 'yearly', rates: [0.1, 0.1, 0.1] }, result)).toBe(false);
    expect(isByAHair(indicator, { kind: 'compound', rate: 0.1 }, undefined)).toBe(false);
  });
});
