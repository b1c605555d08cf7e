import { fireEvent, screen, within } from '@testing-library/svelte';
import type { ComponentProps } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../src/core/plan/plan.ts';
import { emptyScenario, type Scenario } from '../../../src/core/scenario/scenario.ts';
import { MOST_OPEN, type OpenScenario } from '../../../src/state/open-scenarios.svelte.ts';
import type { Origin } from '../../../src/core/scenario/step.ts';
import { ScenarioHistory } from '../../../src/state/scenario-history.svelte.ts';
import ScenarioBar from '../../../src/ui/shell/ScenarioBar.svelte';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { renderWithText } from '../render-with-text.ts';

const preset: Origin = { kind: 'preset', preset: 'ten-percent' };

describe('ScenarioBar', () => {
  it('should show a tab for each open scenario and say which is shown', () => {
    show([open('a', 'First'), open('b', 'Second'), open('c', 'Third')], 'b');
    const bar = screen.getByRole('navigation', { name: 'Scenarios' });
    for (const name of ['First', 'Second', 'Third'])
      expect(within(bar).getByRole('button', { name }).getAttribute('aria-current')).toBe(
        name === 'Second' ? 'true' : null,
      );
  });

  it.each<{ origin: Origin; name: string }>([
    { origin: preset, name: '10% a year' },
    { origin: { kind: 'preset', preset: 'plan-pace' }, name: 'Just enough for every target' },
    { origin: { kind: 'preset', preset: 'weak-demand' }, name: 'Weak global demand' },
    { origin: { kind: 'link' }, name: 'Opened from a link' },
    { origin: { kind: 'device' }, name: 'Your last work' },
  ])('should call a scenario without a name by what it was loaded from: $name', ({ origin, name }) => {
    show([open('a', '', origin)], 'a');
    expect(screen.getByRole('button', { name })).toBeDefined();
  });

  it('should say that a scenario without a name was changed, as soon as it is', async () => {
    const changed = open('a', '', preset);
    show([changed], 'a');
    changed.history.record({
      edit: { kind: 'hold' },
      scenario: { ...changed.history.current.scenario, seed: 7 },
    });
    expect(await screen.findByRole('button', { name: '10% a year, changed' })).toBeDefined();
  });

  it.each<{ language: Language; name: string }>([
    { language: 'zh-Hant', name: '每年增長10%' },
    { language: 'zh-Hans', name: '每年增长10%' },
  ])('should speak $language', ({ language, name }) => {
    const { speak } = show([open('a', '', preset), open('b', 'Mine')], 'b');
    speak(language);
    expect(screen.getByRole('button', { name })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Mine' })).toBeDefined();
  });

  it('should ask to show another scenario when its tab is pressed', async () => {
    const { onactivate } = show([open('a', 'First'), open('b', 'Second')], 'a');
    await fireEvent.click(screen.getByRole('button', { name: 'Second' }));
    expect(onactivate.mock.calls).toEqual([['b']]);
  });

  it('should ask for a copy of the shown scenario under a name that says so', async () => {
    const { oncopy } = show([open('a', 'First'), open('b', 'Second')], 'b');
    await fireEvent.click(newScenario());
    expect(oncopy.mock.calls).toEqual([['Copy of Second']]);
  });

  it('should cut a copy’s name to 80 characters without cutting a character in half', async () => {
    const { oncopy } = show([open('a', `x${'🚢'.repeat(79)}`)], 'a');
    await fireEvent.click(newScenario());
    const [name = ''] = oncopy.mock.calls[0] ?? [];
    expect(name.startsWith('Copy of x🚢')).toBe(true);
    expect([...name].length).toBeLessThanOrEqual(80);
    expect(name).not.toMatch(/\p{Surrogate}/u);
  });

  it('should offer no further scenario where as many are open as can be', () => {
    const scenarios = Array.from({ length: MOST_OPEN }, (_, index) => open(`${index}`, `Scenario ${index}`));
    const { set } = show(scenarios, '0');
    expect(screen.queryByRole('button', { name: /^New scenario/ })).toBeNull();
    set({ scenarios: scenarios.slice(1), active: '1' });
    expect(newScenario()).toBeDefined();
  });

  it('should name the shown scenario, and only that', async () => {
    const { onrename } = show([open('a', 'First'), open('b', 'Second')], 'b');
    expect(screen.queryByRole('button', { name: 'Name or remove “First”' })).toBeNull();
    const field = await openMenu('Second');
    expect(field.value).toBe('Second');
    expect(field.maxLength).toBe(80);
    await fireEvent.input(field, { target: { value: '  Another name ' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save name' }));
    expect(onrename.mock.calls).toEqual([['Another name']]);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Name or remove “Second”');
  });

  it('should leave the name where nothing was typed', async () => {
    const { onrename } = show([open('a', 'First')], 'a');
    await openMenu('First');
    await fireEvent.click(screen.getByRole('button', { name: 'Save name' }));
    expect(onrename.mock.calls).toEqual([['First']]);
  });

  it('should take a name away', async () => {
    const { onrename } = show([open('a', 'First')], 'a');
    await fireEvent.input(await openMenu('First'), { target: { value: '' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Save name' }));
    expect(onrename.mock.calls).toEqual([['']]);
  });

  it('should forget what was typed when the menu is closed by Escape', async () => {
    const { onrename } = show([open('a', 'First')], 'a');
    const field = await openMenu('First');
    await fireEvent.input(field, { target: { value: 'half a na' } });
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    await openMenu('First');
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('First');
    await fireEvent.click(screen.getByRole('button', { name: 'Save name' }));
    expect(onrename.mock.calls).toEqual([['First']]);
  });

  it('should remove the shown scenario and close its menu', async () => {
    const { onremove } = show([open('a', 'First'), open('b', 'Second')], 'a');
    await openMenu('First');
    await fireEvent.click(screen.getByRole('button', { name: 'Remove this scenario' }));
    expect(onremove).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('button', { name: 'Remove this scenario' })).toBeNull();
  });
});

// Helpers

function open(id: string, name: string, origin: Origin = { kind: 'link' }): OpenScenario {
  const scenario: Scenario = { ...emptyScenario(shippedPlan), name };
  return { id, order: 0, history: new ScenarioHistory(shippedPlan, scenario, origin) };
}

function show(scenarios: readonly OpenScenario[], active: string) {
  const onactivate = vi.fn<(id: string) => void>();
  const oncopy = vi.fn<(name: string) => void>();
  const onrename = vi.fn<(name: string) => void>();
  const onremove = vi.fn<() => void>();
  const props: ComponentProps<typeof ScenarioBar> = {
    scenarios,
    active,
    onactivate,
    oncopy,
    onrename,
    onremove,
  };
  return { ...renderWithText(ScenarioBar, { ...props }), onactivate, oncopy, onrename, onremove };
}

function newScenario(): HTMLElement {
  return screen.getByRole('button', { name: /^New scenario/ });
}

async function openMenu(name: string): Promise<HTMLInputElement> {
  await fireEvent.click(screen.getByRole('button', { name: `Name or remove “${name}”` }));
  return screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of this scenario' });
}
