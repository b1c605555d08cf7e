import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import packageFile from '../../package.json';
import type { SimulationResult } from '../../src/exports/result-record.ts';
import { buildCli, runNode, type BuiltCli, type CliRun } from './build-cli.ts';

const SECONDS_FOR_1000 = 2;
const SECONDS_FOR_1000_DRAWN = 20;
/** Most memory a million draws may take, in megabytes; kept, they would be several hundred. */
const MEGABYTES_FOR_MANY_DRAWS = 300;
/**
 * A module that makes a program end with what it took, start of Node and garbage collection included: processor time in
 * seconds, and the most memory in megabytes.
 */
const TELL_WHAT_IT_TOOK = `data:text/javascript,${encodeURIComponent(`
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    console.error('processor time ' + (user + system) / 1e6);
    console.error('memory ' + process.resourceUsage().maxRSS / 1000);
  });
`)}`;
const THOUSAND = thousand((i) => `seed=${i}`);

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

  it('leaves an earlier result at --out as it was where an input cannot be read', () => {
    const path = join(cli.folder, 'earlier.json');
    writeFileSync(path, 'earlier');
    expect(simulate('missing.json', '--out', path)).toMatchObject({ status: 1, stdout: '' });
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    const { status, stderr } = simulate('missing.json', '?v=1&hke=6.2&z=9oo3', '--out', path);
    expect(status).toBe(1);
    expect(stderr).toContain('the earlier file is left as it was');
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(JSON.parse(readFileSync(`${path}.incomplete`, 'utf8'))).toHaveLength(1);
    expect(simulate('?v=1&hke=6.2&z=9oo3', '--out', path)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toHaveLength(1);
  });

  it('refuses to write over what it reads, by whatever path', () => {
    const path = join(cli.folder, 'input.json');
    const text = '{"format": 1, "plan": "qianhai-2025"}';
    writeFileSync(path, text);
    symlinkSync(path, join(cli.folder, 'symbolic.json'));
    linkSync(path, join(cli.folder, 'hard.json'));
    for (const name of ['input.json', './input.json', 'symbolic.json', 'hard.json']) {
      const out = `${cli.folder}/${name}`;
      const { status, stdout, stderr } = simulate(path, '--out', out);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(
        /^wrong usage: --out would overwrite ".*", which is read; give another path; see --help\n$/,
      );
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
    expect(simulate('--plan', path, '?v=1', '--out', path).status).toBe(2);
  });

  it('reads standard input, a scenario or links', () => {
    for (const input of [
      '{"format": 1, "plan": "qianhai-2025", "growth": {"hk-enterprises": {"kind": "compound", "rate": 0.062}}}',
      '# one\n?v=1&hke=6.2&z=9oo3\n',
    ]) {
      const { status, stdout } = spawnSync(process.execPath, [cli.program, '-'], { input, encoding: 'utf8' });
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject([{ link: '?v=1&hke=6.2&z=9oo3' }]);
    }
  });

  it.each([['-'], ['--plan']])('refuses what is not UTF-8 at %s, and names it', (at) => {
    const path = join(cli.folder, 'gb18030.json');
    writeFileSync(path, Buffer.from('7b0a22c7b0baa3227d', 'hex'));
    const { status, stderr } = at === '-' ? simulate(path) : simulate(at, path, '?v=1');
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^error: .*gb18030\.json": the file cannot be read \(from line 2 on it is not UTF-8; /m,
    );
  });

  it
    .skipIf(!existsSync('/dev/full'))
    .each([['--format=json'], ['--format=csv'], ['--help'], ['--out=/dev/full']])(
    'ends with 2 and one line where the disk is full: %s',
    (option) => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(process.execPath, [cli.program, '?v=1&hke=6.2&z=9oo3', option], {
        stdio: ['ignore', full, 'pipe'],
        encoding: 'utf8',
      });
      closeSync(full);
      expect(status).toBe(2);
      expect(stderr).toMatch(/^[^\n]*cannot be written \(ENOSPC[^\n]*\n$/);
    },
  );

  it(`simulates 1,000 links in one call with less than ${SECONDS_FOR_1000} seconds of processor time`, () => {
    // Processor time, not the clock: on an idle machine the clock shows no more, and a busy one cannot fail the test.
    const { status, stdout, stderr } = runNode('--import', [TELL_WHAT_IT_TOOK, cli.program, ...THOUSAND]);
    expect(status).toBe(0);
    const results = JSON.parse(stdout) as SimulationResult[];
    expect(results.map(({ seed }) => seed)).toEqual(THOUSAND.map((_, seed) => seed));
    const seconds = Number(/^processor time ([\d.]+)$/m.exec(stderr)?.[1]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(SECONDS_FOR_1000);
  });

  it(`draws 1,000 links with one seed and 14 spreads in less than ${SECONDS_FOR_1000_DRAWN} seconds of processor time`, () => {
    const links = thousand(() => 'seed=7', 's4');
    const { status, stderr } = runNode('--import', [TELL_WHAT_IT_TOOK, cli.program, ...links]);
    expect(status).toBe(0);
    const seconds = Number(/^processor time ([\d.]+)$/m.exec(stderr)?.[1]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(SECONDS_FOR_1000_DRAWN);
  });

  it(`counts 1,000,000 draws of 14 indicators in less than ${MEGABYTES_FOR_MANY_DRAWS} megabytes`, () => {
    const [link = ''] = thousand(() => 'seed=7', 's4');
    const args = [cli.program, link, '--draws', '1000000'];
    const { status, stderr } = runNode('--import', [TELL_WHAT_IT_TOOK, ...args]);
    expect(status).toBe(0);
    const megabytes = Number(/^memory ([\d.]+)$/m.exec(stderr)?.[1]);
    expect(megabytes).toBeGreaterThan(0);
    expect(megabytes).toBeLessThan(MEGABYTES_FOR_MANY_DRAWS);
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

  it('writes a shard to --out and nothing to standard output', () => {
    const path = join(cli.folder, 'part-2.parquet');
    const args = ['?v=1&hke=6.2s4&z=0w40', '--draws', '100', '--shard', '2/4', '--out', path];
    expect(simulate(...args)).toEqual({ status: 0, stdout: '', stderr: '' });
    const bytes = readFileSync(path);
    expect([bytes.toString('latin1', 0, 4), bytes.toString('latin1', bytes.length - 4)]).toEqual([
      'PAR1',
      'PAR1',
    ]);
  });

  it.each([['--format=csv'], ['--shard=1/1']])(
    'ends with 2 where %s cannot be written to --out',
    (option) => {
      const { status, stdout, stderr } = simulate(
        '?v=1',
        option,
        '--out',
        join(cli.folder, 'no', 'such', 'file'),
      );
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toMatch(/^wrong usage: --out ".*" cannot be written \(ENOENT.*\); see --help$/m);
    },
  );

  it('writes the schemas and the table of link keys beside itself, into its project', () => {
    const project = join(cli.folder, 'project');
    mkdirSync(join(project, 'dist-cli'), { recursive: true });
    const grammar = readFileSync(join(import.meta.dirname, '../../docs/link.md'), 'utf8');
    mkdirSync(join(project, 'docs'));
    writeFileSync(join(project, 'docs', 'link.md'), grammar.replace('| `phi`', '| `old`'));
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
    expect(readFileSync(join(project, 'docs', 'link.md'), 'utf8')).toBe(grammar);
    rmSync(project, { recursive: true });
  });
});

// Helpers

function simulate(...args: readonly string[]): CliRun {
  return runNode(cli.program, args);
}

/** 1,000 links as people share them: all 14 rates, a driver, a link from one indicator to another. */
function thousand(more: (i: number) => string, spread = ''): string[] {
  const codes = 'hke hkr cbs nin opn fdi org pax teu mod gsp law fin pro'.split(' ');
  return Array.from({ length: 1000 }, (_, i) => {
    const rates = codes.map((code, at) => `${code}=${(i % 40) + at / 10}${spread}`);
    return `?v=1&${rates.join('&')}&d-border=0y-1y0&k-hke-hkr=0.2&${more(i)}`;
  });
}
