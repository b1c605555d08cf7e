// `npm run schema`: writes what is made from code beside it: the JSON Schemas of plan and scenario files, and the tables
// of keys in `docs/link.md`. Built to dist-cli/write-schema.js.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.ts';
import { withLinkTables } from './link-tables.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'data', 'schema');
mkdirSync(folder, { recursive: true });
for (const { file, text } of jsonSchemas()) writeFileSync(join(folder, file), text);
const grammar = join(root, 'docs', 'link.md');
writeFileSync(grammar, withLinkTables(readFileSync(grammar, 'utf8')));
