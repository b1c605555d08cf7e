import { wholeEnsemble } from './cases.ts';
import { medianTimes } from './rounds.ts';
import type { Row } from './row.ts';
import type { WorkloadSize } from './workload.ts';

/** What grows: the number of it, the draws, and the rest of the workload. */
const SERIES: readonly {
  readonly name: string;
  readonly sizes: readonly { readonly units: number; readonly draws: number; readonly size: WorkloadSize }[];
}[] = [
  { name: 'draws', sizes: [1024, 10_240, 102_400].map((units) => ({ units, draws: units, size: {} })) },
  {
    name: 'years',
    sizes: [3, 30, 300].map((units) => ({ units, draws: 256, size: { years: units } })),
  },
  {
    name: 'indicators',
    sizes: [14, 140, 1400].map((units) => ({ units, draws: 512, size: { indicators: units } })),
  },
];

/** Cost for each unit may be so many times what it is at the smallest size. */
const LINEAR = 1.2;
const ROUNDS = 7;
/** Runs in a measurement at the smallest size; a tenth as many at ten times the size. */
const RUNS = 20;

/**
 * Measure how the time of a whole ensemble grows with draws, years and indicators.
 *
 * @param clock Milliseconds of this process's own work.
 * @returns Microseconds a unit at the smallest size, and the cost of a unit at 10 and 100 times that relative to it.
 */
export async function measureGrowth(clock: () => number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { name, sizes } of SERIES) {
    const smallest = sizes[0]?.units ?? 1;
    const times = await medianTimes(
      sizes.map(({ units, draws, size }) => ({
        name: String(units),
        run: wholeEnsemble(draws, size),
        times: Math.max(1, Math.round((RUNS * smallest) / units)),
      })),
      { rounds: ROUNDS, clock, warmUp: 10 },
    );
    const costs = sizes.map(({ units }) => (times.get(String(units)) ?? NaN) / units);
    rows.push({ name: `${smallest} ${name}: each`, value: 1000 * (costs[0] ?? NaN), unit: 'us' });
    sizes.slice(1).forEach(({ units }, k) =>
      rows.push({
        name: `${units} ${name}: each, times that`,
        value: (costs[k + 1] ?? NaN) / (costs[0] ?? NaN),
        unit: 'x',
        limit: LINEAR,
        sign: '<=',
      }),
    );
    const [, ten = NaN, hundred = NaN] = costs;
    rows.push({
      name: `${name}: each at 100 times as many over that at 10 times`,
      value: hundred / ten,
      unit: 'x',
    });
  }
  return rows;
}
