import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLink } from '../../../src/core/link/write-link.ts';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import { sameScenario } from '../../../src/core/scenario/same-scenario.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { seeded } from '../../helpers/arbitraries.ts';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { anyScenario } from '../../link/any-scenario.ts';
import { smallPlan } from '../../link/small-plan.ts';

const [first, second] = plan.indicators.map(({ id }) => id) as [string, string];
const driver = { id: 'mine', name: 'Closure', intensity: [1, 0, 0], effects: { [first]: 2, [second]: 1 } };
const scenario: Scenario = {
  ...emptyScenario(plan),
  name: 'Mine',
  growth: { [first]: { kind: 'compound', rate: 0.1 }, [second]: { kind: 'linear', amount: 5 } },
  drivers: [driver, { ...driver, id: 'another' }],
  influences: [
    { to: first, from: second, strength: 0.5 },
    { to: second, from: first, strength: 0.5 },
  ],
};

describe('sameScenario', () => {
  it.each<{ what: string; other: Scenario }>([
    { what: 'states a default', other: { ...scenario, spread: { [first]: 0 } } },
    {
      what: 'lists growth, drivers, effects and influences in another order',
      other: {
        ...scenario,
        growth: Object.fromEntries(Object.entries(scenario.growth).reverse()),
        drivers: [{ ...driver, id: 'another', effects: { [second]: 1, [first]: 2 } }, driver],
        influences: scenario.influences.toReversed(),
      },
    },
    { what: 'has a driver’s name with loose ends', other: renamed(' Closure\n') },
    { what: 'has a name with loose ends', other: { ...scenario, name: '  Mine\n' } },
    {
      what: 'differs by less than a link can hold',
      other: {
        ...scenario,
        growth: { ...scenario.growth, [first]: { kind: 'compound', rate: 0.1 + 1e-9 } },
      },
    },
    {
      what: 'has a driver that does nothing',
      other: { ...scenario, drivers: [...scenario.drivers, idle()] },
    },
  ])('should take a scenario that $what for the same', ({ other }) => {
    expect(sameScenario(plan, scenario, other)).toBe(true);
    expect(sameScenario(plan, other, scenario)).toBe(true);
  });

  it('should take one year of its own rate for that rate every year', () => {
    const grownBy = (berths: GrowthAssumption): Scenario => ({
      ...emptyScenario(smallPlan),
      growth: { berths },
    });
    const [yearly, compound] = [
      grownBy({ kind: 'yearly', rates: [0.1] }),
      grownBy({ kind: 'compound', rate: 0.1 }),
    ];
    expect(sameScenario(smallPlan, yearly, compound)).toBe(true);
  });

  it.each<{ what: string; change: Partial<Scenario> }>([
    { what: 'name', change: { name: 'Yours' } },
    { what: 'name of a driver', change: renamed('Opening') },
    { what: 'seed', change: { seed: 2 } },
    { what: 'rho', change: { rho: 0.1 } },
    { what: 'start', change: { start: 'latest' } },
    { what: 'measure', change: { measure: { [first]: 'flow' } } },
    { what: 'growth, by the least a link can hold', change: { growth: nudged() } },
  ])('should tell apart two scenarios of another $what', ({ change }) => {
    expect(sameScenario(plan, scenario, { ...scenario, ...change })).toBe(false);
  });

  // Oracle: two scenarios say the same if and only if their links are the same, character by character.
  it('should always agree with the links of two scenarios', () => {
    const linkOf = (each: Scenario): string => {
      const written = writeLink({ plan, scenarios: [each], longest: Infinity });
      return written.kind === 'written' ? written.link : 'too long';
    };
    const pair = anyScenario(plan).chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(
          anyScenario(plan),
          anyScenario(plan).map(({ growth }) => ({ ...one, growth })),
          anyScenario(plan).map(({ drivers, influences }) => ({ ...one, drivers, influences })),
          fc.constant({ ...one, drivers: one.drivers.toReversed(), influences: one.influences.toReversed() }),
          fc.constant(canonicalScenario(plan, one)),
          fc.constantFrom('', 'Another').map((name) => ({ ...one, name })),
        ),
      ),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(sameScenario(plan, one, other)).toBe(linkOf(one) === linkOf(other));
      }),
      seeded(100),
    );
  });
});

// Helpers

function idle(): Scenario['drivers'][number] {
  return { id: 'idle', intensity: [0, 0, 0], effects: {} };
}

function renamed(name: string): Scenario {
  return { ...scenario, drivers: scenario.drivers.map((each) => ({ ...each, name })) };
}

function nudged(): Scenario['growth'] {
  return { ...scenario.growth, [first]: { kind: 'compound', rate: 0.100001 } };
}
