// `npm run schema`: writes the JSON Schemas of plan and scenario files. Built to dist-cli/write-schema.js.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchemas } from './json-schemas.ts';

const folder = join(import.meta.dirname, '..', 'data', 'schema');
mkdirSync(folder, { recursive: true });
for (const { file, text } of jsonSchemas()) writeFileSync(join(folder, file), text);
