import type { Status } from '../core/assessment/assess-target.ts';
import type { Indicator } from '../core/plan/plan.ts';
import { edgesOf, type Target } from '../core/plan/target.ts';
import { decimalsThatAgree, printedNumber, type Numbers } from './numbers.ts';
import type { Text } from './text.ts';

/** Decimals that a row has at most, unless its numbers are so small that they would say nothing. */
const USUAL_DECIMALS = 2;
/** How many more decimals the exact value is given with. */
const EXACT_DECIMALS = 3;

/** What is known of an indicator in the horizon year. */
interface Judged {
  readonly value: number;
  readonly status: Status;
  readonly gap: number;
}

/** How a language writes the amounts of one indicator: in its own unit, every one with the decimals of the row. */
export interface Amounts {
  /** The unit by itself. */
  readonly unit: string;
  /** What the plan's numbers are multiplied by to be in that unit. */
  readonly scale: number;
  /** The target in that unit. */
  readonly target: Target;
  /** A printed number with its unit: "USD 5.86 bn", "1 organization". */
  readonly withUnit: (printed: string) => string;
  /** Any amount of the plan's unit. */
  readonly amount: (value: number) => string;
  /** A figure of the plan, as exactly as it is published. */
  readonly published: (value: number) => string;
  /** An amount with all decimals that say something. */
  readonly exact: (value: number) => string;
  /** How much each of a series of sums is above the one before, so that what is printed adds up to the printed sums. */
  readonly exactSteps: (sums: ArrayLike<number>) => readonly string[];
  /** A projected value with as many digits as it takes not to contradict its verdict. */
  readonly value: (judged: Judged) => string;
  /** The gap with its sign: the difference of what is shown, or of more decimals where the verdict needs them. */
  readonly gap: (judged: Judged) => string;
}

/** By the number formats of a language, which are the same object every time. */
const known = new WeakMap<Numbers, WeakMap<Indicator, Amounts>>();

/** Return how the page's language writes the amounts of an indicator. */
export function amountsOf(indicator: Indicator, text: Text): Amounts {
  const { numbers } = text;
  const ofLanguage = known.get(numbers) ?? new WeakMap<Indicator, Amounts>();
  known.set(numbers, ofLanguage);
  const amounts = ofLanguage.get(indicator) ?? makeAmounts(indicator, text);
  ofLanguage.set(indicator, amounts);
  return amounts;
}

function makeAmounts(indicator: Indicator, text: Text): Amounts {
  const { language, words, numbers } = text;
  const { unit: ownUnit, one, before, after, powerOfTen = 0 } = indicator.shownAs?.[language] ?? {};
  const unit = ownUnit ?? text.plan(indicator.unit);
  const scale = Number(`1e${powerOfTen}`);
  const target = scaledTarget(indicator.target, scale);
  const decimals = rowDecimals(indicator, powerOfTen);
  const exactly = (value: number): number => printedNumber(value * scale, decimals + EXACT_DECIMALS);
  const decimalsOf = ({ value, status }: Judged): number =>
    decimalsThatAgree({ value: value * scale, target, status }, decimals);
  return {
    unit,
    scale,
    target,
    withUnit(printed) {
      if (before !== undefined) return words.aroundNumber(before, printed, after ?? '');
      return words.afterNumber(printed, printed === '1' ? (one ?? unit) : unit);
    },
    amount: (value) => numbers.fixed(value * scale, decimals),
    published: (value) =>
      numbers.published(
        value * scale,
        value === indicator.baseline.value ? Math.max(0, indicator.decimals - powerOfTen) : 0,
      ),
    exact: (value) => numbers.published(exactly(value)),
    exactSteps: (sums) =>
      Array.from(sums, (sum, t) =>
        numbers.published(exactly(sum) - (t === 0 ? 0 : exactly(sums[t - 1] ?? 0))),
      ),
    value: (judged) =>
      numbers.judged({ value: judged.value * scale, target, status: judged.status }, decimals),
    gap(judged) {
      const shown = decimalsOf(judged);
      const edge = nearestEdge(target, (judged.value - judged.gap) * scale);
      const printed = printedNumber(judged.value * scale, shown);
      return numbers.gap(printed - edge, Math.max(shown, decimalsIn(edge)));
    },
  };
}

function scaledTarget(target: Target, scale: number): Target {
  const edges = Object.fromEntries(edgesOf(target).map(({ edge, value }) => [edge, value * scale]));
  return { kind: target.kind, ...edges } as Target;
}

/** The decimals of all of a row's amounts: none for whole things, else those of the baseline, but one or two. */
function rowDecimals({ count, decimals, baseline, target }: Indicator, powerOfTen: number): number {
  if (count) return Math.min(USUAL_DECIMALS, Math.max(0, -powerOfTen));
  const smallest = Math.min(baseline.value, ...edgesOf(target).map(({ value }) => value));
  // Two digits of the smallest number of the row.
  const needed = 1 - Math.floor(Math.log10(smallest) + powerOfTen);
  const least = powerOfTen > 0 ? 0 : 1;
  return Math.max(needed, least, Math.min(USUAL_DECIMALS, decimals - powerOfTen));
}

function nearestEdge(target: Target, value: number): number {
  const [first = 0, ...others] = edgesOf(target).map((edge) => edge.value);
  return others.reduce(
    (best, edge) => (Math.abs(edge - value) < Math.abs(best - value) ? edge : best),
    first,
  );
}

/** How many decimals a figure of the plan has. */
function decimalsIn(value: number): number {
  return (String(Number(value.toFixed(6))).split('.')[1] ?? '').length;
}
