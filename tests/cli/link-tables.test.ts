import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLinkTables } from '../../src/cli/link-tables.ts';
import { GROWTH_SHAPES, notationOf } from '../../src/core/growth/growth-shapes.ts';
import { FIELD_ROWS } from '../../src/core/link/link-fields.ts';
import { RANGES } from '../../src/core/scenario/ranges.ts';

const document = readFileSync(join(import.meta.dirname, '../../docs/link.md'), 'utf8');

describe('the tables in docs/link.md that are made from code', () => {
  it('are committed as the code would write them (else run npm run schema)', () => {
    expect(withLinkTables(document)).toBe(document);
  });

  it('have a line for every key, in the order in which a link has them', () => {
    expect(firstCells('fields')).toEqual(FIELD_ROWS.map(({ key }) => `\`${key}\``));
  });

  it('have a line for the form of every growth shape', () => {
    expect(firstCells('forms')).toEqual(
      GROWTH_SHAPES.map((shape) => `\`${notationOf(shape).example.text}\``),
    );
  });

  it('state the range of every number', () => {
    expect(firstCells('ranges')).toEqual([
      'compound: rate',
      'yearly: rate',
      'linear: amount',
      'saturating: rate',
      'saturating: amount',
      ...Object.keys(RANGES),
    ]);
    expect(document).toContain('| saturating: rate   | -99.9999 to 100 ');
  });

  it('say where a document has no marks for one', () => {
    expect(() => withLinkTables('# Links')).toThrow('fields:start');
  });
});

describe('the example of a growth shape', () => {
  it.each(GROWTH_SHAPES)('is of the form of its own shape: %s', (shape) => {
    const { parse, format, example } = notationOf(shape);
    const { text } = example;
    const growth = parse(text);
    expect(growth?.kind).toBe(shape);
    expect(growth && format(growth)).toBe(text);
  });
});

function firstCells(name: string): readonly string[] {
  const table = document.split(`<!-- ${name}:start -->`)[1]?.split(`<!-- ${name}:end -->`)[0] ?? '';
  const [, , ...lines] = table.trim().split('\n');
  return lines.flatMap((line) => line.split('|')[1]?.trim() ?? []);
}
