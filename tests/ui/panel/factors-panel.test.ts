import { createEvent, fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import { defaultView, type View } from '../../../src/core/link/view.ts';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import FactorsPanel from '../../../src/ui/panel/factors/FactorsPanel.svelte';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { fakeExplore } from '../fake-explore.ts';
import { renderWithText } from '../render-with-text.ts';

const ten = planPreset(plan, 'ten-percent');

describe('FactorsPanel', () => {
  it('should say where the scenario stands', () => {
    show({ ...ten, spread: { 'hk-enterprises': 4, 'hk-residents': 4 } });
    expect(
      screen.getByText(/^Here: 10\.0% and 10\.0%: both targets met in .+ of 100 simulations\.$/),
    ).toBeDefined();
  });

  it('should say where no indicator shown has a spread', () => {
    show({ ...ten, spread: {} });
    expect(
      screen.getByText('No indicator shown has a give or take: every simulation is the projection.'),
    ).toBeDefined();
  });

  it.each([
    { key: 'ArrowRight', says: /^11\.0% and 10\.0%: / },
    { key: 'ArrowLeft', says: /^9\.0% and 10\.0%: / },
    { key: 'ArrowUp', says: /^10\.0% and 11\.0%: / },
    { key: 'ArrowDown', says: /^10\.0% and 9\.0%: / },
    { key: 'PageUp', says: /^10\.0% and 15\.0%: / },
    { key: 'PageDown', says: /^10\.0% and 5\.0%: / },
    { key: 'Home', says: /^0\.0% and 10\.0%: / },
    { key: 'End', says: /^25\.0% and 10\.0%: / },
  ])('should move from cell to cell by $key and say what it holds', async ({ key, says }) => {
    show(ten);
    const press = createEvent.keyDown(grid(), { key });
    await fireEvent(grid(), press);
    expect(press.defaultPrevented).toBe(true);
    expect(grid().getAttribute('aria-valuetext')).toMatch(says);
    expect(screen.getByText(says)).toBeDefined();
  });

  it('should leave other keys to the page', async () => {
    show(ten);
    for (const init of [{ key: 'Tab' }, { key: 'a' }, { key: 'ArrowUp', ctrlKey: true }]) {
      const press = createEvent.keyDown(grid(), init);
      await fireEvent(grid(), press);
      expect(press.defaultPrevented).toBe(false);
    }
  });

  it('should set both rates by Enter, each in the shape it has', async () => {
    const linear: GrowthAssumption = { kind: 'linear', amount: 500 };
    const { onedit } = show({ ...ten, growth: { ...ten.growth, 'hk-enterprises': linear } });
    await fireEvent.keyDown(grid(), { key: 'End' });
    await fireEvent.keyDown(grid(), { key: 'Enter' });
    expect(onedit.mock.calls).toEqual([
      [
        {
          kind: 'growths',
          growth: {
            'hk-enterprises': { kind: 'linear', amount: 2068.5 },
            'hk-residents': { kind: 'compound', rate: 0.1 },
          },
        },
      ],
    ]);
  });

  it('should trade indices when an axis takes the other’s indicator', async () => {
    show(ten);
    await fireEvent.change(screen.getByRole('combobox', { name: 'Across' }), {
      target: { value: 'hk-residents' },
    });
    expect(grid().getAttribute('aria-label')).toMatch(
      /^Two factors: HK residents employed across and HK-invested/,
    );
    await fireEvent.change(screen.getByRole('combobox', { name: 'Up' }), {
      target: { value: 'hk-residents' },
    });
    expect(grid().getAttribute('aria-label')).toMatch(
      /^Two factors: HK-invested enterprises across and HK residents/,
    );
  });

  it('should show what its view says and nothing that was shown before, so that a link leads to the same map', async () => {
    const { look, unmount } = show(ten);
    await fireEvent.keyDown(grid(), { key: 'End' });
    expect(screen.getByText(/^25\.0% and 10\.0%: /)).toBeDefined();
    look({ selected: 'airport-passengers' });
    const shown = [grid().getAttribute('aria-label'), grid().getAttribute('aria-valuetext')];
    expect(shown[0]).toMatch(/^Two factors: Airport passengers across and HK-invested enterprises/);
    expect(screen.queryByText(/^25\.0% and/)).toBeNull();
    unmount();
    show(ten, { looked: { selected: 'airport-passengers' } });
    expect([grid().getAttribute('aria-label'), grid().getAttribute('aria-valuetext')]).toEqual(shown);
  });

  it('should show the expected number of all targets, or only one of the two', async () => {
    show({ ...ten, spread: { 'hk-enterprises': 4 } });
    const shown = screen.getByRole('combobox', { name: 'Shown' });
    await fireEvent.change(shown, { target: { value: 'count' } });
    expect(screen.getByText(/^Here: .* of 14 targets met on average\.$/)).toBeDefined();
    expect(screen.queryByRole('combobox', { name: 'Dashed line' })).toBeNull();
    await fireEvent.change(shown, { target: { value: 'up' } });
    expect(screen.getByText(/^Here: .*: HK residents employed met in 0 of 100 simulations\.$/)).toBeDefined();
  });

  it('should say that it fills in while there is no answer, and make nothing up', () => {
    show(ten, { answers: false });
    expect(screen.getByText('Filling in, 0%…')).toBeDefined();
    expect(screen.getByText('Here: 10.0% and 10.0%: ….')).toBeDefined();
  });
});

// Helpers

function grid(): HTMLElement {
  return screen.getByRole('slider', { name: /^Two factors:/ });
}

/** A map whose parent looks at whatever is asked for. */
function show(
  scenario: Scenario,
  { answers = true, looked = {} }: { readonly answers?: boolean; readonly looked?: Partial<View> } = {},
) {
  const onedit = vi.fn<(edit: Edit) => void>();
  const onview = vi.fn<(change: Partial<View>) => void>();
  let view: View = { ...defaultView(plan), ...looked };
  const shown = renderWithText(FactorsPanel, {
    plan,
    scenario,
    simulation: simulatePlan(plan, scenario, { draws: 64 }),
    explore: fakeExplore(plan, scenario, { answers }),
    view,
    onedit,
    onview(change: Partial<View>) {
      onview(change);
      view = { ...view, ...change };
      shown.set({ view });
    },
  });
  const look = (change: Partial<View>): void => {
    view = { ...view, ...change };
    shown.set({ view });
  };
  return { ...shown, onedit, onview, look };
}
