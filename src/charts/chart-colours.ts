import type { TornadoColours } from './tornado-chart.ts';
import type { TrajectoryColours } from './trajectory-chart.ts';

/** Colours of every chart. */
type ChartColours = TrajectoryColours & TornadoColours;

/** How charts look on the page as it now is. */
export interface ChartLook {
  readonly colours: ChartColours;
  readonly fontFamily: string;
  /** Of all text in a chart, in pixels; it grows with the page, and lines and room grow with it. */
  readonly fontSize: number;
}

/** The page's own colours. */
const PAGE_COLOURS: ChartColours = {
  line: 'var(--met)',
  up: 'var(--met)',
  down: 'var(--missed)',
  text: 'var(--text)',
  grid: 'var(--line)',
  surface: 'var(--surface)',
  target: 'var(--text)',
  band: 'var(--band)',
  fan: 'var(--fan)',
  fanCore: 'var(--fan-core)',
};

/** The device's own colours, where it asks that nothing else be used. */
const SYSTEM_COLOURS: ChartColours = {
  line: 'CanvasText',
  up: 'CanvasText',
  down: 'CanvasText',
  text: 'CanvasText',
  grid: 'GrayText',
  surface: 'Canvas',
  target: 'CanvasText',
  band: 'GrayText',
  fan: 'GrayText',
  fanCore: 'Canvas',
};

/**
 * Return the colours and font that charts take from the page, as plain values a canvas understands.
 *
 * @param element Where the chart stands; its inherited tokens count.
 * @param isForced Whether the device asks for its own colours.
 */
export function chartLook(element: HTMLElement, isForced: boolean): ChartLook {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const resolved = Object.entries(isForced ? SYSTEM_COLOURS : PAGE_COLOURS).map(([name, colour]) => {
    probe.style.color = colour as string;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.style.fontSize = '0.75rem';
  const { fontFamily, fontSize } = getComputedStyle(probe);
  probe.remove();
  return {
    colours: Object.fromEntries(resolved) as unknown as ChartColours,
    fontFamily,
    fontSize: Number.parseFloat(fontSize),
  };
}
