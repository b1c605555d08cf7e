import type { ChartColours } from './trajectory-chart.ts';

/**
 * Return the colours and font a chart takes from the page, as plain values a canvas understands.
 *
 * @param element Where the chart stands; its inherited tokens count.
 * @param _scheme Names the colour scheme they are read under; a caller that names another reads them anew.
 * @returns Colours as `rgb(...)` and the font family.
 */
export function chartColours(
  element: HTMLElement,
  _scheme: string,
): { colours: ChartColours; fontFamily: string } {
  const probe = document.createElement('span');
  element.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    line: read('--met'),
    text: read('--text'),
    grid: read('--line'),
    surface: read('--surface'),
    target: read('--text'),
    band: read('--band'),
  };
  const { fontFamily } = getComputedStyle(probe);
  probe.remove();
  return { colours, fontFamily };
}
