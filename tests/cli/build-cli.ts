import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** The project's folder. */
export const ROOT = join(import.meta.dirname, '..', '..');

/** A command line that was built into a folder of its own. */
export interface BuiltCli {
  readonly folder: string;
  /** Path of the built `simulate.js`. */
  readonly program: string;
  remove(): void;
}

/** What a run of the command line gave. */
export interface CliRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Build the command line as `npm run build:cli` does, beside the real one and not over it.
 *
 * @returns Where it is, and how to get rid of it.
 */
export async function buildCli(): Promise<BuiltCli> {
  const folder = mkdtempSync(join(tmpdir(), 'qianhai-cli-'));
  // Node takes .js for a module only beside a package.json that says so.
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'error',
    build: { outDir: folder },
  });
  return {
    folder,
    program: join(folder, 'simulate.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * Run a program with Node and wait for it.
 *
 * @param program Path of the program.
 * @param args Its arguments.
 * @param surroundings Working folder and additional environment.
 * @returns Exit status and what it wrote.
 */
export function runNode(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): CliRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    cwd,
    env: { ...process.env, ...env },
  });
  return { status, stdout, stderr };
}
