import type { Status } from '../assessment/assess-target.ts';
import type { PlanModel } from '../plan/plan.ts';
import { nearestFirst } from './in-order.ts';
import { projectPlan } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Range } from '../arithmetic/range.ts';
import {
  assumedValue,
  assumptionRange,
  assumptionsOf,
  stepsPerUnit,
  type Assumption,
} from '../scenario/assumption.ts';
import { nearestStep } from './nearest-step.ts';
import { movedProjector, prepareStudy, verdictsOf } from './study.ts';

/** An indicator whose verdict changes. */
export interface VerdictChange {
  readonly indicator: string;
  readonly from: Status;
  readonly to: Status;
}

/** The nearest value of an assumption, in one direction, at which a verdict is another. */
export interface FlipPoint {
  readonly assumption: Assumption;
  /** The value as assumed: a fraction a year for growth, else without unit. */
  readonly current: number;
  /** The first settable value on the far side of the flip. */
  readonly value: number;
  /** How far apart the two are, from 0, in steps of one point of growth, 0.1 of intensity or 0.1 of strength. */
  readonly distance: number;
  /** Whose verdict changes there, in plan order; at least one. */
  readonly changes: readonly VerdictChange[];
}

/** Into how many pieces the way to either end of the range is cut. */
const PIECES = 64;
/** The lead rates among which a flip is sought, as fractions a year: beyond lies no plan. */
const GROWTH: Range = { from: -0.99, to: 1 };
/** What counts as a step of one, by kind, in the assumption's own unit. */
const STEP: Readonly<Record<Assumption['kind'], number>> = { growth: 0.01, intensity: 0.1, strength: 0.1 };

/** Flip points that are sought assumption by assumption. */
export interface FlipWork {
  readonly total: number;
  readonly flipsAt: (index: number) => readonly FlipPoint[];
}

/**
 * Prepare the search for flip points. Values are tried in the steps in which they can be set, so that setting a flip
 * point gives its verdict. Where `y` only rises or only falls with the assumption the nearest is found for certain;
 * where influences or a ceiling make it turn, a flip back within a sixty-fourth of the range may be missed.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @returns How many assumptions there are, and the flip points of each: none, one, or one in either direction.
 */
export function prepareFlips(plan: PlanModel, scenario: Scenario): FlipWork {
  const study = prepareStudy(plan, scenario);
  const assumptions = assumptionsOf(plan, scenario);
  const before = verdictsOf(study.projector, study.levels);

  return {
    total: assumptions.length,
    flipsAt(index) {
      const assumption = assumptions[index] as Assumption;
      const perUnit = stepsPerUnit(assumption);
      const current = assumedValue(plan, scenario, assumption);
      const from = Math.round(current * perUnit);
      const verdictsAt = (step: number): readonly Status[] => {
        const projector = movedProjector(study, [{ assumption, value: step / perUnit }]);
        return verdictsOf(projector, projectPlan(projector));
      };
      const range = searchRange(scenario, assumption);
      const ends = [Math.min(range.from, current), Math.max(range.to, current)];
      return ends.flatMap((end): FlipPoint[] => {
        const step = nearestStep({ from, to: Math.round(end * perUnit), pieces: PIECES }, (tried) =>
          verdictsAt(tried).some((status, index) => status !== before[index]),
        );
        if (step === undefined) return [];
        const value = step / perUnit;
        const changes = verdictsAt(step).flatMap((to, index): VerdictChange[] => {
          const was = before[index] as Status;
          const { id } = plan.indicators[index] as PlanModel['indicators'][number];
          return to === was ? [] : [{ indicator: id, from: was, to }];
        });
        return [
          {
            assumption,
            current,
            value,
            distance: Math.abs(value - current) / STEP[assumption.kind],
            changes,
          },
        ];
      });
    },
  };
}

/**
 * Return the values nearest to those assumed at which a verdict changes.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @returns Nearest first.
 */
export function flipPoints(plan: PlanModel, scenario: Scenario): readonly FlipPoint[] {
  const { total, flipsAt } = prepareFlips(plan, scenario);
  return nearestFirst(Array.from({ length: total }, (_, index) => flipsAt(index)).flat());
}

function searchRange(scenario: Scenario, assumption: Assumption): Range {
  const { from, to } = assumptionRange(scenario, assumption);
  return assumption.kind === 'growth'
    ? { from: Math.max(from, GROWTH.from), to: Math.min(to, GROWTH.to) }
    : { from, to };
}
