import type { GrowthFieldName, GrowthShape } from '../../core/growth/growth-shapes.ts';

/** What the label of a field may speak of. */
interface FieldContext {
  /** The indicator's unit. */
  readonly unit: string;
  /** The year the field is about; the first projected year where it is about all of them. */
  readonly year: number;
}

/** Words of the growth shapes and their fields, in English. */
export const growth = {
  shape: {
    compound: 'Constant rate',
    yearly: 'Year by year',
    linear: 'Fixed amount a year',
    saturating: 'Levelling off below a ceiling',
  } satisfies Record<GrowthShape, string>,
  /** What stands after an indicator's unit in the table. */
  shapeMark: {
    compound: '',
    yearly: 'year by year',
    linear: 'fixed amount',
    saturating: 'levelling off',
  } satisfies Record<GrowthShape, string>,
  growthField: {
    'rate-in-year': ({ year }) => `Growth in ${year}, %`,
    'amount-a-year': ({ unit }) => `Added each year, ${unit}`,
    'start-rate': () => 'Growth at first, %',
    ceiling: ({ unit }) => `Ceiling, ${unit}`,
  } satisfies Record<GrowthFieldName, (about: FieldContext) => string>,
};

/** The same words in another language. */
export type GrowthWords = typeof growth;
