import { normalsFromBits } from '../random/normal-table.ts';
import { accumulateShocks, BLOCK, preparePersistence, type Persistence } from './persistence.ts';
import type { PointKind, PointSource } from '../random/point-source.ts';
import { pseudoRandomPoints } from '../random/pseudo-random-points.ts';
import { sobolPoints } from '../random/sobol-points.ts';

/** What the shocks of every indicator hang on; the assumptions about growth are not among it. */
export interface ShockSetting {
  /** An unsigned 32-bit integer. */
  readonly seed: number;
  /** Co-movement, 0 to 0.95. */
  readonly rho: number;
  /** Persistence, 0 to 1. */
  readonly phi: number;
  /** Projected years, from 1. */
  readonly years: number;
  readonly points: PointKind;
}

/** Gives the shocks of an indicator in any range of draws. */
export interface ShockSource {
  /**
   * Fill an array with cumulative shocks: for every projected year the sum of the shocks `z` up to it, without unit.
   *
   * @param number The indicator's permanent number.
   * @param from Number of the first draw, from 0.
   * @param out Year after year, one number for each draw; its length is years times draws.
   */
  readonly fill: (number: number, from: number, out: Float64Array) => void;
}

/** The stream of the common factor; indicators have theirs from 1. */
const COMMON_FACTOR = 0;

/** Scratch of one block, used again by every call: nothing in it outlives a call. */
const BITS = new Int32Array(BLOCK);

/**
 * Return the source of shocks for a setting:
 *
 *     z_{i,t} = sqrt(rho) F_t + sqrt(1 - rho) E_{i,t}
 *
 * where F and each E_i are stationary AR(1) paths with coefficient `phi`, each from a stream of its own. The same
 * setting gives the same shocks for every scenario, draw by draw and to the last bit, whichever ranges are asked for.
 *
 * @param setting Seed, co-movement, persistence and years.
 * @returns The source.
 */
export function shockSource({ seed, rho, phi, years, points }: ShockSetting): ShockSource {
  const source = points === 'sobol' ? sobolPoints(seed) : pseudoRandomPoints(seed);
  const persistence = preparePersistence(phi, years);
  const shared = Math.sqrt(rho);
  const own = Math.sqrt(1 - rho);
  const block = new Float64Array(years * BLOCK);
  // The common factor of the draws asked for last: all indicators in turn ask for the same.
  let common = new Float64Array(0);
  let commonFrom = -1;

  function commonShocks(from: number, length: number): Float64Array {
    if (commonFrom !== from || common.length !== length) {
      common = new Float64Array(length);
      commonFrom = from;
      const draws = length / years;
      for (let start = 0; start < draws; start += BLOCK) {
        pathsOf(source, COMMON_FACTOR, { from: from + start, persistence, block });
        copyBlock(block, common, { start, draws, years });
      }
    }
    return common;
  }

  return {
    fill(number, from, out) {
      const draws = out.length / years;
      const factor = rho > 0 ? commonShocks(from, out.length) : undefined;
      for (let start = 0; start < draws; start += BLOCK) {
        pathsOf(source, number, { from: from + start, persistence, block });
        if (factor === undefined) copyBlock(block, out, { start, draws, years });
        else mixBlock(block, factor, { out, start, draws, years, shared, own });
      }
    },
  };
}

/** Cumulative shocks of one block of one stream, left in `block`. */
function pathsOf(
  source: PointSource,
  stream: number,
  {
    from,
    persistence,
    block,
  }: { readonly from: number; readonly persistence: Persistence; readonly block: Float64Array },
): void {
  for (let c = 0; c < persistence.years; c++) {
    source.fill(stream, c, from, BITS);
    normalsFromBits(BITS, block, c * BLOCK);
  }
  accumulateShocks(persistence, block);
}

/** Where a block stands among all draws. */
interface BlockPosition {
  readonly start: number;
  readonly draws: number;
  readonly years: number;
}

function copyBlock(block: Float64Array, out: Float64Array, { start, draws, years }: BlockPosition): void {
  const count = Math.min(BLOCK, draws - start);
  for (let t = 0; t < years; t++) out.set(block.subarray(t * BLOCK, t * BLOCK + count), t * draws + start);
}

function mixBlock(
  block: Float64Array,
  factor: Float64Array,
  {
    out,
    start,
    draws,
    years,
    shared,
    own,
  }: BlockPosition & { readonly out: Float64Array; readonly shared: number; readonly own: number },
): void {
  const count = Math.min(BLOCK, draws - start);
  for (let t = 0; t < years; t++) {
    const to = t * draws + start;
    const at = t * BLOCK;
    for (let k = 0; k < count; k++)
      out[to + k] = shared * (factor[to + k] as number) + own * (block[at + k] as number);
  }
}
