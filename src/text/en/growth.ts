import type { GrowthFieldName, GrowthShape } from '../../core/growth/growth-shapes.ts';

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
  /** Labels; the year is the first projected one where a field is about all of them. */
  growthField: {
    'rate-in-year': (_, year) => `Growth in ${year}, %`,
    'amount-a-year': (unit) => `Added each year, ${unit}`,
    'start-rate': () => 'Growth at first, %',
    ceiling: (unit) => `Ceiling, ${unit}`,
  } satisfies Record<GrowthFieldName, (unit: string, year: number) => string>,
};

/** The same words in another language. */
export type GrowthWords = typeof growth;
