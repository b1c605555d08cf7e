import { LANGUAGES, type PlanModel } from '../../src/core/plan/plan.ts';

/** A plan file's content as `JSON.parse` gives it: plain data of any shape. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const words = Object.fromEntries(LANGUAGES.map((language) => [language, `words in ${language}`]));
const cited = { source: 'paper', where: 'Table 1' };

/** Return the content of a plan file that says these numbers and presets, with words and one source around them. */
export function planFileOf(plan: PlanModel, presets: Json[] = []): { [key: string]: Json } {
  return {
    format: 1,
    id: plan.id,
    version: 1,
    baselineYear: plan.baselineYear,
    horizonYear: plan.horizonYear,
    title: { ...words },
    categories: [{ id: 'growth', name: { ...words } }],
    indicators: plan.indicators.map(({ number, id, code, measure, baseline, target }) => ({
      number,
      id,
      code,
      category: 'growth',
      measure,
      otherReading: null,
      count: false,
      decimals: 2,
      name: { ...words },
      shortName: { ...words },
      unit: { ...words },
      baseline: { value: baseline.value, year: plan.baselineYear, ...cited },
      target: { ...target, year: plan.horizonYear, ...cited },
      caveats: ['inferred'],
    })),
    drivers: plan.drivers.map(({ id, effects }) => ({
      id,
      name: { ...words },
      note: { ...words },
      effects: { ...effects },
    })),
    ...(presets.length > 0 && { presets }),
    caveats: { inferred: { ...words } },
    sources: [{ id: 'paper', title: 'A paper', publisher: 'A press', published: '2024', url: null }],
  };
}

/** One change to a file: a path such as `indicators.0.target.max`, and what to put there; undefined takes it away. */
export type Change = readonly [path: string, value: Json | undefined];

/** Return a copy of a file with these changes. */
export function changed(file: Json, changes: readonly Change[]): Json {
  const copy = structuredClone(file);
  for (const [path, value] of changes) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.reduce<Json>((at, key) => (at as { [key: string]: Json })[key] ?? {}, copy);
    if (value === undefined) Reflect.deleteProperty(holder as object, last);
    // Defined, not assigned, because `__proto__` is a key like any other in JSON.
    else Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return copy;
}
