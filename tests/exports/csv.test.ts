import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow, type Cell } from '../../src/exports/csv.ts';

const SEED = 4180;

describe('csvRow', () => {
  it.each<[what: string, cells: readonly Cell[], row: string]>([
    ['plain cells', ['a', 1, 'b c'], 'a,1,b c'],
    ['nothing as an empty cell', [undefined, '', undefined], ',,'],
    [
      'commas, quotes and line breaks in quotes',
      ['a,b', 'say "x"', 'a\nb', 'a\r\nb'],
      '"a,b","say ""x""","a\nb","a\r\nb"',
    ],
    ['Chinese and emoji as they are', ['前海', '🚢'], '前海,🚢'],
    [
      'numbers with all their digits',
      [0.1 + 0.2, 1 / 3, 1e21, 5e-324],
      '0.30000000000000004,0.3333333333333333,1e+21,5e-324',
    ],
    ['a negative number, which is no formula', [-1089.6483061279978], '-1089.6483061279978'],
    ['no minus before zero', [-0], '0'],
    [
      'text that begins like a formula, behind an apostrophe',
      ['=1+1', '+1', '-1', '@SUM(A1)', '\tx'],
      "'=1+1,'+1,'-1,'@SUM(A1),'\tx",
    ],
    [
      'a formula with a comma in quotes as well',
      ['=HYPERLINK("x","y")', '\rx'],
      '"\'=HYPERLINK(""x"",""y"")","\'\rx"',
    ],
    ['a formula sign further on as it is', ['a=1', ' =1'], 'a=1, =1'],
  ])('writes %s', (_, cells, row) => {
    expect(csvRow(cells)).toBe(`${row}\r\n`);
  });

  it(`always reads back, by RFC 4180, as the cells that were written (2,000 rows, seed ${SEED})`, () => {
    const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\r', '\n', ' ', '前', '=', '-', '\t') });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (cells) => {
        const safe = cells.map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell));
        expect(parseRow(csvRow(cells))).toEqual(safe);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });
});

// Helpers

/** One row, read to the letter of RFC 4180. */
function parseRow(row: string): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"/.exec(row.slice(at));
    const bare = /^[^",\r\n]*/.exec(row.slice(at));
    const [whole = '', inner] = quoted ?? bare ?? [];
    cells.push(inner === undefined ? whole : inner.replaceAll('""', '"'));
    at += whole.length;
    if (row.startsWith('\r\n', at) && at + 2 === row.length) return cells;
    if (row.charAt(at) !== ',') throw new Error(`not a row of CSV: ${JSON.stringify(row)}`);
    at++;
  }
}
