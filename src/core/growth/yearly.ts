import * as v from 'valibot';
import { formatPercent, parsePercent, roundFraction } from '../arithmetic/decimal.ts';
import { numberWithin } from '../arithmetic/range-schema.ts';
import { projectedYears } from '../plan/plan.ts';
import { RATE_RANGE, type CompoundGrowth } from './compound.ts';
import { settable } from './growth-number.ts';
import type { GrowthNotation, GrowthShapeDefinition, GrowthShift } from './growth-shape-definition.ts';

/** A rate for each year: `f_t(x) = x (1 + r_t)`, equation (4). */
export interface YearlyGrowth {
  readonly kind: 'yearly';
  /** Fractions a year, one for each projected year. */
  readonly rates: readonly number[];
}

const leadRate = ({ rates }: YearlyGrowth): number =>
  roundFraction(rates.reduce((sum, rate) => sum + rate, 0) / rates.length);

/** The lead rate is the mean of its rates. */
export const yearly: GrowthShapeDefinition<YearlyGrowth, 'rate-in-year', CompoundGrowth> = {
  multiplies: true,
  isConstantRate: false,
  leadRange: RATE_RANGE,
  grow: (growth, level, step) => level * (1 + (growth.rates[step] ?? 0)),
  leadRate,
  withLeadRate(growth, _, rate) {
    const shift = rate - leadRate(growth);
    return { kind: 'yearly', rates: growth.rates.map((each) => settable.rate(each + shift, RATE_RANGE)) };
  },
  fromLeadRate(rate, { plan }) {
    const each = settable.rate(rate, RATE_RANGE);
    return { kind: 'yearly', rates: Array.from({ length: projectedYears(plan) }, () => each) };
  },
  mapNumbers: (growth, changes) => ({
    kind: 'yearly',
    rates: growth.rates.map((rate) => changes.rate(rate, RATE_RANGE)),
  }),
  // One year of its own rate is the same as that rate every year.
  simplest(growth) {
    const [only, ...more] = growth.rates;
    return only !== undefined && more.length === 0 ? { kind: 'compound', rate: only } : growth;
  },
  yearlyLists: ({ rates }) => [{ property: 'rates', values: rates }],
  fields: (growth) =>
    growth.rates.map((value, step) => ({
      name: 'rate-in-year',
      step,
      number: 'rate',
      value,
      range: RATE_RANGE,
      with: (rate) => ({
        kind: 'yearly',
        rates: growth.rates.map((other, at) => (at === step ? rate : other)),
      }),
    })),
};

/** A step of the lead rate: every year by the same points. */
export const shiftYearly: GrowthShift<YearlyGrowth> = ({ rates }, _, by) => ({
  kind: 'yearly',
  rates: rates.map((each) => roundFraction(each + by)),
});

/** The shape in a link. */
export const yearlyNotation: GrowthNotation<YearlyGrowth> = {
  parse(text) {
    const pieces = text.split('y');
    const rates = pieces.map(parsePercent).filter((rate) => rate !== undefined);
    // One rate alone is compound growth.
    return pieces.length < 2 || rates.length < pieces.length ? undefined : { kind: 'yearly', rates };
  },
  format: (growth) => growth.rates.map(formatPercent).join('y'),
  example: { text: '5y6y7', says: '5, 6 and 7 %, year by year' },
};

/** The shape in a scenario file. That there is a rate for each year of the plan is checked with the plan. */
export const yearlySchema = v.strictObject({
  kind: v.literal('yearly'),
  rates: v.pipe(v.array(numberWithin(RATE_RANGE)), v.minLength(1), v.maxLength(50)),
});
