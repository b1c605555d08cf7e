import { metRange } from '../assessment/assess-target.ts';
import { countLuck, countValues, LUCK_CELLS, VALUE_CELLS } from './bins.ts';
import { deviationsOf, scalesOf } from './bin-scales.ts';
import { indicatorAt, type DrawKind, type DrawModel } from '../draws/draw-model.ts';
import { drawRange, type DrawRange, type RangeDraws } from '../draws/draw-range.ts';
import { certainSummary, hitsAmong, scaledHits } from '../draws/indicator-draws.ts';
import { luckSource, type LuckSetting } from '../shocks/shock-source.ts';

/** Draws computed at a time: enough to keep loops long, few enough to stay in the processor's cache. */
const CHUNK = 4096;

/** How many cells a year of an indicator has. */
const CELLS: Readonly<Record<DrawKind, number>> = {
  certain: 0,
  scaled: LUCK_CELLS,
  summed: VALUE_CELLS,
  stepped: VALUE_CELLS,
};

/**
 * What is counted over draws, in place of the draws: plain data of a size that does not hang on how many there are.
 * Counts of two ranges add up to the counts of both, to the last bit.
 */
export interface DrawCounts {
  readonly draws: number;
  /** By place in the plan: how many draws meet the target. */
  readonly hits: Int32Array;
  /** Entry `k`: in how many draws exactly `k` targets are met, `k` from 0 to the number of indicators. */
  readonly byCount: Int32Array;
  /**
   * By place in the plan, year after year: how many draws fall into each cell, cells of luck for a `scaled`
   * indicator and of values over `scalesOf` for the others; empty for a `certain` one.
   */
  readonly cells: readonly Int32Array[];
}

/**
 * Return the counts of no draws.
 *
 * @param model What the draws are made from.
 */
export function emptyCounts({ levels, kinds }: DrawModel): DrawCounts {
  return {
    draws: 0,
    hits: new Int32Array(levels.length),
    byCount: new Int32Array(levels.length + 1),
    cells: levels.map((path, place) => {
      const width = CELLS[kinds[place] as DrawKind];
      return new Int32Array((path.length - 1) * width);
    }),
  };
}

/**
 * Count a range of draws. They are the very draws `drawPlan` draws, so that shares from the counts are exactly its
 * shares; the luck of every draw hangs on its number alone, so that any ranges may be counted anywhere, in any order.
 *
 * @param model What the draws are made from.
 * @param setting What their luck hangs on.
 * @param range Which draws.
 * @param counts What is already counted, if anything; its arrays are added to, and belong to the result from then on.
 * @returns The counts with those of the range.
 */
export function countDraws(
  model: DrawModel,
  setting: LuckSetting,
  range: DrawRange,
  counts: DrawCounts = emptyCounts(model),
): DrawCounts {
  const source = luckSource(setting);
  const scales = model.levels.map((_, place) => scalesOf(model, place));
  const deviations = deviationsOf(setting);
  for (let from = range.from; from < range.to; from += CHUNK) {
    const chunk = drawRange(model, source, { from, to: Math.min(range.to, from + CHUNK) });
    const metByDraw = new Uint16Array(chunk.draws);
    for (let place = 0; place < scales.length; place++) {
      const cells = counts.cells[place] as Int32Array;
      const hits = countIndicator(model, place, {
        chunk,
        cells,
        scales: scales[place] as Float64Array,
        deviations,
      });
      let met = 0;
      for (let k = 0; k < hits.length; k++) {
        const hit = hits[k] as number;
        met += hit;
        metByDraw[k] = (metByDraw[k] as number) + hit;
      }
      counts.hits[place] = (counts.hits[place] as number) + met;
    }
    for (const met of metByDraw) counts.byCount[met] = (counts.byCount[met] as number) + 1;
  }
  return { ...counts, draws: counts.draws + Math.max(0, range.to - range.from) };
}

/** Count one indicator's cells over a chunk, and return which of its draws meet the target. */
function countIndicator(
  model: DrawModel,
  place: number,
  {
    chunk,
    cells,
    scales,
    deviations,
  }: {
    readonly chunk: RangeDraws;
    readonly cells: Int32Array;
    readonly scales: Float64Array;
    readonly deviations: Float64Array;
  },
): Uint8Array {
  const { levels, spreads, kinds } = model;
  const { draws } = chunk;
  const years = scales.length;
  const range = metRange(indicatorAt(model, place).target);
  switch (kinds[place]) {
    case 'certain':
      return new Uint8Array(draws).fill(certainSummary(model, place).shareMet);
    case 'scaled': {
      const luck = chunk.luckOf(place);
      for (let t = 0; t < years; t++)
        countLuck(partOf(luck, t, draws), deviations[t] as number, partOf(cells, t, LUCK_CELLS));
      const path = levels[place] as Float64Array;
      return scaledHits(luck, { path, spread: spreads[place] as number, range, draws });
    }
    default: {
      const values = chunk.valuesOf(place);
      for (let t = 0; t < years; t++)
        countValues(partOf(values, t, draws), scales[t] as number, partOf(cells, t, VALUE_CELLS));
      return hitsAmong(partOf(values, years - 1, draws), range);
    }
  }
}

/** The part of a year, of arrays that hold one part of a certain width for each. */
function partOf<Values extends Float64Array | Int32Array>(all: Values, year: number, width: number): Values {
  return all.subarray(year * width, (year + 1) * width) as Values;
}

/**
 * Return the counts of two ranges of draws together.
 *
 * @param one Counts of a plan under a scenario.
 * @param other Counts of other draws of the same plan under the same scenario.
 * @returns New counts; neither is changed.
 */
export function mergeCounts(one: DrawCounts, other: DrawCounts): DrawCounts {
  return {
    draws: one.draws + other.draws,
    hits: sumOf(one.hits, other.hits),
    byCount: sumOf(one.byCount, other.byCount),
    cells: one.cells.map((cells, place) => sumOf(cells, other.cells[place] as Int32Array)),
  };
}

function sumOf(one: Int32Array, other: Int32Array): Int32Array {
  return one.map((count, at) => count + (other[at] as number));
}
