import type { ResultFormat } from './result-format.ts';
import type { SimulationResult } from './result-record.ts';

/** A JSON array with one result on each line. */
export const jsonFormat: ResultFormat = {
  write: writeJson,
};

function* writeJson(results: Iterable<SimulationResult>): Generator<string> {
  let before = '[\n';
  for (const result of results) {
    yield before + JSON.stringify(result);
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
