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

  it('should say why no further scenario is opened where as many are open as can be', async () => {
    const scenarios = Array.from({ length: MOST_OPEN + 2 }, (_, index) =>
      open(`${index}`, `Scenario ${index}`),
    );
    const { set, oncopy } = show(scenarios, '0');
    expect(screen.getAllByRole('button', { name: /^Scenario/ })).toHaveLength(MOST_OPEN + 2);
    expect(newScenario().getAttribute('aria-disabled')).toBe('true');
    expect(screen.queryByRole('status')).toBeNull();
    await fireEvent.click(newScenario());
    expect(screen.getByRole('status').textContent).toContain(
      '32 scenarios are open. Close one to begin another.',
    );
    expect(oncopy).not.toHaveBeenCalled();
    set({ scenarios: scenarios.slice(3), active: '3' });
    expect(newScenario().getAttribute('aria-disabled')).toBe('false');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('should tell scenarios of one name apart', () => {
    show([open('a', 'Mine'), open('b', 'Mine'), open('c', 'Mine (2)'), open('d', ''), open('e', '')], 'a');
    const bar = screen.getByRole('navigation');
    const names = [...bar.querySelectorAll('.tab')].map(({ textContent }) => textContent);
    expect(names).toEqual(['Mine', 'Mine (3)', 'Mine (2)', 'Opened from a link', 'Opened from a link (2)']);
  });

  it.each<{ what: string; start: (tab: HTMLElement) => Promise<unknown> }>([
    {
      what: 'the pencil',
      start: () => fireEvent.click(screen.getByRole('button', { name: 'Rename “Second”' })),
    },
    { what: 'a double click', start: (tab) => fireEvent.dblClick(tab) },
    { what: 'F2', start: (tab) => fireEvent.keyDown(tab, { key: 'F2' }) },
  ])('should have the name of the shown scenario changed in its tab after $what', async ({ start }) => {
    const { onrename } = show([open('a', 'First'), open('b', 'Second')], 'b');
    expect(screen.queryByRole('button', { name: 'Rename “First”' })).toBeNull();
    await start(screen.getByRole('button', { name: 'Second' }));
    const field = nameField();
    expect([field.value, field.maxLength]).toEqual(['Second', 80]);
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 6]);
    await fireEvent.input(field, { target: { value: '  Another name ' } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onrename.mock.calls).toEqual([['Another name']]);
    expect(screen.queryByRole('textbox')).toBeNull();
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Second'));
  });

  it('should show another scenario before that is named', async () => {
    const { onactivate } = show([open('a', 'First'), open('b', 'Second')], 'b');
    await fireEvent.keyDown(screen.getByRole('button', { name: 'First' }), { key: 'F2' });
    expect(onactivate.mock.calls).toEqual([['a']]);
  });

  it.each<{ what: string; name: string; shown: string; typed: string; renamed: string[][] }>([
    {
      what: 'leave the name where nothing was typed',
      name: 'First',
      shown: 'First',
      typed: 'First',
      renamed: [],
    },
    {
      what: 'give no name to what had none',
      name: '',
      shown: 'Opened from a link',
      typed: 'Opened from a link',
      renamed: [],
    },
    { what: 'take a name away', name: 'First', shown: 'First', typed: ' ', renamed: [['']] },
  ])('should $what', async ({ name, shown, typed, renamed }) => {
    const { onrename } = show([open('a', name)], 'a');
    const field = await startNaming(shown);
    await fireEvent.input(field, { target: { value: typed } });
    await fireEvent.keyDown(field, { key: 'Enter' });
    expect(onrename.mock.calls).toEqual(renamed);
  });

  it('should take what was typed when the field is left, and forget it on Escape', async () => {
    const { onrename } = show([open('a', 'First')], 'a');
    await fireEvent.input(await startNaming('First'), { target: { value: 'half a na' } });
    await fireEvent.keyDown(nameField(), { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(onrename).not.toHaveBeenCalled();
    await fireEvent.input(await startNaming('First'), { target: { value: 'Whole' } });
    await fireEvent.blur(nameField());
    expect(onrename.mock.calls).toEqual([['Whole']]);
  });

  it('should leave Enter and Escape to an input method that composes', async () => {
    const { onrename } = show([open('a', 'First')], 'a');
    const field = await startNaming('First');
    await fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    await fireEvent.keyDown(field, { key: 'Escape', isComposing: true });
    expect(nameField()).toBe(field);
    expect(onrename).not.toHaveBeenCalled();
  });

  it('should close the shown scenario by its cross, and any by Delete on its tab', async () => {
    const { onclose } = show([open('a', 'First'), open('b', 'Second')], 'a');
    await fireEvent.click(screen.getByRole('button', { name: 'Close “First”' }));
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Second' }), { key: 'Delete' });
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Second' }), { key: 'x' });
    expect(onclose.mock.calls).toEqual([['a'], ['b']]);
    expect(screen.queryByRole('button', { name: 'Close “Second”' })).toBeNull();
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
  const onclose = vi.fn<(id: string) => void>();
  const props: ComponentProps<typeof ScenarioBar> = {
    scenarios,
    active,
    onactivate,
    oncopy,
    onrename,
    onclose,
  };
  return { ...renderWithText(ScenarioBar, { ...props }), onactivate, oncopy, onrename, onclose };
}

function newScenario(): HTMLElement {
  return screen.getByRole('button', { name: /^New scenario/ });
}

async function startNaming(name: string): Promise<HTMLInputElement> {
  await fireEvent.click(screen.getByRole('button', { name: `Rename “${name}”` }));
  return nameField();
}

function nameField(): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>('textbox', { name: 'Name of this scenario' });
}
