import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/core/issue/issue.ts';
import { readScenarioFile, type ReadScenario } from '../../../src/core/scenario/scenario-file.ts';
import { scenarioFile } from '../../../src/core/scenario/write-scenario-file.ts';
import { emptyScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { smallPlan } from '../../link/small-plan.ts';
import type { Plans } from '../../../src/core/plan/plan.ts';

const SEED = 410;
const PLANS: Plans = [shippedPlan, smallPlan];
const LEAST = { format: 1, plan: 'qianhai-2025' };
const IDS = shippedPlan.indicators.map(({ id }) => id);
const FIELDS = [
  '$schema', 'format', 'plan', 'name', 'growth', 'spread', 'measure', 'rho', 'phi', 'seed', 'start', 'drivers', 'links',
]; // prettier-ignore
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
      drivers: [{ id: 'own', name: '封關 2024', intensity: [0, -1, 0.5], effects: { 'hk-residents': -3 } }],
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
    ['nothing', undefined, { path: [], rule: 'wrong-type', limits: { type: 'object' }, given: '' }],
    ['null', null, { path: [], rule: 'wrong-type', limits: { type: 'object' }, given: 'null' }],
    ['a number', 5, { path: [], rule: 'wrong-type', limits: { type: 'object' }, given: '5' }],
    ['a text', 'v=1', { path: [], rule: 'wrong-type', limits: { type: 'object' }, given: '"v=1"' }],
    ['a list', [], { path: [], rule: 'wrong-type', limits: { type: 'object' }, given: '[]' }],
    [
      'no format',
      { plan: 'qianhai-2025' },
      { path: ['format'], rule: 'missing', limits: { allowed: [1] }, given: '' },
    ],
    ['no plan', { format: 1 }, { path: ['plan'], rule: 'missing', limits: { allowed: [] }, given: '' }],
    [
      'another format',
      { ...LEAST, format: 2 },
      { path: ['format'], rule: 'not-one-of', limits: { allowed: [1] }, given: '2' },
    ],
    [
      'a plan that is not at hand',
      { ...LEAST, plan: 'atlantis' },
      {
        path: ['plan'],
        rule: 'unknown-reference',
        limits: { to: 'plans', allowed: ['qianhai-2025', 'harbour-2031'] },
        given: '"atlantis"',
      },
    ],
    [
      'a plan in capitals',
      { ...LEAST, plan: 'Atlantis' },
      { path: ['plan'], rule: 'bad-id', limits: { most: 32 }, given: '"Atlantis"' },
    ],
    [
      'an unknown field',
      { ...LEAST, colour: 'red' },
      { path: ['colour'], rule: 'unknown-field', limits: { known: FIELDS }, given: '"red"' },
    ],
    [
      'a name that is no text',
      { ...LEAST, name: 5 },
      { path: ['name'], rule: 'wrong-type', limits: { type: 'text' }, given: '5' },
    ],
    [
      'a name of 81 characters',
      { ...LEAST, name: 'a'.repeat(81) },
      { path: ['name'], rule: 'too-long', limits: { most: 80 }, given: `"${'a'.repeat(77)}…"` },
    ],
    [
      'growth for an unknown indicator',
      { ...LEAST, growth: { hke: { kind: 'compound', rate: 0 } } },
      {
        path: ['growth', 'hke'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"hke"',
      },
    ],
    [
      'growth of an unknown kind',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'exponential', rate: 0 } } },
      {
        path: ['growth', 'hk-enterprises', 'kind'],
        rule: 'not-one-of',
        limits: { allowed: ['compound', 'yearly', 'linear', 'saturating'] },
        given: '"exponential"',
      },
    ],
    [
      'growth without its rate',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound' } } },
      {
        path: ['growth', 'hk-enterprises', 'rate'],
        rule: 'missing',
        limits: { allowed: [] },
        given: '',
      },
    ],
    [
      'growth with a field too many',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: 0, per: 'year' } } },
      {
        path: ['growth', 'hk-enterprises', 'per'],
        rule: 'unknown-field',
        limits: { known: ['kind', 'rate'] },
        given: '"year"',
      },
    ],
    [
      'a rate as text',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: '6.2' } } },
      {
        path: ['growth', 'hk-enterprises', 'rate'],
        rule: 'not-a-number',
        limits: { from: -0.999999, to: 10, whole: false },
        given: '"6.2"',
      },
    ],
    [
      'a rate in percent',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: 62 } } },
      {
        path: ['growth', 'hk-enterprises', 'rate'],
        rule: 'out-of-range',
        limits: { from: -0.999999, to: 10, whole: false },
        given: '62',
      },
    ],
    [
      'a rate of -100 %',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: -1 } } },
      {
        path: ['growth', 'hk-enterprises', 'rate'],
        rule: 'out-of-range',
        limits: { from: -0.999999, to: 10, whole: false },
        given: '-1',
      },
    ],
    [
      'a rate that is not a number',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'compound', rate: NaN } } },
      {
        path: ['growth', 'hk-enterprises', 'rate'],
        rule: 'not-a-number',
        limits: { from: -0.999999, to: 10, whole: false },
        given: 'NaN',
      },
    ],
    [
      'an amount that is infinite',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'linear', amount: Infinity } } },
      {
        path: ['growth', 'hk-enterprises', 'amount'],
        rule: 'out-of-range',
        limits: { from: -1e11, to: 1e11, whole: false },
        given: 'Infinity',
      },
    ],
    [
      'a yearly rate out of range',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'yearly', rates: [0, 11, 0] } } },
      {
        path: ['growth', 'hk-enterprises', 'rates', 1],
        rule: 'out-of-range',
        limits: { from: -0.999999, to: 10, whole: false },
        given: '11',
      },
    ],
    [
      'rates for two years of three',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'yearly', rates: [0, 0] } } },
      {
        path: ['growth', 'hk-enterprises', 'rates'],
        rule: 'wrong-count',
        limits: { count: 3, firstYear: 2023, lastYear: 2025 },
        given: '2',
      },
    ],
    [
      'no rates at all',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'yearly', rates: [] } } },
      {
        path: ['growth', 'hk-enterprises', 'rates'],
        rule: 'too-few',
        limits: { least: 1 },
        given: '0',
      },
    ],
    [
      'a ceiling of 0',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'saturating', rate: 0.3, ceiling: 0 } } },
      {
        path: ['growth', 'hk-enterprises', 'ceiling'],
        rule: 'out-of-range',
        limits: { from: 0.0001, to: 1e11, whole: false },
        given: '0',
      },
    ],
    [
      'a saturating rate above 1',
      { ...LEAST, growth: { 'hk-enterprises': { kind: 'saturating', rate: 2, ceiling: 9 } } },
      {
        path: ['growth', 'hk-enterprises', 'rate'],
        rule: 'out-of-range',
        limits: { from: -0.999999, to: 1, whole: false },
        given: '2',
      },
    ],
    [
      'a spread below 0',
      { ...LEAST, spread: { 'hk-enterprises': -1 } },
      {
        path: ['spread', 'hk-enterprises'],
        rule: 'out-of-range',
        limits: { from: 0, to: 100, whole: false },
        given: '-1',
      },
    ],
    [
      'a spread of an unknown indicator',
      { ...LEAST, spread: { abc: 1 } },
      {
        path: ['spread', 'abc'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"abc"',
      },
    ],
    [
      'an unknown measure',
      { ...LEAST, measure: { 'hk-enterprises': 'sum' } },
      {
        path: ['measure', 'hk-enterprises'],
        rule: 'not-one-of',
        limits: { allowed: ['stock', 'flow', 'cumulative'] },
        given: '"sum"',
      },
    ],
    [
      'a measure of an unknown indicator',
      { ...LEAST, measure: { abc: 'flow' } },
      {
        path: ['measure', 'abc'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"abc"',
      },
    ],
    [
      'co-movement of 1',
      { ...LEAST, rho: 1 },
      { path: ['rho'], rule: 'out-of-range', limits: { from: 0, to: 0.95, whole: false }, given: '1' },
    ],
    [
      'persistence below 0',
      { ...LEAST, phi: -0.5 },
      { path: ['phi'], rule: 'out-of-range', limits: { from: 0, to: 1, whole: false }, given: '-0.5' },
    ],
    [
      'half a seed',
      { ...LEAST, seed: 1.5 },
      {
        path: ['seed'],
        rule: 'whole-number',
        limits: { from: 0, to: 4294967295, whole: true },
        given: '1.5',
      },
    ],
    [
      'a seed too large',
      { ...LEAST, seed: 4294967296 },
      {
        path: ['seed'],
        rule: 'out-of-range',
        limits: { from: 0, to: 4294967295, whole: true },
        given: '4294967296',
      },
    ],
    [
      'an unknown start',
      { ...LEAST, start: 'now' },
      { path: ['start'], rule: 'not-one-of', limits: { allowed: ['baseline', 'latest'] }, given: '"now"' },
    ],
    [
      'drivers by name',
      { ...LEAST, drivers: { border: [0, 1, 0] } },
      { path: ['drivers'], rule: 'wrong-type', limits: { type: 'list' }, given: '{"border": […]}' },
    ],
    [
      'a driver with a digit',
      { ...LEAST, drivers: [{ ...border, id: 'b2' }] },
      { path: ['drivers', 0, 'id'], rule: 'bad-code', limits: { least: 2, most: 16 }, given: '"b2"' },
    ],
    [
      'a driver twice',
      { ...LEAST, drivers: [border, border] },
      {
        path: ['drivers', 1, 'id'],
        rule: 'repeated',
        limits: { list: 'drivers', fields: ['id'], first: 0 },
        given: '"border"',
      },
    ],
    [
      'an intensity too far',
      { ...LEAST, drivers: [{ ...border, intensity: [0, 0, 11] }] },
      {
        path: ['drivers', 0, 'intensity', 2],
        rule: 'out-of-range',
        limits: { from: -10, to: 10, whole: false },
        given: '11',
      },
    ],
    [
      'intensities for four years of three',
      { ...LEAST, drivers: [{ ...border, intensity: [0, 0, 0, 0] }] },
      {
        path: ['drivers', 0, 'intensity'],
        rule: 'wrong-count',
        limits: { count: 3, firstYear: 2023, lastYear: 2025 },
        given: '4',
      },
    ],
    [
      'an effect on an unknown indicator',
      { ...LEAST, drivers: [{ ...border, effects: { abc: 1 } }] },
      {
        path: ['drivers', 0, 'effects', 'abc'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"abc"',
      },
    ],
    [
      'an effect too large',
      { ...LEAST, drivers: [{ ...border, effects: { 'hk-enterprises': 101 } }] },
      {
        path: ['drivers', 0, 'effects', 'hk-enterprises'],
        rule: 'out-of-range',
        limits: { from: -100, to: 100, whole: false },
        given: '101',
      },
    ],
    [
      'a link to an unknown indicator',
      { ...LEAST, links: [{ to: 'abc', from: 'hk-enterprises', strength: 1 }] },
      {
        path: ['links', 0, 'to'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"abc"',
      },
    ],
    [
      'a link from an unknown indicator',
      { ...LEAST, links: [{ to: 'hk-enterprises', from: 'abc', strength: 1 }] },
      {
        path: ['links', 0, 'from'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"abc"',
      },
    ],
    [
      'a link too strong',
      { ...LEAST, links: [{ to: 'hk-enterprises', from: 'hk-residents', strength: -11 }] },
      {
        path: ['links', 0, 'strength'],
        rule: 'out-of-range',
        limits: { from: -10, to: 10, whole: false },
        given: '-11',
      },
    ],
    [
      'a link twice',
      {
        ...LEAST,
        links: [0.1, 0.2].map((strength) => ({ to: 'hk-enterprises', from: 'hk-residents', strength })),
      },
      {
        path: ['links', 1],
        rule: 'repeated',
        limits: { list: 'links', fields: ['to', 'from'], first: 0 },
        given: '["hk-enterprises", "hk-residents"]',
      },
    ],
  ])('refuses %s and says exactly where', (_, content, issue) => {
    expect(issuesOf(read(content))).toEqual([issue]);
  });

  it('reports every issue at once, never the first only', () => {
    const content = { ...LEAST, rho: 2, seed: -1, spread: { 'hk-enterprises': 'wide' }, extra: 1 };
    expect(
      issuesOf(read(content))
        .map(({ path }) => path.join('.'))
        .sort(),
    ).toEqual(['extra', 'rho', 'seed', 'spread.hk-enterprises']);
  });

  it('reports in one reading what is wrong by itself and what its plan decides', () => {
    const content = {
      ...LEAST,
      rho: 2,
      name: 'n'.repeat(81),
      growth: { 'hk-enterprises': { kind: 'yearly', rates: [0.1, '10%'] }, hke: { kind: 'compound' } },
      drivers: [border, { ...border, intensity: [0, 0] }],
      links: [{ to: 'abc', from: 'Hong Kong', strength: 1 }],
    };
    expect(issuesOf(read(content)).map(({ path, rule }) => `${path.join('.')} ${rule}`)).toEqual([
      'growth.hk-enterprises.rates.1 not-a-number',
      'growth.hke.rate missing',
      'rho out-of-range',
      'links.0.from bad-id',
      'name too-long',
      'growth.hke unknown-reference',
      'links.0.to unknown-reference',
      'growth.hk-enterprises.rates wrong-count',
      'drivers.1.intensity wrong-count',
      'drivers.1.id repeated',
    ]);
  });

  it('still reports what stands twice where it cannot tell the plan', () => {
    const content = { format: 1, drivers: [border, border], spread: { abc: 1 } };
    expect(issuesOf(read(content)).map(({ path }) => path.join('.'))).toEqual(['plan', 'drivers.1.id']);
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
      expect(issuesOf(read({ ...LEAST, ...parts })).map(({ path }) => path.join('.'))).toEqual(
        ['growth', 'spread', 'measure', 'drivers.1.effects'].map((path) => `${path}.${name}`),
      );
    },
  );

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])('refuses a field called %s', (name) => {
    const content: unknown = JSON.parse(`{"format": 1, "plan": "qianhai-2025", "${name}": {"rho": 0.5}}`);
    expect(issuesOf(read(content))).toEqual([
      { path: [name], rule: 'unknown-field', limits: { known: FIELDS }, given: '{"rho": 0.5}' },
    ]);
  });

  it('refuses an empty list where names are expected, which the schema would have read as nothing', () => {
    const parts = { growth: [], spread: [], measure: [], drivers: [{ ...border, effects: [] }] };
    expect(issuesOf(read({ ...LEAST, ...parts }))).toEqual(
      [['growth'], ['spread'], ['measure'], ['drivers', 0, 'effects']].map((path) => ({
        path,
        rule: 'wrong-type',
        limits: { type: 'object' },
        given: '[]',
      })),
    );
  });

  it('cleans a name as a link does', () => {
    expect(read({ ...LEAST, name: ' a\u202eb\n' })).toMatchObject({ scenario: { name: 'a b' } });
  });

  it('cleans a driver’s name as the scenario’s, and takes an empty one for none', () => {
    const drivers = [
      { ...border, name: ' a\u202eb\n' },
      { ...border, id: 'own', name: ' ' },
    ];
    expect(read({ ...LEAST, drivers })).toMatchObject({
      scenario: {
        drivers: [
          { ...border, name: 'a b', effects: {} },
          { ...border, id: 'own', effects: {} },
        ],
      },
    });
  });

  it('says which driver’s name is too long, or no text, and counts as a person does', () => {
    const named = (name: unknown): unknown => ({
      ...LEAST,
      drivers: [border, { ...border, id: 'own', name }],
    });
    const path = ['drivers', 1, 'name'];
    expect(read(named('🚢'.repeat(80))).kind).toBe('read');
    for (const name of [`${'🚢'.repeat(79)}ab`, 'a'.repeat(200)])
      expect(issuesOf(read(named(name)))).toMatchObject([{ path, rule: 'too-long', limits: { most: 80 } }]);
    expect(issuesOf(read(named(5)))).toMatchObject([{ path, rule: 'wrong-type', limits: { type: 'text' } }]);
  });

  it('counts the characters of a name as a person does', () => {
    expect(read({ ...LEAST, name: '🚢'.repeat(80) })).toMatchObject({ scenario: { name: '🚢'.repeat(80) } });
    expect(issuesOf(read({ ...LEAST, name: `${'🚢'.repeat(79)}ab` })).map(({ path }) => path)).toEqual([
      ['name'],
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
    drivers: [{ id: 'own', name: 'Closure', intensity: [0, -1, 0.5], effects: { 'hk-residents': -3 } }],
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
