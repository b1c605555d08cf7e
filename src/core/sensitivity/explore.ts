import { assertNever } from '../assert-never.ts';
import type { PlanModel } from '../plan/plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { prepareFlips, type FlipPoint } from './flip-points.ts';
import { DrawCaches } from '../draws/draw-caches.ts';
import { BoundedCache } from '../bounded-cache.ts';
import { seekLeastGrowth, type LeastGrowth, type LeastGrowthOptions } from './least-growth.ts';
import type { Steps } from './goal-search.ts';
import { prepareSweep, sweepPoint, type PointOptions, type SweepOptions } from './sweep.ts';
import { prepareTornado, type TornadoBar, type TornadoOptions } from './tornado.ts';

/** What can be asked about a scenario besides its projection. */
export type ExploreRequest =
  | ({ readonly kind: 'tornado' } & Omit<TornadoOptions, 'caches'>)
  | { readonly kind: 'flips' }
  | ({ readonly kind: 'sweep' } & Omit<SweepOptions, 'caches'>)
  /** The outcome of a sweep where the scenario stands. */
  | ({ readonly kind: 'point' } & Omit<PointOptions, 'caches'>)
  | ({ readonly kind: 'least' } & Omit<LeastGrowthOptions, 'caches'>);

/** One slice of an exploration: a few of its parts, so that nothing else has to wait for all of them. */
export interface ExploreQuestion {
  readonly plan: PlanModel;
  readonly scenario: Scenario;
  readonly request: ExploreRequest;
  /** The first part wanted, from 0, and the first one that is not; beyond the last part is the same as all. */
  readonly from: number;
  readonly to: number;
}

/** What one slice says. `total` is how many parts the whole has, as far as it is known; a slice that ends before has not all. */
export type Exploration =
  /** Bars in the order of `assumptionsOf`. */
  | {
      readonly kind: 'tornado';
      readonly total: number;
      readonly base: number;
      readonly bars: readonly TornadoBar[];
    }
  /** Flip points of these assumptions. */
  | { readonly kind: 'flips'; readonly total: number; readonly flips: readonly FlipPoint[] }
  /** Values of these cells, in the order of `sweepOrder`. */
  | { readonly kind: 'sweep'; readonly total: number; readonly values: Float64Array }
  | { readonly kind: 'point'; readonly total: 1; readonly value: number }
  /** The answer once the last part is there. */
  | { readonly kind: 'least'; readonly total: number; readonly least: LeastGrowth | undefined };

/** The question without its slice, prepared. */
type Work = (from: number, to: number) => Exploration;

/**
 * Answer one slice of an exploration. Pure; all slices together say what `tornado`, `flipPoints`, `sweep` and
 * `leastGrowth` say.
 *
 * @param question A scenario, what is asked about it, and which parts.
 * @returns Those parts.
 */
export function explorePlan({ plan, scenario, request, from, to }: ExploreQuestion): Exploration {
  return prepare(plan, { scenario, request, caches: new DrawCaches() })(from, to);
}

/** Prepared questions: the latest 24 are held in any case, three about each of eight scenarios; a map takes 1 MB at most. */
const MOST_QUESTIONS = 48;

/**
 * Return an explorer that finds again what earlier slices of the same question prepared, and shocks in the caches. It
 * answers as `explorePlan` does, to the last bit.
 *
 * @param caches Shared with whoever else is given them; its own if not stated.
 */
export function cachingExplorer(
  caches: DrawCaches = new DrawCaches(),
): (question: ExploreQuestion) => Exploration {
  const prepared = new BoundedCache<Work>(MOST_QUESTIONS, () => 1);
  return ({ plan, scenario, request, from, to }) => {
    const key = JSON.stringify([plan, scenario, request]);
    return prepared.recall(key, () => prepare(plan, { scenario, request, caches }))(from, to);
  };
}

function prepare(
  plan: PlanModel,
  { scenario, request, caches }: { scenario: Scenario; request: ExploreRequest; caches: DrawCaches },
): Work {
  switch (request.kind) {
    case 'tornado': {
      const { base, total, barAt } = prepareTornado(plan, scenario, { ...request, caches });
      return (from, to) => ({ kind: 'tornado', total, base, bars: parts({ from, to, total }).map(barAt) });
    }
    case 'flips': {
      const { total, flipsAt } = prepareFlips(plan, scenario);
      return (from, to) => ({ kind: 'flips', total, flips: parts({ from, to, total }).flatMap(flipsAt) });
    }
    case 'sweep': {
      const { total, valueAt } = prepareSweep(plan, scenario, { ...request, caches });
      return (from, to) => ({
        kind: 'sweep',
        total,
        values: Float64Array.from(parts({ from, to, total }), valueAt),
      });
    }
    case 'point': {
      const value = sweepPoint(plan, scenario, { ...request, caches });
      return () => ({ kind: 'point', total: 1, value });
    }
    case 'least':
      return inSteps(() => seekLeastGrowth(plan, scenario, { ...request, caches }));
    default:
      return assertNever(request);
  }
}

/**
 * Go on with a search to the end of each slice. How many steps it has is known when it is over; what it was made with is
 * then let go.
 */
function inSteps(begin: () => Steps<LeastGrowth>): Work {
  let search: Steps<LeastGrowth> | undefined = begin();
  let least: LeastGrowth | undefined;
  let done = 0;
  return (_, to) => {
    while (search !== undefined && done < to) {
      const step = search.next();
      if (step.done === true) [least, search] = [step.value, undefined];
      else done += 1;
    }
    return { kind: 'least', total: done + 1, least };
  };
}

/** The numbers of the parts of a slice. */
function parts({
  from,
  to,
  total,
}: {
  readonly from: number;
  readonly to: number;
  readonly total: number;
}): readonly number[] {
  return Array.from({ length: Math.max(0, Math.min(to, total) - from) }, (_, k) => from + k);
}
