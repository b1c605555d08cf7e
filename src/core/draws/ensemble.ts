import type { NeededGrowth } from '../assessment/needed-growth.ts';
import { projectedYears } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { ShockCache, type DrawSetting } from '../shocks/shock-cache.ts';
import { indicatorAt, type DrawModel } from './draw-model.ts';
import { drawIndicator, drawKey, type DrawSummary, type IndicatorDraws } from './indicator-draws.ts';
import type { PointKind } from '../random/point-source.ts';
import { growthAtShare, growthAtShareKey } from './growth-at-share.ts';

/** What all draws of a plan say. */
export interface Ensemble {
  readonly draws: number;
  /** In plan order. */
  readonly indicators: readonly DrawSummary[];
  /** Share of draws in which exactly `k` targets are met, `k` from 0 to the number of indicators. */
  readonly shareByCount: Float64Array;
}

/** Kept from answer to answer; the answers are the same without it, only later. */
export interface EnsembleMemory {
  shocks: ShockCache | undefined;
  drawn: Map<number, { readonly key: string; readonly draws: IndicatorDraws }>;
  joint: JointCount | undefined;
  wanted: Map<number, { readonly key: string; readonly growth: NeededGrowth }>;
}

/** Return a memory that holds nothing yet. */
export function emptyMemory(): EnsembleMemory {
  return { shocks: undefined, drawn: new Map(), joint: undefined, wanted: new Map() };
}

/**
 * Return the kept shocks for a setting, emptying a memory that was kept for another.
 *
 * @param memory What is kept.
 * @param model What the draws are made from.
 * @param options The scenario, how many draws, how their points are made, and how many dots a summary has.
 */
export function shocksFor(
  memory: EnsembleMemory,
  model: DrawModel,
  { scenario, draws, points, dots }: { scenario: Scenario; draws: number; points: PointKind; dots: number },
): ShockCache {
  const { seed, rho, phi } = scenario;
  const setting: DrawSetting = {
    seed,
    rho,
    phi,
    draws,
    points,
    dots,
    years: projectedYears(model.projector.plan),
  };
  if (memory.shocks === undefined || !isSame(memory.shocks.setting, setting)) {
    memory.shocks = new ShockCache(setting, memory.shocks);
    memory.drawn = new Map();
    memory.joint = undefined;
    memory.wanted = new Map();
  }
  return memory.shocks;
}

/**
 * Draw a whole plan. Only indicators whose assumptions changed since the memory was used last are drawn anew; the
 * result is the same to the last bit as from an empty memory.
 *
 * @param model What the draws are made from.
 * @param shocks From `shocksFor`.
 * @param memory The same memory.
 * @returns Shares, quantiles and the joint count.
 */
export function drawPlan(model: DrawModel, shocks: ShockCache, memory: EnsembleMemory): Ensemble {
  const { draws } = shocks.setting;
  const { indicators } = model.projector.plan;
  const drawn = indicators.map(({ number }, index) => {
    const key = drawKey(model, index);
    const kept = memory.drawn.get(number);
    if (kept?.key === key) return kept.draws;
    const fresh = drawIndicator(model, index, shocks);
    memory.drawn.set(number, { key, draws: fresh });
    return fresh;
  });
  memory.joint ??= new JointCount(draws);
  const always = drawn.filter(
    ({ metMask, summary }) => metMask === undefined && summary.shareMet === 1,
  ).length;
  const metMasks = new Map(drawn.map((each, index) => [indicatorAt(model, index).number, each.metMask]));
  return {
    draws,
    indicators: drawn.map(({ summary }) => summary),
    shareByCount: memory.joint.shares(metMasks, { always, of: indicators.length }),
  };
}

/**
 * Return growth for a wanted share for every indicator; only where something it hangs on changed is it sought anew.
 *
 * @param model What the draws are made from.
 * @param shocks From `shocksFor`.
 * @param options The same memory, and the wanted share, above 0 and at most 1.
 * @returns In plan order.
 */
export function growthAtShareByIndex(
  model: DrawModel,
  shocks: ShockCache,
  { memory, share }: { readonly memory: EnsembleMemory; readonly share: number },
): readonly NeededGrowth[] {
  return model.projector.plan.indicators.map(({ number }, index) => {
    // Needed growth without shocks: soon found, and over a loop of links it hangs on more than a key says.
    if (model.kinds[index] === 'certain') return growthAtShare(model, index, { memory: shocks, share });
    const key = growthAtShareKey(model, index, share);
    const kept = memory.wanted.get(number);
    if (kept?.key === key) return kept.growth;
    const growth = growthAtShare(model, index, { memory: shocks, share });
    memory.wanted.set(number, { key, growth });
    return growth;
  });
}

/** How many targets each draw meets, kept up to date by the differences. */
class JointCount {
  readonly #counts: Uint16Array;
  readonly #counted = new Map<number, Uint8Array>();
  readonly #none: Uint8Array;

  constructor(draws: number) {
    this.#counts = new Uint16Array(draws);
    this.#none = new Uint8Array(draws);
  }

  /**
   * Return the share of draws by number of targets met.
   *
   * @param metMasks By indicator number; undefined where every draw is the same.
   * @param options How many targets every draw meets besides, and how many there are.
   */
  shares(
    metMasks: ReadonlyMap<number, Uint8Array | undefined>,
    { always, of }: { readonly always: number; readonly of: number },
  ): Float64Array {
    const counts = this.#counts;
    for (const number of new Set([...this.#counted.keys(), ...metMasks.keys()])) {
      const old = this.#counted.get(number);
      const now = metMasks.get(number);
      if (now === old) continue;
      const [added, taken] = [now ?? this.#none, old ?? this.#none];
      for (let k = 0; k < counts.length; k++)
        counts[k] = (counts[k] as number) + (added[k] as number) - (taken[k] as number);
      if (now === undefined) this.#counted.delete(number);
      else this.#counted.set(number, now);
    }
    const byCount = new Int32Array(of + 1);
    for (let k = 0; k < counts.length; k++) {
      const met = counts[k] as number;
      byCount[met] = (byCount[met] as number) + 1;
    }
    const shares = new Float64Array(of + 1);
    for (let met = always; met <= of; met++) shares[met] = (byCount[met - always] as number) / counts.length;
    return shares;
  }
}

function isSame(a: DrawSetting, b: DrawSetting): boolean {
  return (
    a.seed === b.seed &&
    a.rho === b.rho &&
    a.phi === b.phi &&
    a.years === b.years &&
    a.draws === b.draws &&
    a.dots === b.dots &&
    a.points === b.points
  );
}
