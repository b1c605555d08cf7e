import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkCheck } from '../../src/core/link/link-check.ts';

const SEED = 520093;

describe('linkCheck', () => {
  // Printed in slides and QR codes: these may never change.
  it.each([
    ['', 'mh33'],
    ['v=1', '50t8'],
    ['v=1&hke=6.2s4&hkr=5y6y7&cbs=30c450&fdi=a0.5&rho=0.3&seed=7', '37t3'],
    ['v=1&hke=前海', 'jtrn'],
  ])('is for ever the same for %s', (text, check) => {
    expect(linkCheck(text)).toBe(check);
  });

  it(`agrees with long division by x^20 + 0x6b04f, bit by bit (500 texts, seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(linkCheck(text)).toBe(dividedCheck(text));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it(`always differs after a change of one character or a swap of neighbours (5,000 texts, seed ${SEED})`, () => {
    const ascii = fc.string({ minLength: 2, maxLength: 300 });
    fc.assert(
      fc.property(ascii, fc.nat(), fc.integer({ min: 32, max: 126 }), (text, at, code) => {
        const index = at % (text.length - 1);
        const [one, other] = [text.charAt(index), text.charAt(index + 1)];
        const put = (characters: string, length: number): string =>
          text.slice(0, index) + characters + text.slice(index + length);
        const changed = put(String.fromCharCode(code), 1);
        const swapped = put(other + one, 2);
        expect(linkCheck(changed) === linkCheck(text)).toBe(changed === text);
        expect(linkCheck(swapped) === linkCheck(text)).toBe(swapped === text);
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });

  it('is always four characters of 0-9 and a-z, leading zeros kept', () => {
    const checks = Array.from({ length: 3000 }, (_, i) => linkCheck(`v=1&seed=${i}`));
    expect(checks.filter((check) => !/^[0-9a-z]{4}$/.test(check))).toEqual([]);
    expect(checks.some((check) => check.startsWith('0'))).toBe(true);
  });
});

// Helpers

/** The same remainder by the schoolbook: the text as bits, the first 20 turned over, divided with 20 zeros after it. */
function dividedCheck(text: string): string {
  const divisor = (2 ** 20 + 0x6b04f).toString(2);
  const bytes = [...text].map((character) => character.charCodeAt(0).toString(2).padStart(8, '0'));
  const bits = [...`${bytes.join('')}${'0'.repeat(20)}`].map((bit, i) =>
    i < 20 ? 1 - Number(bit) : Number(bit),
  );
  for (let i = 0; i + 20 < bits.length; i++) {
    if (bits[i] === 1)
      [...divisor].forEach((bit, j) => (bits[i + j] = (bits[i + j] as number) ^ Number(bit)));
  }
  return parseInt(bits.slice(-20).join(''), 2).toString(36).padStart(4, '0');
}
