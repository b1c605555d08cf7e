import { isConstantRate, leadRate } from '../../core/growth/lead-rate.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { growthOf, type Scenario } from '../../core/scenario/scenario.ts';
import type { Simulation } from '../../core/simulate-plan.ts';
import { describeBaseline, describeGap, describeValue, shortTarget } from '../../text/describe.ts';
import type { Text } from '../../text/text.ts';

/** How many digits wide a column of numbers is; a comma or a point counts as a digit. */
export interface ColumnWidths {
  readonly baseline: number;
  /** The number box of the rate, without its percent sign. */
  readonly rate: number;
  readonly value: number;
  readonly target: number;
  readonly gap: number;
}

/** Widths below which no column gets narrower, so that the usual numbers move nothing: "12.34", "112,694", "−1,234". */
const LEAST: ColumnWidths = { baseline: 5, rate: 5, value: 7, target: 5, gap: 6 };

/**
 * Return how wide the columns must be for every number that stands in them now: none is ever cut, and none moves while
 * its numbers have no more digits than usual.
 */
export function columnWidths(
  plan: Plan,
  { scenario, simulation }: { readonly scenario: Scenario; readonly simulation: Simulation | undefined },
  text: Text,
): ColumnWidths {
  const { numbers } = text;
  const widest = (least: number, shown: readonly string[]): number =>
    shown.reduce((most, { length }) => Math.max(most, length), least);
  const results = plan.indicators.flatMap((indicator, index) => {
    const result = simulation?.indicators[index];
    return result === undefined ? [] : [{ indicator, result }];
  });
  return {
    baseline: widest(
      LEAST.baseline,
      plan.indicators.map((indicator) => describeBaseline(indicator, text)),
    ),
    rate: widest(
      LEAST.rate,
      plan.indicators.map((indicator) => {
        const growth = growthOf(scenario, indicator.id);
        return numbers.percent(leadRate(growth, indicator), isConstantRate(growth) ? 4 : 2);
      }),
    ),
    value: widest(
      LEAST.value,
      results.map(({ indicator, result }) => describeValue(indicator, result, text)),
    ),
    target: widest(
      LEAST.target,
      plan.indicators.map((indicator) => shortTarget(indicator, text)),
    ),
    gap: widest(
      LEAST.gap,
      results.map(({ indicator, result }) => describeGap(indicator, result, text)),
    ),
  };
}
