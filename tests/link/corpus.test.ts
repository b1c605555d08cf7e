import { describe, expect, it } from 'vitest';
import { LINK_VERSION } from '../../src/core/link/link-grammar.ts';
import { readScenarioFile } from '../../src/core/scenario/scenario-file.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import corpus from './corpus.json';
import { smallPlan } from './small-plan.ts';
import { readLink, writeLink } from '../helpers/links.ts';
import type { Plans } from '../../src/core/plan/plan.ts';

/**
 * Every form of link ever released. They are in slides, lesson plans and printed QR codes: NEVER EDIT AN ENTRY of
 * `corpus.json`, only add. If one of these tests fails, the change breaks links that people have, and the change is
 * what has to give. A new grammar adds its own entries and changes `canonical` of none but by a migration.
 */
interface Entry {
  readonly form: string;
  readonly link: string;
  /** How the page writes what it read; null where the link names no scenario. */
  readonly canonical: string | null;
  readonly see: string | null;
  readonly lang: string | null;
  /** Kind and key of every issue, in order. */
  readonly issues: readonly string[];
  /** Contents of scenario files that say the same. */
  readonly scenarios: readonly object[];
}

const PLANS: Plans = [shippedPlan, smallPlan];
const ENTRIES: readonly Entry[] = corpus;

describe('the corpus of released links', () => {
  it('holds at least 25 forms, each once, among them canonical ones and others', () => {
    expect(new Set(ENTRIES.map(({ form }) => form)).size).toBe(ENTRIES.length);
    expect(ENTRIES.length).toBeGreaterThanOrEqual(57);
    expect(ENTRIES.filter(({ link, canonical }) => link === canonical).length).toBeGreaterThanOrEqual(25);
    expect(ENTRIES.filter(({ link, canonical }) => link !== canonical).length).toBeGreaterThanOrEqual(20);
  });

  it('holds every key of the grammar', () => {
    const keys = ENTRIES.flatMap(({ link }) =>
      [...link.matchAll(/[?&#]([a-z-]+)(?:\.\d)?=/g)].map(([, key]) => key),
    );
    const codes = shippedPlan.indicators.map(({ code }) => code);
    for (const key of [
      'v',
      'plan',
      ...codes,
      'm-nin',
      'rho',
      'phi',
      'seed',
      'start',
      'd-border',
      'e-demand-teu',
    ]) {
      expect(keys).toContain(key);
    }
    for (const key of ['k-hke-hkr', 'see', 'lang', 'z', 'name', 'name-own']) expect(keys).toContain(key);
  });

  it.each(ENTRIES)('opens for ever as it did: $form', ({ link, see, lang, issues, scenarios }) => {
    const opened = readLink(link, PLANS);
    const recorded = scenarios.map((content) => readScenarioFile(content, PLANS));
    expect(opened.scenarios.map((scenario) => ({ kind: 'read', scenario }))).toEqual(recorded);
    const [first] = shippedPlan.indicators;
    // The first indicator is the default: stating it says nothing.
    expect(opened.see ?? null).toBe(see === first?.id ? null : see);
    expect(opened.language ?? null).toBe(lang);
    expect(opened.issues.map(({ kind, key }) => `${kind} ${key}`)).toEqual(issues);
  });

  it.each(ENTRIES.filter(({ canonical }) => canonical !== null))(
    'is written for ever as it was: $form',
    ({ link, canonical }) => {
      const { plan: id, scenarios, see, language } = readLink(link, PLANS);
      const plan = PLANS.find((known) => known.id === id) ?? shippedPlan;
      const written = writeLink({ plan, scenarios, see, language });
      // A newer grammar writes its own version; what it says of version 1 links is tested above.
      expect(LINK_VERSION === 1 ? written : canonical).toBe(canonical);
    },
  );
});
