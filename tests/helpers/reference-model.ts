import type { PlanModel } from '../../src/core/plan/plan.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';

/**
 * The projection equation read off the page as plainly as can be, by indicator id and year, recomputing everything
 * from the baseline each time: the oracle for `projectPlan`. Slow, and in no hurry.
 */
export function referenceLevel(plan: PlanModel, scenario: Scenario, id: string, t: number): number {
  const indicator = plan.indicators.find((candidate) => candidate.id === id);
  if (indicator === undefined) throw new Error(`no indicator ${id}`);
  if (t === 0) return indicator.baseline.value;

  const before = referenceLevel(plan, scenario, id, t - 1);
  let extra = 0;
  for (const driver of scenario.drivers) {
    const shipped = plan.drivers.find((candidate) => candidate.id === driver.id)?.effects[id];
    extra += ((driver.intensity[t - 1] ?? 0) * (driver.effects[id] ?? shipped ?? 0)) / 100;
  }
  for (const link of scenario.influences) {
    if (link.to !== id || t < 2) continue;
    const earlier = referenceLevel(plan, scenario, link.from, t - 2);
    const later = referenceLevel(plan, scenario, link.from, t - 1);
    extra += link.strength * (earlier === 0 ? 0 : later / earlier - 1);
  }
  const assumption = scenario.growth[id] ?? { kind: 'compound', rate: 0 };
  return Math.max(0, referenceGrowth(assumption, before, t - 1) + extra * before);
}

/** What is compared with the target in the horizon year, by the same reading. */
export function referenceValue(plan: PlanModel, scenario: Scenario, id: string): number {
  const years = plan.horizonYear - plan.baselineYear;
  const measure = scenario.measure[id] ?? plan.indicators.find((candidate) => candidate.id === id)?.measure;
  if (measure !== 'cumulative') return referenceLevel(plan, scenario, id, years);
  let sum = 0;
  for (let t = 1; t <= years; t++) sum += referenceLevel(plan, scenario, id, t);
  return sum;
}

function referenceGrowth(assumption: GrowthAssumption, x: number, t: number): number {
  if (assumption.kind === 'compound') return x * (1 + assumption.rate);
  if (assumption.kind === 'yearly') return x * (1 + (assumption.rates[t] ?? 0));
  if (assumption.kind === 'linear') return x + assumption.amount;
  return x + assumption.rate * x * (1 - x / assumption.ceiling);
}
