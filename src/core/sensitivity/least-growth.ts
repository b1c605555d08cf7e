import { rateToPercent } from '../arithmetic/decimal.ts';
import { isMet, type Status } from '../assessment/assess-target.ts';
import type { PlanModel } from '../plan/plan.ts';
import { projectPlan } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import {
  assumedValue,
  assumptionRange,
  stepsPerUnit,
  withAssumption,
  type Assumption,
} from '../scenario/assumption.ts';
import { nearestStep } from './nearest-step.ts';
import { movedProjector, prepareStudy, verdictsOf, type Study } from './study.ts';

/** One indicator's growth, changed so that more targets are met. */
export interface GrowthChange {
  readonly indicator: string;
  /** The lead rate as assumed and the new one, as fractions a year; the new one in whole millionths. */
  readonly from: number;
  readonly to: number;
  /** `to - from` in percentage points; below 0 where less growth meets the target. */
  readonly points: number;
}

/** What it takes to meet some number of targets. */
export interface LeastGrowth {
  /** How many targets were asked for. */
  readonly wanted: number;
  /** Ids of the indicators whose targets are met without any change, in plan order. */
  readonly alreadyMet: readonly string[];
  /** The changes, smallest first; empty where nothing has to change. */
  readonly changes: readonly GrowthChange[];
  /** How many targets are met with these changes: at least `wanted`, or else the most this search can reach. */
  readonly reached: number;
  /** Sum of the changes' points, each counted as positive. */
  readonly points: number;
}

/** Into how many pieces the way to either end of the range is cut while a rate is sought. */
const PIECES = 64;
/** How often the changes are gone through to drop or lower them. */
const MOST_PASSES = 3;

/**
 * Return the smallest sum of extra points of growth that meets at least `wanted` targets.
 *
 * Without influences each indicator stands alone: the cheapest missed ones are taken, and no other choice costs less. With
 * influences one indicator's growth moves others: the cheapest change is made, everything is judged anew, and so on; then each
 * change is dropped or lowered as far as the number still holds. That is a good answer, not one proven the least.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @param wanted How many targets, from 0 to their number.
 * @returns The changes; applying them to the scenario meets `reached` targets.
 */
export function leastGrowth(plan: PlanModel, scenario: Scenario, wanted: number): LeastGrowth {
  const study = prepareStudy(plan, scenario);
  const before = verdictsOf(study.projector, study.levels);
  const alreadyMet = plan.indicators.filter((_, index) => isMet(before[index] as Status)).map(({ id }) => id);
  const isLinked = study.projector.feeds.some((feeds) => feeds.length > 0);
  const rates = isLinked
    ? trimmed(study, wanted, greedily(study, wanted))
    : cheapest(study, Math.max(0, wanted - alreadyMet.length));

  const changes = [...rates]
    .map(([indicator, to]): GrowthChange => {
      const from = rateIn(study, indicator);
      return { indicator, from, to, points: pointsBetween(from, to) };
    })
    .sort((a, b) => Math.abs(a.points) - Math.abs(b.points));
  return {
    wanted,
    alreadyMet,
    changes,
    reached: countWith(study, rates),
    points: changes.reduce((sum, { points }) => sum + Math.abs(points), 0),
  };
}

/** New lead rates by indicator id, as fractions a year. */
type Rates = ReadonlyMap<string, number>;

/** The cheapest changes, each of which meets one more target. */
function cheapest(study: Study, count: number): Rates {
  const offers = offersIn(study).sort((a, b) => a.cost - b.cost);
  return new Map(offers.slice(0, count).map(({ indicator, rate }) => [indicator, rate]));
}

/** Change after change, each the cheapest for every target it adds, until enough are met or none adds any. */
function greedily(study: Study, wanted: number): Rates {
  let rates: Rates = new Map();
  for (let met = countWith(study, rates); met < wanted;) {
    const now = prepareStudy(study.plan, scenarioWith(study, rates));
    const offers = offersIn(now).map(({ indicator, rate, cost }) => {
      const tried = new Map([...rates, [indicator, rate]]);
      const count = countWith(study, tried);
      return { tried, count, cost: cost / Math.max(1, count - met) };
    });
    const [best] = offers.filter(({ count }) => count > met).sort((a, b) => a.cost - b.cost);
    if (best === undefined) break;
    rates = best.tried;
    met = best.count;
  }
  return rates;
}

/** The same changes with each dropped, or brought as near to its old rate as the number of targets allows. */
function trimmed(study: Study, wanted: number, found: Rates): Rates {
  let rates = found;
  const leastMet = Math.min(wanted, countWith(study, found));
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = rates;
    for (const [indicator, rate] of [...rates].sort((a, b) => costIn(study, b) - costIn(study, a))) {
      const perUnit = stepsPerUnit(growthOfIndicator(indicator));
      const search = {
        from: Math.round(rateIn(study, indicator) * perUnit),
        to: Math.round(rate * perUnit),
        pieces: PIECES,
      };
      const holds = (step: number): boolean =>
        countWith(study, new Map([...rates, [indicator, step / perUnit]])) >= leastMet;
      const without = new Map([...rates].filter(([id]) => id !== indicator));
      if (countWith(study, without) >= leastMet) rates = without;
      // The change as it was found holds, so a step is always found.
      else rates = new Map([...rates, [indicator, (nearestStep(search, holds) as number) / perUnit]]);
    }
    if ([...rates].every(([id, rate]) => before.get(id) === rate) && rates.size === before.size) break;
  }
  return rates;
}

/** A change of one indicator's growth that meets its own target. */
interface Offer {
  readonly indicator: string;
  readonly rate: number;
  /** Points of growth, from 0. */
  readonly cost: number;
}

/** For every missed target that its own growth can meet, the nearest rate that does. */
function offersIn(study: Study): Offer[] {
  const verdicts = verdictsOf(study.projector, study.levels);
  return study.plan.indicators.flatMap(({ id }, index): Offer[] => {
    if (isMet(verdicts[index] as Status)) return [];
    const assumption = growthOfIndicator(id);
    const perUnit = stepsPerUnit(assumption);
    const current = rateIn(study, id);
    const range = assumptionRange(study.scenario, assumption);
    const from = Math.round(current * perUnit);
    const isMetAt = (step: number): boolean => {
      const projector = movedProjector(study, [{ assumption, value: step / perUnit }]);
      return isMet(verdictsOf(projector, projectPlan(projector))[index] as Status);
    };
    return [range.from, range.to]
      .map((end) => nearestStep({ from, to: Math.round(end * perUnit), pieces: PIECES }, isMetAt))
      .filter((step) => step !== undefined)
      .map((step) => ({
        indicator: id,
        rate: step / perUnit,
        cost: Math.abs(pointsBetween(current, step / perUnit)),
      }))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 1);
  });
}

function countWith(study: Study, rates: Rates): number {
  const moves = [...rates].map(([indicator, value]) => ({ assumption: growthOfIndicator(indicator), value }));
  const projector = movedProjector(study, moves);
  return verdictsOf(projector, projectPlan(projector)).filter(isMet).length;
}

function scenarioWith({ plan, scenario }: Study, rates: Rates): Scenario {
  let changed = scenario;
  for (const [indicator, value] of rates)
    changed = withAssumption(plan, changed, { assumption: growthOfIndicator(indicator), value });
  return changed;
}

function growthOfIndicator(indicator: string): Assumption {
  return { kind: 'growth', indicator };
}

function rateIn({ plan, scenario }: Study, indicator: string): number {
  return assumedValue(plan, scenario, growthOfIndicator(indicator));
}

function costIn(study: Study, [indicator, rate]: readonly [string, number]): number {
  return Math.abs(pointsBetween(rateIn(study, indicator), rate));
}

/** Percentage points, without the noise of the subtraction. */
function pointsBetween(from: number, to: number): number {
  return rateToPercent(to - from);
}
