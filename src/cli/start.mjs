// `npm start`: installs what is missing, builds the site, serves it and prints its address.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

ensureInstalled({ quiet: false });
const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const build = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
  cwd: ROOT,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (build.status !== 0) process.exit(build.status ?? 1);

const { preview } = await import('vite');
// Not strict about the port: the next free one is taken, and the address that is printed is the one that answers.
const server = await preview({ root: ROOT, preview: { host: '127.0.0.1', port: 4173 }, logLevel: 'error' });
console.log(
  `The page is at ${server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/'}
Only this computer can open that address; for others, put the folder dist on a web server.
Stop it with Ctrl+C.`,
);
