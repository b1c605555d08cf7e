import { afterEach, describe, expect, it, vi } from 'vitest';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import { MEASURES } from '../../../src/core/plan/plan.ts';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf } from '../../helpers/small-case.ts';

/** Exact in every engine; the last bits of all others differ from one to the next. */
const STEADY = 'abs ceil clz32 floor fround imul max min round sign sqrt trunc'.split(' ');

afterEach(() => {
  vi.restoreAllMocks();
  vi.resetModules();
});

function forbidUnsteady(): number {
  const unsteady = Object.getOwnPropertyNames(Math).filter(
    (name) => typeof Math[name as keyof Math] === 'function' && !STEADY.includes(name),
  );
  for (const name of unsteady)
    vi.spyOn(Math, name as 'random').mockImplementation(() => {
      throw new Error(`core has called Math.${name}`);
    });
  return unsteady.length;
}

/** Every kind of growth, measure and target, with drivers and links and without. */
function scenarios(): Scenario[] {
  const kinds: GrowthAssumption[] = [
    { kind: 'compound', rate: 0.1 },
    { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
    { kind: 'linear', amount: 1.5 },
    { kind: 'saturating', rate: 0.6, ceiling: 12000 },
  ];
  const { indicators } = shippedPlan;
  const links = [
    { to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 },
    { to: 'hk-enterprises', from: 'hk-residents', strength: 0.2 },
  ];
  const drivers = [{ id: 'shock', intensity: [0, -1, 0], effects: { 'hk-enterprises': 8 } }];
  return [0, 1, 2, 3].map((k) =>
    scenarioOf(shippedPlan, {
      growth: Object.fromEntries(indicators.map(({ id }, i) => [id, kinds[(i + k) % 4] as GrowthAssumption])),
      measure: Object.fromEntries(indicators.map(({ id }, i) => [id, MEASURES[(i + k) % 3] ?? 'stock'])),
      spread: Object.fromEntries(indicators.map(({ id }, i) => [id, i % 3])),
      rho: k / 4,
      phi: k / 3,
      seed: k,
      ...(k % 2 === 0 && { influences: links, drivers }),
    }),
  );
}

describe('core, drawing', () => {
  it('should do without every function whose last bits differ between engines, tables made at the start too', async () => {
    const draw = (simulate: typeof simulatePlan): unknown[] =>
      scenarios().flatMap((scenario) =>
        (['sobol', 'pseudo-random'] as const).map((points) =>
          simulate(shippedPlan, scenario, { draws: 300, points, wantedShare: 0.8 }),
        ),
      );
    const expected = draw(simulatePlan);

    const forbidden = forbidUnsteady();
    // Loaded anew, so that what core computes when it is loaded is watched as well.
    vi.resetModules();
    const { simulatePlan: fresh } = await import('../../../src/core/simulate-plan.ts');
    const actual = draw(fresh);
    vi.restoreAllMocks();

    expect(fresh).not.toBe(simulatePlan);
    expect(forbidden).toBeGreaterThan(20);
    expect(actual).toStrictEqual(expected);
  });
});
