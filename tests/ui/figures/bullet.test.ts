import { screen } from '@testing-library/svelte';
import fc from 'fast-check';
import type { ComponentProps } from 'svelte';
import { describe, expect, it } from 'vitest';
import { assessTarget } from '../../../src/core/assessment/assess-target.ts';
import type { Target } from '../../../src/core/plan/target.ts';
import Bullet from '../../../src/ui/figures/Bullet.svelte';
import { VERDICT_LOOKS } from '../../../src/ui/figures/verdict-look.ts';
import { magnitude, seeded } from '../../helpers/arbitraries.ts';
import { renderWithText } from '../render-with-text.ts';

const atLeast: Target = { kind: 'at-least', min: 200 };

describe('Bullet', () => {
  it('should be a picture that says in words what it shows', () => {
    show({ label: '75% of the target' });
    expect(screen.getByRole('img', { name: '75% of the target' })).toBeDefined();
  });

  it('should draw every row’s target at the same position, whatever its unit', () => {
    const positions = [
      atLeast,
      { kind: 'at-most', max: 5 } as const,
      { kind: 'within', min: 28, max: 32 } as const,
    ].map((target) => position(show({ target }).container, 'target').left);
    expect(positions[0]).toBeGreaterThan(40);
    expect(positions[0]).toBeLessThan(80);
    for (const each of positions) expect(each).toBeCloseTo(positions[0] ?? NaN, 8);
  });

  it('should draw a bar that is to the target’s position as the value is to the target', () => {
    const { container } = show({ value: 150, status: 'missed' });
    const target = position(container, 'target').left;
    expect(position(container, 'bar').width / target).toBeCloseTo(0.75, 8);
  });

  it('should mark where the value would be if nothing grew', () => {
    const { container } = show({ held: 100 });
    const target = position(container, 'target').left;
    expect(position(container, 'held').left / target).toBeCloseTo(0.5, 8);
  });

  it('should shade a target range from edge to edge, and nothing for a single edge', () => {
    const { container } = show({ target: { kind: 'within', min: 28, max: 35 }, value: 30, held: 20 });
    const target = position(container, 'target').left;
    const band = position(container, 'band');
    expect(band.left).toBeCloseTo(target, 8);
    expect((band.left + band.width) / target).toBeCloseTo(35 / 28, 8);
    expect(show({ target: atLeast }).container.querySelector('.band')).toBeNull();
  });

  it.each(['missed', 'met', 'exceeded'] as const)('should dress its bar as %s', (status) => {
    const { colour, bar } = VERDICT_LOOKS[status];
    const element = show({ value: 150, status }).container.querySelector<HTMLElement>('.bar');
    expect(element?.classList.contains(bar)).toBe(true);
    expect(element?.style.getPropertyValue('--verdict')).toBe(colour);
  });

  it('should say by a mark that a value goes on beyond the axis', () => {
    expect(show({ value: 1000, status: 'met' }).container.querySelector('.more')).not.toBeNull();
    expect(show({ value: 210, status: 'met' }).container.querySelector('.more')).toBeNull();
  });

  it('should draw no bar while nothing is known, and the target all the same', () => {
    const { container } = show({ value: undefined, status: undefined, held: undefined });
    expect(container.querySelector('.bar')).toBeNull();
    expect(container.querySelector('.held')).toBeNull();
    expect(container.querySelector('.target')).not.toBeNull();
  });

  it('should follow a value as it changes', () => {
    const { container, set } = show({ value: 100, status: 'missed' });
    const before = position(container, 'bar').width;
    set({ value: 200, status: 'met' });
    expect(position(container, 'bar').width).toBeCloseTo(2 * before, 8);
    expect(container.querySelector('.bar.solid')).not.toBeNull();
  });

  it('should never draw anything outside its axis, nor a bar whose end contradicts the verdict', () => {
    const edge = magnitude(0.001, 1e9);
    const anyTarget = fc.oneof(
      edge.map((min): Target => ({ kind: 'at-least', min })),
      edge.map((max): Target => ({ kind: 'at-most', max })),
      fc
        .tuple(edge, magnitude(0.01, 5))
        .map(([min, w]): Target => ({ kind: 'within', min, max: min * (1 + w) })),
    );
    fc.assert(
      fc.property(
        anyTarget,
        fc.oneof(magnitude(1e-6, 1e3), fc.constant(0)),
        magnitude(0.01, 100),
        (target, share, h) => {
          const unit = target.kind === 'at-most' ? target.max : target.min;
          const { status } = assessTarget(unit * share, target);
          const { container, unmount } = show({ target, value: unit * share, held: unit * h, status });
          const [bar, mark, held] = ['bar', 'target', 'held'].map((name) => position(container, name));
          const band = target.kind === 'within' ? position(container, 'band') : { left: 0, width: 0 };
          for (const { left, width } of [bar, mark, held, band].map(
            (each) => each ?? { left: NaN, width: NaN },
          )) {
            expect(left || 0).toBeGreaterThanOrEqual(0);
            expect((left || 0) + (width || 0)).toBeLessThanOrEqual(100 + 1e-9);
          }
          const end = bar?.width ?? NaN;
          // Stated tolerance: that of the verdict, and a rounding error.
          const reaches = end >= (mark?.left ?? NaN) * (1 - 2e-9);
          if (target.kind === 'at-most') expect(status === 'met' || reaches).toBe(true);
          else expect(reaches).toBe(status !== 'missed');
          unmount();
        },
      ),
      seeded(150),
    );
  });
});

// Helpers

function show(props: Partial<ComponentProps<typeof Bullet>>) {
  return renderWithText(Bullet, {
    value: 150,
    held: 100,
    whisker: undefined,
    target: atLeast,
    status: 'missed',
    label: '75% of the target',
    ...props,
  });
}

/** Where a part stands on the axis, in percent of it. */
function position(container: HTMLElement, name: string): { readonly left: number; readonly width: number } {
  const { left = '', width = '' } = container.querySelector<HTMLElement>(`.${name}`)?.style ?? {};
  return { left: parseFloat(left), width: parseFloat(width) };
}
