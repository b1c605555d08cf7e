import { fireEvent, screen, within } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Indicator, Language } from '../../../src/core/plan/plan.ts';
import { applyEdit, type Edit } from '../../../src/core/scenario/edit.ts';
import { emptyScenario, type Driver, type Scenario } from '../../../src/core/scenario/scenario.ts';
import EventsEditor from '../../../src/ui/panel/trajectory/EventsEditor.svelte';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { renderWithText } from '../render-with-text.ts';

const passengers = plan.indicators.find(({ code }) => code === 'pax') as Indicator;
const closure: Driver = {
  id: 'own',
  name: 'Border closure 2024',
  intensity: [0, 1, 0],
  effects: { 'airport-passengers': -30 },
};

describe('the editor of events', () => {
  it('should say a border closure of one year in as few changes as it has facts', async () => {
    const { edits, drivers } = show([]);
    await choose('Add an event', 'my own, in 2024');
    expect(document.activeElement).toBe(nameBox());
    await put(nameBox(), 'Border closure 2024');
    await put(points('Airport passengers'), '-30');
    await choose('Border closure 2024: add a row', 'HK-invested enterprises');
    expect(document.activeElement).toBe(points('HK-invested enterprises'));
    await put(points('HK-invested enterprises'), '-5');
    expect(drivers()).toEqual([{ ...closure, effects: { 'airport-passengers': -30, 'hk-enterprises': -5 } }]);
    expect(edits.map(({ kind }) => kind)).toEqual(['driver', 'driver', 'driver', 'driver']);
    expect(screen.getByText('2024, 2 rows')).toBeTruthy();
  });

  it('should list the rows of an event in one table under the years in which it acts', async () => {
    show([{ ...closure, effects: { 'hk-enterprises': -5, 'airport-passengers': -30 } }]);
    expect(cells()).toEqual([
      ['Row', 'Points in 2024'],
      ['HK-invested enterprises', '−5'],
      ['Airport passengers', '−30'],
    ]);
    await fireEvent.click(screen.getByRole('checkbox', { name: '2025' }));
    expect(cells()[0]).toEqual(['Row', 'Points in 2024–2025']);
    await fireEvent.click(screen.getByRole('checkbox', { name: '2024' }));
    expect(cells()[0]).toEqual(['Row', 'Points in 2025']);
  });

  it('should show what an event of the plan does to each row in each year, by intensity and effect', async () => {
    const { drivers } = show([{ id: 'border', intensity: [0.5, -1, 0], effects: {} }]);
    expect(cells().slice(0, 2)).toEqual([
      ['Row', 'Points at intensity 1'],
      ['HK-invested enterprises2023 +4, 2024 −8', '8'],
    ]);
    expect(cells()).toHaveLength(6);
    expect(screen.queryByRole('textbox', { name: 'Name of the event' })).toBeNull();
    await put(screen.getByRole('textbox', { name: 'Border opening: intensity in 2025' }), '2');
    await put(points('Airport passengers', 'Border opening'), '25');
    expect(drivers()).toEqual([
      { id: 'border', intensity: [0.5, -1, 2], effects: { 'airport-passengers': 25 } },
    ]);
  });

  it('should keep a row of 0 points while it is worked on, and ask for the selected one where there is none', async () => {
    const { drivers } = show([closure]);
    await put(points('Airport passengers'), '0');
    expect(cells()).toHaveLength(2);
    await fireEvent.click(
      screen.getByRole('button', { name: 'Border closure 2024: remove Airport passengers' }),
    );
    expect(cells()[1]).toEqual(['Airport passengers', '0']);
    expect(drivers()[0]?.effects).toEqual({ 'airport-passengers': 0 });
  });

  it('should take a row off an event of the plan too, and add it again', async () => {
    const { drivers } = show([{ id: 'border', intensity: [0, 1, 0], effects: {} }]);
    await fireEvent.click(screen.getByRole('button', { name: 'Border opening: remove Airport passengers' }));
    expect(drivers()[0]?.effects).toEqual({ 'airport-passengers': 0 });
    expect(cells()).toHaveLength(5);
    await choose('Border opening: add a row', 'Airport passengers');
    await put(points('Airport passengers', 'Border opening'), '30');
    expect(cells()).toHaveLength(6);
  });

  it('should give one’s own event intensities where they are asked for or there already', async () => {
    const { drivers } = show([closure]);
    await fireEvent.click(screen.getByRole('button', { name: 'Set how strongly, year by year' }));
    await put(screen.getByRole('textbox', { name: 'Border closure 2024: intensity in 2025' }), '0.5');
    expect(drivers()[0]?.intensity).toEqual([0, 1, 0.5]);
    expect(cells()[1]).toEqual(['Airport passengers2024 −30, 2025 −15', '−30']);
    expect(screen.queryByRole('checkbox')).toBeNull();
  });

  it('should take a name without its loose ends, leave it on Escape, and take it away', async () => {
    const { drivers } = show([closure]);
    await put(nameBox(), '  Closure\u202e ');
    expect([drivers()[0]?.name, nameBox().value]).toEqual(['Closure', 'Closure']);
    nameBox().value = 'Other';
    await fireEvent.keyDown(nameBox(), { key: 'Escape' });
    expect(nameBox().value).toBe('Closure');
    await put(nameBox(), ' ');
    expect(drivers()[0]).not.toHaveProperty('name');
    expect(screen.getByRole('group', { name: 'Event “own”' })).toBeTruthy();
  });

  it('should make no change of a name that stays', async () => {
    const { edits } = show([closure]);
    await put(nameBox(), ' Border closure 2024');
    await fireEvent.keyDown(nameBox(), { key: 'Enter' });
    expect(edits).toEqual([]);
  });

  it('should remove an event, and leave the keyboard where another is added', async () => {
    const { drivers } = show([closure]);
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the event Border closure 2024' }));
    expect(drivers()).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Add an event' }));
  });

  it('should add a 28th event of one’s own beside the others', async () => {
    const owns = ['', ...'abcdefghijklmnopqrstuvwxyz'].map((letter) => ({ ...closure, id: `own${letter}` }));
    const { drivers } = show(owns);
    await choose('Add an event', 'my own, in 2023');
    expect(drivers()).toHaveLength(28);
    expect(drivers().at(-1)).toEqual({ id: 'ownaa', intensity: [1, 0, 0], effects: {} });
  });

  it('should add an event of the plan with the effects that the plan ships', async () => {
    const { drivers } = show([]);
    await choose('Add an event', 'Border opening');
    expect(drivers()).toEqual([{ id: 'border', intensity: [1, 1, 1], effects: {} }]);
    expect(cells()).toHaveLength(6);
  });

  it.each<[Language, string]>([
    ['zh-Hant', '2024年，1項指標'],
    ['zh-Hans', '2024年，1项指标'],
  ])('should be read in %s', (language, summary) => {
    show([closure], language);
    expect(screen.getByText(summary)).toBeTruthy();
    expect(document.body.textContent.replace(closure.name ?? '', '')).not.toMatch(/[A-Za-z]{3}/);
  });
});

// Helpers

/** The editor over a scenario that takes its edits, as the page's does. */
function show(drivers: readonly Driver[], language?: Language) {
  let scenario: Scenario = { ...emptyScenario(plan), drivers };
  const edits: Edit[] = [];
  const onedit = (edit: Edit): void => {
    scenario = applyEdit(plan, scenario, edit);
    edits.push(edit);
    view.set({ drivers: scenario.drivers });
  };
  const props = { plan, indicator: passengers, drivers, onedit, onsettle: () => undefined };
  const view = renderWithText(EventsEditor, props, language);
  return { edits, drivers: () => scenario.drivers };
}

function nameBox(): HTMLInputElement {
  return screen.getByRole('textbox', { name: 'Name of the event' });
}

function points(row: string, event = 'Border closure 2024'): HTMLElement {
  return screen.getByRole('textbox', { name: `${event}: percentage points of growth, ${row}` });
}

async function put(field: HTMLElement, value: string): Promise<void> {
  await fireEvent.change(field, { target: { value } });
}

async function choose(select: string, option: string): Promise<void> {
  const box = screen.getByRole<HTMLSelectElement>('combobox', { name: select });
  const { value } = within(box).getByRole<HTMLOptionElement>('option', { name: option });
  await fireEvent.change(box, { target: { value } });
  flushSync();
}

/** What the first table says, row by row; a box by its text. */
function cells(): readonly (readonly string[])[] {
  const [table] = screen.getAllByRole<HTMLTableElement>('table');
  return [...(table?.rows ?? [])].map((row) =>
    [...row.cells].slice(0, 2).map((cell) => cell.querySelector('input')?.value ?? cell.textContent),
  );
}
