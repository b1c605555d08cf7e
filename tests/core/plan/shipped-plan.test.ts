import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import planFile from '../../../data/plans/qianhai-2025.json';
import { DEFAULT_PLAN_ID } from '../../../src/core/link/link-grammar.ts';
import { parsePlan } from '../../../src/core/plan-file/parse-plan.ts';
import { LANGUAGES, planModel } from '../../../src/core/plan/plan.ts';
import { readScenarioFile } from '../../../src/core/scenario/scenario-file.ts';
import { plansIn, shippedPlans } from '../../../src/plans.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';

type Row = [
  number: number,
  id: string,
  code: string,
  measure: string,
  otherReading: string | null,
  baseline: number,
  min: number,
  max: number | null,
  count: boolean,
  decimals: number,
];

/** Oracle: Table 4 of CityU policy paper No. 30 and the readings decided for it, copied by hand. */
const TABLE_4: readonly Row[] = [
  [1, 'hk-enterprises', 'hke', 'stock', null, 8274, 11000, null, true, 0],
  [2, 'hk-residents', 'hkr', 'stock', null, 5879, 10000, null, true, 0],
  [3, 'cross-boundary-services', 'cbs', 'stock', null, 238, 400, null, true, 0],
  [4, 'national-innovations', 'nin', 'cumulative', 'flow', 11, 30, 50, true, 0],
  [5, 'openness-cases', 'opn', 'cumulative', 'flow', 10, 40, 60, true, 0],
  [6, 'foreign-investment', 'fdi', 'cumulative', 'flow', 5.864, 28, 32, false, 3],
  [7, 'international-organizations', 'org', 'stock', 'cumulative', 1, 3, 5, true, 0],
  [8, 'airport-passengers', 'pax', 'flow', null, 5.25, 10, null, false, 2],
  [9, 'container-throughput', 'teu', 'flow', null, 15.91, 17, null, false, 2],
  [10, 'modern-services', 'mod', 'flow', null, 102.25, 136, null, false, 2],
  [11, 'global-service-providers', 'gsp', 'stock', 'cumulative', 50, 40, 50, true, 0],
  [12, 'legal-institutions', 'law', 'stock', null, 42, 60, null, true, 0],
  [13, 'financial-institutions', 'fin', 'stock', null, 191, 300, null, true, 0],
  [14, 'overseas-professionals', 'pro', 'stock', null, 517, 1000, null, true, 0],
];

const CATEGORIES = {
  cooperation: [1, 2, 3],
  opening: [4, 5, 6, 7, 8, 9],
  services: [10, 11, 12, 13, 14],
};

const CAVEATS: Readonly<Record<string, readonly number[]>> = {
  'counts-differ': [1],
  'resident-definition': [2],
  'not-doubled': [3],
  'cumulative-inferred': [4, 5, 6],
  'fdi-as-level': [6],
  'fdi-ten-times': [6],
  'organizations-undetermined': [7],
  'airport-label': [8],
  'airport-year': [8],
  'no-currency-printed': [10],
  'services-series-break': [10],
  'target-not-above-baseline': [11],
  'professionals-scope': [14],
};

const UNITS = [
  'enterprises',
  'people',
  'services',
  'innovations',
  'cases',
  'USD bn',
  'organizations',
  'million people',
  'million TEU',
  'RMB bn',
  'providers',
  'institutions',
  'institutions',
  'people',
];

describe('the shipped plan', () => {
  it('should run from 2022 to 2025 with fourteen indicators', () => {
    expect(shippedPlan).toMatchObject({
      id: 'qianhai-2025',
      version: 1,
      baselineYear: 2022,
      horizonYear: 2025,
    });
    expect(shippedPlan.indicators).toHaveLength(14);
  });

  it.each(TABLE_4)(
    'should state row %i of the table, %s',
    (number, id, code, measure, otherReading, baseline, min, max, count, decimals) => {
      const where = { source: 'cityu-30', where: `Table 4, row ${number}` };
      const edges = max === null ? { kind: 'at-least', min } : { kind: 'within', min, max };
      expect(shippedPlan.indicators[number - 1]).toMatchObject({
        number,
        id,
        code,
        measure,
        otherReading,
        count,
        decimals,
        baseline: { value: baseline, year: 2022, ...where },
        target: { ...edges, year: 2025, ...where },
      });
    },
  );

  it('should state each number in the file as the plan has it', () => {
    expect(planFile.indicators.map(({ baseline }) => baseline.value)).toEqual(
      TABLE_4.map(([, , , , , baseline]) => baseline),
    );
    expect(planFile.indicators.map(({ target }) => [target.min, target.max ?? null])).toEqual(
      TABLE_4.map(([, , , , , , min, max]) => [min, max]),
    );
  });

  it('should file every indicator under its category, in its unit', () => {
    expect(shippedPlan.categories.map(({ id }) => id)).toEqual(Object.keys(CATEGORIES));
    for (const [category, numbers] of Object.entries(CATEGORIES)) {
      const filed = shippedPlan.indicators.filter((indicator) => indicator.category === category);
      expect(filed.map(({ number }) => number)).toEqual(numbers);
    }
    expect(shippedPlan.indicators.map(({ unit }) => unit.en)).toEqual(UNITS);
  });

  it('should hang every caveat on the rows it concerns, and leave none unused', () => {
    expect(Object.keys(shippedPlan.caveats)).toEqual(Object.keys(CAVEATS));
    for (const [caveat, numbers] of Object.entries(CAVEATS)) {
      const hung = shippedPlan.indicators.filter(({ caveats }) => caveats.includes(caveat));
      expect(hung.map(({ number }) => number)).toEqual(numbers);
    }
  });

  it('should name everything in every language, and not leave one language for another', () => {
    const texts = [
      shippedPlan.title,
      ...shippedPlan.categories.map(({ name }) => name),
      ...shippedPlan.indicators.flatMap(({ name, shortName, unit }) => [name, shortName, unit]),
      ...shippedPlan.drivers.flatMap(({ name, note }) => [name, note]),
      ...Object.values(shippedPlan.caveats),
    ];
    for (const text of texts) {
      for (const language of LANGUAGES) expect(text[language].trim()).not.toBe('');
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
      expect(text['zh-Hant']).toMatch(/\p{Script=Han}/u);
      expect(text['zh-Hans']).toMatch(/\p{Script=Han}/u);
    }
  });

  it('should call the effects of its drivers an illustration', () => {
    for (const { note } of shippedPlan.drivers) {
      expect(note.en).toContain('an illustration, not a finding');
      expect(note['zh-Hant']).toContain('只作示例');
      expect(note['zh-Hans']).toContain('只作示例');
    }
  });

  it('should read every number from the paper, and no source that no number is from', () => {
    const cited = shippedPlan.indicators.flatMap(({ baseline, target }) => [baseline.source, target.source]);
    expect([...new Set(cited)]).toEqual(shippedPlan.sources.map(({ id }) => id));
  });
});

describe('the shipped plans', () => {
  const root = join(import.meta.dirname, '../../../data');
  const contentOf = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));

  it('are all the files of data/plans, each as the reader of plan files reads it, the default one first', () => {
    const read = readdirSync(join(root, 'plans')).map((file) => parsePlan(contentOf(`plans/${file}`)));
    const plans = read.map((parsed) => (parsed.kind === 'parsed' ? parsed.plan : parsed.issues));
    expect(new Set(shippedPlans.map(({ plan }) => plan))).toEqual(new Set(plans));
    expect(shippedPlans).toHaveLength(plans.length);
    expect(shippedPlans[0].plan.id).toBe(DEFAULT_PLAN_ID);
    expect(plansIn(shippedPlans)).toEqual(shippedPlans.map(({ plan }) => plan));
    for (const { plan, model } of shippedPlans) expect(model).toEqual(planModel(plan));
  });

  it.each(shippedPlans.flatMap(({ plan, presets }) => plan.presets.map(({ id }) => ({ plan, presets, id }))))(
    'have preset $id as the reader of scenario files reads it, without a name of its own',
    (shipped) => {
      const { plan, presets, id } = shipped;
      const read = readScenarioFile(contentOf(`scenarios/${id}.json`), [plan]);
      if (read.kind === 'refused') throw new Error(JSON.stringify(read.issues));
      expect(presets.get(id)).toEqual({ ...read.scenario, name: '' });
      expect([...presets.keys()]).toEqual(plan.presets.map((preset) => preset.id));
    },
  );

  it('use every file of data/scenarios', () => {
    const files = readdirSync(join(root, 'scenarios')).map((file) => file.replace('.json', ''));
    const used = shippedPlans.flatMap(({ plan }) => plan.presets.map(({ id }) => id));
    expect(files.sort()).toEqual([...new Set(used)].sort());
  });
});
