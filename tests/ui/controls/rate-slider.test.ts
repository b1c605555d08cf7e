import { createEvent, fireEvent, screen } from '@testing-library/svelte';
import fc from 'fast-check';
import type { ComponentProps } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { GestureEnd } from '../../../src/state/scenario-history.svelte.ts';
import RateSlider from '../../../src/ui/controls/RateSlider.svelte';
import { sliderPosition, sliderRange, stepFor } from '../../../src/ui/controls/slider-range.ts';
import { between, seeded } from '../../helpers/arbitraries.ts';
import { renderWithText } from '../render-with-text.ts';

const SCALE = { from: -0.2, to: 0.8 };
const RANGE = sliderRange(SCALE);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('RateSlider', () => {
  it('should be a slider with a name, and say what it is told to say of its value', () => {
    const { slider } = show({ rate: 0.062, spoken: '6.2% a year, target missed by 1,090' });
    expect(screen.getByRole('slider', { name: 'Growth a year, HK residents' })).toBe(slider);
    expect(slider.getAttribute('aria-valuetext')).toBe('6.2% a year, target missed by 1,090');
    expect(slider.valueAsNumber).toBeCloseTo(6.2, 10);
  });

  it('should reach from end to end of the scale it is given', async () => {
    const { slider, onmove } = show({ rate: 0.062, scale: { from: -0.1, to: 1.1 } });
    expect([slider.min, slider.max]).toEqual(['-10', '110']);
    await fireEvent.keyDown(slider, { key: 'End' });
    expect(onmove.mock.calls).toEqual([[1.1]]);
  });

  it('should say what it is told as it changes', () => {
    const { slider, set } = show({ spoken: 'one thing' });
    set({ spoken: 'another', rate: 0.2 });
    expect(slider.getAttribute('aria-valuetext')).toBe('another');
    expect(slider.valueAsNumber).toBeCloseTo(20, 10);
  });

  it('should tell of every move of a drag, in tenths of a point, and of its end', () => {
    const { mouse, onmove, onsettle } = show({ rate: 0.05 });
    mouse('pointerdown', at(5));
    for (const percent of [5.1234, 7.38, 7.31]) mouse('pointermove', at(percent));
    expect(onmove.mock.calls).toEqual([[0.051], [0.074], [0.073]]);
    expect(onsettle).not.toHaveBeenCalled();
    mouse('pointerup', at(7.31));
    expect(onsettle.mock.calls).toEqual([['settled']]);
  });

  it('should move in steps where assistive technology sets a value, and end with a pause', async () => {
    const { slider, onmove, onsettle } = show({ rate: 0.0604 });
    for (const value of ['7.04', '6.04']) await fireEvent.input(slider, { target: { value } });
    expect(onmove.mock.calls).toEqual([[0.0704], [0.0604]]);
    expect(onsettle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(onsettle).toHaveBeenCalledTimes(1);
  });

  it('should set what a mouse presses on the track at once, and nothing where it presses the thumb', () => {
    const { mouse, onmove } = show({ rate: 0.05 });
    mouse('pointerdown', at(5) + 8);
    mouse('pointerup', at(5) + 8);
    expect(onmove).not.toHaveBeenCalled();
    mouse('pointerdown', at(30));
    expect(onmove.mock.calls).toEqual([[0.3]]);
  });

  it.each([
    { press: 'the right button', given: { button: 2, buttons: 2 } },
    { press: 'the left button and Ctrl', given: { ctrlKey: true } },
  ])('should not be armed by $press', ({ given }) => {
    const { mouse, onmove, onsettle } = show({ rate: 0.05 });
    mouse('pointerdown', at(5), given);
    mouse('pointerup', at(5), given);
    // A drag that began beside the slider leads across it.
    for (const percent of [0, 20, 40]) {
      mouse('pointerrawupdate', at(percent));
      mouse('pointermove', at(percent));
    }
    expect(onmove).not.toHaveBeenCalled();
    expect(onsettle).not.toHaveBeenCalled();
  });

  it.each<{ where: string; letGo: (shown: ReturnType<typeof show>) => void }>([
    { where: 'anywhere', letGo: () => pointer(window, 'pointerup', { pointerType: 'mouse' }) },
    { where: 'where nobody hears of it', letGo: ({ mouse }) => mouse('pointermove', at(50), { buttons: 0 }) },
    { where: 'in another window', letGo: () => window.dispatchEvent(new Event('blur')) },
  ])('should let go of a mouse that is let go $where', ({ letGo }) => {
    const shown = show({ rate: 0.05 });
    shown.mouse('pointerdown', at(5));
    shown.mouse('pointermove', at(10));
    letGo(shown);
    expect(shown.onsettle.mock.calls).toEqual([['settled']]);
    shown.mouse('pointermove', at(60));
    expect(shown.onmove.mock.calls).toEqual([[0.1]]);
  });

  it.each(['pointercancel', 'lostpointercapture'])('should say that a drag was cancelled by %s', (type) => {
    const { touch, onmove, onsettle } = show({ rate: 0.05 });
    touch('pointerdown', at(5));
    touch('pointermove', at(20));
    expect(onmove.mock.calls).toEqual([[0.2]]);
    touch(type, at(20));
    expect(onsettle.mock.calls).toEqual([['cancelled']]);
  });

  it('should follow a finger only once it takes the thumb sideways', () => {
    const { touch, onmove, onsettle } = show({ rate: 0.05 });
    for (const [x, y] of [
      [at(60), 0], // the track
      [at(5), 30], // up or down: the page scrolls
    ] as const) {
      touch('pointerdown', x);
      touch('pointermove', x + 15, y);
      touch('pointermove', x + 90, y);
      touch('pointerup', x + 90, y);
    }
    touch('pointerdown', at(5));
    touch('pointermove', at(5) + 4); // a finger trembles
    touch('pointerup', at(5) + 4);
    expect(onmove).not.toHaveBeenCalled();
    expect(onsettle).not.toHaveBeenCalled();
    touch('pointerdown', at(5) + 12);
    touch('pointermove', at(40), 12);
    expect(onmove.mock.calls).toEqual([[0.4]]);
  });

  it('should leave Page keys, Home, End and the space bar to the page after a pointer, and arrows to itself', async () => {
    const { slider, mouse, onmove } = show({ rate: 0.05 });
    mouse('pointerdown', at(5));
    mouse('pointerup', at(5));
    const focused = (): Element => document.activeElement ?? document.body;
    expect(focused()).not.toBe(slider);
    for (const key of ['PageDown', 'PageUp', 'Home', 'End', ' ']) {
      const press = createEvent.keyDown(focused(), { key });
      await fireEvent(focused(), press);
      expect(press.defaultPrevented, key).toBe(false);
    }
    expect(onmove).not.toHaveBeenCalled();
    await fireEvent.keyDown(focused(), { key: 'ArrowRight' });
    expect(focused()).toBe(slider); // whoever goes on by keys has all of them
    await fireEvent.keyDown(focused(), { key: 'PageUp' });
    expect(onmove.mock.calls).toEqual([[0.051], [0.061]]);
  });

  it('should tell steps from moves where it is asked to', async () => {
    const onstep = vi.fn<(rate: number) => void>();
    const { slider, mouse, onmove } = show({ rate: 0.05, onstep });
    await fireEvent.keyDown(slider, { key: 'ArrowRight' });
    mouse('pointerdown', at(30));
    expect(onstep.mock.calls).toEqual([[0.051]]);
    expect(onmove.mock.calls).toEqual([[0.3]]);
  });

  it('should move in hundredths while Shift is held', () => {
    const { mouse, onmove } = show({ rate: 0.05 });
    mouse('pointerdown', at(5));
    mouse('pointermove', at(5.1234), { shiftKey: true });
    mouse('pointermove', at(5.1234), { shiftKey: false });
    expect(onmove.mock.calls).toEqual([[0.0512], [0.051]]);
  });

  it.each([
    { key: 'ArrowRight', shiftKey: false, rate: 0.063 },
    { key: 'ArrowUp', shiftKey: false, rate: 0.063 },
    { key: 'ArrowLeft', shiftKey: false, rate: 0.061 },
    { key: 'ArrowDown', shiftKey: false, rate: 0.061 },
    { key: 'PageUp', shiftKey: false, rate: 0.072 },
    { key: 'PageDown', shiftKey: false, rate: 0.052 },
    { key: 'Home', shiftKey: false, rate: RANGE.from / 100 },
    { key: 'End', shiftKey: false, rate: RANGE.to / 100 },
    { key: 'ArrowRight', shiftKey: true, rate: 0.0621 },
    { key: 'ArrowLeft', shiftKey: true, rate: 0.0619 },
    { key: 'PageUp', shiftKey: true, rate: 0.063 },
    { key: 'PageDown', shiftKey: true, rate: 0.061 },
  ])('should lead from 6.2% to $rate by $key, Shift held: $shiftKey', async ({ key, shiftKey, rate }) => {
    const { slider, onmove } = show({ rate: 0.062 });
    const press = createEvent.keyDown(slider, { key, shiftKey });
    await fireEvent(slider, press);
    expect(onmove.mock.calls).toEqual([[rate]]);
    expect(press.defaultPrevented).toBe(true); // else the browser would take a step of its own as well
  });

  it.each(['Tab', 'Enter', 'a', ' '])('should leave the key "%s" to the page', async (key) => {
    const { slider, onmove } = show({ rate: 0.062 });
    const press = createEvent.keyDown(slider, { key });
    await fireEvent(slider, press);
    expect(onmove).not.toHaveBeenCalled();
    expect(press.defaultPrevented).toBe(false);
  });

  it('should take a run of keys for one gesture that ends with a pause', async () => {
    const { slider, onsettle } = show({ rate: 0.062 });
    for (let press = 0; press < 5; press++) {
      await fireEvent.keyDown(slider, { key: 'ArrowRight' });
      vi.advanceTimersByTime(300);
    }
    expect(onsettle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2000);
    expect(onsettle).toHaveBeenCalledTimes(1);
  });

  it('should add up keys that are pressed in one task, before anything is drawn', () => {
    const { slider, onmove } = show({ rate: 0.062 });
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft'])
      slider.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(onmove.mock.calls).toEqual([[0.063], [0.064], [0.065], [0.064]]);
  });

  it('should step from the rate as it stands, whatever it asked for', async () => {
    const { slider, onmove, set } = show({ rate: 0.062 }, { isTaken: false });
    await fireEvent.keyDown(slider, { key: 'ArrowRight' });
    await fireEvent.keyDown(slider, { key: 'ArrowRight' });
    set({ rate: 0.2 }); // as by undo
    await fireEvent.keyDown(slider, { key: 'ArrowRight' });
    expect(onmove.mock.calls).toEqual([[0.063], [0.063], [0.201]]);
  });

  it('should not tell twice of the same rate', async () => {
    const { slider, onmove } = show({ rate: 0.05 });
    for (const value of ['5.02', '6.01', '6.02']) await fireEvent.input(slider, { target: { value } });
    expect(onmove.mock.calls).toEqual([[0.06]]);
  });

  it('should end a gesture when it is left', async () => {
    const { slider, onsettle } = show({ rate: 0.062 });
    await fireEvent.keyDown(slider, { key: 'ArrowRight' });
    await fireEvent.blur(slider);
    expect(onsettle).toHaveBeenCalled();
  });

  it('should mark zero, the loaded preset and the growth that meets the target', () => {
    const { container } = show({ preset: 0.1, zone: { from: 0.1, to: 0.2 } });
    expect(mark(container, 'zero').left).toBeCloseTo(20, 8);
    expect(mark(container, 'preset').left).toBeCloseTo(30, 8);
    expect(mark(container, 'zone').left).toBeCloseTo(30, 8);
    expect(mark(container, 'zone').width).toBeCloseTo(10, 8);
  });

  it('should draw an open zone up to the end of the track', () => {
    const { container } = show({ zone: { from: 0.3, to: Infinity } });
    expect(mark(container, 'zone').left + mark(container, 'zone').width).toBeCloseTo(100, 8);
    const low = show({ zone: { from: -Infinity, to: 0.3 } });
    expect(mark(low.container, 'zone')).toEqual({ left: 0, width: 50 });
  });

  it('should draw a zone that can be seen where only one rate meets the target', () => {
    const { container } = show({ zone: { from: 0.3, to: 0.3 + 1e-9 } });
    expect(mark(container, 'zone').width).toBeGreaterThan(1);
  });

  it.each([
    { what: 'is not known', zone: undefined },
    { what: 'lies beyond the right end', zone: { from: 0.9, to: Infinity } },
    { what: 'lies beyond the left end', zone: { from: -0.9, to: -0.5 } },
  ])('should draw no zone that $what', ({ zone }) => {
    const { container } = show({ zone });
    expect(container.querySelector('.zone')).toBeNull();
  });

  it('should hide its marks from screen readers, which hear them in words', () => {
    const { container } = show({ zone: { from: 0.1, to: 0.2 } });
    expect(container.querySelector('.track')?.getAttribute('aria-hidden')).toBe('true');
  });

  it.each([
    { rate: 1.2, at: RANGE.to, side: 'above' },
    { rate: -0.5, at: RANGE.from, side: 'below' },
  ])('should rest at its end and show an arrow $side for a rate of $rate', ({ rate, at, side }) => {
    const { container, slider, set } = show({ rate });
    expect(slider.valueAsNumber).toBe(at);
    expect(container.querySelector(`.arrow.${side}`)).not.toBeNull();
    set({ rate: 0.05 });
    expect(container.querySelector('.arrow')).toBeNull();
  });

  it('should step from a rate beyond its end, not from the end', async () => {
    const { slider, onmove } = show({ rate: 1.2 });
    await fireEvent.keyDown(slider, { key: 'ArrowLeft' });
    expect(onmove.mock.calls).toEqual([[1.199]]);
  });

  it('should follow a mouse early only while it drags', () => {
    const { slider, onmove } = show({ rate: 0 });
    const tell = (type: string, clientX = 0): boolean =>
      slider.dispatchEvent(
        new PointerEvent(type, { pointerType: 'mouse', buttons: 1, clientX, bubbles: true }),
      );
    const raw = (clientX: number): boolean => tell('pointerrawupdate', clientX);
    vi.spyOn(slider, 'getBoundingClientRect').mockReturnValue(new DOMRect(100, 0, 118, 20));
    raw(159);
    expect(onmove).not.toHaveBeenCalled();
    tell('pointerdown', 129); // on the thumb
    raw(159); // half way: the thumb is 18 pixels wide
    raw(5000);
    raw(-5000);
    expect(onmove.mock.calls).toEqual([[0.3], [RANGE.to / 100], [RANGE.from / 100]]);
    tell('pointerup');
    raw(159);
    expect(onmove).toHaveBeenCalledTimes(3);
  });
});

describe('sliderRange', () => {
  it('should give the ends in percent without the noise of a multiplication', () => {
    expect(sliderRange({ from: -0.2, to: 0.8 })).toEqual({ from: -20, to: 80 });
    expect(sliderRange({ from: -0.9, to: 1.1 })).toEqual({ from: -90, to: 110 });
  });
});

describe('sliderPosition', () => {
  it('should always lie on the slider, and never fall as the rate rises', () => {
    fc.assert(
      fc.property(
        fc.oneof(between(-1, 10), fc.constantFrom(-Infinity, Infinity)),
        between(-1, 10),
        (a, b) => {
          const [low, high] = [sliderPosition(Math.min(a, b), RANGE), sliderPosition(Math.max(a, b), RANGE)];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(high);
        },
      ),
      seeded(300),
    );
  });
});

describe('stepFor', () => {
  it.each(['ArrowRight', 'ArrowUp', 'PageUp', 'ArrowLeft', 'ArrowDown', 'PageDown', 'Home', 'End'])(
    'should never lead beyond an end by %s, and from beyond one only back',
    (key) => {
      fc.assert(
        fc.property(fc.boolean(), between(-100, 1000), (shiftKey, percent) => {
          const next = stepFor({ key, shiftKey }, percent, RANGE) ?? NaN;
          expect(next).toBeGreaterThanOrEqual(Math.min(RANGE.from, percent));
          expect(next).toBeLessThanOrEqual(Math.max(RANGE.to, percent));
        }),
        seeded(200),
      );
    },
  );

  it('should always come back by the opposite key', () => {
    const pairs = [
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowUp', 'ArrowDown'],
      ['PageUp', 'PageDown'],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...pairs),
        fc.boolean(),
        between(RANGE.from, RANGE.to - 1),
        ([up, down], shiftKey, percent) => {
          const there = stepFor({ key: up, shiftKey }, percent, RANGE) ?? NaN;
          expect(there).toBeGreaterThan(percent);
          // Stated tolerance: rounding of two sums, far below the steps a rate can be set in.
          expect(stepFor({ key: down, shiftKey }, there, RANGE)).toBeCloseTo(percent, 9);
        },
      ),
      seeded(300),
    );
  });
});

// Helpers

/** A slider whose parent takes every move at once, or none. */
function show(props: Partial<ComponentProps<typeof RateSlider>>, { isTaken = true } = {}) {
  const onmove = vi.fn((rate: number) => {
    if (isTaken) view.take({ rate });
  });
  const onsettle = vi.fn<(end?: GestureEnd) => void>();
  const view = renderWithText(RateSlider, {
    rate: 0,
    scale: SCALE,
    marks: [],
    zoneAtShare: undefined,
    label: 'Growth a year, HK residents',
    spoken: '0.0% a year',
    zone: undefined,
    preset: 0,
    onmove,
    onsettle,
    ...props,
  });
  const slider = view.container.querySelector<HTMLInputElement>('input[type="range"]');
  if (slider === null) throw new Error('no slider');
  vi.spyOn(slider, 'getBoundingClientRect').mockReturnValue(new DOMRect(LINE.left, 0, LINE.width, 20));
  return {
    ...view,
    slider,
    onmove,
    onsettle,
    mouse: (type: string, clientX: number, given: PointerEventInit = {}) =>
      pointer(slider, type, { pointerType: 'mouse', buttons: 1, clientX, ...given }),
    touch: (type: string, clientX: number, clientY = 0) =>
      pointer(slider, type, { pointerType: 'touch', buttons: 1, clientX, clientY }),
  };
}

/** Where on the screen a slider stands; its thumb is 18 pixels wide. */
const LINE = { left: 100, width: 1018 };

/** Where on the screen a percentage is. */
function at(percent: number): number {
  return LINE.left + 9 + ((percent - RANGE.from) / (RANGE.to - RANGE.from)) * (LINE.width - 18);
}

function pointer(target: EventTarget, type: string, given: PointerEventInit): void {
  target.dispatchEvent(new PointerEvent(type, { bubbles: true, ...given }));
}

/** Where a mark of the track stands, in percent of its width. */
function mark(container: HTMLElement, name: string): { readonly left: number; readonly width: number } {
  const { left = '', width = '' } = container.querySelector<HTMLElement>(`.${name}`)?.style ?? {};
  return { left: parseFloat(left), width: parseFloat(width) };
}
