import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, type ReadNumber } from '../../src/text/parse-number.ts';
import { seeded } from '../helpers/arbitraries.ts';

const RANGE = { from: -99.9999, to: 1000 };
const ANY = { from: -1e15, to: 1e15 };

describe('parseNumber', () => {
  it.each<{ text: string; value: number }>([
    { text: '6.2', value: 6.2 },
    { text: '6,2', value: 6.2 },
    { text: '6.2%', value: 6.2 },
    { text: '6.2 %', value: 6.2 },
    { text: '6,2%', value: 6.2 },
    { text: '６．２％', value: 6.2 },
    { text: '６，２', value: 6.2 },
    { text: '１．５', value: 1.5 },
    { text: '1,5', value: 1.5 },
    { text: '1.5', value: 1.5 },
    { text: '−2', value: -2 },
    { text: '-2', value: -2 },
    { text: '－２', value: -2 },
    { text: '+3', value: 3 },
    { text: '  7.25  ', value: 7.25 },
    { text: '\u30007\u3000', value: 7 },
    { text: '\u00a07\u00a0%\u00a0', value: 7 },
    { text: '.5', value: 0.5 },
    { text: ',5', value: 0.5 },
    { text: '-.5', value: -0.5 },
    { text: '0', value: 0 },
    { text: '-0', value: 0 },
    { text: '007', value: 7 },
    { text: '1.500', value: 1.5 },
    { text: '0,500', value: 0.5 },
    { text: '-0,125', value: -0.125 },
    { text: '1,50', value: 1.5 },
    { text: '1,5000', value: 1.5 },
    { text: '12.3456', value: 12.3456 },
    { text: '1000', value: 1000 },
    { text: '-99.9999', value: -99.9999 },
  ])('should read "$text" as $value', ({ text, value }) => {
    expect(parseNumber(text, RANGE)).toEqual({ kind: 'number', value });
  });

  it.each<{ text: string; kind: Exclude<ReadNumber['kind'], 'number'> }>([
    { text: '1,500', kind: 'ambiguous' },
    { text: '12,345', kind: 'ambiguous' },
    { text: '-1,500', kind: 'ambiguous' },
    { text: '１，５００', kind: 'ambiguous' },
    { text: '1,500%', kind: 'ambiguous' },
    { text: '', kind: 'unreadable' },
    { text: '   ', kind: 'unreadable' },
    { text: '%', kind: 'unreadable' },
    { text: '.', kind: 'unreadable' },
    { text: ',', kind: 'unreadable' },
    { text: '-', kind: 'unreadable' },
    { text: '−', kind: 'unreadable' },
    { text: '-.', kind: 'unreadable' },
    { text: 'abc', kind: 'unreadable' },
    { text: '1.2.3', kind: 'unreadable' },
    { text: '1,2,3', kind: 'unreadable' },
    { text: '1,234.5', kind: 'unreadable' },
    { text: '1.234,5', kind: 'unreadable' },
    { text: '1 234,5', kind: 'unreadable' },
    { text: '1’234.5', kind: 'unreadable' },
    { text: '1 5', kind: 'unreadable' },
    { text: '1e3', kind: 'unreadable' },
    { text: '0x10', kind: 'unreadable' },
    { text: '٣٫٥', kind: 'unreadable' },
    { text: '٣', kind: 'unreadable' },
    { text: '--2', kind: 'unreadable' },
    { text: '+-2', kind: 'unreadable' },
    { text: '2-', kind: 'unreadable' },
    { text: '6.2%%', kind: 'unreadable' },
    { text: '%6.2', kind: 'unreadable' },
    { text: 'NaN', kind: 'unreadable' },
    { text: 'Infinity', kind: 'unreadable' },
    { text: '五', kind: 'unreadable' },
    { text: '½', kind: 'unreadable' },
    { text: '1/2', kind: 'unreadable' },
    { text: '5 percent', kind: 'unreadable' },
    { text: '12345.67891', kind: 'too-many-decimals' },
    { text: '0.00001', kind: 'too-many-decimals' },
    { text: '1,50000', kind: 'too-many-decimals' },
    { text: '1000.1', kind: 'out-of-range' },
    { text: '-100', kind: 'out-of-range' },
    { text: '123456789012345', kind: 'out-of-range' },
  ])('should find "$text" $kind', ({ text, kind }) => {
    expect(parseNumber(text, RANGE)).toEqual({ kind });
  });

  it('should accept both ends of the range and nothing beyond them', () => {
    const range = { from: -1.5, to: 2 };
    expect(parseNumber('-1.5', range)).toEqual({ kind: 'number', value: -1.5 });
    expect(parseNumber('2', range)).toEqual({ kind: 'number', value: 2 });
    expect(parseNumber('-1.5001', range)).toEqual({ kind: 'out-of-range' });
    expect(parseNumber('2.0001', range)).toEqual({ kind: 'out-of-range' });
  });

  it('should not round a fraction where only whole numbers are taken, but say so', () => {
    const seeds = { from: 0, to: 4294967295, whole: true };
    expect(parseNumber('2', seeds)).toEqual({ kind: 'number', value: 2 });
    expect(parseNumber('2.0', seeds)).toEqual({ kind: 'number', value: 2 });
    for (const text of ['1.5', '1,5', '0.0001', '4294967295.5'])
      expect(parseNumber(text, seeds), text).toEqual({ kind: 'not-whole' });
    expect(parseNumber('4294967296', seeds)).toEqual({ kind: 'out-of-range' });
  });

  it('should give a plain 0 for a minus before nothing', () => {
    expect(parseNumber('-0,0', RANGE)).toEqual({ kind: 'number', value: 0 });
    expect(parseNumber('−0', RANGE)).toEqual({ kind: 'number', value: 0 });
  });

  it('should never throw and always say what it took a text for, whatever is typed or pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), almostNumber), (text) => {
        const read = parseNumber(text, RANGE);
        expect(['number', 'ambiguous', 'too-many-decimals', 'out-of-range', 'unreadable']).toContain(
          read.kind,
        );
        if (read.kind === 'number') {
          expect(read.value).toBeGreaterThanOrEqual(RANGE.from);
          expect(read.value).toBeLessThanOrEqual(RANGE.to);
        }
      }),
      seeded(2000),
    );
  });

  it('should never read a text with a comma as the number without it', () => {
    const withComma = fc
      .tuple(
        fc.stringMatching(/^[-−+]?\d{0,6}$/),
        fc.stringMatching(/^\d{0,6}$/),
        fc.constantFrom('', '%', ' '),
      )
      .map((parts) => `${parts[0]},${parts[1]}${parts[2]}`);
    fc.assert(
      fc.property(
        fc.oneof(
          withComma,
          almostNumber.filter((text) => /[,，]/.test(text)),
        ),
        (text) => {
          const read = parseNumber(text, ANY);
          if (read.kind !== 'number' || read.value === 0) return;
          const without = Number(asciiOf(text).replace(/[,%\s]/g, ''));
          expect(read.value).not.toBe(without);
          expect(Math.abs(read.value)).toBeLessThan(Math.abs(without));
        },
      ),
      seeded(2000),
    );
  });

  it('should always read a comma and a point alike where it reads both', () => {
    fc.assert(
      fc.property(almostNumber, (text) => {
        const comma = parseNumber(text.replace('.', ','), ANY);
        const point = parseNumber(text.replace(',', '.'), ANY);
        if (comma.kind === 'number' && point.kind === 'number') expect(comma.value).toBe(point.value);
      }),
      seeded(2000),
    );
  });

  // Oracle: JavaScript's own reading of a plain decimal.
  it('should always read a plain decimal of up to four indices as the double it stands for', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999999, max: 10_000_000 }), fc.nat(4), (steps, indices) => {
        const text = (steps / 1e4).toFixed(indices);
        expect(parseNumber(text, ANY)).toEqual({ kind: 'number', value: Number(text) + 0 });
        expect(parseNumber(`${text.replace('-', '−')} %`, ANY)).toEqual({
          kind: 'number',
          value: Number(text) + 0,
        });
      }),
      seeded(1000),
    );
  });

  it('should be done at once with a long text of spaces, which a page can paste', () => {
    const start = performance.now();
    expect(parseNumber(`1${' '.repeat(2000)}x`, RANGE)).toEqual({ kind: 'unreadable' });
    expect(performance.now() - start).toBeLessThan(1000); // milliseconds; it should be under one
  });
});

// Helpers

/** Texts made of the marks that numbers are made of, so that many are nearly numbers. */
const almostNumber = fc
  .array(
    fc.constantFrom(
      ...[...'0123456789', ...'0123456789', '.', ',', '-', '−', '+', '%', ' ', 'e'],
      ...['５', '０', '．', '，', '％', '－', '\u3000', '\u00a0', '٣', '’'],
    ),
    { maxLength: 9 },
  )
  .map((marks) => marks.join(''));

/** Full-width marks as their ASCII counterparts, by a table of their own. */
function asciiOf(text: string): string {
  const table: Readonly<Record<string, string>> = {
    '５': '5',
    '０': '0',
    '．': '.',
    '，': ',',
    '％': '%',
    '－': '-',
    '−': '-',
  };
  return [...text].map((mark) => table[mark] ?? mark).join('');
}
