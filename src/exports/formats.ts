import { csvFormat } from './csv-format.ts';
import { jsonFormat } from './json-format.ts';
import { sheetFormat } from './sheet-format.ts';
import type { ResultFormat } from './result-format.ts';

/** The formats results can be written in, by the name that asks for them. */
export const FORMATS = {
  json: jsonFormat,
  csv: csvFormat,
  sheet: sheetFormat,
} as const satisfies Readonly<Record<string, ResultFormat>>;

/** The name of one of the formats. */
export type Format = keyof typeof FORMATS;

/** The names of the formats, in the order of the table. */
export const FORMAT_NAMES = Object.keys(FORMATS) as readonly Format[];

/** The format where none is asked for. */
export const DEFAULT_FORMAT: Format = 'json';
