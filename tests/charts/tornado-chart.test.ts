import { describe, expect, it } from 'vitest';
import { tornadoChart } from '../../src/charts/tornado-chart.ts';

describe('tornadoChart', () => {
  const chart = tornadoChart({
    base: 4.9,
    bars: [
      { name: 'HK-invested enterprises', down: 4.4, up: 5.4 },
      { name: '港資企業', down: 4.8, up: 4.95 },
    ],
    downLabel: 'moved down',
    upLabel: 'moved up',
    formatOutcome: String,
    colours: { down: 'orange', up: 'blue', text: 'black', grid: 'grey', surface: 'white' },
    fontFamily: 'sans-serif',
    fontSize: 12,
  });

  it('should draw every bar from the outcome as assumed', () => {
    expect(chart.data.datasets.map(({ data }) => data)).toEqual([
      [
        [4.9, 4.4],
        [4.9, 4.8],
      ],
      [
        [4.9, 5.4],
        [4.9, 4.95],
      ],
    ]);
  });

  it('should tell down from up by more than colour: hollow and filled', () => {
    const [down, up] = chart.data.datasets;
    expect([down?.backgroundColor, down?.borderColor]).toEqual(['white', 'orange']);
    expect([up?.backgroundColor, up?.borderColor]).toEqual(['blue', 'blue']);
  });

  it('should break a long name in two lines and leave a short one', () => {
    expect(chart.data.labels).toEqual([['HK-invested', 'enterprises'], ['港資企業']]);
  });

  it('should neither move nor answer to the pointer', () => {
    expect(chart.options).toMatchObject({ animation: false, events: [], indexAxis: 'y' });
  });
});
