import { assessTarget, isMet, metRange } from '../assessment/assess-target.ts';
import { projectedYears, type Measure } from '../plan/plan.ts';
import { projectPlan, type Projector } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { DrawMemory } from '../shocks/shock-cache.ts';
import { indicatorAt, placesBehind, prepareDraws, type DrawModel } from '../draws/draw-model.ts';
import { hitsAmong, scaledHits, steppingWith, summedDraws } from '../draws/indicator-draws.ts';
import { measured, steppedPaths } from '../draws/kinds/stepped.ts';
import { horizonValueAt } from './study.ts';

/** Which draws meet a target: 1 for each that does, else 0; one answer where all draws are the same. */
export type Hits = Uint8Array | boolean;

/** Luck that was needed before, by what it hangs on: the same for every assumption about growth, drivers and links. */
export type LuckShelf = Map<string, DrawMemory>;

/** Return a shelf that holds nothing yet. */
export function emptyShelf(): LuckShelf {
  return new Map();
}

/** How many settings a shelf keeps. */
const MOST_KEPT = 3;

/**
 * Return the luck of a scenario's draws.
 *
 * @param projector The prepared scenario.
 * @param scenario The scenario, for its seed, co-movement and persistence.
 * @param options How many draws, and the shelf the luck is taken from or put on.
 * @returns The luck; the same whether it was kept or is made anew.
 */
export function luckOf(
  projector: Projector,
  { seed, rho, phi }: Scenario,
  { draws, shelf }: { readonly draws: number; readonly shelf: LuckShelf },
): DrawMemory {
  const setting = { seed, rho, phi, draws, points: 'sobol', years: projectedYears(projector.plan) } as const;
  const key = JSON.stringify(setting);
  const luck = shelf.get(key) ?? new DrawMemory(setting);
  shelf.delete(key);
  shelf.set(key, luck);
  for (const old of [...shelf.keys()].slice(0, -MOST_KEPT)) shelf.delete(old);
  return luck;
}

/**
 * Return which draws meet their targets, for some indicators. An indicator of which every draw is the projection is
 * not drawn.
 *
 * @param projector The prepared scenario.
 * @param places Places in the plan of the indicators wanted, in plan order.
 * @param options The scenario, for its spreads, and the kept luck.
 * @returns By place.
 */
export function hitsByPlace(
  projector: Projector,
  places: readonly number[],
  { scenario, luck }: { readonly scenario: Scenario; readonly luck: DrawMemory },
): ReadonlyMap<number, Hits> {
  const model = prepareDraws(projector, scenario, projectPlan(projector));
  const stepped = places.filter((place) => model.kinds[place] === 'stepped');
  const behind = new Set(stepped.flatMap((place) => placesBehind(model, place)));
  const paths = steppedPaths(
    model,
    [...behind].sort((a, b) => a - b),
    steppingWith(model, luck),
  );
  return new Map(places.map((place) => [place, hitsAt(model, place, { luck, paths })]));
}

function hitsAt(
  model: DrawModel,
  place: number,
  { luck, paths }: { readonly luck: DrawMemory; readonly paths: ReadonlyMap<number, Float64Array> },
): Hits {
  const { projector, levels, spreads, kinds } = model;
  const { number, target } = indicatorAt(model, place);
  const { draws } = luck.setting;
  const path = levels[place] as Float64Array;
  const spread = spreads[place] as number;
  const range = metRange(target);
  if (kinds[place] === 'certain')
    return isMet(assessTarget(horizonValueAt(projector, levels, place), target).status);
  if (kinds[place] === 'scaled') return scaledHits(luck.luckOf(number), { path, spread, range, draws });
  const values =
    kinds[place] === 'summed'
      ? summedDraws(luck.factorsOf(number, spread), path, draws)
      : measured(paths.get(place) as Float64Array, projector.measures[place] as Measure, draws);
  return hitsAmong(values.subarray(values.length - draws), range);
}

/**
 * Return the share of draws that meet a target.
 *
 * @param hits Which do.
 * @returns From 0 to 1.
 */
export function shareOf(hits: Hits): number {
  if (typeof hits === 'boolean') return hits ? 1 : 0;
  let count = 0;
  for (let k = 0; k < hits.length; k++) count += hits[k] as number;
  return count / hits.length;
}

/**
 * Return the share of draws that meet two targets at once.
 *
 * @param a Which draws meet the one.
 * @param b Which draws meet the other, in the same order.
 * @returns From 0 to 1.
 */
export function shareOfBoth(a: Hits, b: Hits): number {
  if (typeof a === 'boolean') return a ? shareOf(b) : 0;
  if (typeof b === 'boolean') return b ? shareOf(a) : 0;
  let count = 0;
  for (let k = 0; k < a.length; k++) count += (a[k] as number) & (b[k] as number);
  return count / a.length;
}
