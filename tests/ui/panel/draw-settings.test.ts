import { fireEvent, screen } from '@testing-library/svelte';
import { expect, it, vi } from 'vitest';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import DrawSettings from '../../../src/ui/panel/chances/DrawSettings.svelte';
import { renderWithText } from '../render-with-text.ts';
import { ten } from '../shipped-case.ts';

it('should take a whole seed, and refuse any other with a message instead of rounding it', async () => {
  const onedit = vi.fn<(edit: Edit, gesture?: string) => void>();
  const props = { scenario: ten, horizonYear: 2025, draws: undefined, onedit, onsettle: () => {} };
  renderWithText(DrawSettings, props);
  const seed = screen.getByRole<HTMLInputElement>('textbox', { name: 'Number of the shuffle' });
  await fireEvent.input(seed, { target: { value: '1.5' } });
  await fireEvent.change(seed);
  expect(onedit).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain(
    '“1.5” is not a whole number; the old value is kept.',
  );
  expect(seed.value).toBe('1');
  await fireEvent.input(seed, { target: { value: '2' } });
  await fireEvent.change(seed);
  expect(onedit.mock.calls).toEqual([[{ kind: 'draw-parameter', parameter: 'seed', value: 2 }, undefined]]);
});
