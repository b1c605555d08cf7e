import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSimulate } from '../../src/cli/run-simulate.ts';
import { MOST_SHARDS, parseShard, shardRange } from '../../src/exports/shard.ts';
import { shardRows } from '../../src/exports/shard-rows.ts';
import type { SimulationResult } from '../../src/exports/result-record.ts';
import { writeShard } from '../../src/cli/write-shard.ts';
import { metRange } from '../../src/core/assessment/assess-target.ts';
import { emptyScenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { quantileOfType7 } from './quantile-of-type-7.ts';

const SEED = 10_000;
/** A scaled, a summed and a linked indicator, one that is stepped by a fixed amount, and certain ones. */
const LINK = '?v=1&hke=10s4&fdi=25s5&hkr=19s4&teu=a0.2s3&rho=0.3&phi=0.5&k-hkr-hke=0.3&seed=7';
const DRAWS = 1000;

/** One row of a shard. */
interface Row {
  readonly scenario: number;
  readonly draw: number;
  readonly indicator: string;
  readonly year: number;
  readonly value: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'qianhai-shard-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('parseShard', () => {
  it.each([
    ['1/1', { index: 1, of: 1 }],
    ['3/8', { index: 3, of: 8 }],
    ['10000/10000', { index: 10_000, of: MOST_SHARDS }],
  ])('takes %s', (text, shard) => {
    expect(parseShard(text)).toEqual(shard);
  });

  it.each(['0/8', '9/8', '1/10001', '1', '1/', '/8', '1/0', '-1/8', '1.5/8', '1/8/2', ' 1/8', '1 of 8'])(
    'refuses %j',
    (text) => {
      expect(parseShard(text)).toBeUndefined();
    },
  );
});

describe('shardRange', () => {
  it(`always puts draw k into the shard floor(k n / draws) + 1 (5,000 draws of any number, seed ${SEED})`, () => {
    const anyDraw = fc
      .tuple(fc.integer({ min: 1, max: 10_000_000 }), fc.integer({ min: 1, max: MOST_SHARDS }))
      .chain(([draws, of]) =>
        fc.record({ draws: fc.constant(draws), of: fc.constant(of), k: fc.nat(draws - 1) }),
      );
    fc.assert(
      fc.property(anyDraw, ({ draws, of, k }) => {
        const index = Number((BigInt(k) * BigInt(of)) / BigInt(draws)) + 1;
        const { from, to } = shardRange({ index, of }, draws);
        expect(from <= k && k < to).toBe(true);
        const next = index < of ? shardRange({ index: index + 1, of }, draws).from : draws;
        expect(next).toBe(to);
      }),
      { seed: SEED, numRuns: 5000 },
    );
  });

  it('leaves shards empty where there are more than draws', () => {
    const sizes = [1, 2, 3, 4, 5].map((index) => shardRange({ index, of: 5 }, 2));
    expect(sizes.map(({ from, to }) => to - from)).toEqual([1, 0, 1, 0, 0]);
  });
});

describe('the rows of shards', () => {
  it('are the same in the same order, to the last bit, however many shards there are', async () => {
    const whole = await shards(1);
    expect(whole).toHaveLength(DRAWS * 14 * 3);
    // As one text each: so many objects take long to compare. Numbers are written with all their digits.
    expect(JSON.stringify(await shards(3)) === JSON.stringify(whole)).toBe(true);
    expect(JSON.stringify(await shards(7)) === JSON.stringify(whole)).toBe(true);
  });

  it('stand in the order of scenario, draw, indicator and year', async () => {
    const rows = await readShard('1/2', 4, LINK, '?v=1&hke=5');
    const ids = shippedPlan.indicators.map(({ id }) => id);
    const expected = [1, 2].flatMap((scenario) =>
      [0, 1].flatMap((draw) =>
        ids.flatMap((indicator) => [2023, 2024, 2025].map((year) => ({ scenario, draw, indicator, year }))),
      ),
    );
    expect(rows.map(({ scenario, draw, indicator, year }) => ({ scenario, draw, indicator, year }))).toEqual(
      expected,
    );
    // Nothing is uncertain in the second scenario: every draw is its trajectory.
    const [, certain] = simulate(4, LINK, '?v=1&hke=5');
    const values = rows
      .filter(({ scenario, draw }) => scenario === 2 && draw === 1)
      .map(({ value }) => value);
    expect(values).toEqual(certain?.indicators.flatMap(({ trajectory }) => trajectory.slice(1)));
  });

  it('give the shares and quantiles of the result', async () => {
    const rows = await shards(3);
    const [result] = simulate(DRAWS, LINK);
    for (const { id, shareMet, quantiles } of result?.indicators ?? []) {
      const valuesIn = (year: number): number[] =>
        rows.filter((row) => row.indicator === id && row.year === year).map(({ value }) => value);
      const { from, to } = rangeOf(id);
      const met = valuesIn(2025).filter((value) => value >= from && value <= to);
      expect(met.length / DRAWS, id).toBe(shareMet);
      for (const [p, byYear] of Object.entries(quantiles))
        for (const year of [2023, 2024, 2025]) {
          const expected = quantileOfType7(valuesIn(year), Number(p));
          const given = byYear[year - 2022] ?? NaN;
          expect(Math.abs(given / expected - 1), `${id} ${year} ${p}`).toBeLessThan(1e-12);
        }
    }
  });

  it('give the joint count of the result', async () => {
    const met = new Array<number>(DRAWS).fill(0);
    for (const { draw, indicator, year, value } of await shards(7)) {
      const { from, to } = rangeOf(indicator);
      if (year === 2025 && value >= from && value <= to) met[draw] = (met[draw] ?? 0) + 1;
    }
    const [result] = simulate(DRAWS, LINK);
    expect(result?.summary.shareByCount).toEqual(
      Array.from({ length: 15 }, (_, count) => met.filter((each) => each === count).length / DRAWS),
    );
    expect(result?.summary.shareByCount.filter((share) => share > 0).length).toBeGreaterThan(2);
  });

  it('say how far they are', () => {
    const steps: string[] = [];
    const request = { plan: shippedPlan, scenario: emptyScenario(shippedPlan), draws: 10_000 };
    for (const { value } of shardRows([request], { index: 2, of: 2 }, (done, of) =>
      steps.push(`${done}/${of}`),
    ))
      expect(value.length).toBeGreaterThan(0);
    expect(steps).toEqual(['2925/5000', '5000/5000']);
  });
});

describe('writeShard', () => {
  it('writes a row group for each group of rows, compressed, and says who wrote them', () => {
    const path = join(folder, 'groups.parquet');
    const request = { plan: shippedPlan, scenario: emptyScenario(shippedPlan), draws: 6000 };
    writeShard(shardRows([request], { index: 1, of: 1 }), path, 'tests 1');
    const bytes = readFileSync(path);
    const metadata = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([122_850, 122_850, 6300]);
    expect(metadata.created_by).toBe('tests 1');
    expect(metadata.schema.slice(1).map(({ name, type }) => `${name} ${type}`)).toEqual([
      'scenario INT32',
      'draw INT32',
      'indicator BYTE_ARRAY',
      'year INT32',
      'value DOUBLE',
    ]);
    const codecs = metadata.row_groups.flatMap(({ columns }) =>
      columns.map(({ meta_data }) => meta_data?.codec),
    );
    expect(new Set(codecs)).toEqual(new Set(['SNAPPY']));
  });

  it('writes a file without rows for a shard without draws', async () => {
    expect(await readShard('3/5', 2, LINK)).toHaveLength(14 * 3);
    expect(await readShard('2/5', 2, LINK)).toEqual([]);
  });

  it('leaves nothing behind where it fails', () => {
    const path = join(folder, 'failed.parquet');
    expect(() => writeShard(failing(), path, '')).toThrow('disk');
    expect([path, `${path}.partial`].filter((each) => existsSync(each))).toEqual([]);
  });
});

// Helpers

function simulate(draws: number, ...inputs: readonly string[]): SimulationResult[] {
  const { output } = runSimulate(['--draws', String(draws), ...inputs], world);
  return JSON.parse([...output].join('')) as SimulationResult[];
}

async function shards(of: number): Promise<Row[]> {
  const all: Row[] = [];
  for (let index = 1; index <= of; index++)
    for (const row of await readShard(`${index}/${of}`, DRAWS, LINK)) all.push(row);
  return all;
}

/** Write a shard as the command line does, and read it back. */
async function readShard(shard: string, draws: number, ...inputs: readonly string[]): Promise<Row[]> {
  const path = join(folder, 'part.parquet');
  const args = ['--shard', shard, '--out', path, '--draws', String(draws), ...inputs];
  const { exitCode, output, rows, outPath } = runSimulate(args, world);
  expect({ exitCode, output: [...output], outPath }).toEqual({ exitCode: 0, output: [], outPath: path });
  writeShard(rows ?? [], path, '');
  const bytes = readFileSync(path);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  return (await parquetReadObjects({ file })) as unknown as Row[];
}

const world = {
  version: '0',
  readText: (path: string): string => {
    throw new Error(`no file ${path}`);
  },
};

function rangeOf(id: string): { readonly from: number; readonly to: number } {
  const indicator = shippedPlan.indicators.find((each) => each.id === id);
  if (indicator === undefined) throw new Error(`no indicator ${id}`);
  return metRange(indicator.target);
}

// eslint-disable-next-line require-yield -- a source that fails at once
function* failing(): Generator<never> {
  throw new Error('disk');
}
