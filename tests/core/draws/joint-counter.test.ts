import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JointCounter } from '../../../src/core/draws/joint-counter.ts';
import type { MetMask } from '../../../src/core/draws/met-mask.ts';
import { seeded } from '../../helpers/arbitraries.ts';

const TARGETS = 3;

it('should count the targets each draw meets, whatever was counted before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 13 }).chain(anyMaskSeries), ({ draws, series }) => {
      const counter = new JointCounter(draws);
      for (const masks of series)
        expect([...counter.sharesOf(byNumber(masks))]).toEqual(counted(draws, masks));
    }),
    seeded(300),
  );
});

it('should pass over draws that stay as they were, and count the one that changes', () => {
  const counter = new JointCounter(6);
  const shares = [0b000000, 0b000001, 0b100001, 0b100000].map((bits) => {
    const mask = Uint8Array.from({ length: 6 }, (_, k) => (bits >> k) & 1);
    return [...counter.sharesOf(new Map([[1, mask]]))].map((share) => Math.round(share * 6));
  });
  expect(shares).toEqual([
    [6, 0],
    [5, 1],
    [4, 2],
    [5, 1],
  ]);
});

interface MaskSeries {
  readonly draws: number;
  readonly series: readonly (readonly MetMask[])[];
}

function anyMaskSeries(draws: number): fc.Arbitrary<MaskSeries> {
  const mask: fc.Arbitrary<MetMask> = fc.oneof(
    fc.boolean(),
    fc
      .array(fc.integer({ min: 0, max: 1 }), { minLength: draws, maxLength: draws })
      .map((bits) => Uint8Array.from(bits)),
  );
  const masks = fc.array(mask, { minLength: TARGETS, maxLength: TARGETS });
  return fc.record({ draws: fc.constant(draws), series: fc.array(masks, { minLength: 1, maxLength: 5 }) });
}

function byNumber(masks: readonly MetMask[]): ReadonlyMap<number, MetMask> {
  return new Map(masks.map((mask, at) => [at + 1, mask]));
}

function counted(draws: number, masks: readonly MetMask[]): readonly number[] {
  const times = masks.map(() => 0).concat(0);
  for (let k = 0; k < draws; k++) {
    const met = masks.filter((mask) => (typeof mask === 'boolean' ? mask : mask[k] === 1)).length;
    times[met] = (times[met] ?? 0) + 1;
  }
  return times.map((count) => count / draws);
}
