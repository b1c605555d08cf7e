import { projectedYears, type Plan } from '../core/plan/plan.ts';
import { prepareProjection, projectPlan } from '../core/projection/project-plan.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { drawKindAt } from '../core/draws/draw-kinds.ts';
import { prepareDraws } from '../core/draws/draw-model.ts';
import { shocksOfRange, type DrawRange } from '../core/draws/draw-shocks.ts';
import { shockSource } from '../core/shocks/shock-source.ts';
import { shardRange, type Shard } from './shard.ts';

/** Columns of equal length: one row for each scenario, draw, indicator and projected year, in that order. */
export interface ShardRows {
  /** Index of the scenario among all that are simulated, from 1. */
  readonly scenario: Int32Array;
  /** Number of the draw among all draws, from 0. */
  readonly draw: Int32Array;
  /** Id of the indicator. */
  readonly indicator: string[];
  readonly year: Int32Array;
  /** `y_t` in the indicator's unit: the level, or for `cumulative` the sum so far. */
  readonly value: Float64Array;
}

/** Rows that are made, and written, at a time; a scenario's draw is never divided. */
const GROUP_ROWS = 122_880;

/**
 * Return the rows of a shard, group by group, so that memory does not grow with the number of draws. A draw's values are
 * the same to the last bit in whichever shard it is, and the ones that shares and quantiles are made from.
 *
 * @param requests The scenarios with their plans and how many draws each has.
 * @param shard Which part of the draws.
 * @param onProgress Told after every group how many draws are done, of how many.
 * @returns Groups of one row at least, each made when it is asked for.
 */
export function* shardRows(
  requests: readonly { readonly plan: Plan; readonly scenario: Scenario; readonly draws: number }[],
  shard: Shard,
  onProgress: (done: number, of: number) => void = () => {},
): Generator<ShardRows> {
  const ranges = requests.map(({ draws }) => shardRange(shard, draws));
  const all = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  let done = 0;
  for (const [at, { plan, scenario }] of requests.entries()) {
    const { from, to } = ranges[at] as DrawRange;
    const projector = prepareProjection(plan, scenario);
    const model = prepareDraws(projector, scenario, projectPlan(projector));
    const { seed, rho, phi } = scenario;
    const years = projectedYears(plan);
    const source = shockSource({ seed, rho, phi, years, points: 'sobol' });
    const step = Math.max(1, Math.floor(GROUP_ROWS / (plan.indicators.length * years)));
    for (let first = from; first < to; first += step) {
      const range = { from: first, to: Math.min(to, first + step) };
      const shocks = shocksOfRange(model, source, range);
      const values = plan.indicators.map((_, index) =>
        drawKindAt(model, index).valuesOf(model, index, shocks),
      );
      yield rowsOf(values, { plan, scenario: at + 1, range });
      done += range.to - range.from;
      onProgress(done, all);
    }
  }
}

/** The rows of a range of draws, from each indicator's values, year after year. */
function rowsOf(
  values: readonly Float64Array[],
  { plan, scenario, range }: { readonly plan: Plan; readonly scenario: number; readonly range: DrawRange },
): ShardRows {
  const { indicators } = plan;
  const years = projectedYears(plan);
  const draws = range.to - range.from;
  const length = draws * indicators.length * years;
  const draw = new Int32Array(length);
  const indicator = new Array<string>(length);
  const year = new Int32Array(length);
  const value = new Float64Array(length);
  let row = 0;
  for (let k = 0; k < draws; k++)
    for (const [index, { id }] of indicators.entries())
      for (let t = 0; t < years; t++) {
        draw[row] = range.from + k;
        indicator[row] = id;
        year[row] = plan.baselineYear + t + 1;
        value[row] = values[index]?.[t * draws + k] ?? NaN;
        row += 1;
      }
  return { scenario: new Int32Array(length).fill(scenario), draw, indicator, year, value };
}
