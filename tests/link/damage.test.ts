import { describe, expect, it } from 'vitest';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { GOLDEN_LINKS } from './golden-links.ts';
import { smallPlan } from './small-plan.ts';
import { readLink, type ReadLink, withoutNames, writeLink } from '../helpers/links.ts';
import type { Plans } from '../../src/core/plan/plan.ts';

const PLANS: Plans = [shippedPlan, smallPlan];
const ASCII = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const OTHERS = [
  '\n',
  '\t',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u202e',
  '–',
  '＝',
  '６',
  'é',
  '前',
  '🚢',
  '\ud83d',
];

describe.each(GOLDEN_LINKS)('a damaged copy of a link: %s', (_, link) => {
  const golden = read(link);
  const indices = Array.from(link, (_character, at) => at);
  const put = (at: number, characters: string, length: number): string =>
    link.slice(0, at) + characters + link.slice(at + length);

  it('is a copy of a canonical link that opens without an issue', () => {
    const plan = golden.plan === smallPlan.id ? smallPlan : shippedPlan;
    const { scenarios, see, language, issues } = golden;
    expect(issues).toEqual([]);
    expect(writeLink({ plan, scenarios, see, language })).toBe(link);
  });

  it('is never shown as if it were whole when it is cut short', () => {
    // The empty text and a bare ? are no link at all.
    expect(
      indices
        .filter((at) => at > 1)
        .map((at) => link.slice(0, at))
        .filter(misleads),
    ).toEqual([]);
  });

  it('is never shown as if it were whole when one character is another', () => {
    const copies = indices.flatMap((at) => [...ASCII, ...OTHERS].map((character) => put(at, character, 1)));
    expect(copies.filter(misleads)).toEqual([]);
  });

  it('is never shown as if it were whole when one character is lost', () => {
    expect(indices.map((at) => put(at, '', 1)).filter(misleads)).toEqual([]);
  });

  it('is never shown as if it were whole when one character is doubled', () => {
    expect(indices.map((at) => put(at, link.charAt(at), 0)).filter(misleads)).toEqual([]);
  });

  it('is never shown as if it were whole when a character has slipped in', () => {
    const copies = indices.flatMap((at) => [...ASCII, ...OTHERS].map((character) => put(at, character, 0)));
    expect(copies.filter(misleads)).toEqual([]);
  });

  it('is never shown as if it were whole when neighbours have changed indices', () => {
    expect(indices.map((at) => put(at, link.charAt(at + 1) + link.charAt(at), 2)).filter(misleads)).toEqual(
      [],
    );
  });

  it('is never shown as if it were whole when it is all capitals or all small letters', () => {
    expect([link.toUpperCase(), link.toLowerCase()].filter(misleads)).toEqual([]);
  });

  /** Whether a copy opens as another scenario (or as none, and so as the default preset) without any note. */
  function misleads(copy: string): boolean {
    const opened = read(copy);
    return opened.issues.length === 0 && numbersOf(opened) !== numbersOf(golden);
  }
});

// Helpers

function read(link: string): ReadLink {
  return readLink(link, PLANS);
}

/** What a link says but for names. */
function numbersOf({ plan, scenarios }: ReadLink): string {
  return JSON.stringify([plan, scenarios.map(withoutNames)]);
}
