import { assertNever } from '../core/assert-never.ts';
import { roundDecimal } from '../core/arithmetic/decimal.ts';
import { QUANTILES } from '../core/draws/quantiles.ts';
import { growthOf, spreadOf, type Scenario } from '../core/scenario/scenario.ts';
import type { GrowthAssumption } from '../core/growth/growth-shapes.ts';
import type { Indicator, Plan } from '../core/plan/plan.ts';
import { edgeValue } from '../core/plan/target.ts';
import { csvRow, yearColumns, yearCells, type Cell } from './csv.ts';
import type { ResultFormat } from './result-format.ts';
import type { IndicatorOutput, SimulationResult } from './result-record.ts';
import { FIRST_COLUMNS, LAST_COLUMNS, type SheetWords } from './sheet-words.ts';

/** Without it some spreadsheets read the names of a UTF-8 file in another encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table for a person's spreadsheet: CSV that begins with a byte order mark, in words, percent throughout, with what was
 * assumed beside what follows. Programs read the other CSV, whose columns stay as they are.
 */
export const sheetFormat: ResultFormat = {
  *write(results, plans, words) {
    const years = yearColumns(plans);
    yield BYTE_ORDER_MARK + csvRow(headerOf(words, years));
    let number = 0;
    for (const result of results) {
      number += 1;
      const plan = plans.find(({ id }) => id === result.plan.id) as Plan;
      yield result.indicators
        .map((output, index) =>
          csvRow(
            rowOf({ result, number, output, indicator: plan.indicators[index] as Indicator, words, years }),
          ),
        )
        .join('');
    }
  },
};

function headerOf({ columns, quantile }: SheetWords, years: readonly number[]): readonly Cell[] {
  return [
    ...FIRST_COLUMNS.map((column) => columns[column]),
    ...years.map(String),
    ...LAST_COLUMNS.map((column) => columns[column]),
    ...QUANTILES.map((p) => quantile(percent(p))),
    columns.link,
  ];
}

/** What a row is about. */
interface SheetRow {
  readonly result: SimulationResult;
  /** Number of the result among all, from 1. */
  readonly number: number;
  readonly output: IndicatorOutput;
  readonly indicator: Indicator;
  readonly words: SheetWords;
  readonly years: readonly number[];
}

function rowOf({ result, number, output, indicator, words, years }: SheetRow): readonly Cell[] {
  const { language } = words;
  const { link } = result;
  // A result holds its scenario as a file does: the same fields, without a name where there is none.
  const scenario = result.scenario as unknown as Scenario;
  const { name } = result.scenario as { readonly name?: string };
  const { id, code, target, baseline } = indicator;
  const { min, max } = output.neededGrowth;
  const assumed = assumedCells(growthOf(scenario, id));
  const first: Readonly<Record<(typeof FIRST_COLUMNS)[number], Cell>> = {
    scenario: name ?? words.unnamed(number),
    number: indicator.number,
    indicator: indicator.name[language],
    code,
    unit: indicator.unit[language],
    measure: words.measure[output.measure],
    ...assumed,
    spread: spreadOf(scenario, id),
    baseline: baseline.value,
  };
  const last: Readonly<Record<(typeof LAST_COLUMNS)[number], Cell>> = {
    targetFrom: edgeValue(target, 'min'),
    targetTo: edgeValue(target, 'max'),
    verdict: words.verdict[output.status],
    gap: output.gap,
    attainment: percent(output.attainment),
    neededFrom: min === null ? undefined : percent(min),
    neededTo: max === null ? undefined : percent(max),
    shareMet: percent(output.shareMet),
  };
  return [
    ...FIRST_COLUMNS.map((column) => first[column]),
    ...yearCells(output, result.years, years),
    ...LAST_COLUMNS.map((column) => last[column]),
    ...QUANTILES.map((p) => output.quantiles[p].at(-1)),
    link ?? undefined,
  ];
}

/** What is assumed of growth: rates in percent a year, an amount a year, a ceiling. */
function assumedCells(
  growth: GrowthAssumption,
): Readonly<Record<'growthPercent' | 'growthAmount' | 'ceiling', Cell>> {
  const none = { growthPercent: undefined, growthAmount: undefined, ceiling: undefined };
  switch (growth.kind) {
    case 'compound':
      return { ...none, growthPercent: percent(growth.rate) };
    case 'yearly':
      return { ...none, growthPercent: growth.rates.map(percent).join('; ') };
    case 'linear':
      return { ...none, growthAmount: growth.amount };
    case 'saturating':
      return { ...none, growthPercent: percent(growth.rate), ceiling: growth.ceiling };
    default:
      return assertNever(growth);
  }
}

/** A fraction as percent, without the digits that only the computer's arithmetic has. */
function percent(fraction: number): number {
  return roundDecimal(fraction * 100);
}
