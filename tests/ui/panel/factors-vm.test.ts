// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTOR_OUTCOMES } from '../../../src/core/link/view.ts';
import {
  axisRange,
  cellNear,
  describeOutcome,
  growthsAt,
  isCertain,
  legendOf,
  outcomeOptions,
  ratesAt,
  SHADED,
  shadesOf,
  sweepOutcome,
  withAxis,
} from '../../../src/ui/panel/factors/factors-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { seeded } from '../../helpers/arbitraries.ts';
import { certain, ten } from '../shipped-case.ts';

const text = textIn('en');
const axes = { across: 'hk-enterprises', up: 'hk-residents' };
const side = { from: 0, to: 0.25, cells: 26 };

describe('withAxis', () => {
  const ids = fc.constantFrom(...plan.indicators.slice(0, 3).map(({ id }) => id));

  it('should never show one indicator on both axes', () => {
    const differ = ({ across, up }: { across: string; up: string }): boolean => across !== up;
    fc.assert(
      fc.property(ids, ids, ids, fc.constantFrom('across', 'up'), (across, up, id, axis) => {
        if (across !== up) expect(withAxis({ across, up }, axis, id)).toSatisfy(differ);
      }),
      seeded(200),
    );
  });

  it('should trade indicators when an axis takes the other’s', () => {
    expect(withAxis({ across: 'a', up: 'b' }, 'across', 'b')).toEqual({ across: 'b', up: 'a' });
    expect(withAxis({ across: 'a', up: 'b' }, 'up', 'c')).toEqual({ across: 'a', up: 'c' });
  });
});

describe('what is shown', () => {
  it('should ask for both targets, for all, or for one of the two alone', () => {
    expect(FACTOR_OUTCOMES.map((shown) => sweepOutcome(shown, axes))).toEqual([
      { kind: 'both' },
      { kind: 'count' },
      { kind: 'one', indicator: 'hk-enterprises' },
      { kind: 'one', indicator: 'hk-residents' },
    ]);
  });

  it('should offer each of them by a name of its own', () => {
    expect(outcomeOptions(plan, axes, text).map(({ label }) => label)).toEqual([
      'both targets met',
      'targets met of all',
      'only HK-invested enterprises',
      'only HK residents employed',
    ]);
  });

  it('should say each in words, and a mark where nothing is known', () => {
    const say = (value: number | undefined) =>
      FACTOR_OUTCOMES.map((shown) => describeOutcome(value, { plan, shown, axes }, text));
    expect(say(0.5)).toEqual([
      'both targets met in 50 of 100 simulations',
      '0.5 of 14 targets met on average',
      'HK-invested enterprises met in 50 of 100 simulations',
      'HK residents employed met in 50 of 100 simulations',
    ]);
    expect([...say(undefined), ...say(NaN)]).toEqual(Array.from({ length: 8 }, () => '…'));
  });

  it('should shade shares from none to all, and counts from the fewest to the most', () => {
    const values = Float64Array.of(3, NaN, 7);
    for (const shown of FACTOR_OUTCOMES) {
      const expected = SHADED[shown] === 'count' ? { from: 3, to: 7 } : { from: 0, to: 1 };
      expect(shadesOf(shown, values)).toEqual(expected);
      expect(shadesOf(shown, undefined)).toEqual({ from: 0, to: 1 });
    }
    expect(legendOf('count', { from: 3, to: 7 }, text).map(({ label }) => label)).toEqual([
      '3',
      '4',
      '5',
      '6',
      '7',
    ]);
    expect(legendOf('both', { from: 0, to: 1 }, text).map(({ label }) => label)).toEqual([
      '0',
      '25',
      '50',
      '75',
      '100',
    ]);
  });

  it('should be certain where nothing that is shown has a spread and nothing feeds it', () => {
    const others = { ...ten, spread: { 'container-throughput': 4 } };
    expect(isCertain(plan, certain, { shown: 'count', axes })).toBe(true);
    expect(isCertain(plan, others, { shown: 'both', axes })).toBe(true);
    expect(isCertain(plan, ten, { shown: 'both', axes })).toBe(false);
    const fed = { ...certain, influences: [{ to: axes.up, from: axes.across, strength: 1 }] };
    expect(isCertain(plan, fed, { shown: 'both', axes })).toBe(false);
  });
});

describe('ranges and cells', () => {
  it('should reach beyond what the target needs, but not to a rate far off', () => {
    const found = (rate: number) => ({ kind: 'found', rate }) as const;
    expect(axisRange(0.1, undefined)).toEqual(side);
    expect(axisRange(0.1, { min: found(0.29) }).to).toBeCloseTo(0.4, 12);
    expect(axisRange(0.1, { min: found(1.5) })).toEqual(side);
    expect(axisRange(0.1, { min: { kind: 'out-of-reach', best: 3 } })).toEqual(side);
  });

  it('should lead from a cell to its rates and back', () => {
    const ranges = { across: side, up: { from: -0.05, to: 0.25, cells: 31 } };
    for (let cell = 0; cell < 26 * 31; cell++) expect(cellNear(ranges, ratesAt(ranges, cell))).toBe(cell);
    expect(ratesAt(ranges, 27)).toEqual({ across: 0.01, up: -0.04 });
  });

  it('should set both rates, each in the shape it has', () => {
    const scenario = {
      ...ten,
      growth: { ...ten.growth, [axes.across]: { kind: 'linear', amount: 500 } as const },
    };
    expect(growthsAt(plan, scenario, { axes, rates: { across: 0.25, up: 0.05 } })).toEqual({
      'hk-enterprises': { kind: 'linear', amount: 2068.5 },
      'hk-residents': { kind: 'compound', rate: 0.05 },
    });
  });
});
