import { growth } from './growth.ts';
import { issues } from './issues.ts';
import { panel } from './panel.ts';
import { shell } from './shell.ts';
import { table } from './table.ts';

/** Every word of the page in English; the other languages must have the same shape. */
export const en = { ...shell, ...table, ...growth, ...panel, ...issues };

/** The words of the page in one language. */
export type Words = typeof en;
