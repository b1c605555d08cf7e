import * as v from 'valibot';
import { numberWithin } from '../arithmetic/range-schema.ts';
import { growthSchema } from '../growth/growth-shapes.ts';
import { TEXT_FORMS, textOf } from '../issue/text-forms.ts';
import { RANGES } from './ranges.ts';
import { LONGEST_NAME } from './scenario-name.ts';

const identifier = textOf(TEXT_FORMS.id);

const name = v.pipe(v.string(), v.maxLength(2 * LONGEST_NAME));

const driver = v.strictObject({
  id: textOf(TEXT_FORMS.driverId),
  name: v.optional(name),
  intensity: v.pipe(v.array(numberWithin(RANGES.intensity)), v.minLength(1), v.maxLength(50)),
  effects: v.optional(v.record(identifier, numberWithin(RANGES.effect)), {}),
});

const link = v.strictObject({ to: identifier, from: identifier, strength: numberWithin(RANGES.strength) });

/**
 * The shape of a scenario file, one valibot schema for the reader and for the published JSON Schema
 * (`data/schema/scenario.schema.json`). Rates are fractions, spreads and effects percentage points. What depends on
 * the plan (its indicators, its number of years) is in `plan-issues.ts`. How many drivers and links there may be is not
 * limited, because work saved on a device is not, and all of it can be written to a file.
 */
export const scenarioSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  plan: textOf(TEXT_FORMS.planId),
  name: v.optional(name, ''),
  growth: v.optional(v.record(identifier, growthSchema), {}),
  spread: v.optional(v.record(identifier, numberWithin(RANGES.spread)), {}),
  measure: v.optional(v.record(identifier, v.picklist(['stock', 'flow', 'cumulative'])), {}),
  rho: v.optional(numberWithin(RANGES.rho), 0),
  phi: v.optional(numberWithin(RANGES.phi), 0),
  seed: v.optional(
    v.pipe(v.number(), v.integer(), v.minValue(RANGES.seed.from), v.maxValue(RANGES.seed.to)),
    1,
  ),
  start: v.optional(v.picklist(['baseline', 'latest']), 'baseline'),
  drivers: v.optional(v.array(driver), []),
  links: v.optional(v.array(link), []),
});
