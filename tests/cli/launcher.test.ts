import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ROOT, runNode, type CliRun } from './build-cli.ts';

/** Says on both outputs that it ran, and writes a command line that prints its build, folder and arguments. */
const FAKE_VITE = `
  import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
  const builds = Number(readFileSync('builds', 'utf8')) + 1;
  writeFileSync('builds', String(builds));
  console.log('vite talks');
  if (readFileSync('mode', 'utf8') === 'broken') process.exit(7);
  mkdirSync('dist-cli', { recursive: true });
  writeFileSync('dist-cli/simulate.js', 'console.log(' + builds + ', process.cwd(), process.argv.slice(2).join(" "))');
`;
/** Says that it ran, and installs what the lock file asks for. */
const FAKE_NPM = `
  const { cpSync, readFileSync, writeFileSync } = require('node:fs');
  console.log('npm talks: ' + process.argv.slice(2).join(' '));
  if (readFileSync('mode', 'utf8') === 'no network') process.exit(1);
  cpSync('package-lock.json', 'node_modules/.package-lock.json');
`;
const LOCK = {
  packages: {
    '': { name: 'root' },
    'node_modules/vite': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/other-platform': { version: '2.0.0', optional: true },
  },
};
const INSTALLED = { packages: { 'node_modules/vite': LOCK.packages['node_modules/vite'] } };

// Every launch is a process or two, on a machine that may be busy.
vi.setConfig({ testTimeout: 60_000 });

let project: string;
beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'qianhai-launcher-')));
  put('package.json', '{"type": "module"}');
  for (const file of ['simulate.mjs', 'install.mjs'])
    put(`src/cli/${file}`, readFileSync(join(ROOT, 'src', 'cli', file), 'utf8'));
  put('node_modules/vite/package.json', '{"type": "module"}');
  put('node_modules/vite/bin/vite.js', FAKE_VITE);
  put('npm/npm-cli.js', FAKE_NPM);
  put('npm/package.json', '{}');
  put('src/core/deep/down.ts', '');
  put('data/plan.json', '');
  put('builds', '0');
  put('mode', '');
  put('package-lock.json', JSON.stringify(LOCK));
  put('node_modules/.package-lock.json', JSON.stringify(INSTALLED));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('npm run simulate', () => {
  it('builds the command line when there is none, away from standard output, and hands over the arguments', () => {
    const { status, stdout, stderr } = launch(['?v=1', '--seed', '5']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `1 ${project} ?v=1 --seed 5\n` });
    expect(stderr).toBe('vite talks\n');
  });

  it('builds no second time while nothing has changed', () => {
    launch([]);
    expect(launch([])).toEqual({ status: 0, stdout: `1 ${project} \n`, stderr: '' });
  });

  it('builds again whenever anything it is built from has changed, in whatever depth', () => {
    launch([]);
    const sources = ['src/core/deep/down.ts', 'src/cli/simulate.mjs', 'data/plan.json', 'package.json'];
    const later = ['src/plans.ts', 'src/text/cli.ts', 'vite.cli.config.ts'];
    [...sources, ...later].forEach((file, index) => {
      if (later.includes(file)) put(file, '');
      changeLater(file, 5 + index);
      expect(launch([]).stdout, file).toMatch(new RegExp(`^${index + 2} `));
      changeLater('dist-cli/simulate.js', 5 + index + 0.5);
    });
  });

  it('does not build again when the page alone has changed', () => {
    launch([]);
    put('src/ui/Page.svelte', '');
    changeLater('src/ui/Page.svelte', 5);
    expect(launch([]).stdout).toMatch(/^1 /);
  });

  it('ends with 1 and prints nothing where the build fails', () => {
    put('mode', 'broken');
    const { status, stdout, stderr } = launch([]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('error: the command line cannot be built (vite build ended with 7)');
  });

  it('takes paths from where the person stands, not from where npm goes', () => {
    const elsewhere = join(project, 'data');
    const asNpmDoes = { npm_lifecycle_event: 'simulate', INIT_CWD: elsewhere };
    expect(launch([], asNpmDoes).stdout).toBe(`1 ${elsewhere} \n`);
    expect(launch([], { ...asNpmDoes, npm_lifecycle_event: 'test' }).stdout).toBe(`1 ${project} \n`);
  });
});

describe('ensureInstalled', () => {
  it('installs with development dependencies when nothing is installed, away from standard output', () => {
    rmSync(join(project, 'node_modules', '.package-lock.json'));
    const { status, stdout, stderr } = launch([]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `1 ${project} \n` });
    expect(stderr).toMatch(/^npm talks: ci --include=dev .*--loglevel=error\n/);
  });

  it('says what it does unless it is to be quiet', () => {
    rmSync(join(project, 'node_modules', '.package-lock.json'));
    put(
      'loud.mjs',
      `import { ensureInstalled } from './src/cli/install.mjs'; ensureInstalled({ quiet: false });`,
    );
    const { stdout, stderr } = runNode(join(project, 'loud.mjs'), [], surroundings());
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^Installing dependencies .*\nnpm talks: ci --include=dev --no-audit --no-fund\n$/,
    );
  });

  it('ends with 1 where the installation fails', () => {
    rmSync(join(project, 'node_modules', '.package-lock.json'));
    put('mode', 'no network');
    const { status, stdout, stderr } = launch([]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain('error: the dependencies cannot be installed (npm ci ended with 1)');
  });

  it.each<[what: string, installed: object | string]>([
    ['another version', { packages: { 'node_modules/vite': { version: '0.9.0', integrity: 'sha512-a' } } }],
    ['another content', { packages: { 'node_modules/vite': { version: '1.0.0', integrity: 'sha512-b' } } }],
    ['a package too few', { packages: {} }],
    ['a package too many', { packages: { ...INSTALLED.packages, 'node_modules/old': { version: '1.0.0' } } }],
    ['a list that is cut short', '{"packages":'],
    ['no list of packages', {}],
  ])('installs again where there is %s', async (_, installed) => {
    put(
      'node_modules/.package-lock.json',
      typeof installed === 'string' ? installed : JSON.stringify(installed),
    );
    expect(await isInstalled(project)).toBe(false);
  });

  it('installs again where a listed package was deleted by hand', async () => {
    rmSync(join(project, 'node_modules', 'vite'), { recursive: true });
    expect(await isInstalled(project)).toBe(false);
  });

  it('is content with what the lock file asks for, whatever the dates, and without other platforms', async () => {
    const earlier = new Date(Date.now() - 1e8);
    utimesSync(join(project, 'node_modules', '.package-lock.json'), earlier, earlier);
    expect(await isInstalled(project)).toBe(true);
    expect(await isInstalled(join(project, 'src'))).toBe(false);
  });

  it('finds this very project installed', async () => {
    expect(await isInstalled(ROOT)).toBe(true);
  });
});

describe('the launcher of this project', () => {
  it('simulates a file named from another folder, with npm itself out of the way', async () => {
    // Or it would install while the tests run.
    expect(await isInstalled(ROOT)).toBe(true);
    cpSync(join(ROOT, 'data', 'scenarios', 'border-shock.json'), join(project, 'mine.json'));
    const { status, stdout } = runNode(join(ROOT, 'src', 'cli', 'simulate.mjs'), ['mine.json'], {
      cwd: project,
    });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ input: 'mine.json', summary: { of: 14 } }]);
  });
});

// Helpers

function put(file: string, content: string): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Give a file the date of some seconds from now. */
function changeLater(file: string, seconds: number): void {
  const date = new Date(Date.now() + seconds * 1000);
  utimesSync(join(project, file), date, date);
}

function surroundings(env: Readonly<Record<string, string>> = {}): {
  cwd: string;
  env: Record<string, string>;
} {
  const quiet = { npm_lifecycle_event: '', INIT_CWD: '' };
  return { cwd: project, env: { ...quiet, npm_execpath: join(project, 'npm', 'npm-cli.js'), ...env } };
}

function launch(args: readonly string[], env: Readonly<Record<string, string>> = {}): CliRun {
  return runNode(join(project, 'src', 'cli', 'simulate.mjs'), args, surroundings(env));
}

async function isInstalled(root: string): Promise<boolean> {
  const address = pathToFileURL(join(ROOT, 'src', 'cli', 'install.mjs')).href;
  const install = (await import(/* @vite-ignore */ address)) as { isInstalled(root: string): boolean };
  return install.isInstalled(root);
}
