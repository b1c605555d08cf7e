import { AMOUNT_RANGE } from '../../../src/core/growth/linear.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/core/issue/issue.ts';
import { readScenarioFile, type ReadScenario } from '../../../src/core/scenario/scenario-file.ts';
import { scenarioFile } from '../../../src/core/scenario/write-scenario-file.ts';
import { emptyScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../../../src/plans.ts';
import { smallPlan } from '../../link/small-plan.ts';
import type { Plans } from '../../../src/core/plan/plan.ts';

const SEED = 410;
const PLANS: Plans = [shippedPlan, smallPlan];
const LEAST = { format: 1, plan: 'qianhai-2025' };
const border = { id: 'border', intensity: [0, -1, 0] };

describe('readScenarioFile', () => {
  it('fills in every default', () => {
    expect(read(LEAST)).toEqual({ kind: 'read', scenario: emptyScenario(shippedPlan) });
  });

  it('reads every field', () => {
    const scenario: Scenario = {
      plan: 'qianhai-2025',
      name: '前海 🚢',
      growth: {
        'hk-enterprises': { kind: 'compound', rate: 0.062 },
        'hk-residents': { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
        'cross-boundary-services': { kind: 'saturating', rate: 0.3, ceiling: 450 },
        'foreign-investment': { kind: 'linear', amount: 0.5 },
      },
      spread: { 'hk-enterprises': 4 },
      measure: { 'openness-cases': 'flow' },
      rho: 0.3,
      phi: 0.5,
      seed: 7,
      start: 'latest',
      drivers: [{ id: 'own', intensity: [0, -1, 0.5], effects: { 'hk-residents': -3 } }],
      influences: [{ to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 }],
    };
    const { influences: links, ...rest } = scenario;
    expect(read({ $schema: 'x', format: 1, ...rest, links })).toEqual({ kind: 'read', scenario });
  });

  it('keeps more decimals than a link can hold', () => {
    const growth = { 'hk-enterprises': { kind: 'compound', rate: 1 / 3 } };
    expect(read({ ...LEAST, growth })).toMatchObject({ kind: 'read', scenario: { growth } });
  });

  it('gives the canonical form: drivers and links in order, nothing stated that is the default', () => {
    const content = {
      ...LEAST,
      growth: { 'hk-enterprises': { kind: 'compound', rate: 0 } },
      spread: { 'hk-enterprises': 0 },
      measure: { 'hk-enterprises': 'stock' },
      drivers: [
        { id: 'zz', intensity: [1, 1, 1] },
        { id: 'aa', intensity: [1, 1, 1], effects: {} },
        { id: 'off', intensity: [0, 0, 0] },
      ],
      links: [
        { to: 'hk-residents', from: 'modern-services', strength: 1 },
        { to: 'hk-residents', from: 'hk-enterprises', strength: 1 },
        { to: 'hk-enterprises', from: 'hk-residents', strength: 1 },
        { to: 'hk-enterprises', from: 'modern-services', strength: 0 },
      ],
    };
    expect(read(content)).toEqual({
      kind: 'read',
      scenario: {
        ...emptyScenario(shippedPlan),
        drivers: [
          { id: 'aa', intensity: [1, 1, 1], effects: {} },
          { id: 'zz', intensity: [1, 1, 1], effects: {} },
        ],
        influences: [
          { to: 'hk-enterprises', from: 'hk-residents', strength: 1 },
          { to: 'hk-residents', from: 'hk-enterprises', strength: 1 },
          { to: 'hk-residents', from: 'modern-services', strength: 1 },
        ],
      },
    });
  });

  it.each<[what: string, content: unknown, issue: Issue]>([
    ['nothing', undefined, { path: '', expected: 'Object', given: 'nothing' }],
    ['null', null, { path: '', expected: 'Object', given: 'null' }],
    ['a number', 5, { path: '', expected: 'Object', given: '5' }],
    ['a text', 'v=1', { path: '', expected: 'Object', given: '"v=1"' }],
    ['a list', [], { path: 'format', expected: 'a field of this name', given: 'nothing' }],
    ['no plan', { format: 1 }, { path: 'plan', expected: 'a field of this name', given: 'nothing' }],
    ['another format', { ...LEAST, format: 2 }, { path: 'format', expected: '1', given: '2' }],
    [
      'a plan that is not at hand',
      { ...LEAST, plan: 'atlantis' },
      { path: 'plan', expected: 'the id of a plan at hand: qianhai-2025, harbour-2031', given: '"atlantis"' },
    ],
    [
      'a plan in capitals',
      { ...LEAST, plan: 'Atlantis' },
      { path: 'plan', expected: '/^[a-z][a-z0-9-]{0,31}$/', given: '"Atlantis"' },
    ],
    [
      'an unknown field',
      { ...LEAST, colour: 'red' },
      { path: 'colour', expected: 'no field of this name', given: '"colour"' },
    ],
    ['a name that is no text', { ...LEAST, name: 5 }, { path: 'name', expected: 'string', given: '5' }],
    [
      'a name of 81 characters',
      { ...LEAST, name: 'a'.repeat(81) },
      { path: 'name', expected: 'at most 80 characters', given: `"${'a'.repeat(74)}..."` },
    ],
    [
      'growth for an unknown indicator',
      { ...LEAST, growth: { hke: { kind: 'compound', rate: 0 } } },
      { path: 'growth.hke', expected: 'the id of an indicator of qianhai-2025', given: '"hke"' },
    ],
    [
      'growth of an unknown kind',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'exponential', rate: 0 } } },
      {
        path: 'growth.hk-enterprises.kind',
        expected: '("compound" | "yearly" | "linear" | "saturating")',
        given: '"exponential"',
      },
    ],
    [
      'growth without its rate',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound' } } },
      { path: 'growth.hk-enterprises.rate', expected: 'a field of this name', given: 'nothing' },
    ],
    [
      'growth with a field too many',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: 0, per: 'year' } } },
      { path: 'growth.hk-enterprises.per', expected: 'no field of this name', given: '"per"' },
    ],
    [
      'a rate as text',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: '6.2' } } },
      { path: 'growth.hk-enterprises.rate', expected: 'number', given: '"6.2"' },
    ],
    [
      'a rate in percent',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: 62 } } },
      { path: 'growth.hk-enterprises.rate', expected: '<=10', given: '62' },
    ],
    [
      'a rate of -100 %',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: -1 } } },
      { path: 'growth.hk-enterprises.rate', expected: '>=-0.999999', given: '-1' },
    ],
    [
      'a rate that is not a number',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: NaN } } },
      { path: 'growth.hk-enterprises.rate', expected: 'number', given: 'NaN' },
    ],
    [
      'an amount that is infinite',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'linear', amount: Infinity } } },
      { path: 'growth.hk-enterprises.amount', expected: `<=${AMOUNT_RANGE.to}`, given: 'Infinity' },
    ],
    [
      'a yearly rate out of range',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'yearly', rates: [0, 11, 0] } } },
      { path: 'growth.hk-enterprises.rates.1', expected: '<=10', given: '11' },
    ],
    [
      'rates for two years of three',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'yearly', rates: [0, 0] } } },
      {
        path: 'growth.hk-enterprises.rates',
        expected: '3 numbers, one a projected year',
        given: 'a list of 2',
      },
    ],
    [
      'no rates at all',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'yearly', rates: [] } } },
      { path: 'growth.hk-enterprises.rates', expected: '>=1', given: 'a list of 0' },
    ],
    [
      'a ceiling of 0',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'saturating', rate: 0.3, ceiling: 0 } } },
      { path: 'growth.hk-enterprises.ceiling', expected: '>=0.0001', given: '0' },
    ],
    [
      'a saturating rate above 1',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'saturating', rate: 2, ceiling: 9 } } },
      { path: 'growth.hk-enterprises.rate', expected: '<=1', given: '2' },
    ],
    [
      'a spread below 0',
      { ...LEAST, spread: { 'hk-enterprises': -1 } },
      { path: 'spread.hk-enterprises', expected: '>=0', given: '-1' },
    ],
    [
      'a spread of an unknown indicator',
      { ...LEAST, spread: { abc: 1 } },
      { path: 'spread.abc', expected: 'the id of an indicator of qianhai-2025', given: '"abc"' },
    ],
    [
      'an unknown measure',
      { ...LEAST, measure: { 'hk-enterprises': 'sum' } },
      { path: 'measure.hk-enterprises', expected: '("stock" | "flow" | "cumulative")', given: '"sum"' },
    ],
    [
      'a measure of an unknown indicator',
      { ...LEAST, measure: { abc: 'flow' } },
      { path: 'measure.abc', expected: 'the id of an indicator of qianhai-2025', given: '"abc"' },
    ],
    ['co-movement of 1', { ...LEAST, rho: 1 }, { path: 'rho', expected: '<=0.95', given: '1' }],
    ['persistence below 0', { ...LEAST, phi: -0.5 }, { path: 'phi', expected: '>=0', given: '-0.5' }],
    ['half a seed', { ...LEAST, seed: 1.5 }, { path: 'seed', expected: 'a whole number', given: '1.5' }],
    [
      'a seed too large',
      { ...LEAST, seed: 4294967296 },
      { path: 'seed', expected: '<=4294967295', given: '4294967296' },
    ],
    [
      'an unknown start',
      { ...LEAST, start: 'now' },
      { path: 'start', expected: '("baseline" | "latest")', given: '"now"' },
    ],
    [
      'drivers by name',
      { ...LEAST, drivers: { border: [0, 1, 0] } },
      { path: 'drivers', expected: 'Array', given: 'an object' },
    ],
    [
      'a driver with a digit',
      { ...LEAST, drivers: [{ ...border, id: 'b2' }] },
      { path: 'drivers.0.id', expected: '/^[a-z]{2,16}$/', given: '"b2"' },
    ],
    [
      'a driver twice',
      { ...LEAST, drivers: [border, border] },
      { path: 'drivers.1.id', expected: 'each only once', given: '"border"' },
    ],
    [
      'an intensity too far',
      { ...LEAST, drivers: [{ ...border, intensity: [0, 0, 11] }] },
      { path: 'drivers.0.intensity.2', expected: '<=10', given: '11' },
    ],
    [
      'intensities for four years of three',
      { ...LEAST, drivers: [{ ...border, intensity: [0, 0, 0, 0] }] },
      { path: 'drivers.0.intensity', expected: '3 numbers, one a projected year', given: 'a list of 4' },
    ],
    [
      'an effect on an unknown indicator',
      { ...LEAST, drivers: [{ ...border, effects: { abc: 1 } }] },
      { path: 'drivers.0.effects.abc', expected: 'the id of an indicator of qianhai-2025', given: '"abc"' },
    ],
    [
      'an effect too large',
      { ...LEAST, drivers: [{ ...border, effects: { 'hk-enterprises': 101 } }] },
      { path: 'drivers.0.effects.hk-enterprises', expected: '<=100', given: '101' },
    ],
    [
      'a link to an unknown indicator',
      { ...LEAST, links: [{ to: 'abc', from: 'hk-enterprises', strength: 1 }] },
      { path: 'links.0.to', expected: 'the id of an indicator of qianhai-2025', given: '"abc"' },
    ],
    [
      'a link from an unknown indicator',
      { ...LEAST, links: [{ to: 'hk-enterprises', from: 'abc', strength: 1 }] },
      { path: 'links.0.from', expected: 'the id of an indicator of qianhai-2025', given: '"abc"' },
    ],
    [
      'a link too strong',
      { ...LEAST, links: [{ to: 'hk-enterprises', from: 'hk-residents', strength: -11 }] },
      { path: 'links.0.strength', expected: '>=-10', given: '-11' },
    ],
    [
      'a link twice',
      {
        ...LEAST,
        links: [0.1, 0.2].map((strength) => ({ to: 'hk-enterprises', from: 'hk-residents', strength })),
      },
      { path: 'links.1', expected: 'each only once', given: '"hk-enterprises <- hk-residents"' },
    ],
  ])('refuses %s and says exactly where', (_, content, issue) => {
    expect(issuesOf(read(content))).toContainEqual(issue);
  });

  it('reports every issue at once, never the first only', () => {
    const content = { ...LEAST, rho: 2, seed: -1, spread: { 'hk-enterprises': 'wide' }, extra: 1 };
    expect(
      issuesOf(read(content))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['extra', 'rho', 'seed', 'spread.hk-enterprises']);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'refuses an indicator called %s wherever it stands, which no schema would have noticed',
    (name) => {
      const named = (value: unknown): unknown => JSON.parse(`{"${name}": ${JSON.stringify(value)}}`);
      const parts = {
        growth: named({ kind: 'compound', rate: 0.1 }),
        spread: named(1),
        measure: named('flow'),
        drivers: [border, { id: 'own', intensity: [0, 0, 0], effects: named(1) }],
      };
      expect(issuesOf(read({ ...LEAST, ...parts })).map(({ path }) => path)).toEqual(
        ['growth', 'spread', 'measure', 'drivers.1.effects'].map((path) => `${path}.${name}`),
      );
    },
  );

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('refuses a field called %s', (name) => {
    const content: unknown = JSON.parse(`{"format": 1, "plan": "qianhai-2025", "${name}": {"rho": 0.5}}`);
    expect(issuesOf(read(content))).toEqual([
      { path: name, expected: 'no field of this name', given: `"${name}"` },
    ]);
  });

  it('refuses an empty list where names are expected, which the schema would have read as nothing', () => {
    const parts = { growth: [], spread: [], measure: [], drivers: [{ ...border, effects: [] }] };
    expect(issuesOf(read({ ...LEAST, ...parts }))).toEqual(
      ['growth', 'spread', 'measure', 'drivers.0.effects'].map((path) => ({
        path,
        expected: 'Object',
        given: 'a list of 0',
      })),
    );
  });

  it('cleans a name as a link does', () => {
    expect(read({ ...LEAST, name: ' a\u202eb\n' })).toMatchObject({ scenario: { name: 'a b' } });
  });

  it('counts the characters of a name as a person does', () => {
    expect(read({ ...LEAST, name: '🚢'.repeat(80) })).toMatchObject({ scenario: { name: '🚢'.repeat(80) } });
    expect(issuesOf(read({ ...LEAST, name: `${'🚢'.repeat(79)}ab` })).map(({ path }) => path)).toEqual([
      'name',
    ]);
  });

  it(`never throws, on any JSON at all (5,000 values, seed ${SEED})`, () => {
    const before = [Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const result = read(value);
        expect(['read', 'refused']).toContain(result.kind);
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect([Object.prototype, Array.prototype].map((prototype) => Reflect.ownKeys(prototype))).toEqual(
      before,
    );
  });

  it(`never throws, whatever stands in one field of a file (5,000 files, seed ${SEED})`, () => {
    const whole = JSON.stringify(scenarioFile(shippedPlan, everyField()));
    const paths = leavesAndNodes(JSON.parse(whole));
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 2 }), (path, value) => {
        const content = JSON.parse(whole) as object;
        put(content, path, value);
        const result = read(content);
        if (result.kind === 'read') return;
        refused++;
        expect(result.issues.length).toBeGreaterThan(0);
      }),
      { seed: SEED, numRuns: 5000 },
    );
    expect(refused).toBeGreaterThan(2000);
  });
});

describe('scenarioFile', () => {
  it('writes long names and fractions, and no name where there is none', () => {
    const growth = { 'hk-enterprises': { kind: 'compound' as const, rate: 0.062 } };
    expect(scenarioFile(shippedPlan, { ...emptyScenario(shippedPlan), growth })).toEqual({
      format: 1,
      plan: 'qianhai-2025',
      growth,
      spread: {},
      measure: {},
      rho: 0,
      phi: 0,
      seed: 1,
      start: 'baseline',
      drivers: [],
      links: [],
    });
  });
});

// Helpers

function read(content: unknown): ReadScenario {
  return readScenarioFile(content, PLANS);
}

function issuesOf(result: ReadScenario): readonly Issue[] {
  return result.kind === 'refused' ? result.issues : [];
}

function everyField(): Scenario {
  return {
    ...emptyScenario(shippedPlan),
    name: 'all',
    growth: {
      'hk-enterprises': { kind: 'compound', rate: 0.062 },
      'hk-residents': { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
      'cross-boundary-services': { kind: 'saturating', rate: 0.3, ceiling: 450 },
    },
    spread: { 'hk-enterprises': 4 },
    measure: { 'openness-cases': 'flow' },
    drivers: [{ id: 'own', intensity: [0, -1, 0.5], effects: { 'hk-residents': -3 } }],
    influences: [{ to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 }],
  };
}

type Path = readonly (string | number)[];

function leavesAndNodes(value: unknown, path: Path = []): Path[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => leavesAndNodes(part, [...path, key]))
      : [];
  return path.length === 0 ? inner : [path, ...inner];
}

function put(root: object, path: Path, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], root);
  (parent as Record<string, unknown>)[path.at(-1) as string] = value;
}
