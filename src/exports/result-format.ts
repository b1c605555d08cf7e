import type { Plan } from '../core/plan/plan.ts';
import type { SimulationResult } from './result-record.ts';
import type { SheetWords } from './sheet-words.ts';

/** A part of a file: text, which is UTF-8 in the file, or bytes. */
export type FilePiece = string | Uint8Array<ArrayBuffer>;

/** A way to write results. A format is one file, and one line in the table of `formats.ts`. */
export interface ResultFormat {
  /**
   * Write results in pieces, each made when it is asked for, so that memory holds one result: text, or bytes as in a
   * workbook.
   *
   * @param results The results, each simulated when it is asked for.
   * @param plans The plans they are about, known before the first of them.
   * @param words The words of a format that a person reads.
   */
  readonly write: (
    results: Iterable<SimulationResult>,
    plans: readonly Plan[],
    words: SheetWords,
  ) => Iterable<FilePiece>;
}
