import type { ChartConfiguration } from 'chart.js';
import type { FanBand } from './fan-bands.ts';
import { edgesOf, type Target } from '../core/plan/target.ts';

/** Colours of a trajectory chart, taken from the page's tokens. */
export interface TrajectoryColours {
  readonly line: string;
  readonly text: string;
  readonly grid: string;
  readonly surface: string;
  readonly target: string;
  readonly band: string;
  /** Where the widest band of the draws lies, and the bands inside it. */
  readonly fan: string;
  readonly fanCore: string;
}

/** What a trajectory chart shows. */
export interface TrajectoryContent {
  /** From the baseline year to the horizon. */
  readonly years: readonly number[];
  /** `y_t` for each year, in the indicator's unit. */
  readonly values: readonly number[];
  /** Where the draws lie, the widest band first; empty without draws. */
  readonly fan: readonly Omit<FanBand, 'colour'>[];
  readonly target: Target;
  /** The target in words, drawn beside its line or band. */
  readonly targetLabel: string;
  readonly lineLabel: string;
  readonly formatAmount: (value: number) => string;
  /** Whether whole things are counted, so that the axis has no fractions; false if not stated. */
  readonly isCount?: boolean;
  readonly colours: TrajectoryColours;
  readonly fontFamily: string;
  /** In pixels. */
  readonly fontSize: number;
}

/** Room beside the last year in which a fan's bands are named, in font sizes. */
const ROOM_FOR_LABELS = 4.5;

/** How much of what is drawn stays free above it, so that the target's label has room. */
const HEADROOM = 0.14;
/** As many years as have room for their labels side by side. */
const MOST_YEAR_LABELS = 8;

/**
 * Return the Chart.js configuration of an indicator's trajectory with its target. Pure: data in, configuration out.
 *
 * @param content What to show.
 * @returns A line chart without animation; the target is drawn by the plugin `targetMarks`.
 */
export function trajectoryChart(content: TrajectoryContent): ChartConfiguration<'line', number[], string> {
  const { years, values, target, colours, fontFamily, fontSize } = content;
  const edges = edgesOf(target).map(({ value }) => value);
  const [widest] = content.fan;
  const highest = Math.max(...values, ...edges, ...(widest?.high ?? []));
  const lowest = Math.min(...values, ...edges, ...(widest?.low ?? []));
  // A level far above 0 is shown without the empty part below it; a sum starts at 0.
  const isFarAboveZero = lowest > highest / 2;
  const font = { family: fontFamily, size: fontSize };
  return {
    type: 'line',
    data: {
      labels: years.map(String),
      datasets: [
        {
          label: content.lineLabel,
          data: [...values],
          borderColor: colours.line,
          backgroundColor: colours.line,
          borderWidth: fontSize / 5,
          pointRadius: fontSize / 3,
          pointBackgroundColor: values.map((_, t) => (t === 0 ? colours.surface : colours.line)),
          pointBorderColor: colours.line,
          pointBorderWidth: fontSize / 6,
          clip: false,
        },
      ],
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      normalized: true,
      events: [],
      layout: {
        padding: { top: fontSize / 2, right: fontSize * (content.fan.length > 0 ? ROOM_FOR_LABELS : 1.2) },
      },
      plugins: {
        fanBands: {
          bands: content.fan.map((band, index) => ({
            ...band,
            colour: index === 0 ? colours.fan : colours.fanCore,
          })),
          text: colours.text,
          font,
        },
        targetMarks: {
          target,
          label: content.targetLabel,
          line: colours.target,
          band: colours.band,
          text: colours.text,
          surface: colours.surface,
          font,
        },
      },
      scales: {
        x: {
          type: 'category',
          offset: false,
          grid: { display: false },
          border: { color: colours.grid },
          // To leave labels out means to measure all of them a second time at each move.
          ticks: { color: colours.text, font, autoSkip: years.length > MOST_YEAR_LABELS },
        },
        y: {
          type: 'linear',
          beginAtZero: !isFarAboveZero,
          suggestedMin: isFarAboveZero ? lowest - (highest - lowest) / 4 : 0,
          suggestedMax: isFarAboveZero ? highest + (highest - lowest) * HEADROOM : highest * (1 + HEADROOM),
          grid: { color: colours.grid },
          border: { display: false },
          ticks: {
            color: colours.text,
            font,
            maxTicksLimit: 6,
            autoSkip: false,
            ...(content.isCount === true && { precision: 0 }),
            callback: (value) => content.formatAmount(Number(value)),
          },
        },
      },
    },
  };
}
