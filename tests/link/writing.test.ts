import { AMOUNT_RANGE } from '../../src/core/growth/linear.ts';
import { CEILING_RANGE } from '../../src/core/growth/saturating.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { LONGEST_LINK, MOST_SCENARIOS } from '../../src/core/link/link-grammar.ts';
import { readLink as readAnyLink } from '../../src/core/link/read-link.ts';
import { defaultView } from '../../src/core/link/view.ts';
import { writeLink as writeAnyLink, type WrittenLink } from '../../src/core/link/write-link.ts';
import { anyContent, anyScenario } from './any-scenario.ts';
import { smallPlan } from './small-plan.ts';
import { tooLong } from './too-long.ts';
import { writeLink } from '../helpers/links.ts';

const SEED = 20250701;
const EMPTY = emptyScenario(shippedPlan);

describe('writeLink', () => {
  it('writes the example of the design in canonical form', () => {
    const scenario: Scenario = {
      ...EMPTY,
      name: 'Border shock',
      growth: {
        'foreign-investment': { kind: 'linear', amount: 0.5 },
        'cross-boundary-services': { kind: 'saturating', rate: 0.3, ceiling: 450 },
        'hk-residents': { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
        'hk-enterprises': { kind: 'compound', rate: 0.062 },
      },
      spread: { 'hk-enterprises': 4 },
      rho: 0.3,
      seed: 7,
    };
    expect(writeLink({ plan: shippedPlan, scenarios: [scenario] })).toBe(
      '?v=1&hke=6.2s4&hkr=5y6y7&cbs=30c450&fdi=a0.5&rho=0.3&seed=7&z=37t3#name=Border%20shock',
    );
  });

  it('keeps one order of keys: indicators in plan order, then as the design lists them, scenario by scenario', () => {
    const first: Scenario = {
      ...EMPTY,
      growth: { 'overseas-professionals': { kind: 'compound', rate: 0.01 } },
      spread: { 'hk-enterprises': 2 },
      measure: { 'openness-cases': 'flow', 'hk-enterprises': 'flow' },
      rho: 0.5,
      phi: 0.25,
      seed: 0,
      start: 'latest',
      drivers: [
        { id: 'own', intensity: [1, 0, -1], effects: { 'modern-services': -2, 'hk-residents': 3 } },
        { id: 'border', intensity: [0, -1, 0], effects: { 'hk-enterprises': 9 } },
      ],
      influences: [
        { to: 'hk-residents', from: 'modern-services', strength: 0.25 },
        { to: 'hk-enterprises', from: 'hk-residents', strength: -0.5 },
      ],
    };
    const second: Scenario = {
      ...EMPTY,
      rho: 0.1,
      growth: { 'hk-residents': { kind: 'compound', rate: -0.5 } },
    };
    const link = writeLink({
      plan: shippedPlan,
      scenarios: [first, second],
      see: 'hk-residents',
      language: 'zh-Hans',
    });
    expect(link.replace(/z=\w{4}$/, 'z=')).toBe(
      '?v=1&hke=0s2&pro=1&m-hke=flow&m-opn=flow&rho=0.5&phi=0.25&seed=0&start=latest' +
        '&d-border=0y-1y0&d-own=1y0y-1&e-border-hke=9&e-own-hkr=3&e-own-mod=-2' +
        '&k-hke-hkr=-0.5&k-hkr-mod=0.25&hkr.2=-50&rho.2=0.1&see=hkr&lang=zh-Hans&z=',
    );
  });

  it.each<[what: string, scenario: Scenario]>([
    ['a scenario in which nothing is assumed', EMPTY],
    ['growth of 0 %', { ...EMPTY, growth: { 'hk-enterprises': { kind: 'compound', rate: 0 } } }],
    ['a spread of 0', { ...EMPTY, spread: { 'hk-enterprises': 0 } }],
    ["the plan's own reading", { ...EMPTY, measure: { 'openness-cases': 'cumulative' } }],
    ['a driver that is off', { ...EMPTY, drivers: [{ id: 'border', intensity: [0, 0, 0], effects: {} }] }],
    [
      "the plan's own effect of a driver that is off",
      { ...EMPTY, drivers: [{ id: 'border', intensity: [0, 0, 0], effects: { 'hk-residents': 10 } }] },
    ],
    [
      'a link without strength',
      { ...EMPTY, influences: [{ to: 'hk-enterprises', from: 'hk-residents', strength: 0 }] },
    ],
    [
      'a link from an indicator the plan lacks',
      { ...EMPTY, influences: [{ to: 'hk-enterprises', from: 'x', strength: 1 }] },
    ],
    [
      'a link to an indicator the plan lacks',
      { ...EMPTY, influences: [{ to: 'x', from: 'hk-enterprises', strength: 1 }] },
    ],
    ['a name of nothing but spaces', { ...EMPTY, name: ' \u00a0\n' }],
    [
      'the name of a driver that does nothing',
      { ...EMPTY, drivers: [{ id: 'own', name: 'Closure', intensity: [0, 0, 0], effects: {} }] },
    ],
  ])('leaves out %s', (_, scenario) => {
    expect(writeLink({ plan: shippedPlan, scenarios: [scenario] })).toBe(
      writeLink({ plan: shippedPlan, scenarios: [EMPTY] }),
    );
    expect(writeLink({ plan: shippedPlan, scenarios: [EMPTY] })).toBe('?v=1&z=50t8');
  });

  it('writes the names of drivers behind that of their scenario, in the fragment', () => {
    const [border, own] = ['border', 'own'].map((id) => ({ id, intensity: [1, 0, 0], effects: {} }));
    if (border === undefined || own === undefined) throw new Error('no drivers');
    const named = { ...EMPTY, name: 'S', drivers: [{ ...own, name: ' A_b\n' }, border] };
    const link = writeLink({
      plan: shippedPlan,
      scenarios: [named, { ...named, drivers: [{ ...border, name: '封關' }] }],
    });
    expect(link.slice(link.indexOf('#'))).toBe(
      '#name=S&name-own=A%5Fb&name.2=S&name-border.2=%E5%B0%81%E9%97%9C',
    );
    const nameless = { ...EMPTY, drivers: [own, border] };
    expect(link.slice(0, link.indexOf('#'))).toBe(
      writeLink({ plan: shippedPlan, scenarios: [nameless, { ...EMPTY, drivers: [border] }] }),
    );
  });

  it('keeps an effect of 0 where the plan ships another', () => {
    const drivers = [{ id: 'border', intensity: [0, 0, 0], effects: { 'hk-residents': 0 } }];
    expect(writeLink({ plan: shippedPlan, scenarios: [{ ...EMPTY, drivers }] })).toContain(
      '&e-border-hkr=0&',
    );
  });

  it('says 0 % of the first indicator for a later scenario in which nothing is assumed', () => {
    expect(writeLink({ plan: shippedPlan, scenarios: [EMPTY, EMPTY, EMPTY] })).toMatch(
      /^\?v=1&hke\.2=0&hke\.3=0&z=\w{4}$/,
    );
  });

  it('writes one rate for all years and a rate for the one year of a short plan alike', () => {
    const oneYear: GrowthAssumption = { kind: 'yearly', rates: [0.05] };
    const scenario = { ...emptyScenario(smallPlan), growth: { constructor: oneYear } };
    expect(writeLink({ plan: smallPlan, scenarios: [scenario] })).toMatch(/^\?v=1&plan=harbour-2031&co=5&z=/);
  });

  it.each([undefined, 'hk-enterprises', 'no-such-indicator'])('leaves out the view of %s', (see) => {
    expect(writeLink({ plan: shippedPlan, scenarios: [EMPTY], see })).toBe('?v=1&z=50t8');
  });

  it.each([
    [0.062, '6.2'],
    [0.07, '7'],
    [-0.999999, '-99.9999'],
    [10, '1000'],
    [0.1 + 0.2, '30'],
    [-1e-9, undefined],
  ])('writes %s a year with the shortest number of percent that reads back the same', (rate, text) => {
    const growth = { 'hk-enterprises': { kind: 'compound' as const, rate } };
    const link = writeLink({ plan: shippedPlan, scenarios: [{ ...EMPTY, growth }] });
    expect(/hke=([^&]*)/.exec(link)?.[1]).toBe(text);
  });

  it('never writes an exponent, whatever the size of a number', () => {
    const growth = {
      'hk-enterprises': { kind: 'linear' as const, amount: AMOUNT_RANGE.from },
      'hk-residents': { kind: 'saturating' as const, rate: 0.000001, ceiling: CEILING_RANGE.to },
      'cross-boundary-services': { kind: 'saturating' as const, rate: 1, ceiling: CEILING_RANGE.from },
    };
    expect(writeLink({ plan: shippedPlan, scenarios: [{ ...EMPTY, growth }] })).toContain(
      '&hke=a-100000000000&hkr=0.0001c100000000000&cbs=100c0.0001&',
    );
  });

  it(`never uses a character that mail, chat or Markdown might touch, and ends its query in a letter or digit (3,000 cases, seed ${SEED})`, () => {
    fc.assert(
      fc.property(anyContent(shippedPlan), (content) => {
        const link = writeLink(content);
        expect(link).toMatch(/^\?[A-Za-z0-9.=&-]*[A-Za-z0-9](?:#[A-Za-z0-9.=&%-]+)?$/);
        expect(link).toMatch(/&z=[0-9a-z]{4}(?:#|$)/);
      }),
      { seed: SEED, numRuns: 3000 },
    );
  });

  it.each([
    { decimals: 'one decimal', steps: 10, rates: [-999, 9999], spreads: [1, 999] },
    { decimals: 'two decimals', steps: 100, rates: [-999, 9999], spreads: [1, 999] },
  ])(
    `stays under 271 characters with all 14 rates and spreads of $decimals after a 40-character address (1,000 cases, seed ${SEED})`,
    ({ steps, rates: [lowest, highest], spreads: [least, most] }) => {
      const address = 'https://www.example-university.edu/plan/';
      expect(address).toHaveLength(40);
      const rate = fc.oneof(
        fc.constant(highest),
        fc.integer({ min: lowest as number, max: highest as number }),
      );
      const spread = fc.oneof(fc.constant(most), fc.integer({ min: least as number, max: most as number }));
      const all = { minLength: shippedPlan.indicators.length, maxLength: shippedPlan.indicators.length };
      let longest = 0;
      fc.assert(
        fc.property(fc.array(fc.tuple(rate, spread), all), (settings) => {
          const byId = (value: (setting: readonly [number | undefined, number | undefined]) => unknown) =>
            Object.fromEntries(shippedPlan.indicators.map(({ id }, i) => [id, value(settings[i] ?? [0, 0])]));
          const scenario = {
            ...EMPTY,
            growth: byId(([step = 0]) => ({ kind: 'compound', rate: step / steps / 100 })),
            spread: byId(([, step = 0]) => step / steps),
          } as Scenario;
          const { length } = address + writeLink({ plan: shippedPlan, scenarios: [scenario] });
          longest = Math.max(longest, length);
        }),
        { seed: SEED, numRuns: 1000 },
      );
      expect(longest).toBeGreaterThan(230);
      expect(longest).toBeLessThan(271);
    },
  );
});

describe('the length of a link', () => {
  const LONG = tooLong(shippedPlan);

  it('is said, and no link written, where no reader would accept it', () => {
    const whole = writeAnyLink({ plan: shippedPlan, scenarios: [LONG], longest: Infinity });
    const { length } = linkIn(whole);
    expect(length).toBeGreaterThan(LONGEST_LINK);
    expect(writeAnyLink({ plan: shippedPlan, scenarios: [LONG] })).toEqual({ kind: 'too-long', length });
  });

  it('counts the address it is put behind, and name and view too', () => {
    const content = { plan: shippedPlan, scenarios: [EMPTY] };
    const bare = linkIn(writeAnyLink(content)).length;
    const address = 'a'.repeat(LONGEST_LINK - bare);
    const fitting = writeAnyLink({ ...content, address });
    expect(linkIn(fitting)).toHaveLength(LONGEST_LINK);
    expect(writeAnyLink({ ...content, address: `${address}a` })).toEqual({
      kind: 'too-long',
      length: LONGEST_LINK + 1,
    });
    expect(writeAnyLink({ ...content, address, scenarios: [{ ...EMPTY, name: 'x' }] })).toEqual({
      kind: 'too-long',
      length: LONGEST_LINK + '#name=x'.length,
    });
    const view = { ...defaultView(shippedPlan), tab: 'chances' } as const;
    expect(writeAnyLink({ ...content, address, view })).toEqual({
      kind: 'too-long',
      length: LONGEST_LINK + '&v-tab=chances'.length,
    });
  });

  it('may be any where both writer and reader are told so', () => {
    const link = linkIn(writeAnyLink({ plan: shippedPlan, scenarios: [LONG, LONG], longest: Infinity }));
    expect(readAnyLink(link, [shippedPlan], Infinity)).toMatchObject({ scenarios: [LONG, LONG], issues: [] });
    expect(readAnyLink(link, [shippedPlan]).issues).toEqual([
      { kind: 'too-long', key: '', given: String(link.length), used: String(LONGEST_LINK) },
    ]);
  });

  it('never is one that the reader refuses, whatever is written behind whatever address', () => {
    const content = fc.record({
      address: fc.nat(LONGEST_LINK + 100).map((length) => 'https://example.org/'.padEnd(length, 'a')),
      scenarios: fc.oneof(
        fc.array(anyScenario(shippedPlan), { minLength: 1, maxLength: MOST_SCENARIOS }),
        fc.nat(60).map((drivers) => [{ ...LONG, drivers: LONG.drivers.slice(0, drivers) }]),
      ),
    });
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(content, ({ address, scenarios }) => {
        const written = writeAnyLink({ plan: shippedPlan, scenarios, address });
        kinds.set(written.kind, (kinds.get(written.kind) ?? 0) + 1);
        if (written.kind === 'too-long') expect(written.length).toBeGreaterThan(LONGEST_LINK);
        else expect(readAnyLink(written.link, [shippedPlan])).toMatchObject({ scenarios, issues: [] });
      }),
      { seed: SEED, numRuns: 500, endOnFailure: true },
    );
    expect(kinds.get('written')).toBeGreaterThan(50);
    expect(kinds.get('too-long')).toBeGreaterThan(50);
  });
});

// Helpers

function linkIn(written: WrittenLink): string {
  if (written.kind === 'too-long') throw new RangeError(`a link of ${written.length} characters`);
  return written.link;
}
