import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goldenDigests, PARTS } from './golden-digests.ts';

/**
 * Links about the shipped plan with the digests of all that follows from them: every growth shape, reading, driver,
 * influence and spread. What a shared link shows may not change by a single bit: NEVER EDIT A LINE of `golden.txt`, only
 * add. A line is the digests of `PARTS` in their order, and the link.
 */
const LINES = readFileSync(join(import.meta.dirname, 'golden.txt'), 'utf8')
  .trimEnd()
  .split('\n');

/** Scenarios a test simulates: few enough that a failure is found soon, many enough that starting one costs little. */
const GROUP = 25;

describe('what follows from a link', () => {
  it('is pinned for 300 scenarios of every kind', () => {
    expect(new Set(LINES).size).toBe(300);
    const parts = [
      /[?&][a-z]{2,4}=-?[\d.]+y/,
      /=a-?\d/,
      /=-?[\d.]+c/,
      /\ds\d/,
      /&m-/,
      /&d-/,
      /&e-/,
      /&k-/,
      /&rho=/,
      /&phi=/,
    ];
    for (const part of parts)
      expect(LINES.filter((line) => part.test(line)).length).toBeGreaterThanOrEqual(30);
  });

  it.each(Array.from({ length: LINES.length / GROUP }, (_, group) => group * GROUP))(
    'is the same to the last bit as when it was pinned, from scenario %i on',
    (from) => {
      for (const line of LINES.slice(from, from + GROUP)) {
        const link = line.split(' ').at(-1) ?? '';
        const digests = goldenDigests(link);
        expect([...PARTS.map((part) => digests[part]), link].join(' ')).toBe(line);
      }
    },
  );
});
