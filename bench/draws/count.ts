import { Worker } from 'node:worker_threads';
import type { DrawCounts } from '../../src/core/histogram/count-draws.ts';
import { summariseParts } from '../../src/core/histogram/count-in-steps.ts';
import type { CountTask } from './count-worker.ts';
import { median } from './rounds.ts';
import type { Row } from './row.ts';
import { workload } from './workload.ts';

const DRAWS = 1_048_576;
const WORKERS = 2;
const RUNS = 3;

/**
 * Time a million draws on two workers, their start included, on the clock of the wall; and the most memory the process
 * ever had.
 *
 * @param clock Milliseconds of this process's own work, on all its threads.
 * @param script The built worker.
 */
export async function measureCount(clock: () => number, script: URL): Promise<readonly Row[]> {
  const question = workload();
  const times: number[] = [];
  const silences: number[] = [];
  const work: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const start = performance.now();
    const workBefore = clock();
    let heard = start;
    let silence = 0;
    const parts = Array.from({ length: WORKERS }, (_, part) => {
      const range = { from: (part * DRAWS) / WORKERS, to: ((part + 1) * DRAWS) / WORKERS };
      const { plan, scenario } = question;
      return countPart(script, { question: { plan, scenario }, range }, () => {
        silence = Math.max(silence, performance.now() - heard);
        heard = performance.now();
      });
    });
    summariseParts(question, await Promise.all(parts));
    times.push(performance.now() - start);
    silences.push(silence);
    work.push(clock() - workBefore);
  }
  return [
    {
      name: `${DRAWS} draws on ${WORKERS} workers`,
      value: median(times),
      unit: 'ms',
      limit: 2000,
      sign: '<=',
    },
    { name: 'work of both of them', value: median(work), unit: 'ms' },
    { name: 'longest time between two reports of them', value: median(silences), unit: 'ms' },
    {
      name: 'most memory of the process',
      value: process.resourceUsage().maxRSS / 1024,
      unit: 'MB',
      limit: 300,
      sign: '<=',
    },
  ];
}

function countPart(script: URL, task: CountTask, onStep: () => void): Promise<DrawCounts> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task });
    worker.on('error', reject);
    worker.on('message', (message: 'step' | DrawCounts) => {
      if (message === 'step') onStep();
      else resolve(message);
    });
  });
}
