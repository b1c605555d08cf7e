import { fireEvent, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../src/core/plan/plan.ts';
import type { GrowthAssumption } from '../../../src/core/growth/growth-shapes.ts';
import { emptyScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { applyEdit, type Edit } from '../../../src/core/scenario/edit.ts';
import type { Step } from '../../../src/core/scenario/step.ts';
import ChangesMenu from '../../../src/ui/shell/ChangesMenu.svelte';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { renderWithText } from '../render-with-text.ts';

const start: Scenario = {
  ...emptyScenario(shippedPlan),
  ...growthOf({ kind: 'compound', rate: 0.1 }),
};

describe('ChangesMenu', () => {
  it('should not offer to undo or redo where there is nothing to', async () => {
    await show([opened()], 0);
    expect(undo().disabled).toBe(true);
    expect(redo().disabled).toBe(true);
  });

  it('should undo and redo one step, and say which', async () => {
    const { ongo } = await show([opened(), growthTo(0.12), growthTo(0.15)], 1);
    expect(undo().title).toBe('Undo: HK-invested enterprises: 10.0% → 12.0%');
    expect(redo().title).toBe('Redo: HK-invested enterprises: 12.0% → 15.0%');
    await fireEvent.click(undo());
    await fireEvent.click(redo());
    expect(ongo.mock.calls).toEqual([[0], [2]]);
  });

  it('should list every step by name, the newest first, and mark the one that is shown', async () => {
    await show([opened(), growthTo(0.12), growthTo(0.15)], 1);
    await openList();
    expect(items().map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())).toEqual([
      'HK-invested enterprises: 12.0% → 15.0%',
      'HK-invested enterprises: 10.0% → 12.0% now',
      'Opened “10% a year”',
    ]);
    expect(items().map((item) => item.getAttribute('aria-current'))).toEqual([null, 'true', null]);
  });

  it('should return to the step that is pressed, and close', async () => {
    const { ongo } = await show([opened(), growthTo(0.12), growthTo(0.15)], 2);
    await openList();
    await fireEvent.click(items()[2] as HTMLElement);
    expect(ongo.mock.calls).toEqual([[0]]);
    expect(screen.queryAllByRole('listitem')).toEqual([]);
  });

  it('should close on Escape and give the focus back to its button', async () => {
    await show([opened()], 0);
    const button = await openList();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await fireEvent.keyDown(items()[0] as HTMLElement, { key: 'Escape' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(document.activeElement).toBe(button);
  });

  it('should close when something else on the page is pressed', async () => {
    await show([opened()], 0);
    const button = await openList();
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    await vi.waitFor(() => expect(button.getAttribute('aria-expanded')).toBe('false'));
  });

  it('should follow the history as it grows and is walked through', async () => {
    const steps = [opened(), growthTo(0.12)];
    const { set } = await show(steps.slice(0, 1), 0);
    set({ steps, at: 1 });
    expect(undo().disabled).toBe(false);
    await openList();
    expect(items()).toHaveLength(2);
  });

  it.each<{ edit: Edit; name: string }>([
    { edit: { kind: 'load', scenario: start }, name: 'Example “10% a year”' },
    {
      edit: growthEdit({ kind: 'linear', amount: 500 }),
      name: 'HK-invested enterprises: Fixed amount a year',
    },
    {
      edit: { kind: 'measure', indicator: 'national-innovations', measure: 'flow' },
      name: 'National innovations: read as “Amount during the year”',
    },
    {
      edit: { kind: 'driver', driver: { id: 'mine', intensity: [1, 0, 0], effects: {} } },
      name: 'Event: Event “mine”',
    },
    { edit: { kind: 'remove-driver', driver: 'mine' }, name: 'Event removed: Event “mine”' },
    {
      edit: { kind: 'influence', influence: { to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 } },
      name: 'Influence: HK-invested enterprises → HK residents employed: 0 → 0.5',
    },
    {
      edit: { kind: 'influence', influence: { to: 'hk-residents', from: 'hk-enterprises', strength: 0 } },
      name: 'Influence removed: HK-invested enterprises → HK residents employed',
    },
    { edit: { kind: 'reset', scenario: start }, name: 'Reset to “10% a year”' },
    { edit: { kind: 'hold' }, name: 'All growth to 0%' },
    { edit: { kind: 'rename', name: 'Mine' }, name: 'Named “Mine”' },
    { edit: { kind: 'rename', name: '' }, name: 'Name removed' },
  ])('should call a step $name', async ({ edit, name }) => {
    await show([opened(), { ...opened(), edit, scenario: applyEdit(shippedPlan, start, edit) }], 1);
    expect(undo().title).toBe(`Undo: ${name}`);
  });

  it.each<{ what: string; from: Edit; edit: Edit; name: string }>([
    {
      what: 'the rate of a year',
      from: growthEdit({ kind: 'yearly', rates: [0.1, 0.12, 0.1] }),
      edit: growthEdit({ kind: 'yearly', rates: [0.1, 0.15, 0.1] }),
      name: 'HK-invested enterprises 2024: 12.0% → 15.0%',
    },
    {
      what: 'the rates of all years',
      from: growthEdit({ kind: 'yearly', rates: [0.1, 0.12, 0.1] }),
      edit: growthEdit({ kind: 'yearly', rates: [0.2, 0.22, 0.2] }),
      name: 'HK-invested enterprises 2023: 10.0% → 20.0% and 2 more',
    },
    {
      what: 'a fixed amount',
      from: growthEdit({ kind: 'linear', amount: 500 }),
      edit: growthEdit({ kind: 'linear', amount: 1600 }),
      name: 'HK-invested enterprises, added each year: 500 enterprises → 1,600 enterprises',
    },
    {
      what: 'a ceiling',
      from: growthEdit({ kind: 'saturating', rate: 0.3, ceiling: 12000 }),
      edit: growthEdit({ kind: 'saturating', rate: 0.3, ceiling: 13000 }),
      name: 'HK-invested enterprises, ceiling: 12,000 enterprises → 13,000 enterprises',
    },
    {
      what: 'a rate below a ceiling',
      from: growthEdit({ kind: 'saturating', rate: 0.3, ceiling: 12000 }),
      edit: growthEdit({ kind: 'saturating', rate: 0.4, ceiling: 12000 }),
      name: 'HK-invested enterprises: 30.0% → 40.0%',
    },
    {
      what: 'the intensity of a driver',
      from: driverEdit([0, 0, 0], {}),
      edit: driverEdit([0, -1, 0], {}),
      name: 'Event “mine” 2024: 0 → −1',
    },
    {
      what: 'the intensity of a driver, set as an answer',
      from: driverEdit([0, -1, 0], {}),
      edit: { kind: 'assumption', assumption: { kind: 'intensity', driver: 'mine', year: 1 }, value: -0.5 },
      name: 'Event “mine” 2024: −1 → −0.5',
    },
    {
      what: 'the effect of a driver',
      from: driverEdit([1, 0, 0], { 'hk-enterprises': -5 }),
      edit: driverEdit([1, 0, 0], { 'hk-enterprises': -8 }),
      name: 'Event “mine”: HK-invested enterprises −5 → −8 points',
    },
    {
      what: 'the effect of a driver that has a name, on a row of which it had none',
      from: driverEdit([1, 0, 0], {}, 'Border closure'),
      edit: driverEdit([1, 0, 0], { 'airport-passengers': -30 }, 'Border closure'),
      name: 'Border closure: Airport passengers −30 points',
    },
    {
      what: 'the effect of a driver that is taken off a row',
      from: driverEdit([1, 0, 0], { 'airport-passengers': -30 }, 'Border closure'),
      edit: driverEdit([1, 0, 0], {}, 'Border closure'),
      name: 'Border closure: Airport passengers −30 → 0 points',
    },
    {
      what: 'a driver of one’s own that acts in a year more',
      from: driverEdit([0, 1, 0], {}, 'Closure 2024'),
      edit: driverEdit([0, 1, 1], {}, 'Closure 2024'),
      name: 'Closure 2024: acts in 2025',
    },
    {
      what: 'a driver of one’s own that acts in a year less',
      from: driverEdit([1, 1, 0], {}, 'Closure'),
      edit: driverEdit([0, 1, 0], {}, 'Closure'),
      name: 'Closure: not in 2023',
    },
    {
      what: 'a driver’s first name',
      from: driverEdit([1, 0, 0], {}),
      edit: driverEdit([1, 0, 0], {}, 'Border closure 2024'),
      name: 'Event named “Border closure 2024”',
    },
    {
      what: 'a driver whose name is taken away',
      from: driverEdit([1, 0, 0], {}, 'Border closure 2024'),
      edit: driverEdit([1, 0, 0], {}),
      name: 'Event: Event “mine”',
    },
    {
      what: 'a driver with a name that is removed',
      from: driverEdit([1, 0, 0], {}, 'Border closure'),
      edit: { kind: 'remove-driver', driver: 'mine' },
      name: 'Event removed: Border closure',
    },
    {
      what: 'a driver that stays as it is',
      from: driverEdit([1, 0, 0], {}),
      edit: driverEdit([1, 0, 0], {}),
      name: 'Event: Event “mine”',
    },
    {
      what: 'the strength of a link',
      from: { kind: 'influence', influence: { to: 'hk-residents', from: 'hk-enterprises', strength: 0.2 } },
      edit: {
        kind: 'assumption',
        assumption: { kind: 'strength', to: 'hk-residents', from: 'hk-enterprises' },
        value: 0.5,
      },
      name: 'Influence: HK-invested enterprises → HK residents employed: 0.2 → 0.5',
    },
  ])('should say year and value of $what', async ({ from, edit, name }) => {
    const before = applyEdit(shippedPlan, start, from);
    const steps = [
      { ...opened(), scenario: before },
      { ...opened(), edit, scenario: applyEdit(shippedPlan, before, edit) },
    ];
    await show(steps, 1);
    expect(undo().title).toBe(`Undo: ${name}`);
  });

  it.each<{ language: Language; name: string }>([
    { language: 'zh-Hant', name: '港資企業2024年：12.0% → 15.0%，另1項' },
    { language: 'zh-Hans', name: '港资企业2024年：12.0% → 15.0%，另1项' },
  ])('should say years and values in $language', async ({ language, name }) => {
    const before = { ...start, ...growthOf({ kind: 'yearly', rates: [0.1, 0.12, 0.1] }) };
    const edit = growthEdit({ kind: 'yearly', rates: [0.1, 0.15, 0.2] });
    const steps = [
      { ...opened(), scenario: before },
      { ...opened(), edit, scenario: applyEdit(shippedPlan, before, edit) },
    ];
    const { container } = await show(steps, 1, language);
    expect(container.querySelector('button')?.title).toContain(name);
  });

  it.each<{ language: Language; name: string }>([
    { language: 'zh-Hant', name: '港資企業：10.0% → 12.0%' },
    { language: 'zh-Hans', name: '港资企业：10.0% → 12.0%' },
  ])('should name steps in $language', async ({ language, name }) => {
    const { container } = await show([opened(), growthTo(0.12)], 1, language);
    expect(container.querySelector('button')?.title).toContain(name);
  });
});

// Helpers

function growthOf(growth: GrowthAssumption): Pick<Scenario, 'growth'> {
  return { growth: { 'hk-enterprises': growth } };
}

function growthEdit(growth: GrowthAssumption): Edit {
  return { kind: 'growth', indicator: 'hk-enterprises', growth };
}

function driverEdit(
  intensity: readonly number[],
  effects: Readonly<Record<string, number>>,
  name?: string,
): Edit {
  return { kind: 'driver', driver: { id: 'mine', name, intensity, effects } };
}

function opened(): Step {
  return {
    edit: undefined,
    scenario: start,
    loaded: { origin: { kind: 'preset', preset: 'ten-percent' }, scenario: start },
  };
}

function growthTo(rate: number): Step {
  return {
    ...opened(),
    edit: growthEdit({ kind: 'compound', rate }),
    scenario: { ...start, ...growthOf({ kind: 'compound', rate }) },
  };
}

async function show(steps: readonly Step[], at: number, language?: Language) {
  const ongo = vi.fn<(step: number) => void>();
  const shown = renderWithText(ChangesMenu, { plan: shippedPlan, steps, at, ongo }, language);
  await vi.dynamicImportSettled();
  flushSync();
  return { ...shown, ongo };
}

function undo(): HTMLButtonElement {
  return screen.getByRole('button', { name: 'Undo' });
}

function redo(): HTMLButtonElement {
  return screen.getByRole('button', { name: 'Redo' });
}

async function openList(): Promise<HTMLElement> {
  const button = screen.getByRole('button', { name: /^History/ });
  await fireEvent.click(button);
  return button;
}

function items(): HTMLElement[] {
  return screen.getAllByRole('listitem').map((item) => item.querySelector('button') as HTMLElement);
}
