import { exp } from '../../src/core/arithmetic/exp.ts';
import { normalsFromBits } from '../../src/core/random/normal-table.ts';
import { pseudoRandomPoints } from '../../src/core/random/pseudo-random-points.ts';
import { sobolPoints } from '../../src/core/random/sobol-points.ts';
import { medianTimes } from './rounds.ts';
import type { Row } from './row.ts';

/** Numbers at a time, as the ensemble takes them. */
const BLOCK = 256;
const TIMES = 2000;

/**
 * Measure what single numbers cost, for orientation.
 *
 * @param clock Milliseconds.
 * @returns Nanoseconds a number.
 */
export async function measureGenerators(clock: () => number): Promise<readonly Row[]> {
  const bits = new Int32Array(BLOCK);
  const numbers = new Float64Array(BLOCK);
  const sobol = sobolPoints(1);
  const pseudo = pseudoRandomPoints(1);
  let from = 0;
  const cases = [
    { name: 'scrambled Sobol point', run: () => sobol.fill(1, 0, (from += BLOCK), bits) },
    { name: 'pseudo-random point', run: () => pseudo.fill(1, 0, (from += BLOCK), bits) },
    { name: 'normal from bits', run: () => normalsFromBits(bits, numbers, 0) },
    {
      name: 'exp',
      run: () => {
        for (let k = 0; k < BLOCK; k++) numbers[k] = exp(bits[k % BLOCK]! / 4294967296);
      },
    },
  ].map((each) => ({ ...each, times: TIMES }));
  const times = await medianTimes(cases, { rounds: 15, clock, warmUp: TIMES });
  return cases.map(({ name }) => ({ name, value: (1e6 * (times.get(name) ?? NaN)) / BLOCK, unit: 'ns' }));
}
