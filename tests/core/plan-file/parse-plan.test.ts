import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import planFile from '../../../data/plans/qianhai-2025.json';
import type { Issue } from '../../../src/core/issue/issue.ts';
import { parsePlan } from '../../../src/core/plan-file/parse-plan.ts';
import { planModel } from '../../../src/core/plan/plan.ts';
import { anyPlan, seeded } from '../../helpers/arbitraries.ts';
import { deepFreeze } from '../../helpers/deep-freeze.ts';
import { changed, planFileOf, type Change, type Json } from '../../helpers/plan-file.ts';
import { smallPlan } from '../../helpers/small-case.ts';

// Thousands of runs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 });

const twoDrivers = [
  { id: 'opening', effects: { 'indicator-1': 8 } },
  { id: 'demand', effects: { 'indicator-2': -4, 'indicator-3': 100 } },
];
/** Three indicators, one for each kind of target, from 2000 to 2003. */
const validFile = deepFreeze(
  planFileOf({
    ...smallPlan([
      { target: { kind: 'at-least', min: 150 } },
      { target: { kind: 'at-most', max: 80 } },
      { target: { kind: 'within', min: 110, max: 130 } },
    ]),
    drivers: twoDrivers,
  }),
);

const issuesOf = (value: unknown): readonly Issue[] => {
  const parsed = parsePlan(value);
  return parsed.kind === 'refused' ? parsed.issues : [];
};
const pathsAfter = (...changes: Change[]): string[] =>
  issuesOf(changed(validFile, changes)).map(({ path }) => path.join('.'));

describe('parsePlan', () => {
  it('should accept the shipped plan, words and all', () => {
    const parsed = parsePlan(planFile);
    const { $schema: _, format: __, ...content } = planFile;
    const indicators = content.indicators.map((indicator) => ({ doubts: [], ...indicator }));
    expect(parsed).toEqual({ kind: 'parsed', plan: { ...content, indicators } });
  });

  it('should take a plan without drivers as one that ships none', () => {
    const parsed = parsePlan(changed(validFile, [['drivers', undefined]]));
    expect(parsed).toMatchObject({ kind: 'parsed', plan: { drivers: [] } });
  });

  it('should always accept a well-formed plan and keep its numbers to the last bit', () => {
    fc.assert(
      fc.property(anyPlan({ amounts: 'extreme', years: [1, 50] }), (plan) => {
        const parsed = parsePlan(planFileOf(plan));
        expect(parsed.kind).toBe('parsed');
        if (parsed.kind === 'parsed') expect(planModel(parsed.plan)).toMatchObject(plan);
      }),
      seeded(200),
    );
  });

  it.each<Change>([
    ['$schema', '../schema/plan.schema.json'],
    ['baselineYear', 2000],
    ['indicators.0.otherReading', 'flow'],
    ['indicators.0.caveats', []],
    ['indicators.0.number', 9999],
    ['indicators.0.baseline.value', 1e-9],
    ['indicators.0.baseline.value', 1e11],
    ['indicators.2.target.max', 110.00001],
    ['drivers.0.effects', {}],
    ['drivers.0.effects.indicator-1', -100],
    ['drivers', []],
    ['sources.0.url', 'https://example.org/paper.pdf?page=30'],
    ['title.en', 'x'.repeat(1000)],
  ])('should accept %s as %j', (...change) => {
    expect(pathsAfter(change)).toEqual([]);
  });

  // One change to a valid plan, and exactly the places where issues must then be reported: one, where one thing is wrong.
  it.each<[path: string, value: Json | undefined, ...paths: string[]]>([
    ['format', 2, 'format'],
    ['format', undefined, 'format'],
    ['id', 'Qianhai 2025', 'id'],
    ['id', 'a'.repeat(33), 'id'],
    ['id', '', 'id'],
    ['id', 7, 'id'],
    ['version', 0, 'version'],
    ['version', 1.5, 'version'],
    ['version', '1', 'version'],
    ['surprise', true, 'surprise'],
    ['__proto__', {}, '__proto__'],
    ['constructor', {}, 'constructor'],
    ['$schema', 7, '$schema'],
    ['title', 'Plan', 'title'],
    ['title.zh-Hans', undefined, 'title.zh-Hans'],
    ['title.la', 'Plan', 'title.la'],
    ['title.en', '', 'title.en'],
    ['title.en', 'x'.repeat(1001), 'title.en'],
    ['categories', [], 'categories'],
    ['categories.0.id', 'Growth', 'categories.0.id'],
    ['categories.1', { id: 'growth', name: planFile.title }, 'categories.1.id'],
    ['indicators', [], 'indicators'],
    ['indicators.0.number', 0, 'indicators.0.number'],
    ['indicators.0.number', 10000, 'indicators.0.number'],
    ['indicators.0.number', null, 'indicators.0.number'],
    ['indicators.1.number', 1, 'indicators.1.number'],
    ['indicators.1.id', 'indicator-1', 'indicators.1.id'],
    ['indicators.1.id', 'indicator-5', 'drivers.1.effects.indicator-2'],
    ['indicators.0.id', 'one two', 'indicators.0.id'],
    ['indicators.0.id', `a${'b'.repeat(64)}`, 'indicators.0.id'],
    ['indicators.1.code', 'ia', 'indicators.1.code'],
    ['indicators.0.code', 'x', 'indicators.0.code'],
    ['indicators.0.code', 'abcde', 'indicators.0.code'],
    ['indicators.0.code', 'IA', 'indicators.0.code'],
    ['indicators.0.code', 'rho', 'indicators.0.code'],
    ['indicators.0.code', 'plan', 'indicators.0.code'],
    ['indicators.0.code', 'from', 'indicators.0.code'],
    ['indicators.0.category', 'opening', 'indicators.0.category'],
    ['indicators.0.measure', 'level', 'indicators.0.measure'],
    ['indicators.0.otherReading', 'stock', 'indicators.0.otherReading'],
    ['indicators.0.otherReading', 'level', 'indicators.0.otherReading'],
    ['indicators.0.otherReading', undefined, 'indicators.0.otherReading'],
    ['indicators.0.count', 'yes', 'indicators.0.count'],
    ['indicators.0.decimals', 7, 'indicators.0.decimals'],
    ['indicators.0.decimals', -1, 'indicators.0.decimals'],
    ['indicators.0.name.en', 7, 'indicators.0.name.en'],
    ['indicators.0.unit', undefined, 'indicators.0.unit'],
    ['indicators.0.shownAs', { fr: {} }, 'indicators.0.shownAs.fr'],
    ['indicators.0.shownAs', { en: { powerOfTen: 0.5 } }, 'indicators.0.shownAs.en.powerOfTen'],
    ['indicators.0.shownAs', { en: { powerOfTen: 13 } }, 'indicators.0.shownAs.en.powerOfTen'],
    ['indicators.0.shownAs', { en: { unit: '' } }, 'indicators.0.shownAs.en.unit'],
    ['indicators.0.target.whereIn', 'Table 1', 'indicators.0.target.whereIn'],
    ['indicators.0.baseline', null, 'indicators.0.baseline'],
    ['indicators.0.baseline.value', 0, 'indicators.0.baseline.value'],
    ['indicators.0.baseline.value', -5, 'indicators.0.baseline.value'],
    ['indicators.0.baseline.value', 1e12, 'indicators.0.baseline.value'],
    ['indicators.0.baseline.value', '8,274', 'indicators.0.baseline.value'],
    ['indicators.0.baseline.year', 2001, 'indicators.0.baseline.year'],
    ['indicators.0.baseline.year', 1899, 'indicators.0.baseline.year'],
    ['indicators.0.baseline.source', 'rumour', 'indicators.0.baseline.source'],
    ['indicators.0.baseline.where', '', 'indicators.0.baseline.where'],
    ['indicators.0.target.kind', 'exactly', 'indicators.0.target.kind'],
    ['indicators.0.target.kind', undefined, 'indicators.0.target.kind'],
    ['indicators.0.target.kind', 'within', 'indicators.0.target.max'],
    ['indicators.0.target.max', 200, 'indicators.0.target.max'],
    ['indicators.0.target.min', 0, 'indicators.0.target.min'],
    ['indicators.1.target.max', -80, 'indicators.1.target.max'],
    ['indicators.2.target.max', 110, 'indicators.2.target.max'],
    ['indicators.2.target.max', 100, 'indicators.2.target.max'],
    ['indicators.0.target.year', 2004, 'indicators.0.target.year'],
    ['indicators.0.target.source', 'rumour', 'indicators.0.target.source'],
    [
      'indicators.0.caveats',
      ['hearsay', 'inferred', 'guess'],
      'indicators.0.caveats.0',
      'indicators.0.caveats.2',
    ],
    ['indicators.0.caveats', 'inferred', 'indicators.0.caveats'],
    ['horizonYear', 2000, 'horizonYear'],
    ['horizonYear', 2051, 'horizonYear'],
    ['horizonYear', '2003', 'horizonYear'],
    ['baselineYear', null, 'baselineYear'],
    ['baselineYear', 1999.5, 'baselineYear'],
    ['drivers', {}, 'drivers'],
    ['drivers.0.id', 'border-opening', 'drivers.0.id'],
    ['drivers.0.id', 'demand', 'drivers.1.id'],
    ['drivers.0.note', undefined, 'drivers.0.note'],
    ['drivers.0.effects.indicator-9', 3, 'drivers.0.effects.indicator-9'],
    ['drivers.0.effects.indicator-1', -101, 'drivers.0.effects.indicator-1'],
    ['drivers.0.effects.indicator-1', 101, 'drivers.0.effects.indicator-1'],
    ['drivers.0.effects.indicator-1', null, 'drivers.0.effects.indicator-1'],
    ['caveats', undefined, 'caveats'],
    ['caveats.inferred', 'words', 'caveats.inferred'],
    ['sources', [], 'sources'],
    ['sources.0.url', 'ftp://example.org', 'sources.0.url'],
    ['sources.0.url', 'javascript:alert(1)', 'sources.0.url'],
    ['sources.0.url', undefined, 'sources.0.url'],
    ['sources.1', { id: 'paper', title: 'b', publisher: 'c', published: '2024', url: null }, 'sources.1.id'],
  ])('should refuse %s as %j, and say where', (path, value, ...paths) => {
    expect(pathsAfter([path, value])).toEqual(paths);
  });

  it('should accept 200 indicators and refuse 201', () => {
    const many = (count: number) =>
      planFileOf({
        ...smallPlan(
          Array.from({ length: count }, (_, i) => ({
            number: i + 1,
            id: `indicator-${i}`,
            code: `x${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}`,
          })),
        ),
      });
    expect(issuesOf(many(200))).toEqual([]);
    expect(issuesOf(many(201)).map(({ path }) => path)).toEqual([['indicators']]);
  });

  it('should report issues of shape and issues between fields together, never the first only', () => {
    const paths = pathsAfter(
      ['format', 2],
      ['id', ''],
      ['surprise', 1],
      ['title.en', undefined],
      ['categories.0.name', null],
      ['indicators.0.number', 2],
      ['indicators.0.baseline.value', 0],
      ['indicators.0.target', 'as much as can be'],
      ['indicators.1.measure', 'level'],
      ['indicators.1.caveats', ['hearsay']],
      ['indicators.1.name.la', 'verba'],
      ['indicators.2.target.min', 140],
      ['drivers.0.effects.indicator-9', 'strong'],
      ['drivers.1.id', 'opening'],
      ['sources.0.url', 'nowhere'],
    );
    expect(paths.sort()).toEqual(
      [
        'format',
        'id',
        'surprise',
        'title.en',
        'categories.0.name',
        'indicators.1.number',
        'indicators.0.baseline.value',
        'indicators.0.target',
        'indicators.1.measure',
        'indicators.1.caveats.0',
        'indicators.1.name.la',
        'indicators.2.target.max',
        'drivers.0.effects.indicator-9',
        'drivers.0.effects.indicator-9',
        'drivers.1.id',
        'sources.0.url',
      ].sort(),
    );
  });

  it('should report every field it does not know, not only the first of an object', () => {
    expect(pathsAfter(['surprise', 1], ['another', 2])).toEqual(['surprise', 'another']);
  });

  it('should refuse a list where caveats by id belong', () => {
    expect(pathsAfter(['caveats', []])).toEqual(['caveats']);
  });

  it('should say of each year that differs that it does, where the indicators do not agree on another', () => {
    expect(pathsAfter(['indicators.0.target.year', 2004], ['indicators.1.target.year', 2005])).toEqual([
      'indicators.0.target.year',
      'indicators.1.target.year',
    ]);
    const one = changed(validFile, [
      ['indicators', [(validFile as { indicators: Json[] }).indicators[0] as Json]],
      ['drivers', undefined],
      ['horizonYear', 2004],
    ]);
    expect(issuesOf(one).map(({ path }) => path.join('.'))).toEqual(['indicators.0.target.year']);
  });

  it('should refuse a list where effects by indicator belong', () => {
    expect(pathsAfter(['drivers.0.effects', []])).toEqual(['drivers.0.effects']);
  });

  it('should never lose the effect on an indicator it accepts, whatever its id', () => {
    for (const id of ['constructor', 'prototype']) {
      const named: Change[] = [
        ['indicators.0.id', id],
        ['drivers.0.effects', { [id]: 5 }],
      ];
      const parsed = parsePlan(changed(validFile, named));
      if (parsed.kind === 'parsed') expect(parsed.plan.drivers[0]?.effects).toEqual({ [id]: 5 });
    }
  });

  it.each<[name: string, value: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['text', 'plan'],
    ['a list', []],
    ['an empty object', {}],
    ['a function', () => 1],
  ])('should refuse %s', (_, value) => {
    expect(issuesOf(value).length).toBeGreaterThan(0);
  });

  it('should never throw on any JSON, nor accept it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(issuesOf(value).length).toBeGreaterThan(0);
      }),
      seeded(2000),
    );
  });

  // Junk where a plan has something else, keys such as `__proto__` and `toString` among it.
  it('should never throw on a plan with any JSON in any index, and always say where issues are', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'min', 'id'];
    const anyJunk = fc.oneof(
      fc.jsonValue(),
      fc
        .array(fc.tuple(fc.constantFrom(...names), fc.jsonValue()), { maxLength: 4 })
        .map((entries) => changed({}, entries as Change[])),
    );
    const anyChange = fc.tuple(fc.constantFrom(...pathsOf(validFile)), anyJunk);
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 3 }), (changes) => {
        const given = changed(validFile, longestFirst(changes as Change[]));
        const issues = issuesOf(given);
        for (const { given: shown } of issues) expect(shown.length).toBeLessThanOrEqual(80);
        // One issue for each rule in each place.
        const causes = issues.map(({ path, rule }) => JSON.stringify([path, rule]));
        expect(new Set(causes).size).toBe(causes.length);
      }),
      seeded(2000),
    );
  });

  it('should never change what it is given', () => {
    // Frozen all through: a write would throw.
    expect(parsePlan(validFile).kind).toBe('parsed');
    const broken = deepFreeze(changed(validFile, [['indicators.0.target', null]]));
    expect(parsePlan(broken).kind).toBe('refused');
  });
});

/** Every path into a value that leads to something. */
function pathsOf(value: Json, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const at = path === '' ? key : `${path}.${key}`;
    return [at, ...pathsOf(inner, at)];
  });
}

/** Deeper paths first, so that no change takes another path away. */
function longestFirst(changes: readonly Change[]): Change[] {
  return [...changes].sort(([a], [b]) => b.length - a.length);
}
