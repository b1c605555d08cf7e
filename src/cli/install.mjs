// Plain Node, no dependencies: this runs before there are any.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Make sure that exactly the dependencies of `package-lock.json` are installed; ends the program where that fails.
 *
 * @param {{ quiet: boolean }} options `quiet`: say nothing but errors. Whatever is said goes to standard error.
 */
export function ensureInstalled({ quiet }) {
  if (isInstalled(ROOT)) return;
  if (!quiet) console.error('Installing dependencies (npm ci), about half a minute ...');
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', ...(quiet ? ['--loglevel=error'] : [])];
  // npm tells the scripts it runs where it is itself; a shell finds it otherwise, on Windows too.
  const npm = process.env.npm_execpath;
  const options = { cwd: ROOT, stdio: ['ignore', 2, 2] };
  const { status, error } = npm?.endsWith('npm-cli.js')
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync(`npm ${args.join(' ')}`, { ...options, shell: true });
  if (status === 0) return;
  console.error(
    `error: the dependencies cannot be installed (npm ci ended with ${error?.message ?? status})`,
  );
  process.exit(1);
}

/**
 * Whether a project's `node_modules` holds what its `package-lock.json` asks for. Compares versions and not dates: a
 * checkout gives every file a new date and no new content.
 *
 * @param {string} root Folder of the project.
 * @returns {boolean} False where a package is missing, superfluous or of another version.
 */
export function isInstalled(root) {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || present === undefined) return false;
  // Optional packages are for one platform each; the others' are not installed here.
  const needed = Object.keys(wanted).filter((path) => path !== '' && wanted[path].optional !== true);
  return (
    needed.every((path) => path in present && existsSync(join(root, path, 'package.json'))) &&
    Object.keys(present).every(
      (path) =>
        wanted[path]?.version === present[path].version &&
        wanted[path]?.integrity === present[path].integrity,
    )
  );
}

/** The packages of a lock file by path; undefined where it cannot be read. */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
