import { QUANTILES } from '../core/draws/quantiles.ts';
import type { PlanModel } from '../core/plan/plan.ts';
import type { IndicatorOutput, SimulationResult } from './result-record.ts';

/** One cell: text, a number, or nothing. */
export type Cell = string | number | undefined;

/** Text that a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Write one row of CSV by RFC 4180. Text that begins like a formula gets a leading `'`; numbers are written plainly,
 * with all their digits, and a minus of theirs is no formula.
 *
 * @param cells The row, from left to right.
 * @returns The row with its line end, CR LF.
 */
export function csvRow(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Return the header of a table of results.
 *
 * @param years The years that any of the results has, in order.
 * @returns The names of the columns; the last ones are the years, with `y` in that year below them.
 */
export function csvHeader(years: readonly number[]): readonly Cell[] {
  return [
    'result',
    'input',
    'name',
    'link',
    'plan',
    'planVersion',
    'version',
    'draws',
    'seed',
    'issues',
    'met',
    'of',
    'indicator',
    'measure',
    'status',
    'gap',
    'attainment',
    'neededMin',
    'neededMax',
    'shareMet',
    ...QUANTILES.map((p) => `quantile${p}`),
    ...years.map(String),
  ];
}

/**
 * Return the rows of one result: one for each indicator, in plan order, the scenario's own cells repeated.
 *
 * @param result What follows from a scenario.
 * @param index Its index among all results, from 1.
 * @param years The years of the header; a year the result does not have stays empty.
 * @returns Cells under `csvHeader`; quantiles are those of the horizon year.
 */
export function csvRows(result: SimulationResult, index: number, years: readonly number[]): Cell[][] {
  const { version, plan, input, link, scenario, issues, indicators, summary, draws, seed } = result;
  const name = typeof scenario['name'] === 'string' ? scenario['name'] : undefined;
  const kinds = issues.map(({ kind, key }) => `${kind} ${key}`).join('; ');
  return indicators.map((indicator) => [
    index,
    input,
    name,
    link ?? undefined,
    plan.id,
    plan.version,
    version,
    draws,
    seed,
    kinds,
    summary.met,
    summary.of,
    indicator.id,
    indicator.measure,
    indicator.status,
    indicator.gap,
    indicator.attainment,
    indicator.neededGrowth.min ?? undefined,
    indicator.neededGrowth.max ?? undefined,
    indicator.shareMet,
    ...QUANTILES.map((p) => indicator.quantiles[p].at(-1)),
    ...yearCells(indicator, result.years, years),
  ]);
}

/** Return every year that any of some plans has, in order: the columns of their trajectories. */
export function yearColumns(plans: readonly PlanModel[]): readonly number[] {
  const years = new Set<number>();
  for (const { baselineYear, horizonYear } of plans)
    for (let year = baselineYear; year <= horizonYear; year++) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/**
 * Return an indicator's trajectory under the columns of years. A year that it does not have is empty, and so is the
 * baseline year of a sum, which begins only after it: a 0 there would read as the amount of that year.
 *
 * @param output What follows for the indicator.
 * @param years The years of its trajectory.
 * @param columns The years of the columns.
 */
export function yearCells(
  { measure, trajectory }: IndicatorOutput,
  years: readonly number[],
  columns: readonly number[],
): readonly Cell[] {
  const [baselineYear] = years;
  return columns.map((year) =>
    measure === 'cumulative' && year === baselineYear ? undefined : trajectory[years.indexOf(year)],
  );
}
