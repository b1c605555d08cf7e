import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DrawCaches } from '../../../src/core/draws/draw-caches.ts';
import { drawKindAt } from '../../../src/core/draws/draw-kinds.ts';
import { drawPlan, shocksInCaches } from '../../../src/core/draws/ensemble.ts';
import { shocksOfRange, type DrawRange } from '../../../src/core/draws/draw-shocks.ts';
import { sharedPaths } from '../../../src/core/draws/kinds/stepped.ts';
import { shareOf } from '../../../src/core/draws/met-mask.ts';
import { countDraws } from '../../../src/core/histogram/count-draws.ts';
import { shockSource } from '../../../src/core/shocks/shock-source.ts';
import { ALL_KINDS, ANY_KIND, drawModelOf, shockSettingOf } from './small-ensemble.ts';

const SEED = 65536;
const DRAWS = 2000;
const MODEL = drawModelOf(ALL_KINDS, ANY_KIND);
const SETTING = { ...shockSettingOf(ANY_KIND), draws: DRAWS };
const INDICES = MODEL.levels.map((_, index) => index);

function valuesIn(index: number, range: DrawRange): Float64Array {
  return drawKindAt(MODEL, index).valuesOf(MODEL, index, shocksOfRange(MODEL, shockSource(SETTING), range));
}

describe('every kind of draws', () => {
  it(`always gives a draw the same values, whichever range it is in (60 ranges, seed ${SEED})`, () => {
    const values = INDICES.map((index) => valuesIn(index, { from: 0, to: DRAWS }));
    const range = fc.tuple(fc.integer({ min: 0, max: DRAWS - 1 }), fc.integer({ min: 1, max: 600 }));
    fc.assert(
      fc.property(range, fc.constantFrom(...INDICES), ([from, length], index) => {
        const to = Math.min(DRAWS, from + length);
        const part = valuesIn(index, { from, to });
        for (let t = 0; t < 3; t++)
          expect(part.slice(t * (to - from), (t + 1) * (to - from))).toEqual(
            values[index]?.slice(t * DRAWS + from, t * DRAWS + to),
          );
      }),
      { seed: SEED, numRuns: 60 },
    );
  });

  it('tells by every way the same draws that meet the target', () => {
    const caches = new DrawCaches();
    const shocks = shocksInCaches(MODEL, SETTING, caches);
    const { indicators } = drawPlan(MODEL, { cached: caches.underSetting(SETTING, 0), shocks });
    const { metCounts } = countDraws(MODEL, SETTING, { from: 0, to: DRAWS });
    const work = { shocks, steppedPaths: sharedPaths(MODEL, INDICES, shocks) };
    for (const index of INDICES) {
      const share = shareOf(drawKindAt(MODEL, index).metMaskOf(MODEL, index, work));
      expect(share).toBe(indicators[index]?.shareMet);
      expect(share).toBe((metCounts[index] ?? NaN) / DRAWS);
    }
  });

  it('gives the projection for every draw where nothing is uncertain', () => {
    const [, first = NaN, second = NaN, third = NaN] = MODEL.levels[5] ?? [];
    expect(MODEL.kinds[5]).toBe('deterministic');
    expect([...valuesIn(5, { from: 5, to: 7 })]).toEqual([first, first, second, second, third, third]);
  });
});
