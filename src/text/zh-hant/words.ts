import type { Words } from '../en/words.ts';
import { growth } from './growth.ts';
import { issues } from './issues.ts';
import { panel } from './panel.ts';
import { shell } from './shell.ts';
import { table } from './table.ts';

/** Every word of the page in Traditional Chinese. */
export const zhHant: Words = { ...shell, ...table, ...growth, ...panel, ...issues };
