import * as v from 'valibot';
import type { Range } from '../arithmetic/decimal.ts';
import { TEXT_FORMS, textOf } from '../issue/text-forms.ts';
import { LONGEST_NAME } from '../link/link-grammar.ts';
import { RANGES } from './scenario.ts';

const within = ({ from, to }: Range) => v.pipe(v.number(), v.minValue(from), v.maxValue(to));
const identifier = textOf(TEXT_FORMS.id);
const rate = within(RANGES.rate);

const growth = v.variant('kind', [
  v.strictObject({ kind: v.literal('compound'), rate }),
  v.strictObject({
    kind: v.literal('yearly'),
    rates: v.pipe(v.array(rate), v.minLength(1), v.maxLength(50)),
  }),
  v.strictObject({ kind: v.literal('linear'), amount: within(RANGES.amount) }),
  v.strictObject({
    kind: v.literal('saturating'),
    rate: within(RANGES.saturatingRate),
    ceiling: within(RANGES.ceiling),
  }),
]);

const driver = v.strictObject({
  id: textOf(TEXT_FORMS.driverId),
  intensity: v.pipe(v.array(within(RANGES.intensity)), v.minLength(1), v.maxLength(50)),
  effects: v.optional(v.record(identifier, within(RANGES.effect)), {}),
});

const link = v.strictObject({ to: identifier, from: identifier, strength: within(RANGES.strength) });

/**
 * The shape of a scenario file, one valibot schema for the reader and for the published JSON Schema
 * (`data/schema/scenario.schema.json`). Rates are fractions, spreads and effects percentage points. What depends on
 * the plan (its indicators, its number of years) is in `scenario-file.ts`.
 */
export const scenarioSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  plan: textOf(TEXT_FORMS.planId),
  name: v.optional(v.pipe(v.string(), v.maxLength(2 * LONGEST_NAME)), ''),
  growth: v.optional(v.record(identifier, growth), {}),
  spread: v.optional(v.record(identifier, within(RANGES.spread)), {}),
  measure: v.optional(v.record(identifier, v.picklist(['stock', 'flow', 'cumulative'])), {}),
  rho: v.optional(within(RANGES.rho), 0),
  phi: v.optional(within(RANGES.phi), 0),
  seed: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(RANGES.seed.from), v.maxValue(RANGES.seed.to)),
    1,
  ),
  start: v.optional(v.picklist(['baseline', 'latest']), 'baseline'),
  drivers: v.optional(v.pipe(v.array(driver), v.maxLength(50)), []),
  links: v.optional(v.pipe(v.array(link), v.maxLength(1000)), []),
});
