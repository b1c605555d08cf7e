import { createEvent, fireEvent, screen } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../src/core/plan/plan.ts';
import { numbersIn } from '../../../src/text/numbers.ts';
import NumberBox from '../../../src/ui/controls/NumberBox.svelte';
import { renderWithText } from '../render-with-text.ts';

describe('NumberBox', () => {
  it('should show the value in a text field that names itself and asks for a decimal keyboard', () => {
    const { field } = box({ value: 6.2 });
    expect(field.value).toBe('6.2');
    expect(field.type).toBe('text'); // a number field turns "1,5" into 15
    expect(field.inputMode).toBe('decimal');
    expect(screen.getByRole('textbox', { name: 'Growth a year in percent' })).toBe(field);
  });

  it.each([
    { typed: '7', value: 7, shown: '7.0' },
    { typed: '7,25', value: 7.25, shown: '7.25' },
    { typed: '7.25%', value: 7.25, shown: '7.25' },
    { typed: '６．２％', value: 6.2, shown: '6.2' },
    { typed: '−3', value: -3, shown: '−3.0' },
    { typed: '-3', value: -3, shown: '−3.0' },
  ])('should take "$typed" on Enter and show what it took it for', async ({ typed, value, shown }) => {
    const { field, onchange } = box({ value: 5 });
    await type(field, typed);
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onchange.mock.calls).toEqual([[value]]);
    expect(field.value).toBe(shown);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('should take what was typed when the field is left', async () => {
    const { field, onchange } = box({ value: 5 });
    await type(field, '7,5');
    await fireEvent.change(field);
    expect(onchange.mock.calls).toEqual([[7.5]]);
  });

  it('should not take anything while it is being typed', async () => {
    const { field, onchange } = box({ value: 5 });
    await type(field, '7');
    expect(onchange).not.toHaveBeenCalled();
    expect(field.value).toBe('7');
  });

  it('should not call a field changed that is left as it was', async () => {
    const { field, onchange } = box({ value: 5 });
    await fireEvent.keyDown(field, { key: 'Enter' });
    await fireEvent.change(field);
    expect(onchange).not.toHaveBeenCalled();
  });

  it('should show a value that was written otherwise as it writes all values', async () => {
    const { field } = box({ value: 5 });
    await type(field, '5,00 %');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(field.value).toBe('5.0');
  });

  it.each([
    { typed: 'abc', says: '“abc” was not read; the old value is kept.' },
    { typed: '1,500', says: '“1,500” could mean two numbers; the old value is kept.' },
    { typed: '1.23456', says: '“1.23456” has more than 4 decimals; the old value is kept.' },
    { typed: '2000', says: '“2000” is outside −100 to 1000; the old value is kept.' },
    { typed: '', says: '“” was not read; the old value is kept.' },
  ])(
    'should quote "$typed" in a message beside it, and keep and show the old value',
    async ({ typed, says }) => {
      const { field, onchange } = box({ value: 5 });
      await type(field, typed);
      await fireEvent.keyDown(field, { key: 'Enter' });
      const message = screen.getByRole('alert');
      expect(message.textContent).toContain(says);
      expect(onchange).not.toHaveBeenCalled();
      expect(field.value).toBe('5.0');
      expect(field.getAttribute('aria-invalid')).toBe('true');
      expect(field.getAttribute('aria-describedby')).toBe(message.id);
    },
  );

  it.each<{ language: Language; says: string }>([
    { language: 'zh-Hant', says: '「abc」' },
    { language: 'zh-Hans', says: '“abc”' },
  ])('should say so in $language', async ({ language, says }) => {
    const { field } = box({ value: 5 }, language);
    await type(field, 'abc');
    await fireEvent.change(field);
    expect(screen.getByRole('alert').textContent).toContain(says);
  });

  it('should quote only the beginning of a long text', async () => {
    const { field } = box({ value: 5 });
    await type(field, 'x'.repeat(500));
    await fireEvent.change(field);
    const message = screen.getByRole('alert').textContent;
    expect(message).toContain('xxx…');
    expect(message.length).toBeLessThan(200);
  });

  it('should take the message away when one types on, and when it is dismissed', async () => {
    const { field } = box({ value: 5 });
    await type(field, 'abc');
    await fireEvent.change(field);
    await type(field, '6');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(field.hasAttribute('aria-invalid')).toBe(false);
    await type(field, 'abc');
    await fireEvent.change(field);
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('should go back to the old value on Escape, without anything else on the page hearing of it', async () => {
    const { field, onchange } = box({ value: 5 });
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    await type(field, '77');
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('5.0');
    expect(heard).not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(heard).toHaveBeenCalledTimes(1); // nothing to take back: whoever is around may close
    document.body.removeEventListener('keydown', heard);
    expect(onchange).not.toHaveBeenCalled();
  });

  it('should leave undo to the field while something is being typed, and else to the page', async () => {
    const { field } = box({ value: 5 });
    const heard = vi.fn();
    document.body.addEventListener('keydown', heard);
    await fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    expect(heard).toHaveBeenCalledTimes(1);
    await type(field, '77');
    await fireEvent.keyDown(field, { key: 'z', ctrlKey: true });
    expect(heard).toHaveBeenCalledTimes(1);
    document.body.removeEventListener('keydown', heard);
  });

  it('should take a message away on Escape', async () => {
    const { field } = box({ value: 5 });
    await type(field, 'abc');
    await fireEvent.change(field);
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each(['Enter', 'Escape', 'ArrowUp'])(
    'should leave %s to an input method that is still composing',
    async (key) => {
      const { field, onchange } = box({ value: 5 });
      await type(field, '六');
      await fireEvent.keyDown(field, { key, isComposing: true });
      expect(field.value).toBe('六');
      expect(onchange).not.toHaveBeenCalled();
      expect(screen.queryByRole('alert')).toBeNull();
    },
  );

  it('should step up and down by its keys, in steps without rounding errors', async () => {
    const { field, onchange } = box({ value: 6.1, step: 0.1 });
    const up = createEvent.keyDown(field, { key: 'ArrowUp' });
    await fireEvent(field, up);
    expect(up.defaultPrevented).toBe(true); // else the cursor jumps
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowDown'])
      await fireEvent.keyDown(field, { key });
    expect(onchange.mock.calls).toEqual([[6.2], [6.3], [6.4], [6.3], [6.2], [6.1]]);
    expect(field.value).toBe('6.1');
  });

  it('should not step beyond its range', async () => {
    const { field, onchange } = box({ value: 999.95, step: 0.1 });
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(onchange).not.toHaveBeenCalled();
  });

  it('should step from what was just typed', async () => {
    const { field, onchange } = box({ value: 5, step: 1 });
    await type(field, '8');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(onchange.mock.calls).toEqual([[8], [9]]);
    expect(field.value).toBe('9.0');
  });

  it('should add up steps that are taken in one task, before anything is drawn', () => {
    const { field, onchange } = box({ value: 5, step: 0.1 });
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowDown'])
      field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    expect(onchange.mock.calls).toEqual([[5.1], [5.2], [5.3], [5.2]]);
    expect(field.value).toBe('5.2');
  });

  it('should tell steps from what is typed, and take a series of them for one that ends with a pause', async () => {
    vi.useFakeTimers();
    const [onstep, onsettle] = [vi.fn<(value: number) => void>(), vi.fn<() => void>()];
    const { field, onchange } = box({ value: 5, step: 1, onstep, onsettle });
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    vi.advanceTimersByTime(500);
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    vi.advanceTimersByTime(500);
    expect(onsettle).not.toHaveBeenCalled();
    vi.advanceTimersByTime(400);
    expect(onsettle).toHaveBeenCalledTimes(1);
    expect(onstep.mock.calls).toEqual([[6], [6]]); // nobody took them
    expect(onchange).not.toHaveBeenCalled();
    // Leaving the field ends a series too, once.
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await fireEvent.blur(field);
    vi.advanceTimersByTime(2000);
    expect(onsettle).toHaveBeenCalledTimes(2);
    vi.useRealTimers();
  });

  it('should end a series before what is typed, which is a change of its own', async () => {
    const heard: string[] = [];
    const { field } = box({
      value: 5,
      onstep: () => heard.push('step'),
      onchange: () => heard.push('change'),
      onsettle: () => heard.push('settle'),
    });
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    await type(field, '9');
    await fireEvent.change(field);
    expect(heard).toEqual(['step', 'settle', 'change']);
  });

  describe('with buttons', () => {
    const buttons = { step: 0.5, less: 'Less growth', more: 'More growth' };

    it('should take a step by a click, and from what was just typed', async () => {
      const { field, onchange } = box({ value: 5, buttons });
      await fireEvent.click(screen.getByRole('button', { name: 'More growth' }));
      await fireEvent.click(screen.getByRole('button', { name: 'Less growth' }));
      await type(field, '7');
      await fireEvent.click(screen.getByRole('button', { name: 'Less growth' }));
      expect(onchange.mock.calls).toEqual([[5.5], [5], [7], [6.5]]);
    });

    it.each([
      { what: 'is let go', type: 'pointerup', end: 'settled' },
      { what: 'becomes scrolling', type: 'pointercancel', end: 'cancelled' },
    ])('should repeat while it is held, and say so where it $what', async ({ type: ends, end }) => {
      vi.useFakeTimers();
      const onsettle = vi.fn<(end?: string) => void>();
      const { onchange } = box({ value: 5, buttons, onsettle });
      const more = screen.getByRole('button', { name: 'More growth' });
      more.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      vi.advanceTimersByTime(350);
      expect(onchange).not.toHaveBeenCalled();
      vi.advanceTimersByTime(275);
      expect(onchange.mock.calls).toEqual([[5.5], [6], [6.5]]);
      more.dispatchEvent(new PointerEvent(ends, { bubbles: true }));
      if (end === 'settled') await fireEvent.click(more); // as browsers add: no step of its own
      vi.advanceTimersByTime(2000);
      expect(onchange).toHaveBeenCalledTimes(3);
      expect(onsettle.mock.calls).toEqual([[end]]);
      vi.useRealTimers();
    });

    it('should not be held by another button of a mouse', () => {
      vi.useFakeTimers();
      const { onchange } = box({ value: 5, buttons });
      const more = screen.getByRole('button', { name: 'More growth' });
      more.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 2 }));
      vi.advanceTimersByTime(2000);
      expect(onchange).not.toHaveBeenCalled();
      vi.useRealTimers();
    });

    it('should be no more stops of the Tab key: the field has keys of its own', () => {
      box({ value: 5, buttons });
      expect(screen.getAllByRole('button').map(({ tabIndex }) => tabIndex)).toEqual([-1, -1]);
    });
  });

  it('should show the value as it was taken, where that is not what was typed', async () => {
    const { field, onchange } = box({ value: 5, isTaken: false });
    await type(field, '7');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onchange.mock.calls).toEqual([[7]]);
    expect(field.value).toBe('5.0');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(onchange.mock.calls).toEqual([[7], [5.1]]);
    expect(field.value).toBe('5.0');
  });

  it('should not step from what it cannot read: the old value is kept, as the message says', async () => {
    const { field, onchange } = box({ value: 5, step: 1 });
    await type(field, 'abc');
    await fireEvent.keyDown(field, { key: 'ArrowUp' });
    expect(screen.getByRole('alert').textContent).toContain('“abc”');
    expect(onchange).not.toHaveBeenCalled();
    expect(field.value).toBe('5.0');
  });

  it('should follow a value that changes from outside', () => {
    const { field, set } = box({ value: 5 });
    set({ value: 7 });
    expect(field.value).toBe('7.0');
  });

  it('should not let a value that changes from outside overwrite what is being typed', async () => {
    const { field, onchange, set } = box({ value: 5 });
    await type(field, '4');
    set({ value: 5.1 });
    expect(field.value).toBe('4');
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onchange.mock.calls.at(-1)).toEqual([4]);
  });

  it('should select its text when it is entered, so that typing replaces it', async () => {
    const { field } = box({ value: 5 });
    const select = vi.spyOn(field, 'select');
    await fireEvent.focus(field);
    expect(select).toHaveBeenCalled();
  });

  it('should show a percent sign only where it holds percent', () => {
    const { container, set } = box({ value: 5 });
    expect(container.textContent).toContain('%');
    set({ percent: false });
    expect(container.textContent).not.toContain('%');
  });
});

// Helpers

/** A box for a rate in percent, whose parent takes every change at once, or none. */
function box(
  { isTaken = true, ...props }: Partial<ComponentProps<typeof NumberBox>> & { readonly isTaken?: boolean },
  language?: Language,
) {
  const onchange = vi.fn<(value: number) => void>();
  const view = renderWithText(
    NumberBox,
    {
      value: 0,
      label: 'Growth a year in percent',
      range: { from: -100, to: 1000 },
      percent: true,
      step: 0.1,
      format: (value: number) => numbersIn('en').percent(value / 100),
      onchange(value: number) {
        onchange(value);
        if (isTaken) view.take({ value });
      },
      ...props,
    },
    language,
  );
  const field = screen.getByRole<HTMLInputElement>('textbox');
  return { ...view, field, onchange };
}

async function type(field: HTMLInputElement, text: string): Promise<void> {
  field.focus();
  await fireEvent.input(field, { target: { value: text } });
}
