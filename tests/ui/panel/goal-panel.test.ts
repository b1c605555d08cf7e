import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import { defaultView, type View } from '../../../src/core/link/view.ts';
import { planPreset } from '../../../src/core/preset/plan-preset.ts';
import { applyEdit, type Edit } from '../../../src/core/scenario/edit.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { simulatePlan } from '../../../src/core/simulate-plan.ts';
import GoalPanel from '../../../src/ui/panel/goal/GoalPanel.svelte';
import { illustrations, shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { fakeExplore } from '../fake-explore.ts';
import { renderWithText } from '../render-with-text.ts';

const ten = planPreset(plan, 'ten-percent');
const certain = { ...ten, spread: {} };
const held = planPreset(plan, 'held');
const LAW = 'Legal service institutions';
const OPN = 'Openness cases';

describe('GoalPanel', () => {
  it('should ask for one more target than are met, whatever it was opened with', () => {
    const { set } = show(ten);
    expect(goal().value).toBe(String(simulatePlan(plan, ten).met + 1));
    set(about(held));
    expect(goal().value).toBe(String(simulatePlan(plan, held).met + 1));
  });

  it('should ask for nothing before it is known how many are met, and for the same while an answer is late', () => {
    const { set } = show(ten, { given: { simulation: undefined } });
    expect(screen.queryByRole('combobox', { name: 'Targets to meet' })).toBeNull();
    expect(screen.queryByRole('listitem')).toBeNull();
    set(about(ten));
    const asked = goal().value;
    set({ simulation: undefined });
    expect(goal().value).toBe(asked);
  });

  it('should go on asking for the number whose growth was set', async () => {
    const { set, onedit } = show(ten);
    const asked = goal().value;
    await press('Set these rates');
    const [[edit] = []] = onedit.mock.calls;
    const after = applyEdit(plan, ten, edit as Edit);
    expect(simulatePlan(plan, after).met).toBe(Number(asked));
    set(about(after));
    expect(goal().value).toBe(asked);
  });

  it('should list the changes, what is met already, and set them all at once', async () => {
    const { onedit } = show(ten, { look: { goal: 7 } });
    expect(screen.getByRole('heading').textContent.trim()).toBe('Goal: cheapest way to 7 of 14 targets');
    expect(changes()).toEqual([`${LAW} +2.63 points to 12.63%`, `${OPN} +5.1 points to 15.1%`]);
    expect(screen.getByText('7.73 percentage points in all')).toBeDefined();
    expect(screen.getByText(/^Met already \(5\): HK-invested enterprises, /)).toBeDefined();
    expect(
      screen.getByText(/^With these rates, at least 7 of 14 are met in \S+ of 100 simulations\.$/),
    ).toBeDefined();
    expect(screen.queryByText(/not one proven/)).toBeNull();
    await press('Set these rates');
    expect(onedit.mock.calls).toEqual([
      [
        {
          kind: 'growths',
          growth: {
            'legal-institutions': { kind: 'compound', rate: 0.1263 },
            'openness-cases': { kind: 'compound', rate: 0.151 },
          },
        },
      ],
    ]);
  });

  it('should follow the number asked for', async () => {
    show(ten, { look: { goal: 7 } });
    await choose(goal(), '5');
    expect(screen.getByText('Nothing has to change.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Set these rates' })).toBeNull();
  });

  it('should be asked for a share of the simulations, and say in what share its answer holds', async () => {
    const { view } = show(ten, { look: { goal: 7 } });
    await choose(screen.getByRole('combobox', { name: 'How surely' }), '80');
    expect(view().goalShare).toBe(0.8);
    expect(screen.getByRole('heading').textContent.trim()).toBe(
      'Goal: cheapest way to 7 of 14 targets in 80 of 100 simulations',
    );
    expect(changes().length).toBeGreaterThan(2);
    expect(screen.getByText(/at least 7 of 14 are met in 8\d of 100 simulations/)).toBeDefined();
    expect(screen.getByText(/not one proven/)).toBeDefined();
    await choose(screen.getByRole('combobox', { name: 'How surely' }), '');
    expect(view().goalShare).toBeUndefined();
    expect(changes()).toHaveLength(2);
  });

  it('should say that there is nothing to simulate where no row has a spread, and lead to where it is set', async () => {
    const { view } = show(certain, { look: { goal: 7, goalShare: 0.8 } });
    expect(changes()).toHaveLength(2);
    expect(screen.queryByText(/With these rates/)).toBeNull();
    expect(screen.queryByText(/not one proven/)).toBeNull();
    await press('Set a give or take');
    expect(view().tab).toBe('chances');
  });

  it('should say that an answer with influences is not proven the cheapest', () => {
    show(illustrations['interactive-cycle'], { look: { goal: 7 } });
    expect(screen.getByText(/not one proven/)).toBeDefined();
  });

  it('should leave a row as it is, and cap one, where it is told to', async () => {
    const { view } = show(ten, { look: { goal: 7 } });
    await choose(limitOf(LAW), 'locked');
    expect(view().locked).toEqual(['legal-institutions']);
    expect(changes().join()).not.toContain(LAW);
    expect(changes()).toHaveLength(2);
    await choose(limitOf(OPN), 'capped');
    expect(view().caps).toEqual([{ indicator: 'openness-cases', rate: 0.15 }]);
    expect(changes().join()).not.toContain(OPN);
    expect(screen.getByText('(1 left, 1 capped)')).toBeDefined();
    const box = screen.getByRole('textbox', { name: `Highest growth of ${OPN}, percent a year` });
    await fireEvent.change(box, { target: { value: '15.5' } });
    expect(view().caps).toEqual([{ indicator: 'openness-cases', rate: 0.155 }]);
    expect(changes().join()).toContain(OPN);
    await choose(limitOf(OPN), 'free');
    await choose(limitOf(LAW), 'free');
    expect(view()).toMatchObject({ locked: [], caps: [] });
    expect(screen.queryByText(/capped\)/)).toBeNull();
  });

  it('should say how far growth comes where it does not come as far as was asked', () => {
    const locked = plan.indicators.map(({ id }) => id).filter((id) => id !== 'legal-institutions');
    const { set } = show(ten, { look: { goal: 9, locked } });
    expect(screen.getByText('At most 6 of 14 targets can be met this way.')).toBeDefined();
    set({ view: { ...defaultView(plan), goal: 6, locked, goalShare: 0.95 } });
    expect(screen.getByText('At most 4 of 14 targets can be met in 95 of 100 simulations.')).toBeDefined();
    expect(screen.getByText(/^The most for 6 of 14: \d+ of 100 simulations\.$/)).toBeDefined();
  });

  it('should say what went wrong where there is no answer', () => {
    const explore = () => ({ result: undefined, progress: 0, failure: 'TypeError: no' });
    show(ten, { given: { explore } });
    expect(screen.getByText('This could not be computed (TypeError: no).')).toBeDefined();
    expect(screen.queryByText('Working…')).toBeNull();
  });
});

// Helpers

function goal(): HTMLSelectElement {
  return screen.getByRole<HTMLSelectElement>('combobox', { name: 'Targets to meet' });
}

function limitOf(name: string): HTMLElement {
  return screen.getByRole('combobox', { name: `May the goal change ${name}?`, hidden: true });
}

async function choose(list: HTMLElement, value: string): Promise<void> {
  await fireEvent.change(list, { target: { value } });
}

async function press(name: string): Promise<void> {
  await fireEvent.click(screen.getByRole('button', { name }));
}

/** The changes as they are read, without the list of rows that may be locked. */
function changes(): string[] {
  return screen
    .queryAllByRole('listitem')
    .filter((item) => item.closest('details') === null && within(item).queryByRole('combobox') === null)
    .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
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
function show(scenario: Scenario, { look = {}, given = {} }: { look?: Partial<View>; given?: object } = {}) {
  const onedit = vi.fn<(edit: Edit) => void>();
  let view: View = { ...defaultView(plan), ...look };
  const shown = renderWithText(GoalPanel, {
    plan,
    ...about(scenario),
    ...given,
    view,
    onedit,
    onview(change: Partial<View>) {
      view = { ...view, ...change };
      shown.set({ view });
    },
  });
  return { ...shown, onedit, view: () => view };
}
