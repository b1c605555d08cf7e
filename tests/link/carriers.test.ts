import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import type { Plans } from '../../src/core/plan/plan.ts';
import { namesOf, readLink, withoutNames, writeLink } from '../helpers/links.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { GOLDEN_LINKS } from './golden-links.ts';
import { sealed } from './sealed.ts';
import { smallPlan } from './small-plan.ts';

const PLANS: Plans = [shippedPlan, smallPlan];
/** The link of the public report, under its true check. */
const LINK = '?v=1&hke=6.2&fdi=12&z=fcvk';
const SCENARIO: Scenario = {
  ...emptyScenario(shippedPlan),
  growth: {
    'hk-enterprises': { kind: 'compound', rate: 0.062 },
    'foreign-investment': { kind: 'compound', rate: 0.12 },
  },
};
const NAMED = `${LINK}#name=Border%20shock`;

describe('what carriers do to a link', () => {
  it.each([
    'tdsourcetag=s_pctim_aiomsg',
    'openExternalBrowser=1',
    'mibextid=Zxz2cZ',
    'fbclid=IwAR0x',
    'utm_source=x',
    'scene=1&clicktime=1700000000&enterid=1700000000',
    'from=singlemessage&isappinstalled=0',
    'some_new-key=1',
    'Key=1&key=2&key=2',
    'bare',
    '__proto__=1',
    '=1',
  ])('is no alarm where it adds keys behind the check or in front: %s', (added) => {
    for (const link of [
      `${LINK}&${added}`,
      LINK.replace('?', `?${added}&`),
      LINK.replace('&fdi', `&${added}&fdi`),
    ])
      expect(readLink(link, PLANS), link).toMatchObject({ scenarios: [SCENARIO], issues: [] });
  });

  it.each([
    '#wechat_redirect',
    '#rd',
    '#:~:text=met',
    '#section-2',
    '，大家看看',
    '大家看看 12 項',
    '。',
    '，see hke 12',
    ' and then hke=99',
    '%EF%BC%8C%E7%9C%8B',
    ')',
    '】',
    '」。',
    '.html',
    '?from=timeline',
    '\r\nSent from my phone',
    '\nhttps://example.org/ 12',
    '&',
  ])('is no alarm where it puts something right behind the check: %s', (tail) => {
    expect(readLink(LINK + tail, PLANS)).toMatchObject({ scenarios: [SCENARIO], issues: [] });
  });

  it('is no alarm where it puts a fragment behind a name', () => {
    for (const tail of ['#wechat_redirect', '#rd'])
      expect(readLink(NAMED + tail, PLANS)).toMatchObject({
        scenarios: [{ ...SCENARIO, name: 'Border shock' }],
        issues: [],
      });
  });

  it.each([
    '?z=fcvk&v=1&fdi=12&hke=6.2',
    '?fdi=12&hke=6.2&v=1&z=fcvk',
    '?from=groupmessage&fdi=12&x=1&v=1&z=fcvk&hke=6.2',
    'https://example.org/?from=groupmessage?v=1&hke=6.2&fdi=12&z=fcvk',
    'How? https://example.org/?v=1&hke=6.2&fdi=12&z=fcvk.',
  ])('is no alarm where it changes the order or sets a ? in front: %s', (link) => {
    expect(readLink(link, PLANS)).toMatchObject({ scenarios: [SCENARIO], issues: [] });
  });

  it.each([
    ['&hkr=5', ['wrong-check z']],
    ['&hke=9', ['repeated-key hke']],
    ['&see=pax', ['wrong-check z']],
    ['&lang=en', ['wrong-check z']],
    ['&hke.2=9', ['wrong-check z']],
    ['&hke.9=9', ['unknown-key hke.9']],
    ['&hke.2=9&hke.2=8', ['repeated-key hke.2', 'wrong-check z']],
    ['&hkr=5&tdsourcetag=x', ['wrong-check z']],
    ['#hkr=5', ['wrong-check z']],
  ])('is an alarm where a key of the grammar stands behind the check: %s', (added, kinds) => {
    expect(kindsOf(LINK + added)).toEqual(kinds);
  });

  it('still names an unknown key that was sealed, or that stands in a damaged link or one without a check', () => {
    expect(kindsOf(sealed('v=1&hke=6.2&novel=1'))).toEqual(['unknown-key novel']);
    expect(kindsOf(`${sealed('v=2&hke=6.2&novel=1')}&mibextid=x&other=2`)).toEqual([
      'newer-version v',
      'unknown-key novel',
    ]);
    expect(kindsOf('?v=1&what=1&hke=6.3&fdi=12&z=fcvk')).toEqual(['unknown-key what', 'wrong-check z']);
    expect(kindsOf('?v=1&hke=6.2&what=1')).toEqual(['unknown-key what', 'no-check z']);
  });

  it('leaves a link about a plan that is not here intact', () => {
    const link = sealed('v=1&plan=atlantis&abc=5');
    expect(kindsOf(`${link}&tdsourcetag=x&other=1`)).toEqual(['unknown-plan plan']);
  });

  it('says nothing where it only adds to an address without a link', () => {
    for (const link of [
      'https://example.org/#rd',
      'https://example.org/?from=timeline&isappinstalled=0#wechat_redirect',
    ])
      expect(readLink(link, PLANS)).toMatchObject({ scenarios: [], issues: [] });
  });
});

describe('a link that was percent-encoded once more', () => {
  const encoded = encodeURIComponent(NAMED);
  it.each([
    ['into the path', `https://example.org/qianhai/${encoded}`],
    ['into the path, twice', `https://example.org/qianhai/${encodeURIComponent(encoded)}`],
    ['into the path, in small letters', `/${encoded.replace(/%../g, (mark) => mark.toLowerCase())}`],
    [
      'into the path, a carrier’s key behind',
      `https://example.org/${encoded.split('%23')[0]}?fbclid=x#name=Border%20shock`,
    ],
    ['behind the ?', `https://example.org/?${encodeURIComponent(NAMED.slice(1))}`],
    ['behind the #', `https://example.org/#${encodeURIComponent(NAMED.slice(1))}`],
    ['behind an encoded #', `https://example.org/%23${encodeURIComponent(NAMED.slice(1))}`],
  ])('is read: %s', (_, link) => {
    expect(readLink(link, PLANS)).toMatchObject({
      scenarios: [{ ...SCENARIO, name: 'Border shock' }],
      issues: [],
    });
  });

  it('is read without a check too, and one whose encoding is broken is named', () => {
    expect(readLink('/%3Fv%3D1%26hke%3D6.2', PLANS)).toMatchObject({
      scenarios: [{ growth: { 'hk-enterprises': { rate: 0.062 } } }],
      issues: [{ kind: 'no-check', given: '' }],
    });
    expect(kindsOf('?v=1&hke%3D6.2%E5')).toEqual(['unknown-key hke%3D6.2%E5', 'no-check z']);
  });

  it('does not take an encoded ? in a name for one', () => {
    const name = 'Why?a=1';
    const link = writeLink({ plan: shippedPlan, scenarios: [{ ...SCENARIO, name }] });
    expect(readLink(link, PLANS)).toMatchObject({ scenarios: [{ ...SCENARIO, name }], issues: [] });
    expect(
      readLink(`v=1&hke=6.2&fdi=12&z=fcvk&name=${encodeURIComponent(name)}`, PLANS).scenarios[0]?.name,
    ).toBe(name);
  });
});

describe('a link all in capitals', () => {
  it.each(GOLDEN_LINKS)('is read like the same in small letters, its names in capitals: %s', (_, link) => {
    const usual = readLink(link, PLANS);
    const capital = readLink(`HTTPS://EXAMPLE.ORG/${link.toUpperCase()}`, PLANS);
    expect(capital.scenarios.map(withoutNames)).toEqual(usual.scenarios.map(withoutNames));
    expect({ ...capital, scenarios: [] }).toEqual({ ...usual, scenarios: [] });
    expect(capital.scenarios.flatMap(namesOf)).toEqual(
      usual.scenarios.flatMap(namesOf).map((name) => name.toUpperCase()),
    );
  });

  it('is read percent-encoded, as the densest QR codes need it, and with a carrier’s key', () => {
    const dense = `HTTPS://EXAMPLE.ORG/${encodeURIComponent(LINK).toUpperCase()}`;
    expect(dense).toMatch(/^[0-9A-Z $%*+./:-]+$/);
    for (const link of [dense, `${LINK.toUpperCase()}&tdsourcetag=x`, '?HKE=6.2&FDI=12'])
      expect(readLink(link, PLANS).scenarios).toEqual([SCENARIO]);
    expect(kindsOf(dense)).toEqual([]);
  });

  it('is damaged like any other', () => {
    expect(kindsOf(LINK.toUpperCase().replace('6.2', '6.3'))).toEqual(['wrong-check z']);
    expect(kindsOf('?V=1&HKE=6.2&ABC=1&Z=FCVK')).toEqual(['unknown-key abc', 'wrong-check z']);
  });
});

describe('a link written by hand', () => {
  it.each([
    '?v=1&hke=6.2&hkr=5y6y7',
    '?hke=6.2',
    'v=1',
    '?v=1&hke=6.2&what=1',
    '?v=1&hke=fast',
    '?v=1&hke=6.2&rho=0.3.',
  ])('is told to have no check, and not to be cut: %s', (link) => {
    expect(readLink(link, PLANS).issues.at(-1)).toEqual({ kind: 'no-check', key: 'z', given: '', used: '' });
  });

  it.each([
    ['?v=1&hke=6.2&hk', 'hk'],
    ['?v=1&hke=6.2&hkr', 'hkr'],
    ['?v=1&hke=6.2&hkr=', 'hkr'],
    ['?v=1&hke=6.2&hkr=5y6', 'hkr=5y6'],
    ['?v=1&hke=10s', 'hke=10s'],
    ['?v=1&d-border=0y-1y', 'd-border=0y-1y'],
    ['#name=Border%20shock', 'name=Border shock'],
  ])('is told to be cut short where it ends in the middle: %s', (link, given) => {
    expect(readLink(link, PLANS).issues.at(-1)).toEqual({ kind: 'no-check', key: 'z', given, used: '' });
  });
});

// Helpers

function kindsOf(link: string): string[] {
  return readLink(link, PLANS).issues.map(({ kind, key }) => `${kind} ${key}`);
}
