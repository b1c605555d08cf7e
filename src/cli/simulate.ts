// `npm run --silent simulate -- ...`: the engine without a browser. Built to dist-cli/simulate.js.
import { createWriteStream, readFileSync } from 'node:fs';
import { name, version } from '../../package.json';
import { cliText } from '../text/cli.ts';
import { messageOf } from './read-input.ts';
import { progressLine } from './progress-line.ts';
import { runSimulate, type SimulateRun } from './run-simulate.ts';
import type { ShardRows } from '../exports/shard-rows.ts';
import { writePieces } from './write-pieces.ts';
import { writeShard } from './write-shard.ts';

// Whoever reads the notes may stop reading; that is no reason to stop working.
process.stderr.on('error', () => {});

const progress = progressLine(process.stderr, () => performance.now());
const run = runSimulate(process.argv.slice(2), {
  version,
  progress,
  readText: (path) => readFileSync(path, 'utf8'),
});
process.exitCode = run.exitCode;
if (run.notes.length > 0) process.stderr.write(`${run.notes.join('\n')}\n`);
if (run.outPath === undefined) await print(run.output);
else if (run.rows === undefined) await save(run.output, run.outPath);
else saveRows(run.rows, run.outPath);

async function print(output: SimulateRun['output']): Promise<void> {
  try {
    await writePieces(output, process.stdout, { end: false });
  } catch (error) {
    // `simulate ... | head` closes the pipe as soon as it has enough.
    if (!isBrokenPipe(error)) throw error;
  }
}

async function save(output: SimulateRun['output'], path: string): Promise<void> {
  try {
    await writePieces(output, createWriteStream(path));
  } catch (error) {
    cannotWrite(path, error);
  }
}

function saveRows(rows: Iterable<ShardRows>, path: string): void {
  try {
    writeShard(rows, path, `${name} ${version}`);
  } catch (error) {
    cannotWrite(path, error);
  }
  progress.clear();
}

function cannotWrite(path: string, error: unknown): void {
  progress.clear();
  process.stderr.write(`${cliText.wrongUsage(cliText.cannotWrite(path, messageOf(error)))}\n`);
  process.exitCode = 2;
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
