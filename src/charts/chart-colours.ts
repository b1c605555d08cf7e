import type { ChartColours } from './trajectory-chart.ts';

/** The device's own colours, where it asks that nothing else be used. */
const SYSTEM_COLOURS: ChartColours = {
  line: 'CanvasText',
  text: 'CanvasText',
  grid: 'GrayText',
  surface: 'Canvas',
  target: 'CanvasText',
  band: 'GrayText',
  fan: 'GrayText',
  fanCore: 'Canvas',
};

/**
 * Return the colours and font a chart takes from the page, as plain values a canvas understands.
 *
 * @param element Where the chart stands; its inherited tokens count.
 * @param isForced Whether the device asks for its own colours.
 * @returns Colours and the font family.
 */
export function chartColours(
  element: HTMLElement,
  isForced: boolean,
): { readonly colours: ChartColours; readonly fontFamily: string } {
  const probe = document.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  element.append(probe);
  const read = (colour: string): string => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };
  const colours = isForced
    ? SYSTEM_COLOURS
    : {
        line: 'var(--met)',
        text: 'var(--text)',
        grid: 'var(--line)',
        surface: 'var(--surface)',
        target: 'var(--text)',
        band: 'var(--band)',
        fan: 'var(--fan)',
        fanCore: 'var(--fan-core)',
      };
  const { line, text, grid, surface, target, band, fan, fanCore } = colours;
  const { fontFamily } = getComputedStyle(probe);
  const resolved = {
    line: read(line),
    text: read(text),
    grid: read(grid),
    surface: read(surface),
    target: read(target),
    band: read(band),
    fan: read(fan),
    fanCore: read(fanCore),
  };
  probe.remove();
  return { colours: resolved, fontFamily };
}
