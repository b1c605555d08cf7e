/** One dot of a countable picture. */
export interface StackedDot {
  /** Middle of the dot's column, in pixels from the left. */
  readonly x: number;
  /** How many dots lie below it. */
  readonly level: number;
  readonly value: number;
}

/** Dots stacked on an axis. */
export interface StackedDots {
  readonly dots: readonly StackedDot[];
  /** How many dots the highest column holds. */
  readonly highest: number;
  /** Values at the two ends of the axis. */
  readonly from: number;
  readonly to: number;
  /** Where a value stands, in pixels from the left. */
  readonly position: (value: number) => number;
}

/** Free share of the axis beside the outermost value. */
const MARGIN = 0.03;

/**
 * Stack values as dots in columns of one dot's width. Columns begin at the first edge, so that no column holds dots of
 * both sides of it.
 *
 * @param values In the indicator's unit, in order.
 * @param options The target's edges, which the axis always shows; width of the picture and of a dot, in pixels.
 */
export function stackDots(
  values: readonly number[],
  { edges, width, dot }: { readonly edges: readonly number[]; readonly width: number; readonly dot: number },
): StackedDots {
  const lowest = Math.min(...values, ...edges);
  const highestValue = Math.max(...values, ...edges);
  const reach = highestValue - lowest || Math.abs(highestValue) || 1;
  const from = lowest - reach * MARGIN;
  const to = highestValue + reach * MARGIN;
  const position = (value: number): number => ((value - from) / (to - from)) * width;
  const origin = position(edges[0] ?? from) % dot;
  const levels = new Map<number, number>();
  const dots = values.map((value): StackedDot => {
    const column = Math.floor((position(value) - origin) / dot + 1e-9);
    const level = levels.get(column) ?? 0;
    levels.set(column, level + 1);
    return { x: origin + (column + 0.5) * dot, level, value };
  });
  return { dots, highest: Math.max(0, ...levels.values()), from, to, position };
}
