import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inverseNormal } from '../../../src/core/arithmetic/inverse-normal.ts';
import { magnitude, seeded, uniform } from '../../helpers/arbitraries.ts';
import { errorOfQuantile, exactTail } from '../../helpers/exact-normal.ts';
import { decimals } from '../../helpers/exact-real.ts';

const HIGHEST = 1 - 2 ** -53;
/** Where one approximation gives way to the next: 0.425 from the middle, and sqrt(-ln p) = 5. */
const SEAMS = [0.075, 0.925, 1.3887943864964021e-11, 1 - 1.3887943864964021e-11];

describe('inverseNormal', () => {
  // Oracle: integer arithmetic of 224 binary digits or more (tests/helpers/exact-normal.ts), itself held to printed
  // digits of the tail beyond 1 and 5.
  it('should be judged by an oracle that knows the normal distribution', () => {
    expect(decimals(exactTail(1), 30)).toBe('0.158655253931457051414767454367');
    expect(decimals(exactTail(5), 22)).toBe('0.0000002866515718791939');
    expect(decimals(exactTail(0), 30)).toBe('0.500000000000000000000000000000');
    // z of 0.975 is 1.95996398454005435524594...; the doubles nearest to both are up to 5e-16 of z apart.
    expect(errorOfQuantile(1.959963984540054, 0.975)).toBeLessThan(5e-16);
    expect(errorOfQuantile(1.959963984540054 * (1 - 1e-12), 0.975)).toBeCloseTo(1e-12, 15);
    expect(errorOfQuantile(-1.959963984540054 * (1 + 1e-12), 0.025)).toBeCloseTo(1e-12, 15);
    expect(errorOfQuantile(1.959963984540054, 0.025)).toBe(Infinity);
  });

  it.each<[name: string, any: Arbitrary<number>, runs: number]>([
    ['the whole range', uniform(1e-300, HIGHEST), 1500],
    ['every order of magnitude', magnitude(1e-300, 0.5), 400],
    ['every order of magnitude from 1', magnitude(2 ** -53, 0.5).map((q) => 1 - q), 1000],
    ['near the middle', magnitude(1e-15, 0.4).map((q) => 0.5 + q), 500],
    [
      'the seams of the approximations',
      fc.tuple(fc.constantFrom(...SEAMS), uniform(-1e-9, 1e-9)).map(([p, off]) => p * (1 + off)),
      1000,
    ],
  ])('should never be off by more than 2e-15 of its value over %s', (_, any, runs) => {
    fc.assert(
      fc.property(
        any.filter((p) => p > 0 && p < 1 && p !== 0.5),
        (p) => {
          expect(errorOfQuantile(inverseNormal(p), p)).toBeLessThan(2e-15);
        },
      ),
      seeded(runs),
    );
  });

  it.each([1e-300, 1e-16, 1e-10, 0.025, 0.075, 0.3, 0.925, 0.999999, 1 - 1e-16])(
    'should be within 2e-15 of its value at %s',
    (p) => {
      expect(errorOfQuantile(inverseNormal(p), p)).toBeLessThan(2e-15);
    },
  );

  it('should give the ends of the line at the ends of the range, and nothing outside', () => {
    expect(inverseNormal(0)).toBe(-Infinity);
    expect(inverseNormal(1)).toBe(Infinity);
    expect(inverseNormal(0.5)).toBe(0);
    for (const p of [-1e-300, -1, 1 + 2 ** -52, 2, Infinity, -Infinity, NaN])
      expect(inverseNormal(p)).toBeNaN();
  });

  it('should stay finite and far out for the smallest double', () => {
    // Oracle: the tail beyond z is 5e-324 at z = 38.4674...
    expect(inverseNormal(5e-324)).toBeCloseTo(-38.467, 2);
  });

  it('should always be odd about the middle where the probability has no rounding', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.nat(2 ** 21 - 1), (high, low) => {
        const p = high / 2 ** 32 + low / 2 ** 53;
        expect(inverseNormal(1 - p)).toBe(-inverseNormal(p) + 0);
      }),
      seeded(2000),
    );
  });
});
