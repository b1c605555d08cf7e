/** Checks of random words: each returns how many standard deviations a count lies from what chance gives. */

/**
 * Words that are equal to an earlier one, against the birthday expectation.
 *
 * @param words Unsigned, 2^16 or more.
 */
export function repeatsScore(words: Uint32Array): number {
  const sorted = words.slice().sort();
  let repeats = 0;
  for (let k = 1; k < sorted.length; k++) if (sorted[k] === sorted[k - 1]) repeats += 1;
  const expected = (words.length * (words.length - 1)) / 2 / 2 ** 32;
  return (repeats - expected) / Math.sqrt(expected);
}

/** Chi square of the top 8 bits over 256 cells. */
export function uniformityScore(words: Uint32Array): number {
  const counts = new Float64Array(256);
  for (const word of words) counts[word >>> 24] = (counts[word >>> 24] as number) + 1;
  return chiSquareScore(counts);
}

/** Chi square of pairs of words over 16 by 16 cells. */
export function pairScore(one: Uint32Array, other: Uint32Array): number {
  const counts = new Float64Array(256);
  one.forEach((word, k) => {
    const cell = ((word >>> 28) << 4) | ((other[k] as number) >>> 28);
    counts[cell] = (counts[cell] as number) + 1;
  });
  return chiSquareScore(counts);
}

/** Correlation of two rows of words. */
export function correlationScore(one: Uint32Array, other: Uint32Array): number {
  let sum = 0;
  one.forEach((word, k) => (sum += (word / 2 ** 32 - 0.5) * ((other[k] as number) / 2 ** 32 - 0.5)));
  return 12 * (sum / Math.sqrt(one.length));
}

function chiSquareScore(counts: Float64Array): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (chiSquare - freedom) / Math.sqrt(2 * freedom);
}
