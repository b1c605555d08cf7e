import { assertNever } from '../assert-never.ts';
import { MEASURES, projectedYears, type Measure, type PlanModel } from '../plan/plan.ts';
import { formatDecimal, parseDecimal } from '../arithmetic/decimal.ts';
import { clamp, type Range } from '../arithmetic/range.ts';
import type { GrowthAssumption } from '../growth/growth-shapes.ts';
import { formatGrowthText, parseGrowthText } from './growth-text.ts';
import { LONGEST_NAME, type LinkPair } from './link-grammar.ts';
import { linkIssue, type LinkIssue } from './link-issue.ts';
import type { LinkKey } from './link-key.ts';
import { RANGES } from '../scenario/ranges.ts';
import {
  canonicalScenario,
  emptyScenario,
  shippedEffect,
  type Influence,
  type Scenario,
} from '../scenario/scenario.ts';

/** A key that says something about a scenario. */
export type ScenarioKey = Extract<LinkKey, { readonly scenario: number }>;

/** A scenario while the keys of a link come in; drivers arrive in two parts. */
export interface ScenarioDraft {
  readonly plan: PlanModel;
  readonly growth: Record<string, GrowthAssumption>;
  readonly spread: Record<string, number>;
  readonly measure: Record<string, Measure>;
  readonly intensities: Map<string, readonly number[]>;
  readonly effects: Map<string, Record<string, number>>;
  readonly links: Influence[];
  fields: Pick<Scenario, 'name' | 'rho' | 'phi' | 'seed' | 'start'>;
}

/** The default and the range of each plain number of a scenario. */
const NUMBERS = {
  rho: { fallback: 0, range: RANGES.rho },
  phi: { fallback: 0, range: RANGES.phi },
  seed: { fallback: 1, range: RANGES.seed },
} as const;

/** Halves of a character, which no encoding can carry. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Control characters, line breaks, and marks that turn the direction of the text around a name. */
// eslint-disable-next-line no-control-regex -- control characters are what must go
const NOT_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Return a draft in which nothing is assumed yet.
 *
 * @param plan The plan the link is about.
 * @returns The draft, to be filled by `fillDraft`.
 */
export function newDraft(plan: PlanModel): ScenarioDraft {
  const { name, rho, phi, seed, start } = emptyScenario(plan);
  return {
    plan,
    growth: {},
    spread: {},
    measure: {},
    intensities: new Map(),
    effects: new Map(),
    links: [],
    fields: { name, rho, phi, seed, start },
  };
}

/**
 * Return the scenario a draft has become, in canonical form.
 *
 * @param draft The draft after its last key.
 * @returns The scenario.
 */
export function finishDraft(draft: ScenarioDraft): Scenario {
  const { plan, growth, spread, measure, intensities, effects, links, fields } = draft;
  const still = Array.from({ length: projectedYears(plan) }, () => 0);
  const drivers = [...new Set([...intensities.keys(), ...effects.keys()])].map((id) => ({
    id,
    intensity: intensities.get(id) ?? still,
    effects: effects.get(id) ?? {},
  }));
  return canonicalScenario(plan, {
    plan: plan.id,
    ...fields,
    growth,
    spread,
    measure,
    drivers,
    influences: links,
  });
}

/**
 * File what one pair of a link says into a draft; what it cannot take is left at its default.
 *
 * @param draft The draft, changed in place.
 * @param key What the pair's key means.
 * @param pair The pair itself.
 * @returns The issue with its value, if there is one.
 */
export function fillDraft(draft: ScenarioDraft, key: ScenarioKey, pair: LinkPair): LinkIssue | undefined {
  const years = projectedYears(draft.plan);
  switch (key.kind) {
    case 'growth': {
      const read = parseGrowthText(pair.value, years);
      if (read === undefined) return linkIssue('not-grammar', pair, '0');
      draft.growth[key.indicator.id] = read.growth;
      draft.spread[key.indicator.id] = read.spread;
      return read.clamped ? linkIssue('out-of-range', pair, formatGrowthText(read)) : undefined;
    }
    case 'measure': {
      const measure = MEASURES.find((known) => known === pair.value);
      if (measure === undefined) return linkIssue('not-grammar', pair, key.indicator.measure);
      draft.measure[key.indicator.id] = measure;
      return undefined;
    }
    case 'number': {
      const { fallback, range } = NUMBERS[key.field];
      const read = readNumber(pair, range, fallback);
      if (read.value === undefined) return read.issue;
      if (key.field === 'seed' && !Number.isInteger(read.value))
        return linkIssue('not-grammar', pair, String(fallback));
      draft.fields = { ...draft.fields, [key.field]: read.value };
      return read.issue;
    }
    case 'start':
      if (pair.value === 'baseline') return undefined;
      if (pair.value !== 'latest') return linkIssue('not-grammar', pair, 'baseline');
      draft.fields = { ...draft.fields, start: 'latest' };
      return linkIssue('not-in-use', pair, 'baseline');
    case 'intensity': {
      const reads = pair.value.split('y').map((value) => readNumber({ ...pair, value }, RANGES.intensity, 0));
      const intensity = reads.map(({ value }) => value).filter((value) => value !== undefined);
      if (reads.length !== years || intensity.length !== years) return linkIssue('not-grammar', pair, '0');
      draft.intensities.set(key.driver, intensity);
      const clamped = reads.some(({ issue }) => issue !== undefined);
      return clamped ? linkIssue('out-of-range', pair, intensity.map(formatDecimal).join('y')) : undefined;
    }
    case 'effect': {
      const shipped = shippedEffect(draft.plan, key.driver, key.indicator.id);
      const read = readNumber(pair, RANGES.effect, shipped);
      if (read.value === undefined) return read.issue;
      draft.effects.set(key.driver, { ...draft.effects.get(key.driver), [key.indicator.id]: read.value });
      return read.issue;
    }
    case 'strength': {
      const read = readNumber(pair, RANGES.strength, 0);
      if (read.value !== undefined)
        draft.links.push({ to: key.to.id, from: key.from.id, strength: read.value });
      return read.issue;
    }
    case 'name': {
      const name = cleanName(pair.value);
      draft.fields = { ...draft.fields, name };
      return name === pair.value.trim() ? undefined : linkIssue('out-of-range', pair, name);
    }
    default:
      return assertNever(key);
  }
}

/** A number clamped into its range, with the issue where it is no number and a default stands for it, or was outside. */
function readNumber(
  pair: LinkPair,
  range: Range,
  fallback: number,
): { value: number | undefined; issue: LinkIssue | undefined } {
  const given = parseDecimal(pair.value);
  if (given === undefined)
    return { value: undefined, issue: linkIssue('not-grammar', pair, formatDecimal(fallback)) };
  const value = clamp(given, range);
  return {
    value,
    issue: value === given ? undefined : linkIssue('out-of-range', pair, formatDecimal(value)),
  };
}

/**
 * Return a scenario's name as it is kept: no control characters, no loose ends, at most 80 characters.
 *
 * @param name Any text.
 * @returns The name; empty where nothing is left.
 */
export function cleanName(name: string): string {
  const plain = name.replace(LONE_SURROGATES, '\ufffd').replace(NOT_IN_NAMES, ' ').trim();
  return [...plain].slice(0, LONGEST_NAME).join('').trimEnd();
}
