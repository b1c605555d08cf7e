// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import {
  nameBaseline,
  nameProjection,
  neededAtShare,
  neededForEdges,
} from '../../../src/ui/panel/trajectory/numbers-list-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { rowOf, ten } from '../shipped-case.ts';

const text = textIn('en');
/** The first row's growth in place of 10 %. */
const growing = (growth: GrowthAssumption): Scenario => ({
  ...ten,
  growth: { ...ten.growth, 'hk-enterprises': growth },
});

describe('nameBaseline', () => {
  it('should call a level by its year, and an amount the year’s', () => {
    const [stock, flow] = [rowOf('hke', ten), rowOf('pax', ten)];
    expect(nameBaseline({ plan, indicator: stock.indicator }, stock.result, text)).toBe('2022');
    expect(nameBaseline({ plan, indicator: flow.indicator }, flow.result, text)).toBe(
      '2022, the year’s amount',
    );
    expect(nameBaseline({ plan, indicator: flow.indicator }, undefined, text)).toBe(
      '2022, the year’s amount',
    );
  });
});

describe('nameProjection', () => {
  const { indicator } = rowOf('hke', ten);

  it('should name the rate where it says all, and else the growth shape', () => {
    expect(nameProjection({ plan, indicator }, growing({ kind: 'compound', rate: 0.062 }), text)).toBe(
      '2025 at 6.2% a year',
    );
    expect(nameProjection({ plan, indicator }, growing({ kind: 'linear', amount: 500 }), text)).toBe(
      '2025, fixed amount a year',
    );
  });

  it('should say that more than its own growth makes the value, where something acts', () => {
    const shock = { id: 'border', intensity: [0, -1, 0], effects: {} };
    expect(nameProjection({ plan, indicator }, { ...ten, drivers: [shock] }, text)).toBe(
      '2025 at 10.0% a year, with events',
    );
    const idle = { ...shock, intensity: [0, 0, 0] };
    expect(nameProjection({ plan, indicator }, { ...ten, drivers: [idle] }, text)).toBe(
      '2025 at 10.0% a year',
    );
    const influences = [{ to: indicator.id, from: 'hk-residents', strength: 0.5 }];
    expect(nameProjection({ plan, indicator }, { ...ten, influences }, text)).toBe(
      '2025 at 10.0% a year, with influences',
    );
    expect(
      nameProjection(
        { plan, indicator },
        { ...growing({ kind: 'yearly', rates: [0, 0.1, 0] }), influences, drivers: [shock] },
        text,
      ),
    ).toBe('2025, year by year, with events and influences');
  });
});

describe('neededForEdges', () => {
  it('should offer what it prints, rounded to the side where the target is met', () => {
    const { indicator, result } = rowOf('hke', ten);
    expect(neededForEdges(indicator, result, text)).toEqual([
      {
        edge: 'min',
        name: 'Growth needed for 11,000',
        needed: '9.96%',
        offer: { rate: 0.0996, label: 'Use 9.96% a year, the growth needed for 11,000' },
      },
    ]);
  });

  it('should have a line for each edge of a range, the lower one first', () => {
    const { indicator, result } = rowOf('fdi', ten);
    expect(neededForEdges(indicator, result, text).map(({ edge }) => edge)).toEqual(['min', 'max']);
  });

  it('should offer nothing while there is no answer', () => {
    const { indicator } = rowOf('hke', ten);
    const [line] = neededForEdges(indicator, undefined, text);
    expect([line?.needed, line?.offer]).toEqual(['…', undefined]);
  });

  it('should offer nothing that is out of reach, and say on which side', () => {
    const { indicator, result } = rowOf('fdi', ten);
    const needed = {
      min: { kind: 'out-of-reach', best: 20 },
      max: { kind: 'out-of-reach', best: 40 },
    } as const;
    expect(
      neededForEdges(indicator, { ...result, needed }, text).map(({ needed, offer }) => [needed, offer]),
    ).toEqual([
      ['out of reach, at most 20.00', undefined],
      ['at any growth, at least 40.00', undefined],
    ]);
  });

  it('should print a rate that is too high to be set, without an offer', () => {
    const { indicator, result } = rowOf('hke', ten);
    const needed = { min: { kind: 'found', rate: 10.5 } } as const;
    const [line] = neededForEdges(indicator, { ...result, needed }, text);
    expect([line?.needed, line?.offer]).toEqual(['1050.0%', undefined]);
  });
});

describe('neededAtShare', () => {
  it('should be stated and offered in hundredths of a point', () => {
    const { indicator } = rowOf('hke', ten);
    const growthAtShare = { kind: 'found', rate: 0.12113 } as const;
    expect(neededAtShare(indicator, { growthAtShare, wantedShare: 0.8 }, text)).toEqual({
      needed: '12.12%',
      offer: { rate: 0.1212, label: 'Use 12.12% a year, enough in 80 of 100 simulations' },
    });
  });
});
