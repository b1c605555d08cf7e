const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
/** Which 32-bit word of a double holds sign and exponent on this machine: 1 where memory is little-endian. */
const HIGH = words[1] === 0x3ff00000 ? 1 : 0;

/**
 * Return sign, exponent and the top 20 fraction bits of a double.
 *
 * @param x Any double.
 * @returns The high word as an unsigned 32-bit integer.
 */
export function highWord(x: number): number {
  float[0] = x;
  return words[HIGH] as number;
}

/**
 * Return a double with its high word replaced and its low word as it was.
 *
 * @param x The double that gives the low word.
 * @param high The new high word, an unsigned 32-bit integer.
 * @returns The double made of both.
 */
export function withHighWord(x: number, high: number): number {
  float[0] = x;
  words[HIGH] = high;
  return float[0];
}

/**
 * Return an exact power of two.
 *
 * @param k The exponent, an integer from -1022 to 1023.
 * @returns 2 to the power `k`, without rounding.
 */
export function powerOfTwo(k: number): number {
  return withHighWord(0, (1023 + k) << 20);
}
