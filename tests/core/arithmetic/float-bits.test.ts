import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { highWord, powerOfTwo, withHighWord } from '../../../src/core/arithmetic/float-bits.ts';
import { seeded } from '../../helpers/arbitraries.ts';

// Oracle: DataView, which states its byte order.
const highOf = (x: number): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x, false);
  return view.getUint32(0, false);
};

describe('highWord', () => {
  it.each([
    { x: 1, high: 0x3ff00000 },
    { x: -2, high: 0xc0000000 },
    { x: 0, high: 0 },
    { x: -0, high: 0x80000000 },
    { x: Infinity, high: 0x7ff00000 },
    { x: Number.MIN_VALUE, high: 0 },
  ])('should be sign, exponent and top fraction bits of $x', ({ x, high }) => {
    expect(highWord(x)).toBe(high);
  });

  it('should always be what the bytes of the double say', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(highWord(x)).toBe(highOf(x));
      }),
      seeded(1000),
    );
  });
});

describe('withHighWord', () => {
  it('should always keep the low word and take the high word', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (x, y) => {
        const made = withHighWord(x, highWord(y));
        expect(withHighWord(made, highWord(x))).toBe(x);
        if (!Number.isNaN(made)) expect(highWord(made)).toBe(highWord(y));
      }),
      seeded(1000),
    );
  });
});

describe('powerOfTwo', () => {
  it.each([-1022, -1021, -53, -1, 0, 1, 52, 1022, 1023])('should be exact for the exponent %s', (k) => {
    expect(powerOfTwo(k)).toBe(2 ** k);
  });
});

describe('float bits on a machine that keeps the high word first', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it('should be the same bits', async () => {
    vi.stubGlobal('Uint32Array', HighWordFirst);
    vi.resetModules();
    const there = await import('../../../src/core/arithmetic/float-bits.ts');
    expect(there.highWord(-Math.PI)).toBe(highWord(-Math.PI));
    expect(there.withHighWord(Math.PI, 0x40000000)).toBe(withHighWord(Math.PI, 0x40000000));
    expect(there.powerOfTwo(-7)).toBe(1 / 128);
  });
});

/** The two words of a double as a big-endian machine lays them out, whatever this machine does. */
class HighWordFirst {
  readonly #view: DataView;

  constructor(buffer: ArrayBuffer) {
    this.#view = new DataView(buffer);
  }

  get [0](): number {
    return this.#view.getUint32(offsetOfHigh, true);
  }

  set [0](word: number) {
    this.#view.setUint32(offsetOfHigh, word, true);
  }

  get [1](): number {
    return this.#view.getUint32(4 - offsetOfHigh, true);
  }
}

/** Where this machine keeps the high word, in bytes; `true` above reads it in the order of little-endian machines. */
const offsetOfHigh = 4;
