import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import packageFile from '../../package.json';
import type { SimulationResult } from '../../src/cli/simulation-result.ts';
import { buildCli, runNode, type BuiltCli, type CliRun } from './build-cli.ts';

const MILLISECONDS_FOR_1000 = 2000;
/** 1,000 links as people share them: all 14 rates, a driver, a link from one indicator to another. */
const THOUSAND = Array.from({ length: 1000 }, (_, i) => {
  const rates = [
    'hke',
    'hkr',
    'cbs',
    'nin',
    'opn',
    'fdi',
    'org',
    'pax',
    'teu',
    'mod',
    'gsp',
    'law',
    'fin',
    'pro',
  ];
  return `?v=1&${rates.map((code, at) => `${code}=${(i % 40) + at / 10}`).join('&')}&d-border=0y-1y0&k-hke-hkr=0.2&seed=${i}`;
});

// Every run is a process, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let cli: BuiltCli;
beforeAll(async () => {
  cli = await buildCli();
});
afterAll(() => cli.remove());

describe('the built command line', () => {
  it('prints only the result on standard output and ends with 0', () => {
    const { status, stdout, stderr } = simulate('?v=1&hke=6.2&z=9oo3');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [result] = JSON.parse(stdout) as [SimulationResult];
    expect(result).toMatchObject({ version: packageFile.version, link: '?v=1&hke=6.2&z=9oo3' });
    expect(stdout.endsWith(']\n')).toBe(true);
  });

  it('gives the same bytes every time', () => {
    expect(simulate(...THOUSAND.slice(0, 5)).stdout).toBe(simulate(...THOUSAND.slice(0, 5)).stdout);
  });

  it('ends with 1 where a file cannot be read, says which, and prints the others', () => {
    const { status, stdout, stderr } = simulate('no/such/file.json', cli.folder, '?v=1&hke=6.2&z=9oo3');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/^error: input 1 "no\/such\/file\.json": the file cannot be read \(ENOENT.*\)$/m);
    expect(stderr).toMatch(/^error: input 2 ".*": the file cannot be read \(EISDIR.*\)$/m);
  });

  it('ends with 2 and prints nothing after wrong usage', () => {
    for (const args of [[], ['--frob'], ['?v=1', '--draws', 'many']]) {
      const { status, stdout, stderr } = simulate(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^wrong usage: .*; see --help\n$/);
    }
  });

  it('prints its usage on standard output when asked', () => {
    const { status, stdout, stderr } = simulate('--help');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('npm run --silent simulate -- <link or file>...');
  });

  it('writes to --out what it would have printed, and prints nothing', () => {
    const path = join(cli.folder, 'out.csv');
    const printed = simulate('?v=1&hke=6.2&z=9oo3', '--format', 'csv');
    const saved = simulate('?v=1&hke=6.2&z=9oo3', '--format', 'csv', '--out', path);
    expect(saved).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(path, 'utf8')).toBe(printed.stdout);
    expect(printed.stdout.startsWith('result,')).toBe(true);
  });

  it('ends with 2 where --out cannot be written', () => {
    const { status, stdout, stderr } = simulate(
      '?v=1',
      '--out',
      join(cli.folder, 'no', 'such', 'folder.json'),
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/^wrong usage: --out ".*" cannot be written \(ENOENT.*\); see --help$/m);
  });

  it(`simulates 1,000 links in one call in less than ${MILLISECONDS_FOR_1000 / 1000} seconds`, () => {
    // The fastest of a few runs: what the program takes, not what else the machine is doing.
    let fastest = Infinity;
    for (let attempt = 0; attempt < 5 && fastest >= MILLISECONDS_FOR_1000; attempt++) {
      const begin = performance.now();
      const { status, stdout } = simulate(...THOUSAND);
      fastest = Math.min(fastest, performance.now() - begin);
      expect(status).toBe(0);
      const results = JSON.parse(stdout) as SimulationResult[];
      expect(results.map(({ seed }) => seed)).toEqual(THOUSAND.map((_, seed) => seed));
    }
    expect(fastest).toBeLessThan(MILLISECONDS_FOR_1000);
  });

  it.each(['json', 'csv'])('stops quietly when the reader of its %s has seen enough', async (format) => {
    const child = spawn(process.execPath, [cli.program, '--format', format, ...THOUSAND]);
    let stderr = '';
    child.stderr.on('data', (chunk) => (stderr += String(chunk)));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.stdout.destroy();
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(0);
    expect(stderr.split('\n').filter((line) => line !== '' && !line.startsWith('note: '))).toEqual([]);
  });

  it('goes on when the reader of its notes has seen enough', async () => {
    const child = spawn(process.execPath, [cli.program, ...THOUSAND]);
    child.stderr.destroy();
    let stdout = '';
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(1000);
  });

  it('writes the schemas beside itself, into data/schema of its project', () => {
    const project = join(cli.folder, 'project');
    mkdirSync(join(project, 'dist-cli'), { recursive: true });
    for (const file of readdirSync(cli.folder).filter((name) => /\.js(?:on)?$/.test(name)))
      copyFileSync(join(cli.folder, file), join(project, 'dist-cli', file));
    expect(runNode(join(project, 'dist-cli', 'write-schema.js'), [])).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    for (const file of ['plan.schema.json', 'scenario.schema.json']) {
      const committed = readFileSync(join(import.meta.dirname, '../../data/schema', file), 'utf8');
      expect(readFileSync(join(project, 'data', 'schema', file), 'utf8')).toBe(committed);
    }
    rmSync(project, { recursive: true });
  });
});

// Helpers

function simulate(...args: readonly string[]): CliRun {
  return runNode(cli.program, args);
}
