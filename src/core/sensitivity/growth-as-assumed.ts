import { rateToPercent } from '../arithmetic/decimal.ts';
import type { Range } from '../arithmetic/range.ts';
import { isMet, type Status } from '../assessment/assess-target.ts';
import { projectPlan } from '../projection/project-plan.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { assumptionRange, stepsPerUnit, withAssumption } from '../scenario/assumption.ts';
import { allowedRates, growthOfIndicator, rateIn, type GrowthLimits, type Rates } from './growth-limits.ts';
import { nearestStep } from './nearest-step.ts';
import { movedProjector, prepareStudy, verdictsOf, type Study } from './study.ts';

/** Into how many pieces the way to either end of the range is cut while a rate is sought. */
const PIECES = 64;
/** How often the changes are gone through to drop or lower them. */
const MOST_PASSES = 3;

/** What is sought of the projection alone. */
interface Goal {
  /** How many targets are to be met. */
  readonly wanted: number;
  readonly limits: GrowthLimits;
}

/**
 * Return the lead rates with the smallest sum of changes at which the projection meets at least so many targets, equation
 * (36), or the most this search can reach. Without influences no other choice costs less; with influences it is a good
 * answer, not one proven the least.
 *
 * @param study The scenario.
 * @param goal How many targets, and what is locked or capped.
 * @returns The rates that change.
 */
export function growthAsAssumed(study: Study, goal: Goal): Rates {
  const isLinked = study.projector.feeds.some((feeds) => feeds.length > 0);
  return isLinked ? trimmed(study, goal.wanted, greedily(study, goal)) : cheapest(study, goal);
}

/**
 * Return how many targets the projection meets with some lead rates changed.
 *
 * @param study The scenario.
 * @param rates The rates that change.
 */
export function countWith(study: Study, rates: Rates): number {
  const projector = movedProjector(study, movesTo(rates));
  return verdictsOf(projector, projectPlan(projector)).filter(isMet).length;
}

/** Return changed lead rates as assumptions with their values. */
export function movesTo(rates: Rates) {
  return [...rates].map(([indicator, value]) => ({ assumption: growthOfIndicator(indicator), value }));
}

/** Return how far one lead rate lies from another, in percentage points without the noise of the subtraction. */
export function pointsBetween(from: number, to: number): number {
  return rateToPercent(to - from);
}

/** The cheapest changes, each of which meets one more target. */
function cheapest(study: Study, { wanted, limits }: Goal): Rates {
  const missing = Math.max(0, wanted - countWith(study, new Map()));
  const offers = offersIn(study, { study, limits }).sort((a, b) => a.cost - b.cost);
  return new Map(offers.slice(0, missing).map(({ indicator, rate }) => [indicator, rate]));
}

/** Change after change, each the cheapest for every target it adds, until enough are met or none adds any. */
function greedily(study: Study, { wanted, limits }: Goal): Rates {
  let rates: Rates = new Map();
  for (let met = countWith(study, rates); met < wanted;) {
    const now = prepareStudy(study.plan, scenarioWith(study, rates));
    const offers = offersIn(now, { study, limits }).map(({ indicator, rate, cost }) => {
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

/**
 * For every missed target that its own growth can meet, the nearest allowed rate that does.
 *
 * @param now The scenario with the changes so far.
 * @param before What the limits are about: the scenario before any change.
 */
function offersIn(now: Study, before: { readonly study: Study; readonly limits: GrowthLimits }): Offer[] {
  const verdicts = verdictsOf(now.projector, now.levels);
  return now.plan.indicators.flatMap(({ id }, index): Offer[] => {
    if (isMet(verdicts[index] as Status)) return [];
    const assumption = growthOfIndicator(id);
    const perUnit = stepsPerUnit(assumption);
    const current = rateIn(now, id);
    const range = assumptionRange(now.scenario, assumption);
    const from = Math.round(current * perUnit);
    const isMetAt = (step: number): boolean => {
      const projector = movedProjector(now, [{ assumption, value: step / perUnit }]);
      return isMet(verdictsOf(projector, projectPlan(projector))[index] as Status);
    };
    const allowed = allowedRates(before.study, before.limits, id);
    return [range.from, range.to]
      .map((end) => nearestStep({ from, to: Math.round(end * perUnit), pieces: PIECES }, isMetAt))
      .filter((step) => step !== undefined)
      .map((step) => ({
        indicator: id,
        rate: step / perUnit,
        cost: Math.abs(pointsBetween(current, step / perUnit)),
      }))
      .filter(({ rate }) => isWithin(rate, allowed))
      .sort((a, b) => a.cost - b.cost)
      .slice(0, 1);
  });
}

function isWithin(rate: number, { from, to }: Range): boolean {
  return rate >= from && rate <= to;
}

function scenarioWith({ plan, scenario }: Study, rates: Rates): Scenario {
  return movesTo(rates).reduce((before, move) => withAssumption(plan, before, move), scenario);
}

function costIn(study: Study, [indicator, rate]: readonly [string, number]): number {
  return Math.abs(pointsBetween(rateIn(study, indicator), rate));
}
