import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/cli/json-schemas.ts';
import { planSchema } from '../../src/core/plan-file/plan-schema.ts';
import { scenarioSchema } from '../../src/core/scenario/scenario-schema.ts';

const SEED = 2020;
const DATA = join(import.meta.dirname, '..', '..', 'data');

describe('the published JSON Schemas', () => {
  it.each(jsonSchemas())(
    'are committed as the code would write them: $file (else run npm run schema)',
    ({ file, text }) => {
      expect(readFileSync(join(DATA, 'schema', file), 'utf8')).toBe(text);
    },
  );

  it('have a title and no address of their own', () => {
    const heads = jsonSchemas().map(({ text }) => Object.entries(JSON.parse(text) as object).slice(0, 3));
    const draft = ['$schema', 'https://json-schema.org/draft/2020-12/schema'];
    expect(heads).toEqual([
      [draft, ['title', 'Plan'], ['type', 'object']],
      [draft, ['title', 'Scenario'], ['type', 'object']],
    ]);
  });
});

describe.each([
  { file: 'plan.schema.json', folder: 'plans', schema: planSchema },
  { file: 'scenario.schema.json', folder: 'scenarios', schema: scenarioSchema },
])('$file and the reader of data/$folder', ({ file, folder, schema }) => {
  const published = jsonSchemas().find((candidate) => candidate.file === file)?.text ?? '';
  const accepts = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(published) as object);
  const reads = (content: unknown): boolean => v.safeParse(schema, content).success;
  const shipped = readdirSync(join(DATA, folder)).map((name) =>
    readFileSync(join(DATA, folder, name), 'utf8'),
  );

  it('both accept every shipped file', () => {
    expect(shipped.length).toBeGreaterThan(0);
    for (const text of shipped) {
      expect(accepts(JSON.parse(text)), JSON.stringify(accepts.errors)).toBe(true);
      expect(reads(JSON.parse(text))).toBe(true);
    }
  });

  it(`always agree on a shipped file with one to three changes (600 files, seed ${SEED})`, () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped),
        fc.array(anyChange, { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          const content = changes.reduce<unknown>(changed, JSON.parse(text));
          const accepted = reads(content);
          expect(accepts(content), JSON.stringify(accepts.errors)).toBe(accepted);
          verdicts[accepted ? 'accepted' : 'refused']++;
        },
      ),
      { seed: SEED, numRuns: 600 },
    );
    expect(Math.min(verdicts.accepted, verdicts.refused)).toBeGreaterThan(30);
  });
});

// Helpers

interface Change {
  readonly where: number;
  readonly how: 'replace' | 'remove' | 'rename' | 'add' | 'double';
  readonly value: unknown;
}

const anyChange: fc.Arbitrary<Change> = fc.record({
  where: fc.double({ min: 0, max: 0.999999, noNaN: true }),
  how: fc.constantFrom('replace', 'replace', 'remove', 'rename', 'add', 'double'),
  value: fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      '',
      'x',
      'flow',
      'stock',
      'at-least',
      'compound',
      'https://x.org',
      'hk-residents',
    ),
    fc.constantFrom<unknown>(0, -1, 1, 0.5, 3, 2025, 1e12, -0.9999995, 4294967296, 'a'.repeat(1001)),
    fc.constantFrom<unknown>(
      [0, 0, 0],
      ['x'],
      { en: 'a' },
      { kind: 'linear', amount: 5 },
      { 'hk-residents': 2 },
    ),
  ),
});

interface Index {
  readonly parent: Record<string, unknown> | unknown[];
  readonly key: string;
}

/** The content with one change, in a copy. */
function changed(content: unknown, { where, how, value }: Change): unknown {
  const copy = structuredClone(content);
  const indices = indicesIn(copy);
  const index = indices[Math.floor(where * indices.length)];
  if (index === undefined) return copy;
  const { parent, key } = index;
  const fields = parent as Record<string, unknown>;
  if (how === 'replace') fields[key] = structuredClone(value);
  else if (how === 'add' && !Array.isArray(parent)) parent['more'] = value;
  else if (how === 'rename' && !Array.isArray(parent)) {
    parent[`${key}s`] = parent[key];
    delete parent[key];
  } else if (how === 'double' && Array.isArray(parent)) parent.push(structuredClone(fields[key]));
  else if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
  return copy;
}

function indicesIn(value: unknown): Index[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((key) => [{ parent, key }, ...indicesIn(parent[key])]);
}
