import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestBundle, DIGEST_CALL } from '../helpers/digest-bundle.ts';
import { ensembleDigest, PINNED_DIGEST } from '../helpers/ensemble-digest.ts';

/**
 * 200 scenarios, each with every number of its answer. The same digest is asked of a browser's page and worker in
 * tests/e2e/same-bits.spec.ts.
 */
describe('the digest of simulated scenarios', () => {
  let bundle = '';
  beforeAll(async () => {
    bundle = await digestBundle();
  });

  it('should be the pinned one, here', async () => {
    expect(await ensembleDigest()).toBe(PINNED_DIGEST);
  });

  it('should be the pinned one where nothing is compiled: every operation is done by the interpreter', async () => {
    const script = `${bundle};${DIGEST_CALL}.then((digest) => console.log(digest))`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--jitless', '-e', script]);
    expect(stdout.trim()).toBe(PINNED_DIGEST);
  });

  it('should be the pinned one in another thread', async () => {
    const script = `${bundle};${DIGEST_CALL}.then((digest) => require('node:worker_threads').parentPort.postMessage(digest))`;
    const worker = new Worker(script, { eval: true });
    const digest = await new Promise((done, fail) => {
      worker.once('message', done);
      worker.once('error', fail);
    });
    await worker.terminate();
    expect(digest).toBe(PINNED_DIGEST);
  });
});
