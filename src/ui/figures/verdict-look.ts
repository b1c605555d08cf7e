import type { Status } from '../../core/assessment/assess-target.ts';

/** How a verdict looks wherever it is shown. Its words are in the catalogues, its colour is a token of `app.css`. */
export interface VerdictLook {
  readonly colour: `var(--${string})`;
  /** The mark in a square of 12: each verdict has its own, so that colour is not the only difference. */
  readonly mark: { readonly path: string; readonly isFilled: boolean };
  /** Fill of the bar that is held against the target. */
  readonly bar: 'solid' | 'hatched';
  /** Background of the cell in the strip of all indicators; `--verdict` is the colour. */
  readonly cell: string;
  /** Colour of bar and background of cell where the device asks for its own colours. */
  readonly system: { readonly bar: string; readonly cell: string };
}

/** The look of every verdict. */
export const VERDICT_LOOKS: Readonly<Record<Status, VerdictLook>> = {
  missed: {
    colour: 'var(--missed)',
    mark: { path: 'M6 1.9a4.1 4.1 0 1 0 0 8.2 4.1 4.1 0 0 0 0-8.2Z', isFilled: false },
    bar: 'hatched',
    cell: 'none',
    system: { bar: 'GrayText', cell: 'none' },
  },
  met: {
    colour: 'var(--met)',
    mark: { path: 'M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1Z', isFilled: true },
    bar: 'solid',
    cell: 'var(--verdict)',
    system: { bar: 'CanvasText', cell: 'CanvasText' },
  },
  exceeded: {
    colour: 'var(--exceeded)',
    mark: { path: 'M6 0.4 11.6 6 6 11.6 0.4 6Z', isFilled: true },
    bar: 'solid',
    cell: 'linear-gradient(135deg, var(--verdict) 50%, var(--surface) 50%)',
    system: { bar: 'var(--exceeded)', cell: 'linear-gradient(135deg, CanvasText 50%, Canvas 50%)' },
  },
};
