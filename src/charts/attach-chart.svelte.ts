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
  type ChartType,
  type DefaultDataPoint,
} from 'chart.js';
import type { Attachment } from 'svelte/attachments';
import { fanBands } from './fan-bands.ts';
import { targetMarks } from './target-marks.ts';

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

/**
 * Return an attachment that keeps a Chart.js chart on a canvas. The chart is made once and updated in the same turn
 * in which its configuration changes.
 *
 * @param configuration Gives the configuration; read inside an effect, so that only the chart follows a change.
 * @returns The attachment; it destroys the chart with its canvas.
 */
export function attachChart<Kind extends ChartType, Data = DefaultDataPoint<Kind>, Label = unknown>(
  configuration: () => ChartConfiguration<Kind, Data, Label>,
): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let chart: Chart<Kind, Data, Label> | undefined;
    $effect(() => {
      const next = configuration();
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
