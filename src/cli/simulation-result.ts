import { isMet, type Status } from '../core/assessment/assess-target.ts';
import type { NeededGrowth } from '../core/assessment/needed-growth.ts';
import { simulatePlan, type IndicatorResult } from '../core/engine.ts';
import type { Measure, Plan } from '../core/plan/plan.ts';
import type { LinkIssue } from '../core/scenario/link-issue.ts';
import { scenarioFile } from '../core/scenario/scenario-file.ts';
import { spreadOf, type Scenario } from '../core/scenario/scenario.ts';
import { writeLink } from '../core/scenario/write-link.ts';

/** The quantiles every result gives, as its keys write them. */
export const QUANTILES = ['0.05', '0.25', '0.5', '0.75', '0.95'] as const;

/** Values by year for each quantile. */
type ByQuantile = Readonly<Record<(typeof QUANTILES)[number], readonly number[]>>;

/** What follows for one indicator, as the command line writes it; amounts in the indicator's unit, rates fractions. */
interface IndicatorOutput {
  readonly id: string;
  readonly measure: Measure;
  /** `y` from the baseline year to the horizon. */
  readonly trajectory: readonly number[];
  readonly status: Status;
  readonly gap: number;
  readonly attainment: number;
  /** The constant rate that just meets each edge; null where the target has no such edge or no rate reaches it. */
  readonly neededGrowth: { readonly min: number | null; readonly max: number | null };
  /** The share of draws that meet the target; left out while spreads are not simulated. */
  readonly shareMet?: number;
  readonly quantiles?: ByQuantile;
}

/** What follows from one scenario, as the command line writes it. */
export interface SimulationResult {
  /** Version of this program. */
  readonly version: string;
  /** The plan and the version of its data. */
  readonly plan: { readonly id: string; readonly version: number };
  /** The argument the scenario came from, as it was given. */
  readonly input: string;
  /** The canonical link that says the same. */
  readonly link: string;
  /** The scenario as its file would say it. */
  readonly scenario: Readonly<Record<string, unknown>>;
  /** What in the link could not be taken as it stands. */
  readonly issues: readonly LinkIssue[];
  readonly years: readonly number[];
  readonly indicators: readonly IndicatorOutput[];
  readonly summary: {
    readonly met: number;
    readonly of: number;
    /** Entry `k` is the share of draws in which exactly `k` targets are met. */
    readonly shareByCount?: readonly number[];
  };
  readonly draws: number;
  readonly seed: number;
}

/** One scenario to simulate, and what its result repeats. */
export interface SimulationRequest extends Pick<SimulationResult, 'version' | 'input' | 'issues' | 'draws'> {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

/**
 * Simulate one scenario. While nothing is uncertain every draw is the trajectory itself; spreads are kept, but not
 * simulated yet, and then what only draws can tell is left out.
 *
 * @param request The scenario, its plan, and what the result repeats.
 * @returns Plain data for `JSON.stringify`: no typed arrays, every number finite.
 */
export function simulateRequest(request: SimulationRequest): SimulationResult {
  const { version, plan, input, scenario, issues, draws } = request;
  const { years, indicators, met } = simulatePlan(plan, scenario);
  const certain = !isUncertain(plan, scenario);
  const shareByCount = Array.from({ length: indicators.length + 1 }, (_, count) => (count === met ? 1 : 0));
  return {
    version,
    plan: { id: plan.id, version: plan.version },
    input,
    link: writeLink({ plan, scenarios: [scenario] }),
    scenario: scenarioFile(plan, scenario),
    issues,
    years,
    indicators: indicators.map((indicator) => outputOf(indicator, certain)),
    summary: { met, of: indicators.length, ...(certain && { shareByCount }) },
    draws,
    seed: scenario.seed,
  };
}

/**
 * Whether any spread of a scenario is above 0, so that its draws differ.
 *
 * @param plan The plan.
 * @param scenario A scenario about it.
 * @returns True where at least one indicator has a spread.
 */
export function isUncertain(plan: Plan, scenario: Scenario): boolean {
  return plan.indicators.some(({ id }) => spreadOf(scenario, id) > 0);
}

function outputOf(result: IndicatorResult, certain: boolean): IndicatorOutput {
  const { id, measure, status, gap, attainment, needed } = result;
  const trajectory = [...result.values];
  const quantiles: ByQuantile = {
    '0.05': trajectory,
    '0.25': trajectory,
    '0.5': trajectory,
    '0.75': trajectory,
    '0.95': trajectory,
  };
  return {
    id,
    measure,
    trajectory,
    status,
    gap,
    attainment,
    neededGrowth: { min: rateOrNull(needed.min), max: rateOrNull(needed.max) },
    ...(certain && { shareMet: isMet(status) ? 1 : 0, quantiles }),
  };
}

function rateOrNull(needed: NeededGrowth | undefined): number | null {
  return needed?.kind === 'found' ? needed.rate : null;
}
