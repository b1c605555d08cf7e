import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/core/issue/issue.ts';
import { parsePlan } from '../../../src/core/plan-file/parse-plan.ts';
import { readScenarioFile } from '../../../src/core/scenario/scenario-file.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { deepFreeze } from '../../helpers/deep-freeze.ts';
import { changed, planFileOf, type Change, type Json } from '../../helpers/plan-file.ts';
import { smallPlan } from '../../helpers/small-case.ts';

/** Three indicators, one for each kind of target, from 2000 to 2003. */
const PLAN_FILE = deepFreeze(
  planFileOf({
    ...smallPlan([
      { target: { kind: 'at-least', min: 150 } },
      { target: { kind: 'at-most', max: 80 } },
      { target: { kind: 'within', min: 110, max: 130 } },
    ]),
    drivers: [{ id: 'opening', effects: { 'indicator-1': 8 } }],
  }),
);
const AMOUNT = { from: 1e-9, to: 1e11, whole: false };
const RATE = { from: -0.999999, to: 10, whole: false };
const KINDS = ['at-least', 'at-most', 'within'];
const IDS = ['indicator-1', 'indicator-2', 'indicator-3'];
const SHIPPED_IDS = shippedPlan.indicators.map(({ id }) => id);

describe('a mistake people make in a plan file is one issue', () => {
  it.each<[what: string, changes: readonly Change[], issue: Issue]>([
    [
      'an amount typed with its comma and quotation marks',
      [['indicators.0.target.min', '11,000']],
      { path: ['indicators', 0, 'target', 'min'], rule: 'not-a-number', limits: AMOUNT, given: '"11,000"' },
    ],
    [
      'a target forgotten',
      [['indicators.1.target', undefined]],
      { path: ['indicators', 1, 'target'], rule: 'missing', limits: { allowed: [] }, given: '' },
    ],
    [
      'a target as a number, not an object',
      [['indicators.0.target', 150]],
      { path: ['indicators', 0, 'target'], rule: 'wrong-type', limits: { type: 'object' }, given: '150' },
    ],
    [
      'a target without its kind',
      [['indicators.0.target.kind', undefined]],
      { path: ['indicators', 0, 'target', 'kind'], rule: 'missing', limits: { allowed: KINDS }, given: '' },
    ],
    [
      'a target of a kind there is not',
      [['indicators.2.target.kind', 'between']],
      {
        path: ['indicators', 2, 'target', 'kind'],
        rule: 'not-one-of',
        limits: { allowed: KINDS },
        given: '"between"',
      },
    ],
    [
      'a target whose kind is that of another indicator',
      [['indicators.1.target.kind', 'at-least']],
      {
        path: ['indicators', 1, 'target', 'kind'],
        rule: 'kind-mismatch',
        limits: { fits: 'at-most' },
        given: '"at-least"',
      },
    ],
    [
      'a list of lists where indicators are objects',
      [['indicators.1', [2, 'indicator-2', 'ib']]],
      {
        path: ['indicators', 1],
        rule: 'wrong-type',
        limits: { type: 'object' },
        given: '[2, "indicator-2", "ib"]',
      },
    ],
    [
      'indicators by id where they are a list',
      [['indicators', { 'indicator-1': {} }]],
      { path: ['indicators'], rule: 'wrong-type', limits: { type: 'list' }, given: '{"indicator-1": {…}}' },
    ],
    [
      'all categories deleted',
      [['categories', []]],
      { path: ['categories'], rule: 'too-few', limits: { least: 1 }, given: '0' },
    ],
    [
      'the sources forgotten',
      [['sources', undefined]],
      { path: ['sources'], rule: 'missing', limits: { allowed: [] }, given: '' },
    ],
    [
      'the caveats as a list',
      [['caveats', ['inferred']]],
      { path: ['caveats'], rule: 'wrong-type', limits: { type: 'object' }, given: '["inferred"]' },
    ],
    [
      'a category called by its title',
      [['categories.0.id', 'Growth & trade']],
      { path: ['categories', 0, 'id'], rule: 'bad-id', limits: { most: 64 }, given: '"Growth & trade"' },
    ],
    [
      'an indicator of a category that is not listed',
      [['indicators.1.category', 'opening']],
      {
        path: ['indicators', 1, 'category'],
        rule: 'unknown-reference',
        limits: { to: 'categories', allowed: ['growth'] },
        given: '"opening"',
      },
    ],
    [
      'an indicator copied, and its id left as it was',
      [['indicators.1.id', 'indicator-1']],
      {
        path: ['indicators', 1, 'id'],
        rule: 'repeated',
        limits: { list: 'indicators', fields: ['id'], first: 0 },
        given: '"indicator-1"',
      },
    ],
    [
      'a code that is a key of links',
      [['indicators.0.code', 'rho']],
      {
        path: ['indicators', 0, 'code'],
        rule: 'reserved',
        limits: {
          reserved: ['v', 'plan', 'rho', 'phi', 'seed', 'start', 'see', 'lang', 'z', 'name', 'from'],
        },
        given: '"rho"',
      },
    ],
    [
      'the horizon moved, and no target with it',
      [['horizonYear', 2005]],
      { path: ['horizonYear'], rule: 'year-mismatch', limits: { year: 2003, of: 'targets' }, given: '2005' },
    ],
    [
      'the horizon before the baseline',
      [['horizonYear', 1999], ...[0, 1, 2].map((i): Change => [`indicators.${i}.target.year`, 1999])],
      {
        path: ['horizonYear'],
        rule: 'order-of-years',
        limits: { from: 2001, to: 2050, baselineYear: 2000 },
        given: '1999',
      },
    ],
    [
      'one baseline of another year',
      [['indicators.2.baseline.year', 2001]],
      {
        path: ['indicators', 2, 'baseline', 'year'],
        rule: 'year-mismatch',
        limits: { year: 2000, of: 'baselineYear' },
        given: '2001',
      },
    ],
    [
      'a year that no plan can be of',
      [['indicators.0.baseline.year', 200]],
      {
        path: ['indicators', 0, 'baseline', 'year'],
        rule: 'out-of-range',
        limits: { from: 1900, to: 2200, whole: true },
        given: '200',
      },
    ],
    [
      'the edges of a range the wrong way round',
      [
        ['indicators.2.target.min', 130],
        ['indicators.2.target.max', 110],
      ],
      {
        path: ['indicators', 2, 'target', 'max'],
        rule: 'order-of-edges',
        limits: { min: 130 },
        given: '110',
      },
    ],
    [
      'a baseline of nothing',
      [['indicators.0.baseline.value', 0]],
      { path: ['indicators', 0, 'baseline', 'value'], rule: 'out-of-range', limits: AMOUNT, given: '0' },
    ],
    [
      'half a decimal',
      [['indicators.0.decimals', 1.5]],
      {
        path: ['indicators', 0, 'decimals'],
        rule: 'whole-number',
        limits: { from: 0, to: 6, whole: true },
        given: '1.5',
      },
    ],
    [
      'a field in the spelling of another language',
      [
        ['baselineYear', undefined],
        ['baseline_year', 2000],
      ],
      { path: ['baseline_year'], rule: 'misspelt-field', limits: { name: 'baselineYear' }, given: '2000' },
    ],
    [
      'a translation forgotten',
      [['title.zh-Hans', undefined]],
      { path: ['title', 'zh-Hans'], rule: 'missing', limits: { allowed: [] }, given: '' },
    ],
    [
      'an effect on an indicator that is not there',
      [['drivers.0.effects.trade', 2]],
      {
        path: ['drivers', 0, 'effects', 'trade'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: IDS },
        given: '"trade"',
      },
    ],
    [
      'an address without its protocol',
      [['sources.0.url', 'www.example.org']],
      { path: ['sources', 0, 'url'], rule: 'bad-address', limits: {}, given: '"www.example.org"' },
    ],
    [
      'yes where it is true',
      [['indicators.0.count', 'yes']],
      { path: ['indicators', 0, 'count'], rule: 'wrong-type', limits: { type: 'yes-no' }, given: '"yes"' },
    ],
    [
      'a second reading that is the first',
      [['indicators.0.otherReading', 'stock']],
      {
        path: ['indicators', 0, 'otherReading'],
        rule: 'same-reading',
        limits: { allowed: ['flow', 'cumulative', null] },
        given: '"stock"',
      },
    ],
  ])('%s', (_, changes, issue) => {
    expect(issuesOfPlan(changed(PLAN_FILE, changes))).toEqual([issue]);
  });

  it('a scenario file given for a plan', () => {
    expect(issuesOfPlan({ format: 1, plan: 'qianhai-2025' })).toEqual([
      {
        path: [],
        rule: 'wrong-file',
        limits: { wanted: 'plan', found: 'scenario' },
        given: '{"format": 1, "plan": "qianhai-2025"}',
      },
    ]);
  });
});

describe('a mistake people make in a scenario file is one issue', () => {
  it.each<[what: string, content: { readonly [field: string]: Json }, issue: Issue]>([
    [
      'the code of an indicator for its id',
      { spread: { hke: 4 } },
      {
        path: ['spread', 'hke'],
        rule: 'unknown-reference',
        limits: { to: 'indicators', allowed: SHIPPED_IDS },
        given: '"hke"',
      },
    ],
    [
      'a rate in percent',
      { growth: { 'hk-enterprises': { kind: 'compound', rate: 62 } } },
      { path: ['growth', 'hk-enterprises', 'rate'], rule: 'out-of-range', limits: RATE, given: '62' },
    ],
    [
      'a rate with its percent sign',
      { growth: { 'hk-enterprises': { kind: 'compound', rate: '6.2%' } } },
      { path: ['growth', 'hk-enterprises', 'rate'], rule: 'not-a-number', limits: RATE, given: '"6.2%"' },
    ],
    [
      'a bare rate for a growth assumption',
      { growth: { 'hk-enterprises': 0.062 } },
      { path: ['growth', 'hk-enterprises'], rule: 'wrong-type', limits: { type: 'object' }, given: '0.062' },
    ],
    [
      'rates for every year under another kind',
      { growth: { 'hk-enterprises': { kind: 'compound', rates: [0.1, 0.1, 0.1] } } },
      {
        path: ['growth', 'hk-enterprises', 'kind'],
        rule: 'kind-mismatch',
        limits: { fits: 'yearly' },
        given: '"compound"',
      },
    ],
    [
      'rates for the baseline year too',
      { growth: { 'hk-enterprises': { kind: 'yearly', rates: [0, 0.1, 0.1, 0.1] } } },
      {
        path: ['growth', 'hk-enterprises', 'rates'],
        rule: 'wrong-count',
        limits: { count: 3, firstYear: 2023, lastYear: 2025 },
        given: '4',
      },
    ],
    [
      'no rates at all',
      { growth: { 'hk-enterprises': { kind: 'yearly', rates: [] } } },
      { path: ['growth', 'hk-enterprises', 'rates'], rule: 'too-few', limits: { least: 1 }, given: '0' },
    ],
    [
      'a growth assumption for every indicator in a list',
      { growth: [{ kind: 'compound', rate: 0.1 }] },
      { path: ['growth'], rule: 'wrong-type', limits: { type: 'object' }, given: '[{…}]' },
    ],
    [
      'a plan that is not at hand, whatever the rest is about',
      { plan: 'atlantis', spread: { temples: 4 }, drivers: [{ id: 'flood', intensity: [1] }] },
      {
        path: ['plan'],
        rule: 'unknown-reference',
        limits: { to: 'plans', allowed: ['qianhai-2025'] },
        given: '"atlantis"',
      },
    ],
    [
      'a driver twice',
      { drivers: [0, 1].map((u) => ({ id: 'border', intensity: [u, 0, 0] })) },
      {
        path: ['drivers', 1, 'id'],
        rule: 'repeated',
        limits: { list: 'drivers', fields: ['id'], first: 0 },
        given: '"border"',
      },
    ],
    [
      'a driver by the name it is shown with',
      { drivers: [{ id: 'Border opening', intensity: [0, 0, 0] }] },
      {
        path: ['drivers', 0, 'id'],
        rule: 'bad-code',
        limits: { least: 2, most: 16 },
        given: '"Border opening"',
      },
    ],
    [
      'a very long name',
      { name: 'n'.repeat(200) },
      { path: ['name'], rule: 'too-long', limits: { most: 80 }, given: `"${'n'.repeat(77)}…"` },
    ],
    [
      'a field in capitals',
      { Seed: 7 },
      { path: ['Seed'], rule: 'misspelt-field', limits: { name: 'seed' }, given: '7' },
    ],
  ])('%s', (_, content, issue) => {
    expect(issuesOfScenario({ format: 1, plan: 'qianhai-2025', ...content })).toEqual([issue]);
  });

  it('a plan file given for a scenario', () => {
    expect(issuesOfScenario({ indicators: [] })).toEqual([
      {
        path: [],
        rule: 'wrong-file',
        limits: { wanted: 'scenario', found: 'plan' },
        given: '{"indicators": […]}',
      },
    ]);
  });
});

// Helpers

function issuesOfPlan(content: unknown): readonly Issue[] {
  const parsed = parsePlan(content);
  return parsed.kind === 'refused' ? parsed.issues : [];
}

function issuesOfScenario(content: unknown): readonly Issue[] {
  const read = readScenarioFile(content, [shippedPlan]);
  return read.kind === 'refused' ? read.issues : [];
}
