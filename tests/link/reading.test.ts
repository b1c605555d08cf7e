import { describe, expect, it } from 'vitest';
import { LONGEST_LINK } from '../../src/core/link/link-grammar.ts';
import type { LinkIssue } from '../../src/core/link/link-issue.ts';
import { canonicalScenario, emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { sealed } from './sealed.ts';
import { smallPlan } from './small-plan.ts';
import { readLink as readAnyLink } from '../../src/core/link/read-link.ts';
import { readLink, type ReadLink, writeLink } from '../helpers/links.ts';
import type { Plans } from '../../src/core/plan/plan.ts';

const PLANS: Plans = [shippedPlan, smallPlan];
/** The example of the design, with the check it really has. */
const EXAMPLE = '?v=1&hke=6.2s4&hkr=5y6y7&cbs=30c450&fdi=a0.5&rho=0.3&seed=7&z=37t3#name=Border%20shock';
const QUERY = EXAMPLE.slice(1, EXAMPLE.indexOf('#'));
const FRAGMENT = EXAMPLE.slice(EXAMPLE.indexOf('#'));

const EXAMPLE_SCENARIO: Scenario = {
  ...emptyScenario(shippedPlan),
  name: 'Border shock',
  growth: {
    'hk-enterprises': { kind: 'compound', rate: 0.062 },
    'hk-residents': { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
    'cross-boundary-services': { kind: 'saturating', rate: 0.3, ceiling: 450 },
    'foreign-investment': { kind: 'linear', amount: 0.5 },
  },
  spread: { 'hk-enterprises': 4 },
  rho: 0.3,
  seed: 7,
};

describe('the example of the design', () => {
  it('says what the design says it does', () => {
    expect(read(EXAMPLE)).toEqual({
      plan: 'qianhai-2025',
      scenarios: [EXAMPLE_SCENARIO],
      see: undefined,
      language: undefined,
      issues: [],
    });
  });

  it('opens as printed there too, plan spelt out and keys in its order, its invented check named', () => {
    const printed =
      '?v=1&plan=qianhai-2025&hke=6.2s4&hkr=5y6y7&fdi=a0.5&cbs=30c450&rho=0.3&seed=7&z=k3f9#name=Border%20shock';
    const { scenarios, issues } = read(printed);
    expect(scenarios).toEqual([EXAMPLE_SCENARIO]);
    expect(issues).toEqual([{ kind: 'wrong-check', key: 'z', given: 'k3f9', used: '' }]);
  });
});

describe('the same link on its way through mail, chat and print', () => {
  it.each<[way: string, link: string]>([
    ['a full address', `https://example.org/qianhai/${EXAMPLE}`],
    ['an address of a file', `file:///home/me/qianhai/index.html${EXAMPLE}`],
    ['a query without its ?', `${QUERY}${FRAGMENT}`],
    ['a full address whose ? was lost', `https://example.org/qianhai/${QUERY}${FRAGMENT}`],
    ['everything in the fragment', `#${QUERY}&${FRAGMENT.slice(1)}`],
    ['everything in the fragment, after a ?', `https://example.org/#?${QUERY}&${FRAGMENT.slice(1)}`],
    ['everything in the fragment, name first', `#${FRAGMENT.slice(1)}&${QUERY}`],
    ['a # that became &', `${EXAMPLE.replace('#', '&')}`],
    ['a # encoded once', EXAMPLE.replace('#', '%23')],
    ['a # encoded twice', EXAMPLE.replace('#', '%2523')],
    ['everything after an encoded #', `https://example.org/%23${QUERY}&${FRAGMENT.slice(1)}`],
    ['everything after a twice encoded #', `https://example.org/%2523${QUERY}&${FRAGMENT.slice(1)}`],
    ['a link pasted after the # of an older one', `?v=1&hke=99&z=aaaa#${QUERY}&${FRAGMENT.slice(1)}`],
    ['a link pasted with its ? after the # of an older one', `?v=1&hke=99#?${QUERY}&${FRAGMENT.slice(1)}`],
    ['a space written as +', EXAMPLE.replace('%20', '+')],
    ['&amp; for &', EXAMPLE.replaceAll('&', '&amp;')],
    ['a stray & at either end', EXAMPLE.replace('?', '?&&').replace('#', '&#')],
    ['spaces and line ends around it', ` \r\n${EXAMPLE}\t\n `],
    ['a line broken by mail', EXAMPLE.replace('&cbs', '\r\n&c\nbs')],
    [
      'zero-width characters and soft hyphens',
      EXAMPLE.replaceAll('&', '\u200b&\u00ad').replace('=6', '\u2060=6'),
    ],
    ['a byte order mark', `\ufeff${EXAMPLE}`],
    ['a mark of direction in front', `\u200e${EXAMPLE}\u202c`],
    [
      'tracking keys of social sites',
      EXAMPLE.replace('?', '?utm_source=x&utm_medium=y&').replace('#', '&fbclid=Iw_AR&gclid=1#'),
    ],
    ['tracking keys of messengers', EXAMPLE.replace('#', '&from=timeline&isappinstalled=0#')],
    ['tracking keys after the fragment', `${EXAMPLE}&fbclid=IwAR0x`],
  ])('opens as if nothing had happened: %s', (_, link) => {
    expect(read(link)).toMatchObject({ scenarios: [EXAMPLE_SCENARIO], issues: [] });
  });

  it.each([
    '.',
    ',',
    ';',
    ':',
    '!',
    '?',
    ')',
    ']',
    '}',
    '>',
    '"',
    "'",
    '*',
    '_',
    '~',
    '…',
    '。',
    '，',
    '）',
    '」',
    '”',
    '吧',
    '%20',
    '%0D%0A',
    '%3E',
    '%22).',
  ])('opens without what a sentence leaves at its end: %s', (mark) => {
    const numbers = { ...EXAMPLE_SCENARIO, name: '' };
    expect(read(`?${QUERY}${mark}`)).toMatchObject({ scenarios: [numbers], issues: [] });
    expect(read(`#${QUERY}${mark}`)).toMatchObject({ scenarios: [numbers], issues: [] });
  });

  it('opens from between angle brackets, quotes and Markdown', () => {
    const address = `https://example.org/?${QUERY}`;
    for (const text of [`<${address}>`, `“${address}”`, `[a link](${address}).`, `**${address}**`]) {
      expect(read(text), text).toMatchObject({ scenarios: [{ seed: 7 }], issues: [] });
    }
  });

  it.each<[loss: string, link: string]>([
    ['the fragment', `?${QUERY}`],
    ['the name', EXAMPLE.replace('Border%20shock', '')],
  ])('loses only its title with %s', (_, link) => {
    expect(read(link)).toMatchObject({ scenarios: [{ ...EXAMPLE_SCENARIO, name: '' }], issues: [] });
  });
});

describe('what is no link at all', () => {
  it.each([
    '',
    '?',
    '#',
    ' ',
    '%23',
    'https://example.org/qianhai/',
    'https://example.org/qianhai/?',
    'hke',
    'plan',
  ])('says nothing, so that the page shows its default preset: "%s"', (link) => {
    expect(read(link)).toEqual({
      plan: 'qianhai-2025',
      scenarios: [],
      see: undefined,
      language: undefined,
      issues: [],
    });
  });

  it('may still ask for a language and an indicator', () => {
    expect(read('?lang=zh-Hant&see=pax')).toMatchObject({
      scenarios: [],
      see: 'airport-passengers',
      language: 'zh-Hant',
      issues: [],
    });
  });
});

describe('a problem in a link', () => {
  it.each<[given: string, query: string, issue: LinkIssue]>([
    ['an unknown key', 'v=1&abc=5', { kind: 'unknown-key', key: 'abc', given: '5', used: '' }],
    [
      'an indicator by its id',
      'v=1&hk-enterprises=5',
      { kind: 'unknown-key', key: 'hk-enterprises', given: '5', used: '' },
    ],
    ['a key in capitals', 'v=1&HKE=5', { kind: 'unknown-key', key: 'HKE', given: '5', used: '' }],
    ['an empty key', 'v=1&=5', { kind: 'unknown-key', key: '', given: '5', used: '' }],
    ['a key without a value', 'v=1&hello', { kind: 'unknown-key', key: 'hello', given: '', used: '' }],
    [
      'the first scenario by a suffix',
      'v=1&hke.1=5',
      { kind: 'unknown-key', key: 'hke.1', given: '5', used: '' },
    ],
    ['a ninth scenario', 'v=1&hke.9=5', { kind: 'unknown-key', key: 'hke.9', given: '5', used: '' }],
    ['a tenth scenario', 'v=1&hke.10=5', { kind: 'unknown-key', key: 'hke.10', given: '5', used: '' }],
    ['a version for one scenario', 'v=1&v.2=1', { kind: 'unknown-key', key: 'v.2', given: '1', used: '' }],
    [
      'a view for one scenario',
      'v=1&see.2=hke',
      { kind: 'unknown-key', key: 'see.2', given: 'hke', used: '' },
    ],
    [
      'a measure of nothing',
      'v=1&m-abc=flow',
      { kind: 'unknown-key', key: 'm-abc', given: 'flow', used: '' },
    ],
    [
      'a measure with too many parts',
      'v=1&m-hke-x=flow',
      { kind: 'unknown-key', key: 'm-hke-x', given: 'flow', used: '' },
    ],
    [
      'a driver of one letter',
      'v=1&d-a=1y1y1',
      { kind: 'unknown-key', key: 'd-a', given: '1y1y1', used: '' },
    ],
    [
      'a driver with a digit',
      'v=1&d-ab1=1y1y1',
      { kind: 'unknown-key', key: 'd-ab1', given: '1y1y1', used: '' },
    ],
    [
      'a driver of 17 letters',
      `v=1&d-${'a'.repeat(17)}=1y1y1`,
      { kind: 'unknown-key', key: `d-${'a'.repeat(17)}`, given: '1y1y1', used: '' },
    ],
    [
      'an effect on nothing',
      'v=1&e-ab-abc=1',
      { kind: 'unknown-key', key: 'e-ab-abc', given: '1', used: '' },
    ],
    [
      'an effect of no driver',
      'v=1&e-a-hke=1',
      { kind: 'unknown-key', key: 'e-a-hke', given: '1', used: '' },
    ],
    [
      'an effect with a part too few',
      'v=1&e-ab=1',
      { kind: 'unknown-key', key: 'e-ab', given: '1', used: '' },
    ],
    [
      'an effect with a part too many',
      'v=1&e-ab-hke-hkr=1',
      { kind: 'unknown-key', key: 'e-ab-hke-hkr', given: '1', used: '' },
    ],
    ['a link to nothing', 'v=1&k-abc-hke=1', { kind: 'unknown-key', key: 'k-abc-hke', given: '1', used: '' }],
    [
      'a link from nothing',
      'v=1&k-hke-abc=1',
      { kind: 'unknown-key', key: 'k-hke-abc', given: '1', used: '' },
    ],
    [
      'a link with a part too many',
      'v=1&k-hke-hkr-cbs=1',
      { kind: 'unknown-key', key: 'k-hke-hkr-cbs', given: '1', used: '' },
    ],

    [
      'a rate above its range',
      'v=1&hke=1000.0001',
      { kind: 'out-of-range', key: 'hke', given: '1000.0001', used: '1000' },
    ],
    [
      'a rate below its range',
      'v=1&hke=-100',
      { kind: 'out-of-range', key: 'hke', given: '-100', used: '-99.9999' },
    ],
    [
      'a rate of a year',
      'v=1&hke=1y2000y3',
      { kind: 'out-of-range', key: 'hke', given: '1y2000y3', used: '1y1000y3' },
    ],
    ['a spread', 'v=1&hke=5s100.5', { kind: 'out-of-range', key: 'hke', given: '5s100.5', used: '5s100' }],
    ['a spread below 0', 'v=1&hke=5s-1', { kind: 'out-of-range', key: 'hke', given: '5s-1', used: '5' }],
    [
      'an amount',
      'v=1&hke=a-100000000001',
      { kind: 'out-of-range', key: 'hke', given: 'a-100000000001', used: 'a-100000000000' },
    ],
    [
      'a saturating rate',
      'v=1&hke=150c9000',
      { kind: 'out-of-range', key: 'hke', given: '150c9000', used: '100c9000' },
    ],
    [
      'a ceiling of 0',
      'v=1&hke=30c0',
      { kind: 'out-of-range', key: 'hke', given: '30c0', used: '30c0.0001' },
    ],
    ['co-movement', 'v=1&rho=1', { kind: 'out-of-range', key: 'rho', given: '1', used: '0.95' }],
    ['persistence', 'v=1&phi=-0.1', { kind: 'out-of-range', key: 'phi', given: '-0.1', used: '0' }],
    [
      'a seed',
      'v=1&seed=4294967296',
      { kind: 'out-of-range', key: 'seed', given: '4294967296', used: '4294967295' },
    ],
    [
      'an intensity',
      'v=1&d-border=0y-11y1.5',
      { kind: 'out-of-range', key: 'd-border', given: '0y-11y1.5', used: '0y-10y1.5' },
    ],
    [
      'an effect',
      'v=1&e-border-hke=101',
      { kind: 'out-of-range', key: 'e-border-hke', given: '101', used: '100' },
    ],
    [
      'the strength of a link',
      'v=1&k-hke-hkr=-10.5',
      { kind: 'out-of-range', key: 'k-hke-hkr', given: '-10.5', used: '-10' },
    ],
    ['a version below the first', 'v=0', { kind: 'out-of-range', key: 'v', given: '0', used: '1' }],

    ['words for a rate', 'v=1&hke=fast', { kind: 'not-grammar', key: 'hke', given: 'fast', used: '0' }],
    ['no rate', 'v=1&hke=', { kind: 'not-grammar', key: 'hke', given: '', used: '0' }],
    ['an exponent', 'v=1&hke=1e2', { kind: 'not-grammar', key: 'hke', given: '1e2', used: '0' }],
    ['a number in base 16', 'v=1&hke=0x10', { kind: 'not-grammar', key: 'hke', given: '0x10', used: '0' }],
    [
      'an infinite number',
      'v=1&hke=Infinity',
      { kind: 'not-grammar', key: 'hke', given: 'Infinity', used: '0' },
    ],
    ['a decimal comma', 'v=1&hke=6,2', { kind: 'not-grammar', key: 'hke', given: '6,2', used: '0' }],
    [
      'a point without a digit before',
      'v=1&hke=.5',
      { kind: 'not-grammar', key: 'hke', given: '.5', used: '0' },
    ],
    ['a fifth decimal', 'v=1&hke=6.20001', { kind: 'not-grammar', key: 'hke', given: '6.20001', used: '0' }],
    ['a percent sign', 'v=1&hke=6%25', { kind: 'not-grammar', key: 'hke', given: '6%', used: '0' }],
    ['digits of full width', 'v=1&hke=６', { kind: 'not-grammar', key: 'hke', given: '６', used: '0' }],
    ['too few years', 'v=1&hke=5y6', { kind: 'not-grammar', key: 'hke', given: '5y6', used: '0' }],
    ['too many years', 'v=1&hke=5y6y7y8', { kind: 'not-grammar', key: 'hke', given: '5y6y7y8', used: '0' }],
    ['a spread without a growth', 'v=1&hke=s4', { kind: 'not-grammar', key: 'hke', given: 's4', used: '0' }],
    [
      'a measure that is none',
      'v=1&m-nin=sum',
      { kind: 'not-grammar', key: 'm-nin', given: 'sum', used: 'cumulative' },
    ],
    ['co-movement in words', 'v=1&rho=high', { kind: 'not-grammar', key: 'rho', given: 'high', used: '0' }],
    ['half a seed', 'v=1&seed=1.5', { kind: 'not-grammar', key: 'seed', given: '1.5', used: '1' }],
    [
      'a seed in words',
      'v=1&seed=shocked',
      { kind: 'not-grammar', key: 'seed', given: 'shocked', used: '1' },
    ],
    [
      'a start that is none',
      'v=1&start=now',
      { kind: 'not-grammar', key: 'start', given: 'now', used: 'baseline' },
    ],
    [
      'intensities for too few years',
      'v=1&d-border=0y-1',
      { kind: 'not-grammar', key: 'd-border', given: '0y-1', used: '0' },
    ],
    [
      'an intensity that is no number',
      'v=1&d-border=0yxy1',
      { kind: 'not-grammar', key: 'd-border', given: '0yxy1', used: '0' },
    ],
    [
      'an effect that is no number',
      'v=1&e-border-hkr=big',
      { kind: 'not-grammar', key: 'e-border-hkr', given: 'big', used: '10' },
    ],
    [
      'an own effect that is no number',
      'v=1&e-own-hkr=big',
      { kind: 'not-grammar', key: 'e-own-hkr', given: 'big', used: '0' },
    ],
    [
      'a strength that is no number',
      'v=1&k-hke-hkr=big',
      { kind: 'not-grammar', key: 'k-hke-hkr', given: 'big', used: '0' },
    ],
    [
      'an indicator that is none',
      'v=1&see=abc',
      { kind: 'not-grammar', key: 'see', given: 'abc', used: 'hke' },
    ],
    ['a language that is none', 'v=1&lang=la', { kind: 'not-grammar', key: 'lang', given: 'la', used: '' }],
    ['a version in words', 'v=one', { kind: 'not-grammar', key: 'v', given: 'one', used: '1' }],
    ['half a version', 'v=1.5', { kind: 'not-grammar', key: 'v', given: '1.5', used: '1' }],

    ['the same key twice', 'v=1&hke=5&hke=6', { kind: 'repeated-key', key: 'hke', given: '6', used: '5' }],
    ['a newer version', 'v=2', { kind: 'newer-version', key: 'v', given: '2', used: '1' }],
    [
      'an unknown plan',
      'v=1&plan=atlantis',
      { kind: 'unknown-plan', key: 'plan', given: 'atlantis', used: '' },
    ],
    [
      'a start not in use yet',
      'v=1&start=latest',
      { kind: 'not-in-use', key: 'start', given: 'latest', used: 'baseline' },
    ],
  ])('is named with what was given and what is used: %s', (_, query, issue) => {
    expect(read(sealed(query)).issues).toEqual([issue]);
  });

  it.each([
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'length',
    'then',
  ])('is nothing more than an unknown key where the key is %s', (key) => {
    for (const written of [key, `${key}.2`, `m-${key}`, `e-own-${key}`, `k-hke-${key}`]) {
      const { scenarios, issues } = read(sealed(`v=1&${written}=5`));
      expect(issues).toEqual([{ kind: 'unknown-key', key: written, given: '5', used: '' }]);
      expect(scenarios).toEqual([emptyScenario(shippedPlan)]);
    }
  });

  it('leaves a driver called constructor a driver like any other', () => {
    const { scenarios, issues } = read(sealed('v=1&d-constructor=1y0y0&e-constructor-hke=-2'));
    expect(issues).toEqual([]);
    expect(scenarios[0]?.drivers).toEqual([
      { id: 'constructor', intensity: [1, 0, 0], effects: { 'hk-enterprises': -2 } },
    ]);
  });

  it('is named for each key, and everything else is kept', () => {
    const { scenarios, issues } = read(sealed('v=1&hke=5000&hkr=x&cbs=7&what=1&cbs=8'));
    expect(issues.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'repeated-key cbs',
      'out-of-range hke',
      'not-grammar hkr',
      'unknown-key what',
    ]);
    expect(scenarios[0]?.growth).toEqual({
      'hk-enterprises': { kind: 'compound', rate: 10 },
      'cross-boundary-services': { kind: 'compound', rate: 0.07 },
    });
  });

  it('shows at most 80 characters of what was given', () => {
    const { issues } = read(sealed(`v=1&hke=${'9'.repeat(79)}x${'9'.repeat(20)}&${'q'.repeat(90)}=1`));
    expect(issues.map(({ key, given }) => [key.length, given.length])).toEqual([
      [3, 80],
      [80, 1],
    ]);
    expect(issues[0]?.given.endsWith('9…')).toBe(true);
  });
});

describe('a link without its check', () => {
  it('is opened, and said to have none', () => {
    const { scenarios, issues } = read('?v=1&hke=6.2');
    expect(scenarios).toHaveLength(1);
    expect(issues).toEqual([{ kind: 'no-check', key: 'z', given: '', used: '' }]);
  });

  it('is opened, and said to be damaged where the check does not fit', () => {
    const { scenarios, issues } = read(EXAMPLE.replace('hke=6.2', 'hke=6.3'));
    expect(scenarios).toHaveLength(1);
    expect(issues).toEqual([{ kind: 'wrong-check', key: 'z', given: '37t3', used: '' }]);
  });

  it('is said to be damaged where only a name is left of it', () => {
    const { scenarios, issues } = read('#name=Border%20shock');
    expect(scenarios).toEqual([]);
    expect(issues).toEqual([{ kind: 'no-check', key: 'z', given: 'name=Border shock', used: '' }]);
  });

  it('keeps what the newer grammar and this one share, and is not said to be damaged', () => {
    const { scenarios, issues } = read(sealed('v=9&hke=6.2&hkq=7'));
    expect(scenarios[0]?.growth).toEqual({ 'hk-enterprises': { kind: 'compound', rate: 0.062 } });
    expect(issues.map(({ kind }) => kind)).toEqual(['newer-version', 'unknown-key']);
  });
});

describe('a link that is too long', () => {
  it('is refused unread, whatever it says', () => {
    const link = `?v=1&hke=6.2&lang=en&see=pax&q=${'9'.repeat(LONGEST_LINK)}`;
    expect(read(link)).toEqual({
      plan: 'qianhai-2025',
      scenarios: [],
      see: undefined,
      language: undefined,
      issues: [{ kind: 'too-long', key: '', given: String(link.length), used: '8192' }],
    });
  });

  it('is read up to 8,192 characters', () => {
    const link = `?v=1&q=${'9'.repeat(LONGEST_LINK - 7)}`;
    expect(link).toHaveLength(LONGEST_LINK);
    expect(read(link).scenarios).toHaveLength(1);
    expect(read(`${link}9`).issues.map(({ kind }) => kind)).toEqual(['too-long']);
  });
});

describe('a link about a plan', () => {
  it('is about qianhai-2025 for ever where it names none, whatever plan is open', () => {
    expect(readLink(sealed('v=1'), [smallPlan, shippedPlan]).plan).toBe('qianhai-2025');
  });

  it('gives no result where it names none and qianhai-2025 is not at hand, even if all codes are known', () => {
    const lookalike = {
      ...smallPlan,
      indicators: smallPlan.indicators.map((indicator, at) => ({
        ...indicator,
        code: ['hke', 'law'][at] ?? indicator.code,
      })),
    };
    expect(readAnyLink('?v=1&hke=6.2&law=5&z=k93e', [lookalike])).toEqual({
      kind: 'plan-missing',
      plan: 'qianhai-2025',
      isIntact: true,
      language: undefined,
      issues: [{ kind: 'unknown-plan', key: 'plan', given: 'qianhai-2025', used: '' }],
    });
  });

  it('gives no result for a plan that is not at hand, but opens in its language', () => {
    expect(readAnyLink(sealed('v=1&plan=atlantis&hke=5&hkr=oops&lang=zh-Hans'), PLANS)).toEqual({
      kind: 'plan-missing',
      plan: 'atlantis',
      isIntact: true,
      language: 'zh-Hans',
      issues: [{ kind: 'unknown-plan', key: 'plan', given: 'atlantis', used: '' }],
    });
  });

  it.each(['?v=1&plan=atlantis&hke=5', sealed('v=1&plan=atlantis&hke=5').replace('hke=5', 'hke=6')])(
    'tells whether it is intact even where its plan is not at hand: %s is not',
    (damaged) => {
      expect(readAnyLink(damaged, PLANS)).toMatchObject({ kind: 'plan-missing', isIntact: false });
    },
  );

  it('is about the open plan where there is no key at all', () => {
    expect(readLink('https://example.org/', [smallPlan, shippedPlan]).plan).toBe('harbour-2031');
    expect(readLink('?utm_source=x', [smallPlan]).issues).toEqual([]);
  });

  it('is read with the codes and years of the plan it names', () => {
    const { plan, scenarios, see, issues } = read(sealed('v=1&plan=harbour-2031&co=5&bert=7&see=bert&hke=3'));
    expect(plan).toBe('harbour-2031');
    expect(see).toBe('berths');
    expect(scenarios[0]?.growth).toEqual({
      constructor: { kind: 'compound', rate: 0.05 },
      berths: { kind: 'compound', rate: 0.07 },
    });
    expect(issues).toEqual([{ kind: 'unknown-key', key: 'hke', given: '3', used: '' }]);
  });

  it('reads an indicator called constructor like any other where the link does not name it', () => {
    const [scenario] = read(sealed('v=1&plan=harbour-2031')).scenarios;
    expect(scenario?.growth).toEqual({});
    expect(writeLink({ plan: smallPlan, scenarios: [scenario as Scenario] })).toBe(
      sealed('v=1&plan=harbour-2031'),
    );
  });

  it('takes one rate and one intensity for a plan of one year', () => {
    const [scenario] = read(sealed('v=1&plan=harbour-2031&co=5s2&d-own=-1.5')).scenarios;
    expect(scenario?.growth).toEqual({ constructor: { kind: 'compound', rate: 0.05 } });
    expect(scenario?.drivers).toEqual([{ id: 'own', intensity: [-1.5], effects: {} }]);
  });

  it('names no indicator to see for a plan without any', () => {
    const { issues } = readLink(sealed('v=1&plan=harbour-2031&see=hke'), [{ ...smallPlan, indicators: [] }]);
    expect(issues).toEqual([{ kind: 'not-grammar', key: 'see', given: 'hke', used: '' }]);
  });
});

describe('a link with more scenarios', () => {
  it('reads up to eight, each with its own numbers and name', () => {
    const indices = [2, 3, 4, 5, 6, 7, 8];
    const query = `v=1&hke=1&${indices.map((index) => `hke.${index}=${index}`).join('&')}`;
    const names = `#name=S1&${indices.map((index) => `name.${index}=S${index}`).join('&')}`;
    const { scenarios, issues } = read(sealed(query, names));
    expect(issues).toEqual([]);
    expect(scenarios.map(({ name, growth }) => [name, growth['hk-enterprises']])).toEqual(
      [1, ...indices].map((index) => [`S${index}`, { kind: 'compound', rate: index / 100 }]),
    );
  });

  it('takes the suffix on every key of a scenario', () => {
    const query =
      'v=1&hke=1&hke.2=2s1&m-hke.2=flow&rho.2=0.1&phi.2=0.2&seed.2=3&d-border.2=0y-1y0&e-border-hke.2=9&k-hke-hkr.2=0.5';
    const { scenarios, issues } = read(sealed(query));
    expect(issues).toEqual([]);
    expect(scenarios).toEqual([
      scenarioWith({ growth: { 'hk-enterprises': { kind: 'compound', rate: 0.01 } } }),
      scenarioWith({
        growth: { 'hk-enterprises': { kind: 'compound', rate: 0.02 } },
        spread: { 'hk-enterprises': 1 },
        measure: { 'hk-enterprises': 'flow' },
        rho: 0.1,
        phi: 0.2,
        seed: 3,
        drivers: [{ id: 'border', intensity: [0, -1, 0], effects: { 'hk-enterprises': 9 } }],
        influences: [{ to: 'hk-enterprises', from: 'hk-residents', strength: 0.5 }],
      }),
    ]);
  });

  it('closes the gap where a index is left out', () => {
    const { scenarios } = read(sealed('v=1&hke.5=5&hke.3=3'));
    expect(scenarios.map(({ growth }) => growth['hk-enterprises'])).toEqual([
      undefined,
      { kind: 'compound', rate: 0.03 },
      { kind: 'compound', rate: 0.05 },
    ]);
  });

  it('counts a key with another suffix as another key', () => {
    expect(read(sealed('v=1&hke=1&hke.2=2')).issues).toEqual([]);
    expect(read(sealed('v=1&hke.2=1&hke.2=2')).issues).toEqual([
      { kind: 'repeated-key', key: 'hke.2', given: '2', used: '1' },
    ]);
  });

  it('names a name whose scenario is not there', () => {
    const { scenarios, issues } = read(sealed('v=1&hke=1', '#name.2=Lost'));
    expect(scenarios).toHaveLength(1);
    expect(issues).toEqual([{ kind: 'unknown-key', key: 'name.2', given: 'Lost', used: '' }]);
  });

  it('leaves a name for a ninth scenario out, and says so', () => {
    expect(
      read(sealed('v=1&hke=1', '#name.9=Nine')).issues.map(({ kind, key }) => `${kind} ${key}`),
    ).toContain('unknown-key name.9');
  });
});

describe('a driver’s name in a link', () => {
  const ACTS = 'v=1&d-own=0y1y0&e-own-pax=-30';
  const driver = { id: 'own', intensity: [0, 1, 0], effects: { 'airport-passengers': -30 } };

  it.each([
    ['behind the query', sealed(ACTS, '#name-own=Border%20closure')],
    ['behind the scenario’s name', sealed(ACTS, '#name=S&name-own=Border%20closure')],
    ['before the scenario’s name', sealed(ACTS, '#name-own=Border%20closure&name=S')],
    ['in the query', sealed(ACTS, '&name-own=Border%20closure')],
    ['with the whole link in the fragment', sealed(ACTS, '&name-own=Border%20closure').replace('?', '#')],
    ['after %23', sealed(ACTS, '%23name-own=Border%20closure')],
    ['with its key in capitals', sealed(ACTS, '#name-own=Border closure').replace(/^[^#]*#name-own/, upper)],
  ])('is read %s', (_, link) => {
    const { scenarios, issues } = read(link);
    expect(issues).toEqual([]);
    expect(scenarios[0]?.drivers).toEqual([{ ...driver, name: 'Border closure' }]);
  });

  it('costs nothing but the title where the fragment is lost', () => {
    const drivers = [{ ...driver, name: 'Border closure' }];
    const [query = '', fragment] = writeLink({
      plan: shippedPlan,
      scenarios: [scenarioWith({ drivers })],
    }).split('#');
    expect(fragment).toBe('name-own=Border%20closure');
    expect(read(query)).toMatchObject({ scenarios: [scenarioWith({ drivers: [driver] })], issues: [] });
  });

  it('belongs to the scenario of its suffix', () => {
    const query = `${ACTS}&d-own.2=1y1y1`;
    const { scenarios, issues } = read(sealed(query, '#name-own=First&name-own.2=Second'));
    expect(issues).toEqual([]);
    expect(scenarios.map(({ drivers }) => drivers[0]?.name)).toEqual(['First', 'Second']);
  });

  it('may be that of a driver of the plan', () => {
    const { scenarios, issues } = read(sealed('v=1&d-border=0y-1y0', '#name-border=%E5%B0%81%E9%97%9C'));
    expect(issues).toEqual([]);
    expect(scenarios[0]?.drivers).toEqual([
      { id: 'border', name: '封關', intensity: [0, -1, 0], effects: {} },
    ]);
  });

  it.each([
    ['name-lost', '#name-lost=Lost'],
    ['name-own.2', '#name-own.2=Lost'],
  ])('is named where there is no such driver: %s', (key, fragment) => {
    const { scenarios, issues } = read(sealed(`${ACTS}&hke.2=1`, fragment));
    expect(scenarios.map(({ drivers }) => drivers)).toEqual([[driver], []]);
    expect(issues).toEqual([{ kind: 'unknown-key', key, given: 'Lost', used: '' }]);
  });

  it('is cut at 80 characters, loses what no name has, and that is named', () => {
    const { scenarios, issues } = read(sealed(ACTS, `#name-own=a%0A${'船'.repeat(100)}`));
    const name = `a ${'船'.repeat(78)}`;
    expect(scenarios[0]?.drivers[0]?.name).toBe(name);
    expect(issues).toMatchObject([{ kind: 'out-of-range', key: 'name-own' }]);
  });

  it('leaves a driver without one where it says nothing', () => {
    const { scenarios, issues } = read(sealed(ACTS, '#name-own='));
    expect([scenarios[0]?.drivers, issues]).toEqual([[driver], []]);
  });

  it('says that the link is damaged where nothing else is left of it', () => {
    expect(read('#name-own=Border%20closure')).toMatchObject({
      scenarios: [],
      issues: [{ kind: 'no-check' }],
    });
  });
});

describe('a name in a link', () => {
  it.each([
    ['Chinese', '前海 2025'],
    ['emoji', '🚢👨‍👩‍👧'],
    ['a character outside the basic plane', '𠮷'],
    ['marks of the link itself', 'a#b%c&d=e+f?g'],
    ['an encoded hash', '100 %23 or %2523'],
    ['a whole query', '&v=1&hke=99&z=aaaa'],
    ['right to left', 'שלום'],
    ['markup', '<img src=x onerror=alert(1)>'],
  ])('survives as it is: %s', (_, name) => {
    const link = writeLink({ plan: shippedPlan, scenarios: [{ ...EXAMPLE_SCENARIO, name }] });
    expect(read(link)).toMatchObject({ scenarios: [{ ...EXAMPLE_SCENARIO, name }], issues: [] });
  });

  it('is cut at 80 characters, counted as a person counts them, and that is named', () => {
    const name = '船🚢'.repeat(41);
    const { scenarios, issues } = read(sealed('v=1', `#name=${encodeURIComponent(name)}`));
    expect(scenarios[0]?.name).toBe('船🚢'.repeat(40));
    expect(issues).toMatchObject([{ kind: 'out-of-range', key: 'name', used: '船🚢'.repeat(40) }]);
  });

  it('does not end in the space before the cut', () => {
    expect(nameOf(`#name=${'a'.repeat(79)}%20b`)).toBe('a'.repeat(79));
  });

  it.each([
    ['line breaks', 'a%0Ab%0D%0Ac', 'a b  c'],
    ['marks that turn the direction', '%E2%80%AEevil%E2%80%AC', 'evil'],
    ['control characters', '%00%07x%7F%C2%9B', 'x'],
  ])('loses %s, and that is named', (_, encoded, name) => {
    const { scenarios, issues } = read(sealed('v=1', `#name=${encoded}`));
    expect(scenarios[0]?.name).toBe(name);
    expect(issues).toMatchObject([{ kind: 'out-of-range', key: 'name', used: name }]);
  });

  it('gets a replacement mark for half a character', () => {
    expect(nameOf('#name=a\ud83d')).toBe('a\ufffd');
    expect(nameOf('#name=\udea2b')).toBe('\ufffdb');
    expect(writeLink({ plan: shippedPlan, scenarios: [scenarioWith({ name: '\ud83d' })] })).toMatch(
      /#name=%EF%BF%BD$/,
    );
  });

  it('stands as it is where its encoding is broken', () => {
    expect(nameOf('#name=50%')).toBe('50%');
    expect(nameOf('#name=%E5%89')).toBe('%E5%89');
  });

  it('may end in any mark', () => {
    expect(nameOf('#name=Really?')).toBe('Really?');
    expect(nameOf('#name=前海（一）')).toBe('前海（一）');
    expect(nameOf('&name=Plan%20(b)')).toBe('Plan (b)');
  });
});

// Helpers

function read(link: string): ReadLink {
  return readLink(link, PLANS);
}

function upper(text: string): string {
  return text.toUpperCase();
}

function nameOf(fragment: string): string | undefined {
  return read(sealed('v=1', fragment)).scenarios[0]?.name;
}

function scenarioWith(parts: Partial<Scenario>): Scenario {
  return canonicalScenario(shippedPlan, { ...emptyScenario(shippedPlan), ...parts });
}
