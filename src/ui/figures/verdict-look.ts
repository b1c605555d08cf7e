import type { Status } from '../../core/assessment/assess-target.ts';

/** Shapes of a verdict's mark: each verdict has its own, so that colour is not the only difference. */
export type VerdictMark = 'ring' | 'disc' | 'diamond';

/** How a verdict looks wherever it is shown. Its words are in the catalogues, its colour is a token of `app.css`. */
export interface VerdictLook {
  readonly colour: `var(--${string})`;
  readonly mark: VerdictMark;
  /** Fill of the bar that is held against the target. */
  readonly bar: 'solid' | 'hatched';
  /** Colour of that bar where the device asks for its own colours. */
  readonly systemBar: string;
  /** Fill of the cell in the strip of all indicators. */
  readonly cell: 'hollow' | 'full' | 'half';
}

/** The look of every verdict. */
export const VERDICT_LOOKS: Readonly<Record<Status, VerdictLook>> = {
  missed: { colour: 'var(--missed)', mark: 'ring', bar: 'hatched', systemBar: 'GrayText', cell: 'hollow' },
  met: { colour: 'var(--met)', mark: 'disc', bar: 'solid', systemBar: 'CanvasText', cell: 'full' },
  exceeded: {
    colour: 'var(--exceeded)',
    mark: 'diamond',
    bar: 'solid',
    systemBar: 'var(--exceeded)',
    cell: 'half',
  },
};
