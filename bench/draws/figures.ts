import { accuracyOf } from './accuracy.ts';
import type { Row } from './row.ts';
import { CORRELATED } from './workload.ts';

export { comparePeers } from './compare.ts';
export { measureCount } from './count.ts';
export { measureGenerators } from './generators.ts';
export { measureGrowth } from './growth.ts';
export { measureMap } from './map.ts';
export { measureSpeed } from './speed.ts';
export { measureTurns } from './turns.ts';

const DRAWS = 8192;
const SEEDS = 32;

/** Errors of shares, quantiles and joint count, in standard errors of plain Monte Carlo. */
export function measureAccuracy(): readonly Row[] {
  const rows: Row[] = [];
  for (const [rho, limit] of [
    [0, 1 / 4],
    [CORRELATED, 2 / 5],
  ] as const) {
    const sobol = accuracyOf(rho, 'sobol', { draws: DRAWS, seeds: SEEDS });
    const pseudo = accuracyOf(rho, 'pseudo-random', { draws: DRAWS, seeds: SEEDS });
    for (const figure of ['shares', 'quantiles'] as const)
      rows.push({
        name: `rho ${rho}: error of ${figure}`,
        value: sobol[figure],
        unit: 'se',
        limit,
        sign: '<=',
      });
    rows.push({ name: `rho ${rho}: error of the joint count`, value: sobol.joint, unit: 'se' });
    for (const figure of ['shares', 'quantiles', 'joint'] as const)
      rows.push({
        name: `rho ${rho}: the same with pseudo-random points, ${figure}`,
        value: pseudo[figure],
        unit: 'se',
      });
  }
  return rows;
}
