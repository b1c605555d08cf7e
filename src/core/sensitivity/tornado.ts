import { clamp } from '../arithmetic/range.ts';
import type { PlanModel } from '../plan/plan.ts';
import { longestFirst } from './in-order.ts';
import { projectPlan, type Projector } from '../projection/project-plan.ts';
import { spreadOf, type Scenario } from '../scenario/scenario.ts';
import { DEFAULT_DRAWS } from '../draws/draw-amounts.ts';
import { assumedValue, assumptionRange, assumptionsOf, type Assumption } from '../scenario/assumption.ts';
import { DrawCaches } from '../draws/draw-caches.ts';
import { shareOf } from '../draws/met-mask.ts';
import { metMasksByIndex } from './met-masks.ts';
import { horizonValueAt, movedProjector, indicesTouched, prepareStudy } from './study.ts';

/** What is watched while assumptions move. */
export type TornadoOutcome =
  /** The expected number of targets met: the sum of their shares of draws; a plain count where nothing has a spread. */
  | { readonly kind: 'count' }
  /** One indicator's `y` in the horizon year, in its unit. */
  | { readonly kind: 'value'; readonly indicator: string };

/** How far a growth rate is moved; intensities move by 0.5 and strengths by 0.1 in any case. */
export interface TornadoStep {
  /** Whether each indicator's own spread counts, where it has one. */
  readonly bySpread: boolean;
  /** Percentage points for all others, above 0. */
  readonly points: number;
}

/** One assumption moved down and up. */
export interface TornadoBar {
  readonly assumption: Assumption;
  /** Its value as assumed: a fraction a year for growth, else without unit. */
  readonly current: number;
  /** Its value moved down, and what the outcome is then. */
  readonly down: { readonly value: number; readonly outcome: number };
  /** Its value moved up, and what the outcome is then. */
  readonly up: { readonly value: number; readonly outcome: number };
  /** The lower and the higher of the two outcomes. */
  readonly low: number;
  readonly high: number;
  /** `high - low`. */
  readonly swing: number;
}

/** The outcome as assumed, and every assumption's effect on it. */
export interface Tornado {
  readonly base: number;
  readonly bars: readonly TornadoBar[];
}

/** What is asked of a tornado. */
export interface TornadoOptions {
  readonly outcome: TornadoOutcome;
  readonly step: TornadoStep;
  /** How many draws; 8,192 if not stated. */
  readonly draws?: number | undefined;
  /** What earlier answers left behind; changes the time an answer takes and nothing in it. */
  readonly caches?: DrawCaches | undefined;
}

/** How far a driver's intensity and an influence's strength are moved. */
const INTENSITY_STEP = 0.5;
const STRENGTH_STEP = 0.1;

/** A tornado that is made bar by bar. */
export interface TornadoWork {
  readonly base: number;
  readonly total: number;
  readonly barAt: (index: number) => TornadoBar;
}

/**
 * Prepare a tornado. All bars share their draws, and only what an assumption touches is drawn again, so that a bar
 * without effect is exactly 0 long.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options Outcome, step and number of draws.
 * @returns The outcome as assumed, how many bars there are, and each of them in the order of `assumptionsOf`.
 */
export function prepareTornado(plan: PlanModel, scenario: Scenario, options: TornadoOptions): TornadoWork {
  const { outcome, step, draws = DEFAULT_DRAWS, caches = new DrawCaches() } = options;
  const study = prepareStudy(plan, scenario);
  const assumptions = assumptionsOf(plan, scenario);
  const watched =
    outcome.kind === 'value' ? plan.indicators.findIndex(({ id }) => id === outcome.indicator) : -1;
  const everywhere = plan.indicators.map((_, index) => index);
  const shares = (projector: Projector, indices: readonly number[]): ReadonlyMap<number, number> =>
    new Map(
      [...metMasksByIndex(projector, indices, { scenario, draws, caches })].map(([at, mask]) => [
        at,
        shareOf(mask),
      ]),
    );
  const baseShares =
    outcome.kind === 'count' ? shares(study.projector, everywhere) : new Map<number, number>();
  const outcomeOf = (projector: Projector, touched: readonly number[]): number => {
    if (outcome.kind === 'value') return horizonValueAt(projector, projectPlan(projector), watched);
    const moved = shares(projector, touched);
    return everywhere.reduce((sum, at) => sum + (moved.get(at) ?? (baseShares.get(at) as number)), 0);
  };
  const base = outcomeOf(study.projector, []);

  return {
    base,
    total: assumptions.length,
    barAt(index) {
      const assumption = assumptions[index] as Assumption;
      const touched = indicesTouched(study, assumption);
      const current = assumedValue(plan, scenario, assumption);
      const range = assumptionRange(scenario, assumption);
      const width = widthOf(scenario, assumption, step);
      const at = (wanted: number): TornadoBar['down'] => {
        const value = clamp(wanted, range);
        return { value, outcome: outcomeOf(movedProjector(study, [{ assumption, value }]), touched) };
      };
      const [down, up] = [at(current - width), at(current + width)];
      const low = Math.min(down.outcome, up.outcome);
      const high = Math.max(down.outcome, up.outcome);
      return { assumption, current, down, up, low, high, swing: high - low };
    },
  };
}

/**
 * Return what matters: every assumption moved down and up by a step, the others held.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param options Outcome, step and number of draws.
 * @returns The outcome as assumed, and a bar for each assumption, the longest first.
 */
export function tornado(plan: PlanModel, scenario: Scenario, options: TornadoOptions): Tornado {
  const { base, total, barAt } = prepareTornado(plan, scenario, options);
  return { base, bars: longestFirst(Array.from({ length: total }, (_, index) => barAt(index))) };
}

/** How far an assumption is moved to either side, in its own unit. */
function widthOf(scenario: Scenario, assumption: Assumption, { bySpread, points }: TornadoStep): number {
  if (assumption.kind === 'intensity') return INTENSITY_STEP;
  if (assumption.kind === 'strength') return STRENGTH_STEP;
  const spread = bySpread ? spreadOf(scenario, assumption.indicator) : 0;
  return (spread > 0 ? spread : points) / 100;
}
