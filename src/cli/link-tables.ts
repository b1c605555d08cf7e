import type { Range } from '../core/arithmetic/range.ts';
import {
  definitionOf,
  GROWTH_SHAPES,
  notationOf,
  type GrowthAssumption,
} from '../core/growth/growth-shapes.ts';
import { FIELD_ROWS } from '../core/link/link-fields.ts';
import { RANGES } from '../core/scenario/ranges.ts';

type Row = readonly string[];

/** The tables of `docs/link.md` that are made from code, by the name in the marks around them. */
const TABLES: Readonly<Record<string, () => readonly Row[]>> = {
  fields: () => [
    ['key', 'value', 'where absent'],
    ...FIELD_ROWS.map(({ key, values, absent }) => [`\`${key}\``, values, absent]),
  ],
  forms: () => [
    ['form', 'growth shape', 'what it says'],
    ...GROWTH_SHAPES.map((shape) => {
      const { text, says } = notationOf(shape).example;
      return [`\`${text}\``, shape, says];
    }),
  ],
  ranges: () => [
    ['number', 'in a link', 'in a scenario file'],
    ...GROWTH_SHAPES.flatMap(growthRanges),
    ...Object.entries(RANGES).map(([name, range]) => [
      name,
      `${printRange(range)}${name === 'seed' ? ', whole' : ''}`,
      'the same',
    ]),
  ],
};

/**
 * Return a document with the tables that are made from code in it renewed.
 *
 * @throws {Error} Where the marks around a table are not there.
 */
export function withLinkTables(document: string): string {
  return Object.entries(TABLES).reduce((text, [name, rows]) => {
    const marks = { start: `<!-- ${name}:start -->`, end: `<!-- ${name}:end -->` };
    const [before, rest] = text.split(marks.start);
    const after = rest?.split(marks.end)[1];
    if (before === undefined || after === undefined) throw new Error(`no ${marks.start} and ${marks.end}`);
    return `${before}${marks.start}\n\n${markdownTable(rows())}\n\n${marks.end}${after}`;
  }, document);
}

/** What the numbers of a shape may be: rates are percent in a link and fractions in a file. */
function growthRanges(shape: (typeof GROWTH_SHAPES)[number]): readonly Row[] {
  const { mapNumbers } = definitionOf(shape);
  const { parse, example } = notationOf(shape);
  // An example is of its own shape's form, which a test holds.
  const growth = parse(example.text) as GrowthAssumption;
  const rows = new Map<string, Row>();
  mapNumbers(growth, {
    rate(value, { from, to }) {
      const percent = { from: from * 100, to: to * 100 };
      rows.set('rate', [`${shape}: rate`, printRange(percent), printRange({ from, to })]);
      return value;
    },
    amount(value, range) {
      rows.set('amount', [`${shape}: amount`, printRange(range), 'the same']);
      return value;
    },
  });
  return [...rows.values()];
}

function printRange({ from, to }: Range): string {
  return `${from} to ${to}`;
}

/** Return a table in Markdown, its columns aligned as the formatter does. */
function markdownTable(rows: readonly Row[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: Row): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
