import type { ChartType, Plugin } from 'chart.js';
import { edgeValue, type Target } from '../core/plan/target.ts';

/** What the plugin needs to draw a target. */
export interface TargetMarksOptions {
  readonly target: Target;
  readonly label: string;
  readonly line: string;
  readonly band: string;
  readonly text: string;
  readonly surface: string;
  readonly font: { readonly family: string; readonly size: number };
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the library's own name for the parameter
  interface PluginOptionsByType<TType extends ChartType> {
    /** False for a chart without a target. */
    targetMarks: TargetMarksOptions | false;
  }
}

/** The target covers this last part of the time axis: it is asked of the horizon year, not of the years before. */
const COVERED = 0.42;

/**
 * Draws an indicator's target into any chart with a `y` axis: a line for one edge, a band for a range, its label
 * above. The one index where a target is drawn on a canvas.
 */
export const targetMarks: Plugin<'line', TargetMarksOptions> = {
  id: 'targetMarks',
  beforeDatasetsDraw({ ctx, chartArea, scales }, _args, options) {
    const { y } = scales;
    if (y === undefined) return;
    const { target, label, line, band, text, surface, font } = options;
    const [min, max] = [edgeValue(target, 'min'), edgeValue(target, 'max')];
    const left = chartArea.right - (chartArea.right - chartArea.left) * COVERED;
    const at = (value: number): number => Math.round(y.getPixelForValue(value)) + 0.5;
    ctx.save();
    if (min !== undefined && max !== undefined) {
      ctx.fillStyle = band;
      ctx.fillRect(left, at(max), chartArea.right - left, Math.max(2, at(min) - at(max)));
    }
    ctx.strokeStyle = line;
    ctx.lineWidth = 1.5;
    for (const edge of [min, max]) {
      if (edge === undefined) continue;
      ctx.beginPath();
      ctx.moveTo(left, at(edge));
      ctx.lineTo(chartArea.right, at(edge));
      ctx.stroke();
    }
    ctx.font = `600 ${font.size}px ${font.family}`;
    ctx.textBaseline = 'bottom';
    const bottom = at(max ?? min ?? 0) - 4;
    // Inside the chart, whatever the length of the label.
    const start = Math.min(left, chartArea.right - ctx.measureText(label).width);
    ctx.lineWidth = 4;
    ctx.strokeStyle = surface;
    ctx.strokeText(label, start, bottom);
    ctx.fillStyle = text;
    ctx.fillText(label, start, bottom);
    ctx.restore();
  },
};
