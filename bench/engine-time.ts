import { simulatePlan } from '../src/core/simulate-plan.ts';
import { planPreset } from '../src/core/preset/plan-preset.ts';
import { shippedPlans } from '../src/plans.ts';

/** Milliseconds of one full projection of the shipped plan, with verdicts and needed growth. */
export interface EngineTime {
  /** Without drivers and links. */
  readonly plain: number;
  /** With two indicators that feed each other, so that needed growth has no formula. */
  readonly linked: number;
}

const WARM_UP = 3000;
const ROUNDS = 15;
const RUNS = 400;

/** Measure the engine where this is called: in Node or in a worker of a browser. Medians of interleaved rounds. */
export function measureEngine(): EngineTime {
  const [{ model: plan }] = shippedPlans;
  // Without spreads: what draws cost is measured by `npm run bench:draws`.
  const cases = [
    { ...planPreset(plan, 'ten-percent'), spread: {} },
    shippedPlans[0].presets.get('interactive-cycle') ?? planPreset(plan, 'held'),
  ];
  for (let i = 0; i < WARM_UP; i++) for (const scenario of cases) simulatePlan(plan, scenario);
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    cases.forEach((scenario, c) => {
      const start = performance.now();
      for (let i = 0; i < RUNS; i++) simulatePlan(plan, scenario);
      times[c as 0 | 1].push((performance.now() - start) / RUNS);
    });
  }
  const median = (list: number[]): number => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
  return { plain: median(times[0]), linked: median(times[1]) };
}

Object.assign(globalThis, { measureEngine });
