import { FIELD_ROWS } from '../core/link/link-fields.ts';

/** What stands around the table of keys in `docs/link.md`. */
const MARKS = { start: '<!-- fields:start -->', end: '<!-- fields:end -->' };

/** Return the table of all keys of the link grammar in Markdown, columns aligned. */
export function linkTable(): string {
  const rows = [
    ['key', 'value', 'where absent'],
    ...FIELD_ROWS.map(({ key, values, absent }) => [`\`${key}\``, values, absent]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/**
 * Return a document with the table of keys in it renewed.
 *
 * @throws {Error} Where the marks around the table are not there.
 */
export function withLinkTable(document: string): string {
  const [before, rest] = document.split(MARKS.start);
  const after = rest?.split(MARKS.end)[1];
  if (before === undefined || after === undefined) throw new Error(`no ${MARKS.start} and ${MARKS.end}`);
  return `${before}${MARKS.start}\n\n${linkTable()}\n\n${MARKS.end}${after}`;
}
