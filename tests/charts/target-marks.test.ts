import type { Chart } from 'chart.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { targetMarks, type TargetMarksOptions } from '../../src/charts/target-marks.ts';
import type { Target } from '../../src/core/plan/target.ts';
import { seeded } from '../helpers/arbitraries.ts';

/** The area of a chart in pixels; the value axis leads from 0 at its bottom to 100 at its top. */
const AREA = { left: 50, right: 350, top: 20, bottom: 220 };

describe('targetMarks', () => {
  it.each<{ target: Target; edge: number }>([
    { target: { kind: 'at-least', min: 75 }, edge: 75 },
    { target: { kind: 'at-most', max: 40 }, edge: 40 },
  ])('should draw one line at the edge of $target', ({ target, edge }) => {
    const { lines, fills } = draw({ target });
    expect(lines).toEqual([
      {
        from: { x: expect.any(Number) as number, y: pixelOf(edge) },
        to: { x: AREA.right, y: pixelOf(edge) },
        colour: 'line',
      },
    ]);
    expect(fills).toEqual([]);
  });

  it('should draw a band between two lines for a range', () => {
    const { lines, fills } = draw({ target: { kind: 'within', min: 30, max: 60 } });
    expect(lines.map(({ from }) => from.y)).toEqual([pixelOf(30), pixelOf(60)]);
    expect(fills).toHaveLength(1);
    expect(fills[0]).toMatchObject({ y: pixelOf(60), height: pixelOf(30) - pixelOf(60), colour: 'band' });
    expect((fills[0]?.x ?? NaN) + (fills[0]?.width ?? NaN)).toBe(AREA.right);
  });

  it('should draw a band that can be seen for a range that is hardly one', () => {
    const { fills } = draw({ target: { kind: 'within', min: 30, max: 30.01 } });
    expect(fills[0]?.height).toBeGreaterThanOrEqual(2);
  });

  it('should draw over the last part of the time axis only, for the target is asked of the horizon year', () => {
    const { lines } = draw({ target: { kind: 'at-least', min: 50 } });
    const [line] = lines;
    expect(line?.from.x).toBeGreaterThan((AREA.left + AREA.right) / 2);
    expect(line?.from.x).toBeLessThan(AREA.right);
  });

  it('should write the label above the upper edge, on a ground that keeps it readable', () => {
    const { texts } = draw({ target: { kind: 'within', min: 30, max: 60 }, label: 'target 30–60' });
    expect(texts.map(({ kind, text, colour }) => [kind, text, colour])).toEqual([
      ['stroke', 'target 30–60', 'surface'],
      ['fill', 'target 30–60', 'text'],
    ]);
    for (const { bottom } of texts) {
      expect(bottom).toBeLessThan(pixelOf(60));
      expect(bottom).toBeGreaterThan(pixelOf(60) - 20);
    }
  });

  it('should leave the canvas as it found it', () => {
    const { depth } = draw({ target: { kind: 'at-least', min: 50 } });
    expect(depth).toBe(0);
  });

  it('should draw nothing in a chart without a value axis', () => {
    const { lines, fills, texts } = draw({ target: { kind: 'at-least', min: 50 }, hasAxis: false });
    expect([lines, fills, texts]).toEqual([[], [], []]);
  });

  it('should always keep the label inside the chart area, whatever its length and wherever the target is', () => {
    // Labels up to the width of the chart; edges up to where the axis leaves the label its room.
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 87 }), (width, edge) => {
        const { texts } = draw({ target: { kind: 'at-least', min: edge }, labelWidth: width });
        expect(texts).toHaveLength(2);
        for (const { x, bottom } of texts) {
          expect(x).toBeGreaterThanOrEqual(AREA.left);
          expect(x + width).toBeLessThanOrEqual(AREA.right);
          expect(bottom).toBeLessThanOrEqual(AREA.bottom);
          expect(bottom - FONT_SIZE).toBeGreaterThanOrEqual(AREA.top);
        }
      }),
      seeded(300),
    );
  });
});

// Helpers

const FONT_SIZE = 12;

function pixelOf(value: number): number {
  return Math.round(AREA.bottom - (value / 100) * (AREA.bottom - AREA.top)) + 0.5;
}

interface Drawn {
  readonly lines: { from: { x: number; y: number }; to: { x: number; y: number }; colour: string }[];
  readonly fills: { x: number; y: number; width: number; height: number; colour: string }[];
  readonly texts: { kind: 'fill' | 'stroke'; text: string; x: number; bottom: number; colour: string }[];
  /** How many saved states were not restored. */
  depth: number;
}

/** Let the plugin draw on a canvas that writes down what is drawn on it. */
function draw({
  target,
  label = 'target',
  labelWidth = 60,
  hasAxis = true,
}: {
  readonly target: Target;
  readonly label?: string;
  readonly labelWidth?: number;
  readonly hasAxis?: boolean;
}): Drawn {
  const drawn: Drawn = { lines: [], fills: [], texts: [], depth: 0 };
  let path: { x: number; y: number }[] = [];
  const ctx = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    font: '',
    textBaseline: 'alphabetic',
    save: () => (drawn.depth += 1),
    restore: () => (drawn.depth -= 1),
    beginPath: () => (path = []),
    moveTo: (x: number, y: number) => path.push({ x, y }),
    lineTo: (x: number, y: number) => path.push({ x, y }),
    stroke() {
      const [from, to] = path;
      if (from && to) drawn.lines.push({ from, to, colour: ctx.strokeStyle });
    },
    fillRect: (x: number, y: number, width: number, height: number) =>
      drawn.fills.push({ x, y, width, height, colour: ctx.fillStyle }),
    measureText: () => ({ width: labelWidth }),
    strokeText: (text: string, x: number, y: number) => write('stroke', text, x, y),
    fillText: (text: string, x: number, y: number) => write('fill', text, x, y),
  };
  const write = (kind: 'fill' | 'stroke', text: string, x: number, y: number): void => {
    expect(ctx.textBaseline).toBe('bottom'); // else `y` is not where the text ends
    const colour = kind === 'fill' ? ctx.fillStyle : ctx.strokeStyle;
    drawn.texts.push({ kind, text, x, bottom: y, colour });
  };
  const y = {
    getPixelForValue: (value: number) => AREA.bottom - (value / 100) * (AREA.bottom - AREA.top),
  };
  const chart = { ctx, chartArea: AREA, scales: hasAxis ? { y } : {} } as unknown as Chart<'line'>;
  const options: TargetMarksOptions = {
    target,
    label,
    line: 'line',
    band: 'band',
    text: 'text',
    surface: 'surface',
    font: { family: 'serif', size: FONT_SIZE },
  };
  void targetMarks.beforeDatasetsDraw?.(chart, { cancelable: true }, options);
  return drawn;
}
