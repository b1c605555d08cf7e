// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { LeastGrowth } from '../../../src/core/sensitivity/least-growth.ts';
import {
  changesOf,
  describeGoal,
  goalAsked,
  limitOn,
  withLimit,
} from '../../../src/ui/panel/goal/goal-vm.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { textIn } from '../../helpers/text-in.ts';

describe('goalAsked', () => {
  it('should be what was chosen, else one more than are met, and never more than there are', () => {
    expect(goalAsked(3, { plan, met: 6 })).toBe(3);
    expect(goalAsked(3, { plan, met: undefined })).toBe(3);
    expect(goalAsked(undefined, { plan, met: 6 })).toBe(7);
    expect(goalAsked(undefined, { plan, met: 14 })).toBe(14);
  });

  it('should be nothing while it is not known how many are met', () => {
    expect(goalAsked(undefined, { plan, met: undefined })).toBeUndefined();
  });
});

describe('limitOn and withLimit', () => {
  const none = { locked: [], caps: [] };

  it('should put one limit on a row at a time, and take it off again', () => {
    const locked = withLimit(none, 'a', { limit: 'locked', rate: 0.1 });
    expect(locked).toEqual({ locked: ['a'], caps: [] });
    const capped = withLimit(locked, 'a', { limit: 'capped', rate: 0.1 });
    expect(capped).toEqual({ locked: [], caps: [{ indicator: 'a', rate: 0.1 }] });
    expect(withLimit(capped, 'a', { limit: 'capped', rate: 0.2 }).caps).toEqual([
      { indicator: 'a', rate: 0.2 },
    ]);
    expect(withLimit(capped, 'a', { limit: 'free', rate: 0.1 })).toEqual(none);
    expect(withLimit(locked, 'b', { limit: 'capped', rate: 0.1 })).toEqual({
      locked: ['a'],
      caps: [{ indicator: 'b', rate: 0.1 }],
    });
  });

  it('should take a row that a link both locks and caps for locked', () => {
    const caps = [{ indicator: 'a', rate: 0.1 }];
    expect(limitOn({ locked: ['a'], caps }, 'a')).toBe('locked');
    expect(limitOn({ locked: [], caps }, 'a')).toBe('capped');
    expect(limitOn({ locked: ['b'], caps: [] }, 'a')).toBe('free');
  });
});

describe('describeGoal', () => {
  const answer: LeastGrowth = { wanted: 10, alreadyMet: [], changes: [], reached: 10, points: 0 };
  const said = (least: Partial<LeastGrowth>, share?: number) =>
    describeGoal({ ...answer, ...least }, { of: 14, share }, textIn('en'));

  it('should say in how many simulations an answer holds, where there are any', () => {
    expect(said({})).toEqual({ short: [], holds: undefined });
    expect(said({ drawn: { count: 10, share: 0.8001 } }, 0.8)).toEqual({
      short: [],
      holds: 'With these rates, at least 10 of 14 are met in 80 of 100 simulations.',
    });
  });

  it('should say what can be reached where it is less than was asked', () => {
    expect(said({ reached: 8 }).short).toEqual(['At most 8 of 14 targets can be met this way.']);
    expect(said({ reached: 8, drawn: { count: 8, share: 0.3 } }).short).toEqual([
      'At most 8 of 14 targets can be met this way.',
    ]);
    expect(said({ reached: 9, drawn: { count: 9, share: 0.9, most: 0.62 } }, 0.8).short).toEqual([
      'At most 9 of 14 targets can be met in 80 of 100 simulations.',
      'The most for 10 of 14: 62 of 100 simulations.',
    ]);
  });
});

describe('changesOf', () => {
  const least = {
    wanted: 1,
    reached: 1,
    alreadyMet: [],
    points: 2.3445,
    changes: [{ indicator: 'law', from: 0.1, to: 0.123445, points: 2.3445 }],
  } as const;

  it('should tell hundredths of a point on the side where the target is met', () => {
    expect(changesOf(least, [])).toEqual([{ indicator: 'law', from: 0.1, to: 0.1235, points: 2.35 }]);
  });

  it('should never go beyond a cap', () => {
    expect(changesOf(least, [{ indicator: 'law', rate: 0.12345 }])).toEqual([
      { indicator: 'law', from: 0.1, to: 0.12345, points: 2.345 },
    ]);
  });
});
