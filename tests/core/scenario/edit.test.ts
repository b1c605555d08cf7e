import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLink } from '../../../src/core/link/read-link.ts';
import { writeLink } from '../../../src/core/link/write-link.ts';
import { MEASURES, projectedYears, type PlanModel } from '../../../src/core/plan/plan.ts';
import { assumptionsOf } from '../../../src/core/scenario/assumption.ts';
import { applyEdit, changedGrowths, spreadEverywhere, type Edit } from '../../../src/core/scenario/edit.ts';
import { RANGES } from '../../../src/core/scenario/ranges.ts';
import { readScenarioFile } from '../../../src/core/scenario/scenario-file.ts';
import { canonicalScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { scenarioFile } from '../../../src/core/scenario/write-scenario-file.ts';
import { seeded } from '../../helpers/arbitraries.ts';
import { deepFreeze } from '../../helpers/deep-freeze.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../../helpers/small-case.ts';
import {
  anyDriver,
  anyGrowth,
  anyInfluence,
  anyName,
  anyScenario,
  decimal,
} from '../../link/any-scenario.ts';

const plan = deepFreeze(smallPlan([{}, {}]));
const [one, two] = ['indicator-1', 'indicator-2'] as const;
const border = { id: 'border', intensity: [0, -1, 0.5], effects: { [one]: 2 } };
const demand = { id: 'demand', intensity: [1, 0, 0], effects: {} };
const feeding = { to: one, from: two, strength: 0.3 };
const fed = { to: two, from: one, strength: -0.1 };
const scenario = deepFreeze(
  scenarioOf(plan, {
    name: 'Mine',
    growth: { [one]: { kind: 'compound', rate: 0.1 } },
    spread: { [one]: 4 },
    drivers: [border, demand],
    influences: [feeding, fed],
  }),
);
const another = deepFreeze(scenarioOf(plan, { name: 'Another', seed: 7 }));

describe('applyEdit', () => {
  it.each<{ edit: Edit; changes: Partial<Scenario> }>([
    {
      edit: { kind: 'growth', indicator: two, growth: { kind: 'linear', amount: 5 } },
      changes: { growth: { ...scenario.growth, [two]: { kind: 'linear', amount: 5 } } },
    },
    {
      edit: {
        kind: 'growths',
        growth: { [one]: { kind: 'compound', rate: 0.2 }, [two]: { kind: 'yearly', rates: [0, 0.1, 0] } },
      },
      changes: {
        growth: { [one]: { kind: 'compound', rate: 0.2 }, [two]: { kind: 'yearly', rates: [0, 0.1, 0] } },
      },
    },
    { edit: { kind: 'measure', indicator: two, measure: 'flow' }, changes: { measure: { [two]: 'flow' } } },
    { edit: { kind: 'spread', indicator: two, points: 3 }, changes: { spread: { [one]: 4, [two]: 3 } } },
    { edit: { kind: 'spread-everywhere', points: 6 }, changes: { spread: { [one]: 6, [two]: 6 } } },
    { edit: { kind: 'draw-parameter', parameter: 'rho', value: 0.5 }, changes: { rho: 0.5 } },
    { edit: { kind: 'draw-parameter', parameter: 'phi', value: 0.5 }, changes: { phi: 0.5 } },
    { edit: { kind: 'draw-parameter', parameter: 'seed', value: 5 }, changes: { seed: 5 } },
    {
      edit: { kind: 'driver', driver: { ...border, effects: {} } },
      changes: { drivers: [{ ...border, effects: {} }, demand] },
    },
    {
      edit: { kind: 'driver', driver: { ...demand, id: 'mine' } },
      changes: { drivers: [border, demand, { ...demand, id: 'mine' }] },
    },
    {
      edit: { kind: 'driver', driver: { ...demand, name: 'Slump' } },
      changes: { drivers: [border, { ...demand, name: 'Slump' }] },
    },
    { edit: { kind: 'remove-driver', driver: 'border' }, changes: { drivers: [demand] } },
    {
      edit: { kind: 'influence', influence: { ...feeding, strength: 0.4 } },
      changes: { influences: [fed, { ...feeding, strength: 0.4 }] },
    },
    {
      edit: { kind: 'influence', influence: { to: one, from: one, strength: 1 } },
      changes: { influences: [feeding, fed, { to: one, from: one, strength: 1 }] },
    },
    { edit: { kind: 'influence', influence: { ...feeding, strength: 0 } }, changes: { influences: [fed] } },
    {
      edit: { kind: 'assumption', assumption: { kind: 'growth', indicator: one }, value: 0.25 },
      changes: { growth: { [one]: { kind: 'compound', rate: 0.25 } } },
    },
    {
      edit: { kind: 'assumption', assumption: { kind: 'intensity', driver: 'border', year: 1 }, value: 2 },
      changes: { drivers: [{ ...border, intensity: [0, 2, 0.5] }, demand] },
    },
    {
      edit: { kind: 'assumption', assumption: { kind: 'strength', to: one, from: two }, value: 0.5 },
      changes: { influences: [{ ...feeding, strength: 0.5 }, fed] },
    },
    {
      edit: { kind: 'assumption', assumption: { kind: 'strength', to: one, from: two }, value: 0 },
      changes: { influences: [fed] },
    },
    { edit: { kind: 'load', scenario: another }, changes: another },
    { edit: { kind: 'reset', scenario: another }, changes: { ...another, name: 'Mine' } },
    { edit: { kind: 'hold' }, changes: { growth: {} } },
    { edit: { kind: 'rename', name: 'Yours' }, changes: { name: 'Yours' } },
  ])('should change exactly what $edit says', ({ edit, changes }) => {
    expect(applyEdit(plan, scenario, deepFreeze(edit))).toEqual({ ...scenario, ...changes });
  });

  it.each<Edit>([
    { kind: 'growth', indicator: one, growth: { kind: 'compound', rate: 0.1 } },
    { kind: 'growth', indicator: two, growth: { kind: 'compound', rate: 0 } },
    { kind: 'growths', growth: {} },
    {
      kind: 'growths',
      growth: { [one]: { kind: 'compound', rate: 0.1 }, [two]: { kind: 'compound', rate: 0 } },
    },
    { kind: 'measure', indicator: two, measure: plan.indicators[1]?.measure ?? 'stock' },
    { kind: 'spread', indicator: one, points: 4 },
    { kind: 'spread', indicator: two, points: 0 },
    { kind: 'draw-parameter', parameter: 'rho', value: 0 },
    { kind: 'draw-parameter', parameter: 'phi', value: 0 },
    { kind: 'draw-parameter', parameter: 'seed', value: 1 },
    { kind: 'driver', driver: border },
    { kind: 'driver', driver: { ...border, effects: { [one]: 2, [two]: 0 } } },
    { kind: 'remove-driver', driver: 'unheard-of' },
    { kind: 'influence', influence: feeding },
    { kind: 'influence', influence: { to: one, from: one, strength: 0 } },
    {
      kind: 'load',
      scenario: { ...scenario, growth: { ...scenario.growth, [two]: { kind: 'compound', rate: 0 } } },
    },
    { kind: 'reset', scenario: { ...scenario, name: 'Another', drivers: [demand, border] } },
    { kind: 'rename', name: 'Mine' },
    { kind: 'assumption', assumption: { kind: 'growth', indicator: one }, value: 0.1 },
    { kind: 'assumption', assumption: { kind: 'growth', indicator: two }, value: 0 },
    { kind: 'assumption', assumption: { kind: 'intensity', driver: 'border', year: 1 }, value: -1 },
    { kind: 'assumption', assumption: { kind: 'intensity', driver: 'unheard-of', year: 1 }, value: 1 },
    { kind: 'assumption', assumption: { kind: 'strength', to: one, from: two }, value: 0.3 },
    { kind: 'assumption', assumption: { kind: 'strength', to: one, from: one }, value: 0.3 },
  ])('should return the very same scenario where nothing is new in %j', (edit) => {
    expect(applyEdit(plan, scenario, edit)).toBe(scenario);
  });

  it('should return the very same scenario where it has no growth, no spread and no driver to give up', () => {
    const empty = deepFreeze(scenarioOf(plan, {}));
    expect(applyEdit(plan, empty, { kind: 'hold' })).toBe(empty);
    expect(applyEdit(plan, empty, { kind: 'spread-everywhere', points: 0 })).toBe(empty);
    expect(applyEdit(plan, empty, { kind: 'remove-driver', driver: 'border' })).toBe(empty);
  });

  it('should never call nothing new what the page shows, such as a driver without effect, or a shape', () => {
    const idle = deepFreeze(
      scenarioOf(plan, { drivers: [{ id: 'mine', intensity: [0, 0, 0], effects: {} }] }),
    );
    expect(applyEdit(plan, idle, { kind: 'remove-driver', driver: 'mine' }).drivers).toEqual([]);
    const growth = { kind: 'yearly', rates: [0] } as const;
    expect(applyEdit(plan, idle, { kind: 'growth', indicator: one, growth }).growth).toEqual({
      [one]: growth,
    });
  });

  it('should refuse an edit of a kind that does not exist', () => {
    expect(() => applyEdit(plan, scenario, { kind: 'unheard-of' } as never)).toThrow('unexpected case');
  });

  it('should name only those of several growths that are new, so that others stay unnamed', () => {
    const growth = { [one]: { kind: 'compound', rate: 0.2 }, [two]: { kind: 'compound', rate: 0 } } as const;
    expect(applyEdit(plan, scenario, { kind: 'growths', growth }).growth).toEqual({ [one]: growth[one] });
  });

  // Oracle: the two readers of scenarios, each of which refuses or tells of every number outside its range.
  it('should never leave a number outside its range, after any edits of any scenario', () => {
    fc.assert(
      fc.property(anyScenario(shippedPlan), fc.array(anyEdit, { maxLength: 12 }), (opened, edits) => {
        deepFreeze(opened);
        const edited = edits.reduce<Scenario>(
          (current, edit) => deepFreeze(applyEdit(shippedPlan, current, edit(current))),
          opened,
        );
        const canonical = canonicalScenario(shippedPlan, edited);
        expect(readScenarioFile(scenarioFile(shippedPlan, edited), [shippedPlan])).toEqual({
          kind: 'read',
          scenario: canonical,
        });
        const written = writeLink({ plan: shippedPlan, scenarios: [edited], longest: Infinity });
        if (written.kind === 'too-long') throw new RangeError('nothing is too long');
        expect(readLink(written.link, [shippedPlan], Infinity)).toMatchObject({
          scenarios: [canonical],
          issues: [],
        });
      }),
      seeded(300),
    );
  });

  it('should always return the very same scenario where an edit of any kind is made a second time', () => {
    fc.assert(
      fc.property(anyScenario(shippedPlan), anyEdit, (opened, edit) => {
        const wanted = edit(opened);
        // The mean of yearly rates may lie where not all of them can go; asked again, the others go further.
        fc.pre(wanted.kind !== 'assumption' || wanted.assumption.kind !== 'growth');
        const once = applyEdit(shippedPlan, opened, wanted);
        expect(applyEdit(shippedPlan, once, wanted)).toBe(once);
      }),
      seeded(300),
    );
  });
});

describe('changedGrowths', () => {
  it('should name the indicators whose growth differs, in plan order', () => {
    const after = applyEdit(plan, scenario, {
      kind: 'growths',
      growth: { [two]: { kind: 'linear', amount: 1 }, [one]: { kind: 'compound', rate: 0.2 } },
    });
    expect(changedGrowths(plan, scenario, after)).toEqual([one, two]);
    expect(changedGrowths(plan, after, scenario)).toEqual([one, two]);
  });

  it('should name none where growth is the same, whatever else differs, and however it is written', () => {
    const after = {
      ...scenario,
      name: 'Another',
      spread: {},
      growth: { [two]: { rate: 0, kind: 'compound' }, [one]: { rate: 0.1, kind: 'compound' } },
    } as const satisfies Scenario;
    expect(changedGrowths(plan, scenario, after)).toEqual([]);
  });

  it('should tell another shape from the same rate', () => {
    const growth = { ...scenario.growth, [one]: { kind: 'yearly', rates: [0.1, 0.1, 0.1] } } as const;
    expect(changedGrowths(plan, scenario, { ...scenario, growth })).toEqual([one]);
  });
});

describe('spreadEverywhere', () => {
  it('should give every indicator the same', () => {
    expect(spreadEverywhere(plan, 2)).toEqual({ [one]: 2, [two]: 2 });
  });
});

// Helpers

const model: PlanModel = shippedPlan;
const anyIndicator = fc.constantFrom(...model.indicators.map(({ id }) => id));
const years = projectedYears(model);

/** An edit that a page could make of a scenario: what it says may hang on what the scenario holds. */
const anyEdit: fc.Arbitrary<(scenario: Scenario) => Edit> = fc.oneof(
  fc
    .record({ kind: fc.constant('growth' as const), indicator: anyIndicator, growth: anyGrowth(years) })
    .map(always),
  fc
    .record({
      kind: fc.constant('growths' as const),
      growth: fc.dictionary(anyIndicator, anyGrowth(years), { maxKeys: 3, noNullPrototype: true }),
    })
    .map(always),
  fc
    .record({
      kind: fc.constant('measure' as const),
      indicator: anyIndicator,
      measure: fc.constantFrom(...MEASURES),
    })
    .map(always),
  fc
    .record({ kind: fc.constant('spread' as const), indicator: anyIndicator, points: decimal(RANGES.spread) })
    .map(always),
  decimal(RANGES.spread).map((points) => always({ kind: 'spread-everywhere', points })),
  fc.oneof(
    decimal(RANGES.rho).map((value) => always({ kind: 'draw-parameter', parameter: 'rho', value })),
    decimal(RANGES.phi).map((value) => always({ kind: 'draw-parameter', parameter: 'phi', value })),
    fc
      .integer({ min: 0, max: RANGES.seed.to })
      .map((value) => always({ kind: 'draw-parameter', parameter: 'seed', value })),
  ),
  anyDriver(model).map((driver) => always({ kind: 'driver', driver })),
  fc.nat(3).map((at) => ({ drivers }: Scenario): Edit => ({
    kind: 'remove-driver',
    driver: drivers[at]?.id ?? 'unheard-of',
  })),
  anyInfluence(model).map((influence) => always({ kind: 'influence', influence })),
  // Any value at all: it is brought into its range and to a step a link can hold.
  fc
    .tuple(fc.nat(), fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.boolean())
    .map(([pick, value, isSmall]) => (scenario: Scenario): Edit => {
      const assumptions = assumptionsOf(model, scenario);
      const assumption = assumptions[pick % assumptions.length] as (typeof assumptions)[number];
      return { kind: 'assumption', assumption, value: isSmall ? value / 1e12 : value };
    }),
  anyScenario(model).map((loaded) => always({ kind: 'load', scenario: loaded })),
  anyScenario(model).map((loaded) => always({ kind: 'reset', scenario: loaded })),
  fc.constant(always({ kind: 'hold' })),
  anyName.map((name) => always({ kind: 'rename', name })),
);

function always(edit: Edit): () => Edit {
  return () => edit;
}
