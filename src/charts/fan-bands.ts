import type { ChartType, Plugin } from 'chart.js';

/** One band of a fan: where a share of the draws lies, year by year. */
export interface FanBand {
  /** Lower and upper ends from the baseline year to the horizon, in the indicator's unit. */
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly label: string;
  readonly colour: string;
}

/** What the plugin needs to draw a fan. */
export interface FanBandsOptions {
  /** The widest first, so that narrower ones lie on top; empty without draws. */
  readonly bands: readonly FanBand[];
  readonly text: string;
  readonly font: { readonly family: string; readonly size: number };
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- the library's own name for the parameter
  interface PluginOptionsByType<TType extends ChartType> {
    fanBands: FanBandsOptions;
  }
}

/** How far apart two labels stand at least, in font sizes. */
const LABEL_DISTANCE = 1.1;

/** Draws where the draws lie behind a trajectory, each band labelled at its upper end beside the last year. */
export const fanBands: Plugin<'line', FanBandsOptions> = {
  id: 'fanBands',
  // Other charts have no fan.
  defaults: { bands: [] },
  beforeDatasetsDraw({ ctx, chartArea, scales }, _args, { bands, text, font }) {
    const { x, y } = scales;
    if (x === undefined || y === undefined || bands.length === 0) return;
    ctx.save();
    for (const { low, high, colour } of bands) {
      ctx.beginPath();
      high.forEach((value, t) => ctx.lineTo(x.getPixelForValue(t), y.getPixelForValue(value)));
      for (let t = low.length - 1; t >= 0; t--)
        ctx.lineTo(x.getPixelForValue(t), y.getPixelForValue(low[t] as number));
      ctx.closePath();
      ctx.fillStyle = colour;
      ctx.fill();
    }
    ctx.font = `${font.size}px ${font.family}`;
    ctx.textBaseline = 'middle';
    ctx.fillStyle = text;
    let above = -Infinity;
    for (const { high, label } of bands) {
      const at = Math.max(
        chartArea.top + 5,
        above + LABEL_DISTANCE * font.size,
        y.getPixelForValue(high.at(-1) ?? 0),
      );
      ctx.fillText(label, chartArea.right + 8, at);
      above = at;
    }
    ctx.restore();
  },
};
