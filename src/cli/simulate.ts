// `npm run --silent simulate -- ...`: the engine without a browser. Built to dist-cli/simulate.js.
import { createWriteStream, fstatSync, readFileSync, statSync } from 'node:fs';
import { name, version } from '../../package.json';
import { cliText } from '../text/cli.ts';
import { decodeText } from './decode-text.ts';
import { messageOf, STANDARD_INPUT } from './read-input.ts';
import { progressLine } from './progress-line.ts';
import { runSimulate, type SimulateRun } from './run-simulate.ts';
import type { ShardRows } from '../exports/shard-rows.ts';
import { writePieces } from './write-pieces.ts';
import { writeShard } from './write-shard.ts';
import { writeWhole } from './write-whole.ts';

// Whoever reads the notes may stop reading; that is no reason to stop working.
process.stderr.on('error', () => {});
// What is wrong with standard output is told where it is written to.
process.stdout.on('error', () => {});

const progress = progressLine(process.stderr, () => performance.now());
const run = runSimulate(process.argv.slice(2), {
  version,
  progress,
  readText: (path) => decodeText(readFileSync(path === STANDARD_INPUT ? process.stdin.fd : path)),
  isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true,
  isSameFile,
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
    if (isBrokenPipe(error)) return;
    progress.clear();
    process.stderr.write(`${cliText.cannotPrint(messageOf(error))}\n`);
    process.exitCode = 2;
  }
}

async function save(output: SimulateRun['output'], path: string): Promise<void> {
  try {
    await writeWhole(path, (partial) => writePieces(output, createWriteStream(partial)));
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

function isSameFile(one: string, other: string): boolean {
  try {
    const [a, b] = [one === STANDARD_INPUT ? fstatSync(process.stdin.fd) : statSync(one), statSync(other)];
    return a.isFile() && a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false; // one of them is not there
  }
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
