import { isMet, type Status } from '../core/assessment/assess-target.ts';
import type { NeededGrowth } from '../core/assessment/needed-growth.ts';
import type { IndicatorResult, Simulation, SimulationQuestion } from '../core/simulate-plan.ts';
import type { Measure, Plan } from '../core/plan/plan.ts';
import type { LinkIssue } from '../core/link/link-issue.ts';
import { scenarioFile } from '../core/scenario/write-scenario-file.ts';
import type { Scenario } from '../core/scenario/scenario.ts';
import { QUANTILES, quantileAt, type Probability } from '../core/draws/quantiles.ts';
import { writeLink } from '../core/link/write-link.ts';

/** Values by year for each of `QUANTILES`, its probability as the key. */
type ByQuantile = Readonly<Record<Probability, readonly number[]>>;

/** What follows for one indicator, as the command line writes it; amounts in the indicator's unit, rates fractions. */
export interface IndicatorOutput {
  readonly id: string;
  readonly measure: Measure;
  /** `y` from the baseline year to the horizon. */
  readonly trajectory: readonly number[];
  readonly status: Status;
  readonly gap: number;
  readonly attainment: number;
  /** The constant rate that just meets each edge; null where the target has no such edge or no rate reaches it. */
  readonly neededGrowth: { readonly min: number | null; readonly max: number | null };
  /** The share of draws that meet the target; 0 or 1 where nothing is uncertain. */
  readonly shareMet: number;
  /** `y` from the baseline year to the horizon; the trajectory itself where nothing is uncertain. */
  readonly quantiles: ByQuantile;
}

/** What follows from one scenario, as the command line writes it. */
export interface SimulationResult {
  /** Version of this program. */
  readonly version: string;
  /** The plan and the version of its data. */
  readonly plan: { readonly id: string; readonly version: number };
  /** The argument the scenario came from, as it was given. */
  readonly input: string;
  /** The canonical link that says the same; null where it would be too long for any reader. */
  readonly link: string | null;
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
    readonly shareByCount: readonly number[];
  };
  readonly draws: number;
  readonly seed: number;
}

/** One scenario to simulate, and what its result repeats. */
export interface SimulationRequest extends Pick<SimulationResult, 'version' | 'input' | 'issues' | 'draws'> {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

/** Answers a question as `simulatePlan` does; may hold on to what the next question can use again. */
export type Simulator = (question: SimulationQuestion) => Simulation;

/**
 * Simulate one scenario. Where nothing is uncertain every draw is the trajectory itself, and nothing is drawn.
 *
 * @param request The scenario, its plan, and what the result repeats.
 * @param simulate What answers.
 * @returns Plain data for `JSON.stringify`: no typed arrays, every number finite.
 */
export function simulateRequest(request: SimulationRequest, simulate: Simulator): SimulationResult {
  const { version, plan, input, scenario, issues, draws } = request;
  const { years, indicators, met, joint } = simulate({ plan, scenario, draws, dots: false });
  const shareByCount =
    joint?.shareByCount ?? Array.from({ length: indicators.length + 1 }, (_, count) => +(count === met));
  return {
    version,
    plan: { id: plan.id, version: plan.version },
    input,
    link: linkOf(plan, scenario),
    scenario: scenarioFile(plan, scenario),
    issues,
    years,
    indicators: indicators.map(outputOf),
    summary: { met, of: indicators.length, shareByCount: [...shareByCount] },
    draws,
    seed: scenario.seed,
  };
}

function linkOf(plan: Plan, scenario: Scenario): string | null {
  const written = writeLink({ plan, scenarios: [scenario] });
  return written.kind === 'written' ? written.link : null;
}

function outputOf(result: IndicatorResult): IndicatorOutput {
  const { id, measure, status, gap, attainment, needed, drawn } = result;
  const trajectory = [...result.values];
  const quantiles: Partial<Record<Probability, readonly number[]>> = {};
  for (const p of QUANTILES) quantiles[p] = drawn ? [...quantileAt(drawn, p)] : trajectory;
  return {
    id,
    measure,
    trajectory,
    status,
    gap,
    attainment,
    neededGrowth: { min: rateOrNull(needed.min), max: rateOrNull(needed.max) },
    shareMet: drawn?.shareMet ?? +isMet(status),
    quantiles: quantiles as ByQuantile,
  };
}

function rateOrNull(needed: NeededGrowth | undefined): number | null {
  return needed?.kind === 'found' ? needed.rate : null;
}
