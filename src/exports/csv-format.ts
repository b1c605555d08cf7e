import type { Plan } from '../core/plan/plan.ts';
import { csvHeader, csvRow, csvRows, yearColumns } from './csv.ts';
import type { ResultFormat } from './result-format.ts';
import type { SimulationResult } from './result-record.ts';

/** A table with one row for each indicator of each result, and a column for every year that any of the plans has. */
export const csvFormat: ResultFormat = {
  write: writeCsv,
};

function* writeCsv(results: Iterable<SimulationResult>, plans: readonly Plan[]): Generator<string> {
  const columns = yearColumns(plans);
  yield csvRow(csvHeader(columns));
  let index = 0;
  for (const result of results) {
    index += 1;
    yield csvRows(result, index, columns).map(csvRow).join('');
  }
}
