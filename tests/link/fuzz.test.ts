import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulatePlan as simulateWith } from '../../src/core/simulate-plan.ts';
import type { PlanModel } from '../../src/core/plan/plan.ts';
import { LONGEST_LINK, MOST_SCENARIOS } from '../../src/core/link/link-grammar.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { anyContent } from './any-scenario.ts';
import { GOLDEN_LINKS } from './golden-links.ts';
import { smallPlan } from './small-plan.ts';
import { readLink, writeLink } from '../helpers/links.ts';
import type { Plans } from '../../src/core/plan/plan.ts';

/** With few draws: what is tested here is the same for any number. */
const simulatePlan = (
  plan: Parameters<typeof simulateWith>[0],
  scenario: Parameters<typeof simulateWith>[1],
) => simulateWith(plan, scenario, { draws: 8 });

const SEED = 826401;
const RAW = 25_000;
const MUTATED = 12_500;
const SHAPED = 12_500;

const PLANS: Plans = [shippedPlan, smallPlan];
const PROTOTYPES = [Object, Array, Function, String, Number, Boolean, RegExp, Map, Set, Promise].map(
  ({ prototype }) => prototype as object,
);

describe('reading any text as a link', () => {
  it(`never throws, and gives only finite numbers and sound scenarios: ${RAW} raw texts (seed ${SEED})`, () => {
    const ofTheGrammar = fc.string({
      unit: fc.constantFrom(
        ...'?&=#%.-+0123456789vhkezydacsm',
        '%23',
        '&hke=',
        '&v=1',
        '.2=',
        'd-',
        '\u200b',
        '前',
        '\ud83d',
      ),
      maxLength: 60,
    });
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.string({ maxLength: 60 }),
      ofTheGrammar,
      ofTheGrammar.map((rest) => `?v=1&${rest}`),
    );
    fuzz(text, RAW);
  }, 120_000);

  it(`never throws, and gives only finite numbers and sound scenarios: ${MUTATED} mutated links (seed ${SEED})`, () => {
    fuzz(mutatedLink(), MUTATED);
  }, 120_000);

  it(`never throws, and gives only finite numbers and sound scenarios: ${SHAPED} texts of keys and values (seed ${SEED})`, () => {
    fuzz(shapedLink(), SHAPED);
  }, 120_000);
});

// Helpers

function fuzz(text: fc.Arbitrary<string>, numRuns: number): void {
  const before = PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype));
  let runs = 0;
  fc.assert(
    fc.property(text, (link) => {
      runs++;
      expectSound(link);
    }),
    { seed: SEED, numRuns },
  );
  expect(runs).toBeGreaterThanOrEqual(numRuns);
  expect(PROTOTYPES.map((prototype) => Reflect.ownKeys(prototype))).toEqual(before);
}

function expectSound(link: string): void {
  const opened = readLink(link, PLANS);
  const plan = PLANS.find(({ id }) => id === opened.plan) as PlanModel;
  const { scenarios, see, language, issues } = opened;
  expect(scenarios.length).toBeLessThanOrEqual(MOST_SCENARIOS);
  expect(notFinite(opened)).toEqual([]);
  expect(issues.filter(({ key, given }) => key.length > 80 || given.length > 80)).toEqual([]);
  if (scenarios.length === 0) return;

  // What was understood is a scenario that a link can hold: it comes back the same, with nothing left to complain of.
  const again = readLink(writeLink({ plan, scenarios, see, language }), PLANS);
  const first = plan.indicators[0]?.id;
  expect(again.scenarios).toEqual(scenarios);
  expect(again.see ?? first).toBe(see ?? first);
  expect(again.language).toBe(language);
  expect(again.issues.filter(({ kind }) => kind !== 'not-in-use')).toEqual([]);
  for (const { levels, value, gap, attainment } of simulatePlan(plan, scenarios[0] as Scenario).indicators) {
    expect([...levels, value, gap, attainment].every(Number.isFinite)).toBe(true);
  }
}

/** Paths of all numbers in a value that are not finite, or are -0. */
function notFinite(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

/** Valid links, cut, joined, shuffled and overwritten in one to four indices. */
function mutatedLink(): fc.Arbitrary<string> {
  const written = fc.sample(anyContent(shippedPlan), { seed: SEED, numRuns: 150 }).map(writeLink);
  const valid = fc.constantFrom(...GOLDEN_LINKS.map(([, link]) => link), ...written);
  const piece = fc.oneof(
    fc.constantFrom(
      '&',
      '=',
      '#',
      '%',
      '%23',
      '-',
      '.',
      'y',
      's',
      'c',
      'a',
      '9',
      '99999',
      '.2',
      'e5',
      '&v=2',
      '&z=',
      '\n',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
    valid.map((link) => link.slice(0, 30)),
  );
  const index = fc.double({ min: 0, max: 1, noNaN: true });
  const change = fc.record({
    kind: fc.constantFrom(
      'cut' as const,
      'insert' as const,
      'overwrite' as const,
      'double' as const,
      'move' as const,
    ),
    from: index,
    to: index,
    piece,
  });
  return fc.tuple(valid, fc.array(change, { minLength: 1, maxLength: 4 })).map(([link, changes]) =>
    changes.reduce((text, { kind, from, to, piece: added }) => {
      const [start, end] = [from, to]
        .map((share) => Math.floor(share * text.length))
        .sort((a, b) => a - b) as [number, number];
      const [before, inner, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
      switch (kind) {
        case 'cut':
          return before + after;
        case 'insert':
          return before + added + inner + after;
        case 'overwrite':
          return before + added + after;
        case 'double':
          return (before + inner + inner + after).slice(0, LONGEST_LINK + 10);
        case 'move':
          return before + after + inner;
      }
    }, link),
  );
}

/** Keys and values of the right shape, and of shapes that have hurt other readers, joined in every way. */
function shapedLink(): fc.Arbitrary<string> {
  const code = fc.constantFrom(
    ...shippedPlan.indicators.map((indicator) => indicator.code),
    'co',
    'bert',
    'zz',
  );
  const rude = fc.constantFrom(
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'length',
    'then',
    'valueOf',
    '',
  );
  const driver = fc.oneof(fc.constantFrom('border', 'demand', 'own', 'constructor', 'x'), rude);
  const stem = fc.oneof(
    code,
    fc.constantFrom('v', 'plan', 'z', 'rho', 'phi', 'seed', 'start', 'see', 'lang', 'name', 'from', 'utm_x'),
    code.map((of) => `m-${of}`),
    driver.map((id) => `d-${id}`),
    driver.map((id) => `name-${id}`),
    fc.tuple(driver, code).map(([id, of]) => `e-${id}-${of}`),
    fc.tuple(code, fc.oneof(code, rude)).map(([to, from]) => `k-${to}-${from}`),
    rude,
  );
  const suffix = fc.oneof(
    { weight: 6, arbitrary: fc.constant('') },
    fc.constantFrom('.1', '.2', '.3', '.8', '.9', '.', '.22'),
  );
  const digits = fc.oneof(
    fc.integer({ min: -200, max: 2000 }).map(String),
    fc.integer({ min: -999_999, max: 999_999 }).map((steps) => String(steps / 1e4)),
    fc.constantFrom(
      '-0',
      '0.0',
      '00012',
      '1e999',
      '5e-324',
      '9007199254740993',
      '4294967296',
      '9'.repeat(400),
      'NaN',
      '-',
      '0x1F',
      '１',
    ),
  );
  const value = fc.oneof(
    digits,
    fc.tuple(digits, digits).map(([rate, spread]) => `${rate}s${spread}`),
    digits.map((amount) => `a${amount}`),
    fc.tuple(digits, digits).map(([rate, ceiling]) => `${rate}c${ceiling}`),
    fc.array(digits, { minLength: 1, maxLength: 5 }).map((rates) => rates.join('y')),
    fc.constantFrom(
      'stock',
      'flow',
      'cumulative',
      'latest',
      'baseline',
      'zh-Hant',
      'en',
      'harbour-2031',
      'qianhai-2025',
    ),
    code,
    fc
      .string({ unit: 'binary', maxLength: 8 })
      .map((text) => encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))),
    fc.constantFrom('[object Object]', '{"a":1}', '[1,2]', '%', '%E5', '%00', '<b>', "' or 1=1"),
  );
  const pair = fc
    .tuple(stem, suffix, fc.constantFrom('=', '=', '=', '', '=='), value)
    .map((parts) => parts.join(''));
  const pairs = fc.array(pair, { maxLength: 12 }).map((all) => all.join('&'));
  const shape = fc.constantFrom(
    '?A',
    '?A#B',
    '#A',
    '#?A',
    '?v=1&A',
    '?v=1&A#B',
    'A',
    'https://x.org/a?A%23B',
    '%2523A',
  );
  return fc
    .tuple(shape, pairs, pairs)
    .map(([frame, a, b]) => frame.replace('A', () => a).replace('B', () => b));
}
