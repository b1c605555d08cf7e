import { simulatePlan, type IndicatorResult } from '../../src/core/simulate-plan.ts';
import { MEASURES, type PlanModel } from '../../src/core/plan/plan.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { integers, type Integers } from './integers.ts';

/**
 * The digest of `SCENARIOS` simulated scenarios, the same in every browser, on every machine. A change of it is a change
 * of what a shared link shows: to be made on purpose or not at all.
 */
export const PINNED_DIGEST = 'dec6bd477e5be479c3ea407b2ed99320c033e3dd01e7608c9700e0568ceabd5b';

const SCENARIOS = 200;
const DRAWS = 256;
const YEARS = 3;

/**
 * Simulate scenarios of every kind and return the SHA-256 of all numbers of the answers, in hexadecimal. It uses nothing
 * that a page, a worker and Node do not share, and of `Math` only what is exact everywhere.
 */
export async function ensembleDigest(): Promise<string> {
  const pick = integers(20221231);
  const numbers: number[] = [];
  for (let k = 0; k < SCENARIOS; k++) {
    const plan = anyPlan(pick);
    const points = k % 4 === 0 ? 'pseudo-random' : 'sobol';
    const options = { draws: DRAWS, wantedShare: (1 + pick(99)) / 100, points } as const;
    const { indicators, joint, met } = simulatePlan(plan, anyScenario(plan, pick), options);
    numbers.push(met, ...(joint?.shareByCount ?? []));
    for (const indicator of indicators) numbers.push(...numbersOf(indicator));
  }
  // The bytes of every double, in one order on every machine.
  const bytes = new DataView(new ArrayBuffer(8 * numbers.length));
  numbers.forEach((number, k) => bytes.setFloat64(8 * k, number, true));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function numbersOf({
  levels,
  values,
  gap,
  attainment,
  needed,
  drawn,
  growthAtShare: wanted,
}: IndicatorResult): number[] {
  const answers = [needed.min, needed.max, wanted].flatMap((answer) =>
    answer === undefined ? [] : [answer.kind === 'found' ? answer.rate : answer.best],
  );
  const all = [...levels, ...values, gap, attainment, ...answers];
  if (drawn === undefined) return all;
  return [
    ...all,
    drawn.shareMet,
    ...drawn.quantiles.flatMap((quantile) => [...quantile.values]),
    ...drawn.dots,
  ];
}

function anyPlan(pick: Integers): PlanModel {
  return {
    id: 'any',
    baselineYear: 2022,
    horizonYear: 2022 + YEARS,
    indicators: Array.from({ length: 2 + pick(5) }, (_, i) => {
      const value = (1 + pick(1_000_000)) / 1000;
      const measure = MEASURES[pick(3)] ?? 'stock';
      const edge = value * (0.8 + pick(800) / 1000) * (measure === 'cumulative' ? YEARS : 1);
      const targets = [
        { kind: 'at-least', min: edge },
        { kind: 'at-most', max: edge },
        { kind: 'within', min: edge, max: edge * 1.25 },
      ] as const;
      return {
        // Now and then beyond the streams that have points of their own.
        number: i + 1 + 20 * pick(2),
        id: `indicator-${i}`,
        code: `i${'abcdefgh'.charAt(i)}`,
        measure,
        baseline: { value },
        target: targets[pick(3)] ?? targets[0],
      };
    }),
    drivers: [],
  };
}

function anyScenario({ id, indicators }: PlanModel, pick: Integers): Scenario {
  const anyId = (): string => indicators[pick(indicators.length)]?.id ?? '';
  return {
    plan: id,
    name: '',
    growth: Object.fromEntries(
      indicators.map((indicator) => [indicator.id, anyGrowth(indicator.baseline.value, pick)]),
    ),
    spread: Object.fromEntries(
      indicators.flatMap((indicator): [string, number][] =>
        pick(4) === 0 ? [] : [[indicator.id, (1 + pick(2000)) / 100]],
      ),
    ),
    measure: {},
    rho: pick(3) === 0 ? 0 : pick(96) / 100,
    phi: [0, 1, pick(100) / 100][pick(3)] ?? 0,
    seed: pick(2 ** 32),
    start: 'baseline',
    drivers: Array.from({ length: pick(3) }, (_, d) => ({
      id: `driver${'ab'.charAt(d)}`,
      intensity: [pick(5) - 2, pick(5) - 2, pick(5) - 2],
      effects: { [anyId()]: (pick(200) - 100) / 10 },
    })),
    influences: Array.from({ length: pick(4) }, () => ({
      to: anyId(),
      from: anyId(),
      strength: (pick(100) - 40) / 100,
    })).filter(({ to, from }, k, all) => k === all.findIndex((link) => link.to === to && link.from === from)),
  };
}

function anyGrowth(baseline: number, pick: Integers): GrowthAssumption {
  const rate = (): number => (pick(500_000) - 150_000) / 1_000_000;
  switch (pick(5)) {
    case 0:
      return { kind: 'yearly', rates: [rate(), rate(), rate()] };
    case 1:
      return { kind: 'linear', amount: baseline * rate() };
    case 2:
      return { kind: 'saturating', rate: rate() * 2, ceiling: baseline * (0.5 + pick(40) / 10) };
    default:
      return { kind: 'compound', rate: rate() };
  }
}
