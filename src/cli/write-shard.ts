import { renameSync, rmSync } from 'node:fs';
import type { SchemaElement } from 'hyparquet';
// By its path: what the package's own name stands for hangs on whether a browser's code is wanted.
import { fileWriter, ParquetWriter } from 'hyparquet-writer/src/node.js';
import type { ShardRows } from '../exports/shard-rows.ts';

/** The columns, none of which is ever empty. */
const SCHEMA: SchemaElement[] = [
  { name: 'draws', num_children: 5 },
  { name: 'scenario', type: 'INT32', repetition_type: 'REQUIRED' },
  { name: 'draw', type: 'INT32', repetition_type: 'REQUIRED' },
  { name: 'indicator', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  { name: 'year', type: 'INT32', repetition_type: 'REQUIRED' },
  { name: 'value', type: 'DOUBLE', repetition_type: 'REQUIRED' },
];

/**
 * Write rows as Parquet, compressed by Snappy, one row group for each group of rows. The file has its name only once it
 * is whole: until then it is `path` with `.partial` behind it, which no pattern for finished files finds.
 *
 * @param groups The rows; taken one after the other, so that memory holds one group.
 * @param path Where the file goes; what is there is overwritten.
 * @param createdBy Name and version of this program.
 *
 * Throws where the file cannot be written.
 */
export function writeShard(groups: Iterable<ShardRows>, path: string, createdBy: string): void {
  const partial = `${path}.partial`;
  const parquet = new ParquetWriter({ writer: fileWriter(partial), schema: SCHEMA, createdBy });
  try {
    for (const rows of groups) {
      const columnData = [
        { name: 'scenario', data: rows.scenario },
        { name: 'draw', data: rows.draw },
        { name: 'indicator', data: rows.indicator },
        { name: 'year', data: rows.year },
        // Hardly two values are the same, so that a dictionary would only take time.
        { name: 'value', data: rows.value, encoding: 'PLAIN' as const },
      ];
      void parquet.write({ columnData, rowGroupSize: rows.value.length });
    }
    void parquet.finish();
    renameSync(partial, path);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}
