import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  type ChartConfiguration,
} from 'chart.js';
import type { Attachment } from 'svelte/attachments';
import { targetMarks } from './target-marks.ts';

Chart.register(CategoryScale, LinearScale, LineController, LineElement, PointElement, targetMarks);

/**
 * Return an attachment that keeps a Chart.js chart on a canvas. The chart is made once and updated in the same turn
 * in which its configuration changes; where the browser gives no canvas the figure's text and table stand alone.
 *
 * @param configuration Gives the configuration; read inside an effect, so that only the chart follows a change.
 * @returns The attachment; it destroys the chart with its canvas.
 */
export function attachChart(
  configuration: () => ChartConfiguration<'line', number[], string>,
): Attachment<HTMLCanvasElement> {
  return (canvas) => {
    let chart: Chart<'line', number[], string> | undefined;
    $effect(() => {
      const next = configuration();
      if (chart === undefined) {
        if (canvas.getContext('2d') !== null) chart = new Chart(canvas, next);
        return;
      }
      chart.data = next.data;
      if (next.options !== undefined) chart.options = next.options;
      chart.update('none');
    });
    return () => chart?.destroy();
  };
}
