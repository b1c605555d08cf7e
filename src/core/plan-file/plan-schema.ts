import * as v from 'valibot';
import { TEXT_FORMS, textOf } from '../issue/text-forms.ts';
import { LANGUAGES, type Language } from '../plan/plan.ts';

/** The range of every amount a plan may state, in an indicator's unit: above 0, and nothing a unit cannot mend. */
const SMALLEST_AMOUNT = 1e-9;
const LARGEST_AMOUNT = 1e11;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const localized = v.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, text])) as Record<Language, typeof text>,
);
const identifier = textOf(TEXT_FORMS.id);
const wholeNumber = (from: number, to: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
const amount = v.pipe(v.number(), v.minValue(SMALLEST_AMOUNT), v.maxValue(LARGEST_AMOUNT));
const year = wholeNumber(1900, 2200);
const cited = { year, source: identifier, where: text, whereIn: v.optional(localized) };
/** A unit need not be in every language: one that writes the plan's number before the plan's unit states none. */
const amountStyle = v.optional(
  v.strictObject({
    unit: v.optional(text),
    one: v.optional(text),
    before: v.optional(text),
    after: v.optional(text),
    powerOfTen: v.optional(wholeNumber(-12, 12)),
  }),
);
const shownAs = v.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, amountStyle])) as Record<
    Language,
    typeof amountStyle
  >,
);
const measure = v.picklist(['stock', 'flow', 'cumulative']);

const target = v.variant('kind', [
  v.strictObject({ kind: v.literal('at-least'), min: amount, ...cited }),
  v.strictObject({ kind: v.literal('at-most'), max: amount, ...cited }),
  v.strictObject({ kind: v.literal('within'), min: amount, max: amount, ...cited }),
]);

const indicator = v.strictObject({
  number: wholeNumber(1, 9999),
  id: identifier,
  code: textOf(TEXT_FORMS.code),
  category: identifier,
  measure,
  otherReading: v.nullable(measure),
  count: v.boolean(),
  decimals: wholeNumber(0, 6),
  name: localized,
  shortName: localized,
  unit: localized,
  shownAs: v.optional(shownAs),
  baseline: v.strictObject({ value: amount, ...cited }),
  target,
  caveats: v.array(identifier),
  doubts: v.optional(v.array(identifier), []),
});

const driver = v.strictObject({
  id: textOf(TEXT_FORMS.driverId),
  name: localized,
  note: localized,
  effects: v.record(identifier, v.pipe(v.number(), v.minValue(-100), v.maxValue(100))),
});

const source = v.strictObject({
  id: identifier,
  title: text,
  publisher: text,
  published: text,
  url: v.nullable(textOf(TEXT_FORMS.address)),
});

/**
 * The shape of a plan file, one valibot schema for the reader and for the published JSON Schema
 * (`data/schema/plan.schema.json`). What no schema can say (references, duplicates) is in `cross-issues.ts`.
 */
export const planSchema = v.strictObject({
  $schema: v.optional(v.string()),
  format: v.literal(1),
  id: textOf(TEXT_FORMS.planId),
  version: wholeNumber(1, 9999),
  baselineYear: year,
  horizonYear: year,
  title: localized,
  subject: v.optional(localized),
  categories: v.pipe(v.array(v.strictObject({ id: identifier, name: localized })), v.minLength(1)),
  indicators: v.pipe(v.array(indicator), v.minLength(1), v.maxLength(200)),
  drivers: v.optional(v.array(driver), []),
  presets: v.optional(v.array(v.strictObject({ id: identifier, name: localized, note: localized })), []),
  caveats: v.record(identifier, localized),
  sources: v.pipe(v.array(source), v.minLength(1)),
});
