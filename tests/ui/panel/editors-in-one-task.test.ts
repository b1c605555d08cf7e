import { screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import type { Indicator } from '../../../src/core/plan/plan.ts';
import { applyEdit, type Edit } from '../../../src/core/scenario/edit.ts';
import { emptyScenario } from '../../../src/core/scenario/scenario.ts';
import EventsEditor from '../../../src/ui/panel/trajectory/EventsEditor.svelte';
import GrowthEditor from '../../../src/ui/panel/trajectory/GrowthEditor.svelte';
import InfluencesEditor from '../../../src/ui/panel/trajectory/InfluencesEditor.svelte';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { renderWithText } from '../render-with-text.ts';

const [indicator] = plan.indicators as readonly [Indicator, ...Indicator[]];
const border = { id: 'border', intensity: [1, 1, 1], effects: {} };
const fed = { to: indicator.id, from: 'hk-residents', strength: 0.2 };
const onsettle = (): void => undefined;

/** Two presses of a key in each of some boxes, all in one task: nothing is drawn meanwhile. */
function pressTwice(...names: readonly RegExp[]): void {
  for (const name of names)
    for (let press = 0; press < 2; press++)
      screen
        .getByRole('textbox', { name })
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true }));
}

describe('two presses on a busy page', () => {
  it('should be two steps of a rate of a year, beside those of another year', () => {
    const growth: GrowthAssumption = { kind: 'yearly', rates: [0.05, 0.06, 0.07] };
    const ongrowth = vi.fn((changed: GrowthAssumption) => view.take({ growth: changed }));
    const view = renderWithText(GrowthEditor, { plan, indicator, growth, ongrowth, onsettle });
    pressTwice(/2023/, /2025/);
    expect(ongrowth.mock.lastCall?.[0]).toEqual({ kind: 'yearly', rates: [0.052, 0.06, 0.072] });
  });

  it('should be two steps of a driver’s intensity and of its effect', () => {
    let scenario = { ...emptyScenario(plan), drivers: [border] };
    const onedit = (edit: Edit): void => {
      scenario = { ...scenario, ...applyEdit(plan, scenario, edit) } as typeof scenario;
      view.take({ drivers: scenario.drivers });
    };
    const view = renderWithText(EventsEditor, { plan, indicator, drivers: [border], onedit, onsettle });
    pressTwice(/intensity in 2023/, /intensity in 2024/, /of growth, HK-invested/);
    expect(scenario.drivers).toEqual([{ ...border, intensity: [2, 2, 1], effects: { [indicator.id]: 10 } }]);
  });

  it('should be two steps of an influence', () => {
    let scenario = { ...emptyScenario(plan), influences: [fed] };
    const onedit = (edit: Edit): void => {
      scenario = { ...scenario, ...applyEdit(plan, scenario, edit) } as typeof scenario;
      view.take({ influences: scenario.influences });
    };
    const view = renderWithText(InfluencesEditor, { plan, indicator, influences: [fed], onedit, onsettle });
    pressTwice(/^Percentage points of growth/);
    expect(scenario.influences).toEqual([{ ...fed, strength: 0.4 }]);
  });
});
