import { describe, expect, it } from 'vitest';
import { inverseNormal } from '../../../src/core/arithmetic/inverse-normal.ts';
import { normalsFromBits } from '../../../src/core/random/normal-table.ts';

/** Normal numbers of unsigned words. */
function normalsOf(words: readonly number[]): Float64Array {
  const out = new Float64Array(words.length);
  normalsFromBits(
    Int32Array.from(words, (word) => word | 0),
    out,
    0,
  );
  return out;
}

/** Words at both ends, in the middle and beside the ends of every segment of every octave, in the lower half. */
function edgeWords(): number[] {
  const words = new Set<number>([0, 1, 2, 3]);
  for (let octave = 0; octave < 31; octave++) {
    const start = 2 ** (30 - octave);
    for (let segment = 0; segment <= 64; segment++) {
      const edge = Math.floor(start * (1 + segment / 64));
      const middle = Math.floor(start * (1 + (segment + 0.5) / 64));
      for (const word of [edge - 1, edge, edge + 1, middle]) if (word < 2 ** 31) words.add(word);
    }
  }
  return [...words];
}

describe('normalsFromBits', () => {
  // Oracle: the inverse itself, which has an oracle of its own.
  it('should be within 1e-9 of the inverse at the edges of every segment of every octave', () => {
    const words = edgeWords();
    words.push(...words.map((word) => 2 ** 32 - 1 - word));
    const normals = normalsOf(words);
    let worst = 0;
    words.forEach((word, k) => {
      worst = Math.max(worst, Math.abs((normals[k] as number) - inverseNormal((word + 0.5) / 2 ** 32)));
    });
    expect(words.length).toBeGreaterThan(8000);
    expect(worst).toBeLessThan(1e-9);
  });

  it('should be within 1e-9 of the inverse all over every octave', () => {
    // 2,000 positions in each octave, by multiples of the golden ratio.
    let worst = 0;
    for (let octave = 0; octave < 31; octave++) {
      const start = 2 ** (30 - octave);
      const words = Array.from({ length: 2000 }, (_, k) =>
        Math.floor(start * (1 + ((k * 0.6180339887498949) % 1))),
      );
      const normals = normalsOf(words);
      words.forEach((word, k) => {
        worst = Math.max(worst, Math.abs((normals[k] as number) - inverseNormal((word + 0.5) / 2 ** 32)));
      });
    }
    expect(worst).toBeLessThan(1e-9);
  });

  it('should be odd: flipping every bit flips the sign and nothing else', () => {
    const words = edgeWords();
    const normals = normalsOf(words);
    const flipped = normalsOf(words.map((word) => ~word));
    expect(Array.from(flipped, (normal) => -normal)).toEqual([...normals]);
  });

  it('should rise with the word', () => {
    const words = edgeWords().sort((a, b) => a - b);
    const normals = normalsOf(words);
    for (let k = 1; k < normals.length; k++) expect(normals[k]).toBeGreaterThan(normals[k - 1] as number);
  });

  it('should fill from the position it is told and touch nothing else', () => {
    const out = new Float64Array(4).fill(7);
    normalsFromBits(Int32Array.of(0, -1), out, 1);
    const least = inverseNormal(2 ** -33);
    expect([...out]).toEqual([7, least, -least, 7]);
  });
});
