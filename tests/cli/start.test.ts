import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT, runNode, type CliRun } from './build-cli.ts';

let project: string;
beforeEach(() => {
  project = realpathSync(mkdtempSync(join(tmpdir(), 'qianhai-start-')));
  put('package.json', '{"type": "module"}');
  put('package-lock.json', '{"packages": {}}');
  put('node_modules/.package-lock.json', '{"packages": {}}');
  for (const file of ['start.mjs', 'install.mjs'])
    put(`src/cli/${file}`, readFileSync(join(ROOT, 'src', 'cli', file), 'utf8'));
  put('node_modules/vite/package.json', '{"type": "module", "exports": "./index.js"}');
  put('node_modules/vite/bin/vite.js', 'process.exit(process.argv.includes("warn") ? 0 : 9)');
  // Stands for a server that found its first port taken.
  put(
    'node_modules/vite/index.js',
    `export const preview = async () => ({ resolvedUrls: { local: ['http://127.0.0.1:4174/'] } });`,
  );
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

describe('npm start', () => {
  it('says where the page is, that nobody else can open that address, and nothing more', () => {
    expect(start()).toEqual({
      status: 0,
      stdout:
        'The page is at http://127.0.0.1:4174/\n' +
        'Only this computer can open that address; for others, put the folder dist on a web server.\n' +
        'Stop it with Ctrl+C.\n',
      stderr: '',
    });
  });

  it('serves nothing where the build fails, and ends with its code', () => {
    put('node_modules/vite/bin/vite.js', 'console.error("no"); process.exit(7)');
    expect(start()).toEqual({ status: 7, stdout: '', stderr: 'no\n' });
  });

  it('builds the site without a word from its plugins', () => {
    const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
    const args = ['build', '--logLevel', 'warn', '--outDir', join(project, 'dist'), '--emptyOutDir'];
    expect(runNode(vite, args, { cwd: ROOT, env: { NODE_ENV: 'production', VITEST: '' } })).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
  });
});

// Helpers

function put(file: string, content: string): void {
  const path = join(project, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

function start(): CliRun {
  const surroundings = { cwd: project, env: { npm_execpath: '' } };
  return runNode(join(project, 'src', 'cli', 'start.mjs'), [], surroundings);
}
