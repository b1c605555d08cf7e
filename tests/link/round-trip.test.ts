import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RESERVED_CODES } from '../../src/core/link/link-fields.ts';
import { LONGEST_LINK } from '../../src/core/link/link-grammar.ts';
import { readLink as readAny } from '../../src/core/link/read-link.ts';
import { writeLink as writeAny } from '../../src/core/link/write-link.ts';
import { readScenarioFile } from '../../src/core/scenario/scenario-file.ts';
import { scenarioFile } from '../../src/core/scenario/write-scenario-file.ts';
import { roundScenario } from '../../src/core/scenario/round-scenario.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import { planPreset, PLAN_PRESETS } from '../../src/core/preset/plan-preset.ts';
import { illustrations, shippedPlan } from '../helpers/shipped-plan.ts';
import { anyContent, anyScenario } from './any-scenario.ts';
import { smallPlan } from './small-plan.ts';
import { readLink, writeLink } from '../helpers/links.ts';
import type { PlanModel, Plans } from '../../src/core/plan/plan.ts';

const SEED = 20221230;
const PLANS: Plans = [shippedPlan, smallPlan];

describe('a link written and read again', () => {
  it(`always says the same scenarios, view and language, without an issue (10,000 cases, seed ${SEED})`, () => {
    let read = 0;
    fc.assert(
      fc.property(anyContent(shippedPlan), (content) => {
        const link = writeLink(content);
        fc.pre(link.length <= LONGEST_LINK);
        const { scenarios, see, language, plan, issues } = readLink(link, PLANS);
        expect({ plan, scenarios, see, language, issues }).toEqual({
          plan: shippedPlan.id,
          scenarios: content.scenarios,
          see: content.see,
          language: content.language,
          issues: [],
        });
        read++;
      }),
      { seed: SEED, numRuns: 10_000 },
    );
    expect(read).toBeGreaterThanOrEqual(10_000);
  }, 120_000);

  it(`always says the same of a plan that is not the default (1,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyContent(smallPlan), (content) => {
        const link = writeLink(content);
        fc.pre(link.length <= LONGEST_LINK);
        const { plan, scenarios, issues } = readLink(link, PLANS);
        expect({ plan, scenarios, issues }).toEqual({
          plan: smallPlan.id,
          scenarios: content.scenarios,
          issues: [],
        });
      }),
      { seed: SEED, numRuns: 1000 },
    );
  });

  it(`is always the link itself, letter for letter (2,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyContent(shippedPlan), (content) => {
        const link = writeLink(content);
        fc.pre(link.length <= LONGEST_LINK);
        expect(rewritten(link)).toBe(link);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it(`settles after one writing, whatever numbers a scenario file held (2,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyScenario(shippedPlan), fc.double({ min: 1e-9, max: 1, noNaN: true }), (scenario, by) => {
        const link = writeLink({ plan: shippedPlan, scenarios: [offTheSteps(scenario, by)] });
        expect(rewritten(link)).toBe(link);
      }),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it('leaves out numbers that are nothing once rounded to four decimals', () => {
    const almostNothing: Scenario = {
      ...emptyScenario(shippedPlan),
      growth: { 'hk-enterprises': { kind: 'compound', rate: 4e-7 } },
      spread: { 'hk-enterprises': 4e-5, 'hk-residents': 0.01 },
      rho: 4e-5,
      phi: 4e-5,
      drivers: [{ id: 'own', intensity: [4e-5, 0, 0], effects: { 'hk-enterprises': -4e-5 } }],
      influences: [{ to: 'hk-residents', from: 'hk-enterprises', strength: 4e-5 }],
    };
    expect(writeLink({ plan: shippedPlan, scenarios: [almostNothing] })).toMatch(
      /^\?v=1&hkr=0s0\.01&z=\w{4}$/,
    );
  });

  it.each([-99.9985, 6.2345, 9.9667, 33.0001])(
    'holds %s %% a year as the very number a scenario file or a preset states',
    (percent) => {
      const rate = Number(`${Math.round(percent * 1e4)}e-6`);
      const scenario: Scenario = {
        ...emptyScenario(shippedPlan),
        growth: {
          'hk-enterprises': { kind: 'compound', rate },
          'hk-residents': { kind: 'yearly', rates: [rate, 0, rate] },
          'cross-boundary-services': { kind: 'saturating', rate, ceiling: 450 },
        },
      };
      expect(reread(scenario)?.growth).toEqual(scenario.growth);
    },
  );

  it.each(PLAN_PRESETS)('holds the preset %s exactly', (preset) => {
    const scenario = planPreset(shippedPlan, preset);
    expect(reread(scenario)).toEqual(scenario);
  });

  it.each(Object.entries(illustrations))('holds the shipped illustration %s exactly', (_, scenario) => {
    expect(reread(scenario)).toEqual(scenario);
  });

  it('keeps a start from the latest value, with the note that it is not in use', () => {
    const scenario: Scenario = { ...emptyScenario(shippedPlan), start: 'latest' };
    const link = writeLink({ plan: shippedPlan, scenarios: [scenario] });
    const opened = readLink(link, PLANS);
    expect(opened.scenarios).toEqual([scenario]);
    expect(opened.issues).toEqual([{ kind: 'not-in-use', key: 'start', given: 'latest', used: 'baseline' }]);
  });
});

describe('a scenario file written and read again', () => {
  it(`always says the same scenario (2,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(
        anyScenario(shippedPlan),
        fc.constantFrom('baseline' as const, 'latest' as const),
        (any, start) => {
          const scenario = { ...any, start };
          const file: unknown = JSON.parse(JSON.stringify(scenarioFile(shippedPlan, scenario)));
          expect(readScenarioFile(file, PLANS)).toEqual({ kind: 'read', scenario });
        },
      ),
      { seed: SEED, numRuns: 2000 },
    );
  });

  it(`always says what was saved on a device, however much that is (60 cases, seed ${SEED})`, () => {
    const most = { drivers: 0, influences: 0 };
    fc.assert(
      fc.property(anyLargeScenario(), (saved) => {
        const written = writeAny({ plan: largestPlan, scenarios: [saved], longest: Infinity });
        const link = written.kind === 'written' ? written.link : '';
        const opened = readAny(link, [largestPlan], Infinity);
        const scenarios = opened.kind === 'opened' ? opened.scenarios : [];
        expect(scenarios).toEqual([saved]);
        const file: unknown = JSON.parse(JSON.stringify(scenarioFile(largestPlan, saved)));
        expect(readScenarioFile(file, [largestPlan])).toEqual({ kind: 'read', scenario: saved });
        most.drivers = Math.max(most.drivers, saved.drivers.length);
        most.influences = Math.max(most.influences, saved.influences.length);
      }),
      { seed: SEED, numRuns: 60 },
    );
    expect(most.drivers).toBeGreaterThan(1000);
    expect(most.influences).toBeGreaterThan(2000);
  }, 60_000);

  it('keeps a name that is longer or wilder than a scenario may have in the form that is kept', () => {
    const scenario = { ...emptyScenario(shippedPlan), name: `\u202e ${'船'.repeat(200)}` };
    const read = readScenarioFile(scenarioFile(shippedPlan, scenario), PLANS);
    expect(read).toEqual({ kind: 'read', scenario: { ...scenario, name: '船'.repeat(80) } });
  });
});

// Helpers

/** A plan with as many indicators and years as any has. */
const largestPlan: PlanModel = {
  ...smallPlan,
  id: 'largest-2080',
  horizonYear: smallPlan.baselineYear + 50,
  indicators: Array.from({ length: 200 }, (_, at) => {
    const code = lettersOf(at, 4);
    if (RESERVED_CODES.includes(code)) throw new Error(code);
    const measure = 'stock' as const;
    return {
      number: at + 1,
      id: `row-${at}`,
      code,
      measure,
      baseline: { value: 1 },
      target: { kind: 'at-least', min: 2 },
    };
  }),
};

/** Few parts or thousands, each as any scenario may have it. */
function anyLargeScenario(): fc.Arbitrary<Scenario> {
  const count = fc.oneof(fc.nat(3), fc.nat(1100));
  return fc
    .tuple(anyScenario(largestPlan), count, fc.oneof(count, fc.nat(2500)))
    .map(([any, drivers, influences]) => {
      const intensity = Array.from({ length: 50 }, (_, year) => (year % 41) / 2 - 10);
      const inOrder: Scenario = {
        ...any,
        drivers: Array.from({ length: drivers }, (_, d) => ({
          id: lettersOf(d, 16),
          intensity,
          effects: { [`row-${d % 200}`]: (d % 2001) / 10 - 99.95 },
        })),
        influences: Array.from({ length: influences }, (_, at) => ({
          to: `row-${at % 200}`,
          from: `row-${Math.floor(at / 200)}`,
          strength: (at % 200) / 10 - 9.95,
        })),
      };
      return canonicalScenario(largestPlan, roundScenario(inOrder));
    });
}

/** A number in so many letters, others for every number. */
function lettersOf(number: number, length: number): string {
  const letters = Array.from({ length }, (_, at) => 97 + (Math.floor(number / 26 ** at) % 26));
  return String.fromCharCode(...letters);
}

function reread(scenario: Scenario): Scenario | undefined {
  return readLink(writeLink({ plan: shippedPlan, scenarios: [scenario] }), PLANS).scenarios[0];
}

function rewritten(link: string): string {
  const { scenarios, see, language } = readLink(link, PLANS);
  return writeLink({ plan: shippedPlan, scenarios, see, language });
}

/** The scenario with every number moved off the steps that a link can hold, but kept inside its range. */
function offTheSteps(scenario: Scenario, by: number): Scenario {
  const times = (value: number): number => value * by;
  const changed = <Value>(
    record: Readonly<Record<string, Value>>,
    change: (value: Value) => Value,
  ): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value)]));
  return {
    ...scenario,
    growth: changed(scenario.growth, (growth) => {
      if (growth.kind === 'compound') return { ...growth, rate: times(growth.rate) };
      if (growth.kind === 'linear') return { ...growth, amount: times(growth.amount) };
      if (growth.kind === 'yearly') return { ...growth, rates: growth.rates.map(times) };
      return { ...growth, rate: times(growth.rate), ceiling: Math.max(1e-4, times(growth.ceiling)) };
    }),
    spread: changed(scenario.spread, times),
    rho: times(scenario.rho),
    phi: times(scenario.phi),
    drivers: scenario.drivers.map((driver) => ({
      ...driver,
      intensity: driver.intensity.map(times),
      effects: changed(driver.effects, times),
    })),
    influences: scenario.influences.map((link) => ({ ...link, strength: times(link.strength) })),
  };
}
