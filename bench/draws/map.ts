import { cachingExplorer, type ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import { spreadEverywhere } from '../../src/core/scenario/edit.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlans } from '../../src/plans.ts';
import type { Row } from './row.ts';
import { CORRELATED } from './workload.ts';

const CELLS = 40;
/** Cells in the first slice, and the milliseconds between which a slice keeps its size: as the page slices a map. */
const FIRST_SLICE = 25;
const SHORT = 6;
const LONG = 12;

/**
 * Time a map of two indicators that feed each other, 40 x 40 cells of 1,024 draws, slice by slice as the page asks for
 * it: the first map of the process, when nothing is compiled yet.
 *
 * @param clock Milliseconds of this process's own work.
 */
export function measureMap(clock: () => number): readonly Row[] {
  const [{ model: plan }] = shippedPlans;
  const scenario: Scenario = {
    ...(shippedPlans[0].presets.get('interactive-cycle') as Scenario),
    spread: spreadEverywhere(plan, 4),
    rho: CORRELATED,
  };
  const axis = (indicator: string) => ({ indicator, from: 0, to: 0.4, cells: CELLS });
  const request: ExploreRequest = {
    kind: 'sweep',
    across: axis('hk-residents'),
    up: axis('hk-enterprises'),
    outcome: { kind: 'both' },
    draws: 1024,
  };
  const explore = cachingExplorer();
  const slices: number[] = [];
  const total = CELLS * CELLS;
  let size = FIRST_SLICE;
  for (let from = 0; from < total;) {
    const start = clock();
    explore({ plan, scenario, request, from, to: from + size });
    const took = clock() - start;
    slices.push(took);
    from += size;
    if (took < SHORT) size *= 2;
    else if (took > LONG) size = Math.max(1, Math.floor(size / 2));
  }
  const whole = slices.reduce((sum, slice) => sum + slice, 0);
  return [
    { name: 'map: first coarse picture', value: slices[0] ?? NaN, unit: 'ms', limit: 100, sign: '<=' },
    { name: 'map: complete', value: whole, unit: 'ms', limit: 1500, sign: '<=' },
    { name: 'map: longest slice', value: Math.max(...slices), unit: 'ms' },
    { name: 'map: slices', value: slices.length, unit: '' },
  ];
}
