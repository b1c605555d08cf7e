import { exp } from '../arithmetic/exp.ts';
import { powerOfTwo } from '../arithmetic/float-bits.ts';
import { inverseNormal } from '../arithmetic/inverse-normal.ts';

/** Octaves of the probability from 1/2 down to 2^-32; 31 hold 31 bits, the last the smallest probability alone. */
const OCTAVES = 32;
const SEGMENT_BITS = 6;
const SEGMENTS = 1 << SEGMENT_BITS;
/** Bits below a segment's number, of the 31 that follow the sign. */
const REST_BITS = 30 - SEGMENT_BITS;
const REST = (1 << REST_BITS) - 1;
const INVERSE_REST = 1 / (1 << REST_BITS);
/** The half that is added to a word, as a probability. */
const HALF_STEP = powerOfTwo(-33);
const SQRT_TWO_PI = 2.5066282746310007;

/** Numbers in one half of the table. */
const HALF = OCTAVES * SEGMENTS * 4;
/** `HALF` is 2 to this power. */
const HALF_BITS = 13;
/**
 * Four coefficients a segment of the cubic in the position inside the segment, from 0 to 1; after those of the lower half of the
 * probabilities their negatives, for the upper half, so that no branch is guessed wrong every other time.
 */
const TABLE = withNegatives(cubics());

/**
 * Turn random bits into standard normal numbers by inversion: `(bits + 1/2) / 2^32` is the probability, as an unsigned
 * number. A table of cubics, 64 for every halving of the tail probability, stays within 1e-9 of the exact inverse; that
 * is a hundred-thousandth of the sampling error of a million draws.
 *
 * @param bits Signed 32-bit integers.
 * @param out Filled with as many normal numbers, from position `at`; odd in the bits: flipping every bit flips the sign.
 * @param at Where in `out` to begin.
 */
export function normalsFromBits(bits: Int32Array, out: Float64Array, at: number): void {
  for (let k = 0; k < bits.length; k++) {
    const word = bits[k] as number;
    // The lower half of the probabilities is a word without its top bit; the upper half mirrors it.
    const low = word ^ (word >> 31);
    const octave = Math.clz32(low | 0) - 1;
    const mantissa = low << octave;
    const position = (mantissa & REST) * INVERSE_REST;
    const segment =
      ((word >>> 31) << HALF_BITS) |
      (octave << (SEGMENT_BITS + 2)) |
      ((mantissa >>> (REST_BITS - 2)) & ((SEGMENTS - 1) << 2));
    out[at + k] =
      (TABLE[segment] as number) +
      position *
        ((TABLE[segment + 1] as number) +
          position * ((TABLE[segment + 2] as number) + position * (TABLE[segment + 3] as number)));
  }
}

function withNegatives(table: Float64Array): Float64Array {
  const both = new Float64Array(2 * HALF);
  both.set(table);
  both.set(
    table.map((coefficient) => -coefficient),
    HALF,
  );
  return both;
}

/** Hermite's cubic in every segment, through value and slope of the exact inverse at both ends. */
function cubics(): Float64Array {
  const table = new Float64Array(OCTAVES * SEGMENTS * 4);
  for (let octave = 0; octave < OCTAVES; octave++) {
    // A word of 31 bits in this octave is a mantissa without its last `octave` bits; then the half is added.
    const scale = powerOfTwo(-octave - 32);
    for (let segment = 0; segment < SEGMENTS; segment++) {
      const mantissa = (octave === OCTAVES - 1 ? 0 : 1 << 30) + segment * (REST + 1);
      const low = mantissa * scale + HALF_STEP;
      const high = (mantissa + REST + 1) * scale + HALF_STEP;
      const [start, end] = [inverseNormal(low), inverseNormal(high)];
      const width = high - low;
      const [slopeAtStart, slopeAtEnd] = [width * slope(start), width * slope(end)];
      const at = (octave * SEGMENTS + segment) * 4;
      table[at] = start;
      table[at + 1] = slopeAtStart;
      table[at + 2] = 3 * (end - start) - 2 * slopeAtStart - slopeAtEnd;
      table[at + 3] = 2 * (start - end) + slopeAtStart + slopeAtEnd;
    }
  }
  return table;
}

/** Slope of the inverse at a normal value: one over the density. */
function slope(z: number): number {
  return SQRT_TWO_PI * exp((z * z) / 2);
}
