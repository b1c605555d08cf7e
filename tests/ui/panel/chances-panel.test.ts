import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { defaultView, type View } from '../../../src/core/link/view.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import { applyEdit, type Edit } from '../../../src/core/scenario/edit.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import ChancesPanel from '../../../src/ui/panel/chances/ChancesPanel.svelte';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { fakeExplore } from '../fake-explore.ts';
import { renderWithText } from '../render-with-text.ts';

const ten = planPreset(plan, 'ten-percent');
const held = planPreset(plan, 'held');

describe('ChancesPanel', () => {
  it('should ask for one more target than are met, whatever it was opened with', () => {
    const { set } = show(ten);
    expect(goal()).toBe(String(simulatePlan(plan, ten).met + 1));
    set(about(held));
    expect(goal()).toBe(String(simulatePlan(plan, held).met + 1));
  });

  it('should ask for nothing before it is known how many are met, and for the same while an answer is late', () => {
    const { set } = show(ten, { simulation: undefined });
    expect(screen.queryByRole('combobox', { name: 'Targets to meet' })).toBeNull();
    set(about(ten));
    const asked = goal();
    set({ simulation: undefined });
    expect(goal()).toBe(asked);
  });

  it('should go on asking for the number whose growth was set', async () => {
    const { set, onedit } = show(ten);
    const asked = goal();
    await fireEvent.click(screen.getByRole('button', { name: 'Set these' }));
    const [[edit] = []] = onedit.mock.calls;
    const after = applyEdit(plan, ten, edit as Edit);
    expect(simulatePlan(plan, after).met).toBe(Number(asked));
    set(about(after));
    expect(goal()).toBe(asked);
  });
});

// Helpers

function goal(): string {
  return screen.getByRole<HTMLSelectElement>('combobox', { name: 'Targets to meet' }).value;
}

/** What a panel is given about a scenario. */
function about(scenario: Scenario) {
  return {
    scenario,
    simulation: simulatePlan(plan, scenario, { draws: 64 }),
    explore: fakeExplore(plan, scenario),
  };
}

/** The panel in a page that looks at whatever is asked for. */
function show(scenario: Scenario, given: { readonly simulation?: undefined } = {}) {
  const onedit = vi.fn<(edit: Edit) => void>();
  let view: View = defaultView(plan);
  const nothing = (): void => undefined;
  const shown = renderWithText(ChancesPanel, {
    plan,
    before: undefined,
    ...about(scenario),
    ...given,
    many: { kind: 'idle' },
    view,
    onedit,
    onview(change: Partial<View>) {
      view = { ...view, ...change };
      shown.set({ view });
    },
    ...{ onmany: nothing, oncancel: nothing, onsettle: nothing },
  });
  return { ...shown, onedit };
}
