import type { ChartConfiguration, Plugin } from 'chart.js';

/** Colours of a tornado, taken from the page's tokens. */
export interface TornadoColours {
  readonly down: string;
  readonly up: string;
  readonly text: string;
  readonly grid: string;
  readonly surface: string;
}

/** What a tornado shows. */
export interface TornadoContent {
  /** The outcome as assumed. */
  readonly base: number;
  /** From the top down: a name, and the outcome with the assumption moved down and up. */
  readonly bars: readonly { readonly name: string; readonly down: number; readonly up: number }[];
  /** What the two colours mean. */
  readonly downLabel: string;
  readonly upLabel: string;
  readonly formatOutcome: (value: number) => string;
  readonly colours: TornadoColours;
  readonly fontFamily: string;
  /** In pixels. */
  readonly fontSize: number;
}

/** One bar, from the outcome as assumed to the outcome moved. */
export type FloatingBar = [number, number];

/** How many characters of a name stand in one line. */
const LINE_LENGTH = 18;

/** Return a name in one line or two, broken at the space nearest to its middle. */
function inLines(name: string): string[] {
  const spaces = [...name].flatMap((character, at) => (character === ' ' ? [at] : []));
  if (name.length <= LINE_LENGTH || spaces.length === 0) return [name];
  const distance = (at: number): number => Math.abs(at - name.length / 2);
  const middle = spaces.reduce((best, at) => (distance(at) < distance(best) ? at : best));
  return [name.slice(0, middle), name.slice(middle + 1)];
}

/** Draws the line of the outcome as assumed, where every bar begins, in the chart's own text colour. */
const baseLine: Plugin<'bar'> = {
  id: 'baseLine',
  afterDatasetsDraw({ ctx, chartArea, scales, data, options }) {
    const [bar] = data.datasets[0]?.data ?? [];
    if (!Array.isArray(bar) || scales['x'] === undefined) return;
    const x = Math.round(scales['x'].getPixelForValue(bar[0])) + 0.5;
    ctx.save();
    ctx.strokeStyle = options.color as string;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
    ctx.restore();
  },
};

/**
 * Return the Chart.js configuration of a tornado: for each assumption a bar to either side of the outcome as assumed,
 * hollow for moved down and filled for moved up, so that colour is not the only difference. Pure: data in,
 * configuration out.
 *
 * @param content What to show.
 * @returns A chart of horizontal floating bars without animation.
 */
export function tornadoChart(content: TornadoContent): ChartConfiguration<'bar', FloatingBar[], string[]> {
  const { base, bars, colours, fontFamily, fontSize } = content;
  const font = { family: fontFamily, size: fontSize };
  const shared = { grouped: false, borderSkipped: false, maxBarThickness: fontSize * 1.6 } as const;
  return {
    type: 'bar',
    data: {
      labels: bars.map(({ name }) => inLines(name)),
      datasets: [
        {
          ...shared,
          label: content.downLabel,
          data: bars.map(({ down }): FloatingBar => [base, down]),
          backgroundColor: colours.surface,
          borderColor: colours.down,
          borderWidth: 2,
        },
        {
          ...shared,
          label: content.upLabel,
          data: bars.map(({ up }): FloatingBar => [base, up]),
          backgroundColor: colours.up,
          borderColor: colours.up,
          borderWidth: 2,
        },
      ],
    },
    options: {
      indexAxis: 'y',
      animation: false,
      color: colours.text,
      responsive: true,
      maintainAspectRatio: false,
      events: [],
      layout: { padding: { right: fontSize * 1.2 } },
      plugins: { targetMarks: false },
      scales: {
        x: {
          type: 'linear',
          beginAtZero: false,
          grace: '4%',
          grid: { color: colours.grid },
          border: { display: false },
          ticks: {
            color: colours.text,
            font,
            maxTicksLimit: 4,
            maxRotation: 0,
            callback: (value) => content.formatOutcome(Number(value)),
          },
        },
        y: {
          type: 'category',
          grid: { display: false },
          border: { display: false },
          ticks: { color: colours.text, font, autoSkip: false },
        },
      },
    },
    plugins: [baseLine],
  };
}
