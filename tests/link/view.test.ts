import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_ROWS, parseKey, RESERVED_CODES } from '../../src/core/link/link-fields.ts';
import { readLink, type OpenedLink } from '../../src/core/link/read-link.ts';
import {
  CONTOUR_SHARES,
  defaultView,
  FACTOR_OUTCOMES,
  PANEL_TABS,
  TORNADO_OUTCOMES,
  TORNADO_STEPS,
  WANTED_SHARES,
  type View,
} from '../../src/core/link/view.ts';
import { viewAbout } from '../../src/core/link/view-about.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import type { PlanModel } from '../../src/core/plan/plan.ts';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { anyScenario } from './any-scenario.ts';
import { sealed } from './sealed.ts';
import { smallPlan } from './small-plan.ts';

const EMPTY = emptyScenario(shippedPlan);
const DEFAULT = defaultView(shippedPlan);
/** A view in which nothing is as it is by default. */
const EVERYTHING: View = {
  selected: 'airport-passengers',
  tab: 'factors',
  open: true,
  withoutDoubt: true,
  wantedShare: 0.95,
  least: 7,
  goal: 14,
  goalShare: 0.9,
  locked: ['hk-enterprises', 'airport-passengers'],
  caps: [
    { indicator: 'hk-residents', rate: 0.205 },
    { indicator: 'airport-passengers', rate: -0.01 },
  ],
  outcome: 'value',
  step: '5',
  across: 'hk-residents',
  up: 'hk-enterprises',
  shown: 'count',
  contour: 0.5,
};

describe('a view in a link', () => {
  it('stands behind the scenarios, each part of it under a key of its own', () => {
    expect(linkTo([EMPTY], EVERYTHING)).toBe(
      sealed(
        'v=1&see=pax&v-tab=factors&v-open=1&v-sure=1&v-share=95&v-least=7&v-goal=14' +
          '&v-gshare=90&v-lock=hke.pax&v-cap=hkr20.5.pax-1' +
          '&v-outcome=value&v-step=5&v-x=hkr&v-y=hke&v-map=count&v-line=50',
      ),
    );
  });

  it.each(Object.keys(EVERYTHING) as (keyof View)[])(
    'holds %s alone where the rest is by default',
    (name) => {
      const view = { ...DEFAULT, [name]: EVERYTHING[name] };
      const link = linkTo([EMPTY], view);
      expect([...link.matchAll(/(?:see|v-[a-z]+)=/g)]).toHaveLength(1);
      expect(opened(link).view).toEqual(view);
    },
  );

  it.each([shippedPlan, smallPlan])('always is read as it was written, whatever it is: $id', (plan) => {
    fc.assert(
      fc.property(anyView(plan), anyScenario(plan), (view, scenario) => {
        const { plan: id, view: read, scenarios, issues } = opened(linkTo([scenario], view, plan));
        expect({ id, read, scenarios, issues }).toEqual({
          id: plan.id,
          read: view,
          scenarios: [scenario],
          issues: [],
        });
      }),
      seeded(500),
    );
  });

  it('is left out where it is the default one, and where it is not stated', () => {
    expect(linkTo([EMPTY], DEFAULT)).toBe('?v=1&z=50t8');
    expect(linkTo([EMPTY], undefined)).toBe('?v=1&z=50t8');
  });

  it('says nothing of indicators that the plan does not have, and of numbers of targets it cannot have', () => {
    const view = {
      ...{ ...DEFAULT, selected: 'berths', across: 'berths', up: 'berths', least: 0, goal: 15 },
      ...{ locked: ['berths'], caps: [{ indicator: 'berths', rate: 0.1 }] },
    };
    expect(linkTo([EMPTY], view)).toBe('?v=1&z=50t8');
  });

  it('is the default one where a link names no part of it', () => {
    expect(opened(sealed('v=1&hke=5')).view).toEqual(DEFAULT);
    expect(opened('').view).toEqual(DEFAULT);
    expect(opened('?'.padEnd(9000, 'a')).view).toEqual(DEFAULT);
    expect(opened(sealed('v=1&plan=harbour-2031')).view).toEqual(defaultView(smallPlan));
  });

  it.each([
    ['see', 'airport-passengers', 'hke'],
    ['see', 'bert', 'hke'],
    ['see', '', 'hke'],
    ['v-tab', 'unheard-of', 'trajectory'],
    ['v-tab', 'Chances', 'trajectory'],
    ['v-open', '0', ''],
    ['v-open', 'true', ''],
    ['v-share', '85', '80'],
    ['v-share', '0.8', '80'],
    ['v-share', '95.0', '80'],
    ['v-least', '0', ''],
    ['v-least', '15', ''],
    ['v-least', '-1', ''],
    ['v-goal', '1.5', ''],
    ['v-goal', '1e1', ''],
    ['v-gshare', '81', ''],
    ['v-gshare', '', ''],
    ['v-lock', 'bert', ''],
    ['v-lock', '', ''],
    ['v-cap', '12', ''],
    ['v-cap', 'hke', ''],
    ['v-cap', 'hke1e1', ''],
    ['v-cap', 'constructor5', ''],
    ['v-outcome', 'both', 'count'],
    ['v-step', '2', 'spread'],
    ['v-x', 'hk-residents', ''],
    ['v-y', 'constructor', ''],
    ['v-map', 'value', 'both'],
    ['v-line', '60', '80'],
  ])('keeps its default where %s is %j, and tells of it', (key, value, used) => {
    const { view, scenarios, issues } = opened(sealed(`v=1&hke=5&${key}=${value}`));
    expect(issues).toEqual([{ kind: 'not-grammar', key, given: value, used }]);
    expect(view).toEqual(DEFAULT);
    expect(scenarios).toHaveLength(1);
  });

  it.each([
    {
      key: 'v-lock',
      value: 'hke.bert.pax',
      used: 'hke.pax',
      part: { locked: ['hk-enterprises', 'airport-passengers'] },
    },
    { key: 'v-lock', value: 'hke.hke', used: 'hke', part: { locked: ['hk-enterprises'] } },
    {
      key: 'v-cap',
      value: 'bert5.hkr12.5',
      used: 'hkr12.5',
      part: { caps: [{ indicator: 'hk-residents', rate: 0.125 }] },
    },
    {
      key: 'v-cap',
      value: 'hkr12.x',
      used: 'hkr12',
      part: { caps: [{ indicator: 'hk-residents', rate: 0.12 }] },
    },
    {
      key: 'v-cap',
      value: 'hkr2000',
      used: 'hkr1000',
      part: { caps: [{ indicator: 'hk-residents', rate: 10 }] },
    },
  ])('takes what it can of $key=$value, and tells of the rest', ({ key, value, used, part }) => {
    const { view, issues } = opened(sealed(`v=1&hke=5&${key}=${value}`));
    expect(issues).toEqual([{ kind: 'out-of-range', key, given: value, used }]);
    expect(view).toEqual({ ...DEFAULT, ...part });
  });

  it('writes rows in the order of the plan, whatever order they are given in', () => {
    const link = sealed('v=1&v-lock=pax.hke&v-cap=pax-1.hkr20.5');
    expect(linkTo([EMPTY], opened(link).view)).toBe(sealed('v=1&v-lock=hke.pax&v-cap=hkr20.5.pax-1'));
  });

  it.each(['v-', 'v-unheard', 'v-tab.2', 'v-tab-hke', 'see.2', 'V-tab'])(
    'has no key %s, and the link says so',
    (key) => {
      const { view, scenarios, issues } = opened(`${sealed(`v=1&hke=5&${key}=1`)}`);
      expect(issues).toEqual([{ kind: 'unknown-key', key, given: '1', used: '' }]);
      expect(view).toEqual(DEFAULT);
      expect(scenarios).toHaveLength(1);
    },
  );

  it('is what the first of two keys says', () => {
    const { view, issues } = opened(sealed('v=1&v-tab=chances&v-tab=matters'));
    expect(view.tab).toBe('chances');
    expect(issues).toEqual([{ kind: 'repeated-key', key: 'v-tab', given: 'matters', used: 'chances' }]);
  });

  it('is checked like all else in a link', () => {
    const link = sealed('v=1&hke=5&v-tab=chances').replace('chances', 'matters');
    expect(opened(link).issues.map(({ kind }) => kind)).toEqual(['wrong-check']);
  });

  it('makes no scenario where nothing else is said, and needs no check', () => {
    const link = linkTo([EMPTY], EVERYTHING).replace('v=1&', '').replace(/&z=.*/, '');
    const { scenarios, view, issues } = opened(link);
    expect({ scenarios, view, issues }).toEqual({ scenarios: [], view: EVERYTHING, issues: [] });
  });

  it('never says anything of a scenario, whatever its keys hold', () => {
    const keys = FIELD_ROWS.map(({ key }) => key).filter((key) => key === 'see' || key.startsWith('v-'));
    const anyValue = fc.oneof(
      fc.constantFrom('1', '50', 'chances', 'value', 'hkr', 'count', ''),
      fc.stringMatching(/^[a-z0-9.-]{0,8}$/),
    );
    fc.assert(
      fc.property(
        fc.array(anyScenario(shippedPlan), { minLength: 1, maxLength: 2 }),
        fc.array(fc.tuple(fc.constantFrom(...keys), anyValue), { minLength: 1, maxLength: 5 }),
        (scenarios, pairs) => {
          const link = linkTo(scenarios, undefined);
          const looked = link.replace('&z=', `&${pairs.map((pair) => pair.join('=')).join('&')}&z=`);
          expect(opened(looked).scenarios).toEqual(opened(link).scenarios);
        },
      ),
      seeded(500),
    );
  });
});

describe('a view of another plan', () => {
  it.each([shippedPlan, smallPlan])(
    'always is what a link about the plan that is shown says of it: $id',
    (plan) => {
      const other = plan === shippedPlan ? smallPlan : shippedPlan;
      fc.assert(
        fc.property(fc.oneof(anyView(plan), anyView(other)), (view) => {
          const looked = viewAbout(plan, view);
          expect(looked).toEqual(opened(linkTo([emptyScenario(plan)], view, plan)).view);
          expect(viewAbout(plan, looked)).toEqual(looked);
        }),
        seeded(300),
      );
    },
  );
});

describe('the table of keys', () => {
  it('has every key once', () => {
    const keys = FIELD_ROWS.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('says of every key what it holds and what holds without it', () => {
    for (const { values, absent } of FIELD_ROWS) expect([values, absent]).not.toContain('');
  });

  it('keeps its words free, and what messengers add, so that no indicator’s code is one of them', () => {
    expect([...RESERVED_CODES].sort()).toEqual(
      ['v', 'plan', 'rho', 'phi', 'seed', 'start', 'see', 'lang', 'z', 'name', 'from'].sort(),
    );
  });

  it.each(FIELD_ROWS.map(({ key }) => key))('is the one from which %s is read', (template) => {
    const key = template.replace('<driver>', 'border').replace('<code>', 'hke').replace('<code>', 'pax');
    const read = parseKey(key, shippedPlan);
    const field = 'field' in read ? read.field.key : key;
    expect(read.kind).not.toBe('unknown');
    expect(field).toBe(template);
  });

  it('numbers the scenarios that follow the first, up to eight, and nothing else', () => {
    for (const { key: template } of FIELD_ROWS) {
      const key = template.replace('<driver>', 'border').replaceAll('<code>', 'hke');
      const read = parseKey(key, shippedPlan);
      const numbered = (suffix: string): unknown => parseKey(`${key}.${suffix}`, shippedPlan);
      for (const suffix of ['0', '1', '9', '10', '2.2', ''])
        expect(numbered(suffix)).toEqual({ kind: 'unknown' });
      for (const number of [2, 8]) {
        const isScenario = read.kind === 'scenario' || read.kind === 'name';
        expect(numbered(`${number}`)).toEqual(
          isScenario ? { ...read, scenario: number } : { kind: 'unknown' },
        );
      }
    }
  });

  it('names the indicators and the driver that a key is about', () => {
    const [hke] = shippedPlan.indicators;
    const pax = shippedPlan.indicators.find(({ code }) => code === 'pax');
    expect(parseKey('k-pax-hke', shippedPlan)).toMatchObject({
      about: { indicators: [pax, hke], driver: '' },
    });
    expect(parseKey('name-mine.3', shippedPlan)).toMatchObject({
      kind: 'name',
      scenario: 3,
      about: { indicators: [], driver: 'mine' },
    });
    expect(parseKey('e-mine-pax.3', shippedPlan)).toMatchObject({
      scenario: 3,
      about: { indicators: [pax], driver: 'mine' },
    });
  });

  it.each([
    '',
    'xyz',
    'm-xyz',
    'k-hke',
    'k-hke-xyz',
    'd-',
    'd-a',
    'd-Border',
    'd-border-hke',
    'e-border-',
    '.2',
  ])('knows no key "%s"', (key) => {
    expect(parseKey(key, shippedPlan)).toEqual({ kind: 'unknown' });
  });
});

// Helpers

function linkTo(
  scenarios: readonly Scenario[],
  view: View | undefined,
  plan: PlanModel = shippedPlan,
): string {
  const written = writeLink({ plan, scenarios, view, longest: Infinity });
  return written.kind === 'written' ? written.link : 'too long';
}

function opened(link: string): Extract<OpenedLink, { readonly kind: 'opened' }> {
  const read = readLink(link, [shippedPlan, smallPlan]);
  if (read.kind === 'plan-missing') throw new Error(`${read.plan} is at hand`);
  return read;
}

/** Any view a page can show of a plan. */
function anyView(plan: PlanModel): fc.Arbitrary<View> {
  const ids = plan.indicators.map(({ id }) => id);
  const count = fc.option(fc.integer({ min: 1, max: ids.length }), { nil: undefined });
  const indicator = fc.option(fc.constantFrom(...ids), { nil: undefined });
  return fc.record({
    selected: fc.constantFrom(...ids),
    tab: fc.constantFrom(...PANEL_TABS),
    open: fc.boolean(),
    withoutDoubt: fc.boolean(),
    wantedShare: fc.constantFrom(...WANTED_SHARES).map((share) => share / 100),
    least: count,
    goal: count,
    goalShare: fc.option(
      fc.constantFrom(...WANTED_SHARES).map((share) => share / 100),
      { nil: undefined },
    ),
    locked: fc.subarray(ids),
    caps: fc
      .subarray(ids)
      .chain((capped) =>
        fc.tuple(
          ...capped.map((id) =>
            fc
              .integer({ min: -999_999, max: 10_000_000 })
              .map((step) => ({ indicator: id, rate: step / 1e6 })),
          ),
        ),
      ),
    outcome: fc.constantFrom(...TORNADO_OUTCOMES),
    step: fc.constantFrom(...TORNADO_STEPS),
    across: indicator,
    up: indicator,
    shown: fc.constantFrom(...FACTOR_OUTCOMES),
    contour: fc.constantFrom(...CONTOUR_SHARES).map((share) => share / 100),
  });
}
