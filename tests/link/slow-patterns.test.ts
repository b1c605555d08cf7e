import { describe, expect, it } from 'vitest';
import { LONGEST_LINK } from '../../src/core/link/link-grammar.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { readLink } from '../helpers/links.ts';

/** A beginning, a piece repeated up to the longest link that is read, and an end at which a pattern has to turn back. */
const WORST: readonly (readonly [start: string, piece: string, end: string])[] = [
  ...['-', '.', ')', '(', '%20', '%2', '%', '&', '+', ' ', '_', '/', '。', '\ud83d', 'é'].flatMap(
    (piece) =>
      [
        ['?v=', piece, '1.'],
        ['?v=', piece, '1'],
        ['#v=', piece, '1.'],
        ['', piece, 'a'],
      ] as const,
  ),
  ['?hke=', '9', 'x'],
  ['?hke=', '9', '.99999'],
  ['?hke=', '1y', 'x'],
  ['?hke=', '11y', 'x'],
  ['?hke=', '1.1y', '-'],
  ['?hke=', '-1.1234y', 's'],
  ['?hke=1c', '1', 'c'],
  ['?hke=a-', '0', 's'],
  ['?hke=5s', '0.', '0'],
  ['?d-border=', '1y', 'x'],
  ['?d-border=', '1y', '1'],
  ['?', 'hke=1&', ''],
  ['?', 'a', '.2=1'],
  ['?', '.2', '=1'],
  ['?', 'k-', '=1'],
  ['?', 'e-ab-', '=1'],
  ['?', 'amp;', '=1'],
  ['?', 'utm_', '-=1'],
  ['?', '=', ''],
  ['?', 'a&', ''],
  ['', '?', ''],
  ['', '#', ''],
  ['', '%23', ''],
  ['', '%2523', ''],
  ['', '%252', ''],
  ['', '\u200b', 'v=1'],
  ['', '/', '=1'],
  ['#name=', 'name=', ''],
  ['#name=', '\u202e ', ''],
  ['#name=', '%00', ''],
  ['#name=', '%F0%9F%9A%A2', ''],
  ['#', '&name', '='],
];

describe('reading the longest hostile links', () => {
  it(`takes all ${WORST.length} of them five times over in less than two seconds`, () => {
    const links = WORST.map(([start, piece, end]) => {
      const times = Math.floor((LONGEST_LINK - start.length - end.length) / piece.length);
      return start + piece.repeat(times) + end;
    });
    expect(Math.max(...links.map(({ length }) => length))).toBeLessThanOrEqual(LONGEST_LINK);
    expect(Math.min(...links.map(({ length }) => length))).toBeGreaterThan(LONGEST_LINK - 20);
    const begin = performance.now();
    for (let round = 0; round < 5; round++) for (const link of links) readLink(link, [shippedPlan]);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
