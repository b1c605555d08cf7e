import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import type { Indicator } from '../../../src/core/plan/plan.ts';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import GrowthEditor from '../../../src/ui/panel/trajectory/GrowthEditor.svelte';
import { renderWithText } from '../render-with-text.ts';

const [indicator] = shippedPlan.indicators as readonly [Indicator, ...Indicator[]];

describe('GrowthEditor', () => {
  it('should offer every shape, of which the assumption has one', () => {
    show({ kind: 'linear', amount: 500 });
    const choice = screen.getByRole<HTMLSelectElement>('combobox', { name: 'How it grows' });
    expect([...choice.options].map(({ value, text }) => [value, text])).toEqual([
      ['compound', 'Constant rate'],
      ['yearly', 'Year by year'],
      ['linear', 'Fixed amount a year'],
      ['saturating', 'Levelling off below a ceiling'],
    ]);
    expect(choice.value).toBe('linear');
  });

  it('should start another shape from the same lead rate', async () => {
    const { ongrowth } = show({ kind: 'compound', rate: 0.1 });
    const choice = screen.getByRole('combobox', { name: 'How it grows' });
    await fireEvent.change(choice, { target: { value: 'yearly' } });
    expect(ongrowth.mock.calls).toEqual([[{ kind: 'yearly', rates: [0.1, 0.1, 0.1] }]]);
  });

  it.each<[growth: GrowthAssumption, boxes: readonly (readonly [label: string, text: string])[]]>([
    [{ kind: 'compound', rate: 0.1 }, []],
    [
      { kind: 'yearly', rates: [0.05, -0.06, 0.07] },
      [
        ['Growth in 2023, %', '5.0'],
        ['Growth in 2024, %', '−6.0'],
        ['Growth in 2025, %', '7.0'],
      ],
    ],
    [{ kind: 'linear', amount: 500 }, [['Added each year, enterprises', '500']]],
    [
      { kind: 'saturating', rate: 0.3, ceiling: 12000 },
      [
        ['Growth at first, %', '30.0'],
        ['Ceiling, enterprises', '12000'],
      ],
    ],
  ])('should show %j as %j', (growth, boxes) => {
    show(growth);
    const shown = screen.queryAllByRole<HTMLInputElement>('textbox');
    expect(shown.map((box) => [box.getAttribute('aria-label'), box.value])).toEqual(boxes);
  });

  it.each<[growth: GrowthAssumption, label: string, typed: string, changed: GrowthAssumption]>([
    [
      { kind: 'yearly', rates: [0.05, 0.06, 0.07] },
      'Growth in 2024, %',
      '6.1234',
      { kind: 'yearly', rates: [0.05, 0.061234, 0.07] },
    ],
    [
      { kind: 'linear', amount: 500 },
      'Added each year, enterprises',
      '-2.5',
      { kind: 'linear', amount: -2.5 },
    ],
    [
      { kind: 'saturating', rate: 0.3, ceiling: 12000 },
      'Growth at first, %',
      '100',
      { kind: 'saturating', rate: 1, ceiling: 12000 },
    ],
    [
      { kind: 'saturating', rate: 0.3, ceiling: 12000 },
      'Ceiling, enterprises',
      '9000',
      { kind: 'saturating', rate: 0.3, ceiling: 9000 },
    ],
  ])('should, of %j, change "%s" to %s and nothing else', async (growth, label, typed, changed) => {
    const { ongrowth } = show(growth);
    const box = screen.getByRole('textbox', { name: label });
    await fireEvent.input(box, { target: { value: typed } });
    await fireEvent.change(box);
    expect(ongrowth.mock.calls).toEqual([[changed]]);
  });

  it('should refuse a number outside the range of the shape', async () => {
    const { ongrowth } = show({ kind: 'saturating', rate: 0.3, ceiling: 12000 });
    const box = screen.getByRole('textbox', { name: 'Growth at first, %' });
    await fireEvent.input(box, { target: { value: '101' } });
    await fireEvent.change(box);
    expect(screen.getByRole('alert').textContent).toContain('outside −99.9999 to 100');
    expect(ongrowth).not.toHaveBeenCalled();
  });

  it('should move a rate by a tenth of a point and an amount by 1 with the arrow keys', async () => {
    const { ongrowth, set } = show({ kind: 'saturating', rate: 0.3, ceiling: 12000 });
    await fireEvent.keyDown(screen.getByRole('textbox', { name: 'Growth at first, %' }), { key: 'ArrowUp' });
    set({ growth: { kind: 'linear', amount: 500 } });
    await fireEvent.keyDown(screen.getByRole('textbox', { name: /Added/ }), { key: 'ArrowDown' });
    expect(ongrowth.mock.calls).toEqual([
      [{ kind: 'saturating', rate: 0.301, ceiling: 12000 }, expect.any(String)],
      [{ kind: 'linear', amount: 499 }, expect.any(String)],
    ]);
  });
});

// Helpers

function show(growth: GrowthAssumption) {
  const ongrowth = vi.fn<(growth: GrowthAssumption) => void>();
  const shown = renderWithText(GrowthEditor, {
    plan: shippedPlan,
    indicator,
    growth,
    ongrowth,
    onsettle: () => undefined,
  });
  return { ...shown, ongrowth };
}
