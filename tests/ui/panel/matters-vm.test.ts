// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Tornado } from '../../../src/core/sensitivity/tornado.ts';
import { describeTornado, tornadoContent, tornadoRows } from '../../../src/ui/figures/tornado-vm.ts';
import {
  describeOutcome,
  describeTornadoStep,
  outcomeNames,
  stepsFor,
  tornadoOutcome,
} from '../../../src/ui/panel/matters/matters-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';
import { certain, rowOf, ten } from '../shipped-case.ts';

const text = textIn('en');
const { indicator } = rowOf('hke', ten);

describe('what a tornado is asked', () => {
  it('should offer a step by the spreads only where there is one', () => {
    expect(stepsFor(plan, ten)).toEqual(['spread', '1', '5']);
    expect(stepsFor(plan, certain)).toEqual(['1', '5']);
    expect(stepsFor(plan, ten).map((step) => describeTornadoStep(step, text))).toEqual([
      'its give or take',
      '1 percentage point',
      '5 percentage points',
    ]);
  });

  it('should be about the count or the selected indicator, and be called so', () => {
    expect(tornadoOutcome('count', indicator)).toEqual({ kind: 'count' });
    expect(tornadoOutcome('value', indicator)).toEqual({ kind: 'value', indicator: 'hk-enterprises' });
    const named = (outcome: 'count' | 'value', hasSpread: boolean) =>
      outcomeNames(outcome, { plan, indicator }, { hasSpread, text });
    expect(named('count', true)).toEqual({
      title: 'Which assumption moves the count?',
      axis: 'Expected number of targets met',
    });
    expect(named('count', false).axis).toBe('Number of targets met');
    expect(named('value', true)).toEqual({
      title: 'Which assumption moves HK-invested enterprises?',
      axis: '2025, enterprises',
    });
    const watched = { indicator, text };
    const told = (value: number) => [
      describeOutcome('count', value, watched),
      describeOutcome('value', value, watched),
    ];
    expect(told(4.2345)).toEqual(['4.23', '4']);
    expect(told(9910.2)).toEqual(['9910.2', '9,910']);
  });
});

describe('what a tornado shows', () => {
  const bar = (indicator: string, low: number, high: number): Tornado['bars'][number] => ({
    assumption: { kind: 'growth', indicator },
    current: 0.1,
    down: { value: 0.09, outcome: low },
    up: { value: 0.11, outcome: high },
    low,
    high,
    swing: high - low,
  });
  const words = { plan, drivers: [], formatOutcome: (value: number) => value.toFixed(1), text };

  it('should have at most eight bars, none of them without length, and all assumptions in the table', () => {
    const ids = plan.indicators.map(({ id }) => id);
    const tornado = { base: 5, bars: ids.map((id, at) => bar(id, 5, 5 + Math.max(0, 9 - at))) };
    expect(tornadoContent(tornado, words)?.bars).toHaveLength(8);
    expect(tornadoContent({ base: 5, bars: tornado.bars.slice(7) }, words)?.bars).toHaveLength(2);
    expect(tornadoRows(tornado, words)).toHaveLength(14);
    expect(tornadoRows(tornado, words)[0]).toMatchObject({ down: '5.0 at 9.0%', up: '14.0 at 11.0%' });
    expect(tornadoRows(undefined, words)).toEqual([]);
  });

  it('should say which assumption matters most, or that none does', () => {
    const moving = { base: 5, bars: [bar('hk-enterprises', 4, 6)] };
    const still = { base: 5, bars: [bar('hk-enterprises', 5, 5)] };
    const named = { ...words, drivers: [{ id: 'own', name: 'Border closure' }] };
    const assumption = { kind: 'intensity', driver: 'own', year: 1 } as const;
    const moved = { ...bar('', 3, 5), assumption };
    expect(tornadoRows({ base: 5, bars: [moved] }, named)[0]?.name).toBe('Border closure 2024');
    expect(describeTornado(moving, words)).toBe(
      'What matters most: HK-invested enterprises, from 4.0 to 6.0. All bars as a table below.',
    );
    expect(describeTornado(still, words)).toBe('No step of this size changes the outcome.');
    expect(tornadoContent(still, words)).toBeUndefined();
    expect(describeTornado(undefined, words)).toBe('Working…');
  });
});
