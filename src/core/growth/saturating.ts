import * as v from 'valibot';
import {
  formatDecimal,
  formatPercent,
  parseDecimal,
  parsePercent,
  roundFraction,
} from '../arithmetic/decimal.ts';
import type { Range } from '../arithmetic/range.ts';
import { numberWithin } from '../arithmetic/range-schema.ts';
import { settable } from './growth-number.ts';
import type { GrowthNotation, GrowthShapeDefinition, GrowthShift } from './growth-shape-definition.ts';

/** Fast at first, then levelling off below the ceiling: `f_t(x) = x + r x (1 - x / c)`, equation (6). */
export interface SaturatingGrowth {
  readonly kind: 'saturating';
  /** The rate far below the ceiling, as a fraction a year. */
  readonly rate: number;
  /** In the indicator's unit. */
  readonly ceiling: number;
}

/** What the rate far below the ceiling may be, as a fraction. */
export const START_RATE_RANGE: Range = { from: -0.999999, to: 1 };
/** What the ceiling may be, in the indicator's unit. */
export const CEILING_RANGE: Range = { from: 0.0001, to: 1e11 };

const withStartRate = (growth: SaturatingGrowth, rate: number): SaturatingGrowth => ({
  ...growth,
  rate: settable.rate(rate, START_RATE_RANGE),
});

/** Its lead rate is the rate at first. */
export const saturating: GrowthShapeDefinition<SaturatingGrowth, 'start-rate' | 'ceiling'> = {
  multiplies: false,
  isConstantRate: false,
  leadRange: START_RATE_RANGE,
  grow: (growth, level) => level + growth.rate * level * (1 - level / growth.ceiling),
  leadRate: (growth) => growth.rate,
  withLeadRate: (growth, _, rate) => withStartRate(growth, rate),
  // A new ceiling is twice the larger of the baseline and the target's first edge.
  fromLeadRate(rate, { indicator: { baseline, target } }) {
    const edge = target.kind === 'at-most' ? target.max : target.min;
    const ceiling = settable.amount(2 * Math.max(baseline.value, edge), CEILING_RANGE);
    return { kind: 'saturating', rate: settable.rate(rate, START_RATE_RANGE), ceiling };
  },
  mapNumbers: (growth, changes) => ({
    kind: 'saturating',
    rate: changes.rate(growth.rate, START_RATE_RANGE),
    ceiling: changes.amount(growth.ceiling, CEILING_RANGE),
  }),
  simplest: (growth) => growth,
  yearlyLists: () => [],
  fields: (growth) => [
    {
      name: 'start-rate',
      step: undefined,
      number: 'rate',
      value: growth.rate,
      range: START_RATE_RANGE,
      with: (rate) => withStartRate(growth, rate),
    },
    {
      name: 'ceiling',
      step: undefined,
      number: 'amount',
      value: growth.ceiling,
      range: CEILING_RANGE,
      with: (ceiling) => ({ ...growth, ceiling }),
    },
  ],
};

/** A step of the lead rate. */
export const shiftSaturating: GrowthShift<SaturatingGrowth> = (growth, _, by) => ({
  ...growth,
  rate: roundFraction(growth.rate + by),
});

/** The shape in a link. */
export const saturatingNotation: GrowthNotation<SaturatingGrowth> = {
  parse(text) {
    const mark = text.indexOf('c');
    if (mark < 0) return undefined;
    const [rate, ceiling] = [parsePercent(text.slice(0, mark)), parseDecimal(text.slice(mark + 1))];
    return rate === undefined || ceiling === undefined ? undefined : { kind: 'saturating', rate, ceiling };
  },
  format: (growth) => `${formatPercent(growth.rate)}c${formatDecimal(growth.ceiling)}`,
  example: {
    text: '30c12000',
    says: 'starts at 30 % and levels off below 12,000',
  },
};

/** The shape in a scenario file. */
export const saturatingSchema = v.strictObject({
  kind: v.literal('saturating'),
  rate: numberWithin(START_RATE_RANGE),
  ceiling: numberWithin(CEILING_RANGE),
});
