// `npm run --silent simulate -- ...`: the engine without a browser. Built to dist-cli/simulate.js.
import { createWriteStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { version } from '../../package.json';
import { cliText } from '../text/cli.ts';
import { messageOf } from './read-input.ts';
import { runSimulate, type SimulateRun } from './run-simulate.ts';

// Whoever reads the notes may stop reading; that is no reason to stop working.
process.stderr.on('error', () => {});

const run = runSimulate(process.argv.slice(2), {
  version,
  readText: (path) => readFileSync(path, 'utf8'),
});
process.exitCode = run.exitCode;
if (run.notes.length > 0) process.stderr.write(`${run.notes.join('\n')}\n`);
await (run.outPath === undefined ? print(run.output) : save(run.output, run.outPath));

async function print(output: SimulateRun['output']): Promise<void> {
  try {
    await pipeline(Readable.from(output), process.stdout, { end: false });
  } catch (error) {
    // `simulate ... | head` closes the pipe as soon as it has enough.
    if (!isBrokenPipe(error)) throw error;
  }
}

async function save(output: SimulateRun['output'], path: string): Promise<void> {
  try {
    await pipeline(Readable.from(output), createWriteStream(path));
  } catch (error) {
    process.stderr.write(`${cliText.wrongUsage(cliText.cannotWrite(path, messageOf(error)))}\n`);
    process.exitCode = 2;
  }
}

function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
