import type { ChartConfiguration } from 'chart.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trajectoryChart, type TrajectoryContent } from '../../src/charts/trajectory-chart.ts';
import { simulatePlan } from '../../src/core/simulate-plan.ts';
import type { Target } from '../../src/core/plan/target.ts';
import { deepFreeze } from '../helpers/deep-freeze.ts';
import { anyCase, seeded } from '../helpers/arbitraries.ts';

type Configuration = ChartConfiguration<'line', number[], string>;

const atLeast: Target = { kind: 'at-least', min: 11000 };

describe('trajectoryChart', () => {
  it('should show one point a year, from the baseline to the horizon', () => {
    const { data } = chart({ years: [2022, 2023, 2024, 2025], values: [8274, 9100, 10010, 11011] });
    expect(data.labels).toEqual(['2022', '2023', '2024', '2025']);
    expect(data.datasets.map((each) => each.data)).toEqual([[8274, 9100, 10010, 11011]]);
    expect(data.datasets[0]?.label).toBe('projection');
  });

  it('should draw the baseline’s point hollow, because it is known, and the projected ones filled', () => {
    const [line] = chart({ years: [2022, 2023, 2024, 2025], values: [1, 2, 3, 4] }).data.datasets;
    expect(line?.pointBackgroundColor).toEqual(['surface', 'line', 'line', 'line']);
    expect(line?.pointBorderColor).toBe('line');
  });

  it.each<Target>([atLeast, { kind: 'at-most', max: 5 }, { kind: 'within', min: 28, max: 32 }])(
    'should hand the target to the one piece of code that draws it: $kind',
    (target) => {
      expect(chart({ target }).options?.plugins?.targetMarks).toEqual({
        target,
        label: 'target 11,000',
        line: 'target',
        band: 'band',
        text: 'text',
        surface: 'surface',
        font: { family: 'serif', size: 12 },
      });
    },
  );

  it('should start at 0 where what is shown comes near it, as a sum does', () => {
    const { y } = scalesOf(chart({ values: [0, 12, 26, 41], target: { kind: 'within', min: 30, max: 50 } }));
    expect(y).toMatchObject({ beginAtZero: true, suggestedMin: 0 });
    expect(y.suggestedMax).toBeGreaterThan(50);
  });

  it('should leave out the empty part below levels that lie far above 0', () => {
    const { y } = scalesOf(chart({ values: [8274, 9100, 10010, 11011], target: atLeast }));
    expect(y.beginAtZero).toBe(false);
    expect(y.suggestedMin).toBeGreaterThan(0);
    expect(y.suggestedMin).toBeLessThan(8274);
    expect(y.suggestedMax).toBeGreaterThan(11011);
  });

  it('should hand on where the draws lie, the widest band first, and leave room to name the bands', () => {
    const fan = [
      { low: [8274, 8000, 7900, 7000], high: [8274, 9500, 11000, 14000], label: '9 in 10' },
      { low: [8274, 8800, 9000, 9500], high: [8274, 9300, 10500, 12000], label: '1 in 2' },
    ];
    const { options } = chart({ values: [8274, 9100, 10010, 11011], fan });
    expect(options?.plugins?.fanBands).toEqual({
      bands: [
        { ...fan[0], colour: 'fan' },
        { ...fan[1], colour: 'fan core' },
      ],
      text: 'text',
      font: { family: 'serif', size: 12 },
    });
    const { y } = scalesOf(chart({ values: [8274, 9100, 10010, 11011], fan }));
    expect(y.suggestedMin).toBeLessThan(7000);
    expect(y.suggestedMax).toBeGreaterThan(14000);
    expect(JSON.stringify(options?.layout)).not.toBe(JSON.stringify(chart({}).options?.layout));
  });

  it('should show a target that the levels never come near', () => {
    const far = scalesOf(chart({ values: [10, 10, 10, 10], target: { kind: 'at-least', min: 1000 } }));
    expect(far.y.suggestedMax).toBeGreaterThan(1000);
    const low = scalesOf(chart({ values: [100, 95, 90, 85], target: { kind: 'at-most', max: 60 } }));
    expect(low.y.suggestedMin).toBeLessThan(60);
  });

  it('should write the marks of its axis as the page writes amounts', () => {
    const { y } = scalesOf(chart({ formatAmount: (value) => `<${value}>` }));
    expect(y.ticks.callback('1500')).toBe('<1500>');
  });

  it('should neither move nor answer to the pointer, so that it follows a drag in the same frame', () => {
    const { options } = chart({});
    expect(options).toMatchObject({ animation: false, events: [], maintainAspectRatio: false });
  });

  it('should leave what it is given as it was, and share no list with it', () => {
    const given = deepFreeze({ years: [2022, 2023], values: [1, 2] });
    const { data } = chart(given);
    expect(data.datasets[0]?.data).not.toBe(given.values);
  });

  it('should have no fractions on the axis of what is counted', () => {
    expect(scalesOf(chart({ isCount: true })).y.ticks.precision).toBe(0);
    expect(scalesOf(chart({ isCount: false })).y.ticks.precision).toBeUndefined();
  });

  it('should leave out labels of years only where there are too many to stand side by side', () => {
    const labels = (years: number) =>
      scalesOf(chart({ years: Array.from({ length: years }, (_, t) => 2022 + t) })).x.ticks.autoSkip;
    expect([labels(4), labels(8), labels(27)]).toEqual([false, false, true]);
  });

  it('should always be made of finite numbers on an axis that holds all values and edges', () => {
    fc.assert(
      fc.property(anyCase({ amounts: 'extreme', numbers: 'extreme' }), ({ plan, scenario }) => {
        const { years, indicators } = simulatePlan(plan, scenario, { draws: 8 });
        indicators.forEach(({ values }, index) => {
          const { target } = plan.indicators[index] as (typeof plan.indicators)[number];
          const configuration = chart({ years, values: [...values], target });
          const { y } = scalesOf(configuration);
          const shown = [...values, ...edgesOf(target)];
          expect(configuration.data.datasets[0]?.data.every(Number.isFinite)).toBe(true);
          expect(Number.isFinite(y.suggestedMin) && Number.isFinite(y.suggestedMax)).toBe(true);
          expect(y.suggestedMin).toBeLessThanOrEqual(Math.min(...shown));
          expect(y.suggestedMax).toBeGreaterThanOrEqual(Math.max(...shown));
        });
      }),
      seeded(300),
    );
  });
});

// Helpers

function chart(content: Partial<TrajectoryContent>): Configuration {
  return trajectoryChart({
    years: [2022, 2023, 2024, 2025],
    values: [8274, 9100, 10010, 11011],
    target: atLeast,
    targetLabel: 'target 11,000',
    lineLabel: 'projection',
    fan: [],
    formatAmount: String,
    colours: {
      line: 'line',
      text: 'text',
      grid: 'grid',
      surface: 'surface',
      target: 'target',
      band: 'band',
      fan: 'fan',
      fanCore: 'fan core',
    },
    fontFamily: 'serif',
    fontSize: 12,
    ...content,
  });
}

/** The parts of the axes that are set here. */
function scalesOf({ options }: Configuration): {
  readonly x: { readonly ticks: { readonly autoSkip: boolean } };
  readonly y: {
    readonly beginAtZero: boolean;
    readonly suggestedMin: number;
    readonly suggestedMax: number;
    readonly ticks: {
      readonly callback: (value: string | number) => string;
      readonly precision?: number;
    };
  };
} {
  return options?.scales as unknown as ReturnType<typeof scalesOf>;
}

function edgesOf(target: Target): number[] {
  if (target.kind === 'within') return [target.min, target.max];
  return [target.kind === 'at-least' ? target.min : target.max];
}
