import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linkTable, withLinkTable } from '../../src/cli/link-table.ts';
import { FIELD_ROWS } from '../../src/core/link/link-fields.ts';

describe('the table of keys in docs/link.md', () => {
  it('is committed as the code would write it (else run npm run schema)', () => {
    const document = readFileSync(join(import.meta.dirname, '../../docs/link.md'), 'utf8');
    expect(withLinkTable(document)).toBe(document);
  });

  it('has a line for every key, in the order in which a link has them', () => {
    const lines = linkTable().split('\n');
    expect(lines.slice(2).map((line) => line.split('`')[1])).toEqual(FIELD_ROWS.map(({ key }) => key));
  });

  it('says where a document has no marks for it', () => {
    expect(() => withLinkTable('# Links')).toThrow('fields:start');
  });
});
