// `npm run --silent simulate -- ...`: installs and builds what is missing or out of date, then runs the command line.
// Standard output belongs to the result, so everything said here goes to standard error.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BUILT = join(ROOT, 'dist-cli', 'simulate.js');
const SOURCES = [
  'src/core',
  'src/cli',
  'src/exports',
  'src/text',
  'src/plans.ts',
  'data',
  'vite.cli.config.ts',
  'package.json',
];

ensureInstalled({ quiet: true });
if (modified(BUILT) <= Math.max(...SOURCES.map((source) => newest(join(ROOT, source))))) build();

// npm runs scripts in the project's folder; paths are meant from where the person stands.
if (process.env.npm_lifecycle_event === 'simulate' && process.env.INIT_CWD)
  process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(BUILT).href);

function build() {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 2, 2] });
  if (status === 0) return;
  console.error(`error: the command line cannot be built (vite build ended with ${status})`);
  process.exit(1);
}

/** When a file, or the newest file in a folder, was last changed; 0 where there is none. */
function newest(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return modified(path);
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
