import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { Indicator } from '../../../src/core/plan/plan.ts';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import type { Driver } from '../../../src/core/scenario/scenario.ts';
import DriversEditor from '../../../src/ui/panel/trajectory/DriversEditor.svelte';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { renderWithText } from '../render-with-text.ts';

const [indicator] = plan.indicators as readonly [Indicator, ...Indicator[]];
const LETTERS = ['', ...'abcdefghijklmnopqrstuvwxyz'];

/** Drivers of a person's own, as many as have an id of at most one letter more than `own`. */
const drivers: readonly Driver[] = LETTERS.map((letter) => ({
  id: `own${letter}`,
  intensity: [1, 1, 1],
  effects: { [indicator.id]: 1 },
}));

it('should add a 28th driver of one’s own beside the others, with an effect here', async () => {
  const onedit = vi.fn<(edit: Edit) => void>();
  renderWithText(DriversEditor, { plan, indicator, drivers, onedit, onsettle: vi.fn() });
  await fireEvent.change(screen.getByRole('combobox'), { target: { value: '+' } });
  expect(onedit.mock.calls).toEqual([
    [{ kind: 'driver', driver: { id: 'ownaa', intensity: [1, 1, 1], effects: { [indicator.id]: 1 } } }],
  ]);
});

it('should add a driver of the plan with the effects that the plan ships', async () => {
  const onedit = vi.fn<(edit: Edit) => void>();
  renderWithText(DriversEditor, { plan, indicator, drivers, onedit, onsettle: vi.fn() });
  const id = plan.drivers[0]?.id ?? '';
  await fireEvent.change(screen.getByRole('combobox'), { target: { value: id } });
  expect(onedit.mock.calls).toEqual([
    [{ kind: 'driver', driver: { id, intensity: [1, 1, 1], effects: {} } }],
  ]);
});
