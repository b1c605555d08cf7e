// `npm start`: installs what is missing, builds the site, serves it and prints its address.
import { spawnSync } from 'node:child_process';
import { ensureInstalled } from './install.mjs';

ensureInstalled({ quiet: false });
const build = spawnSync('npx', ['vite', 'build', '--logLevel', 'warn'], {
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (build.status !== 0) process.exit(build.status ?? 1);

const { preview } = await import('vite');
// Not strict about the port: the next free one is taken, and the address that is printed is the one that answers.
const server = await preview({ preview: { host: '127.0.0.1', port: 4173 }, logLevel: 'error' });
console.log(
  `\nThe page is at ${server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/'}\nStop it with Ctrl+C.`,
);
