import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import type { Attachment } from 'svelte/attachments';
import { fanBands } from './fan-bands.ts';
import { targetMarks } from './target-marks.ts';
import type { tornadoChart } from './tornado-chart.ts';
import type { trajectoryChart } from './trajectory-chart.ts';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  fanBands,
  targetMarks,
);

/** Return whether the browser lets a page draw on a canvas; some do not, against fingerprinting. */
export function canDraw(): boolean {
  try {
    return document.createElement('canvas').getContext('2d') !== null;
  } catch {
    return false;
  }
}

/** A chart of the page. */
export type DrawnChart = ReturnType<typeof trajectoryChart> | ReturnType<typeof tornadoChart>;

/**
 * Return an attachment that draws a Chart.js chart on a canvas. The chart is made once and updated in the same turn in
 * which its configuration changes; it always stays of the same kind.
 *
 * @param configuration Gives the configuration; read inside an effect, so that only the chart follows a change.
 * @returns The attachment; it destroys the chart with its canvas.
 */
export function attachChart(configuration: () => DrawnChart): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let chart: Chart | undefined;
    $effect(() => {
      const next = configuration() as ChartConfiguration;
      if (chart === undefined) {
        chart = new Chart(canvas, next);
        return;
      }
      chart.data = next.data;
      if (next.options !== undefined) chart.options = next.options;
      chart.update('none');
    });
    return () => chart?.destroy();
  };
}
