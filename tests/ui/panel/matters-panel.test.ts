import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Indicator } from '../../../src/core/plan/plan.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { defaultView, type View } from '../../../src/core/link/view.ts';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import MattersPanel from '../../../src/ui/panel/matters/MattersPanel.svelte';
import { illustrations, shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { fakeExplore } from '../fake-explore.ts';
import { renderWithText } from '../render-with-text.ts';

describe('MattersPanel', () => {
  it('should list where the result changes, nearest first, with value and distance', () => {
    show(planPreset(plan, 'ten-percent'));
    const items = screen
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
    expect(items).toHaveLength(8);
    expect(items[0]).toBe('Modern-service value added missed from 9.97% down −0.03 Set');
    expect(items[2]).toBe('Legal service institutions met from 12.63% +2.63 Set');
  });

  it('should set a flip’s value when asked to', async () => {
    const { onedit } = show(planPreset(plan, 'ten-percent'));
    await fireEvent.click(screen.getByRole('button', { name: 'Set HK-invested enterprises to 9.95%' }));
    expect(onedit.mock.calls).toEqual([
      [{ kind: 'assumption', assumption: { kind: 'growth', indicator: 'hk-enterprises' }, value: 0.0995 }],
    ]);
  });

  it('should show all flips on request, and fewer again', async () => {
    show(planPreset(plan, 'ten-percent'));
    await fireEvent.click(screen.getByRole('button', { name: /^Show all/ }));
    expect(screen.getAllByRole('listitem').length).toBeGreaterThan(8);
    await fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(8);
  });

  it('should name drivers by year and links by both ends, and what they act on', () => {
    show(illustrations['border-shock']);
    const names = (): string =>
      screen
        .getAllByRole('rowheader')
        .map(({ textContent }) => textContent)
        .join('\n');
    expect(names()).toMatch(/ 2024$/m);
    expect(
      screen.getByText('The intensity of an event moves by 0.5, the strength of an influence by 0.1.'),
    ).toBeDefined();
    const flips = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(flips.some((flip) => flip.includes('→'))).toBe(true);
  });

  it('should offer a step by give or take only where there is a spread', () => {
    const scenario = { ...planPreset(plan, 'ten-percent'), spread: {} };
    const { set } = show(scenario);
    const steps = (): string[] =>
      within(screen.getByRole('combobox', { name: 'Step' }))
        .getAllByRole('option')
        .map(({ textContent }) => textContent);
    expect(steps()).toEqual(['1 percentage point', '5 percentage points']);
    expect(
      screen.getByText('Number of targets met, each growth rate down and up by 1 percentage point'),
    ).toBeDefined();
    set({ scenario: { ...scenario, spread: { 'hk-enterprises': 4 } } });
    expect(steps()).toEqual(['its give or take', '1 percentage point', '5 percentage points']);
    expect(
      screen.getByText('Expected number of targets met, each growth rate down and up by its give or take'),
    ).toBeDefined();
  });

  it('should watch the selected indicator instead of the count', async () => {
    show(planPreset(plan, 'ten-percent'));
    await fireEvent.change(screen.getByRole('combobox', { name: 'Outcome' }), { target: { value: 'value' } });
    expect(
      screen.getByRole('heading', { name: 'Which assumption moves HK-invested enterprises?' }),
    ).toBeDefined();
    const [first] = screen.getAllByRole('rowheader');
    expect(first?.textContent).toBe('HK-invested enterprises');
  });

  it('should show nothing old or made up while there is no answer', () => {
    show(planPreset(plan, 'ten-percent'), { answers: false });
    expect(screen.queryAllByRole('listitem')).toEqual([]);
    expect(screen.getByRole('img', { name: 'Working…' })).toBeDefined();
  });

  it('should speak Chinese', () => {
    const { speak } = show(planPreset(plan, 'ten-percent'));
    speak('zh-Hant');
    expect(screen.getByRole('button', { name: '把港資企業設為9.95%' })).toBeDefined();
    speak('zh-Hans');
    expect(screen.getByRole('heading', { name: '达标临界点' })).toBeDefined();
  });
});

// Helpers

/** A panel whose parent looks at whatever is asked for. */
function show(scenario: Scenario, { answers = true } = {}) {
  const onedit = vi.fn<(edit: Edit) => void>();
  let view = defaultView(plan);
  const shown = renderWithText(MattersPanel, {
    plan,
    indicator: plan.indicators[0] as Indicator,
    scenario,
    theme: 'light',
    explore: fakeExplore(plan, scenario, { answers }),
    view,
    onedit,
    onview(change: Partial<View>) {
      view = { ...view, ...change };
      shown.set({ view });
    },
  });
  return { ...shown, onedit };
}
