import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../src/core/plan/plan.ts';
import { emptyScenario } from '../../../src/core/scenario/scenario.ts';
import type { OpenScenario } from '../../../src/state/open-scenarios.svelte.ts';
import { ScenarioHistory } from '../../../src/state/scenario-history.svelte.ts';
import type { OnDevice } from '../../../src/state/session.svelte.ts';
import StartAfresh from '../../../src/ui/shell/StartAfresh.svelte';
import { shippedPlan } from '../../helpers/shipped-plan.ts';
import { renderWithText } from '../render-with-text.ts';

describe('StartAfresh', () => {
  it('should say what would be cleared, and clear it when that is confirmed', async () => {
    const { onclear, onclose } = show({
      scenarios: 3,
      open: ['Low', 'High'].map(named),
      language: true,
      theme: true,
    });
    expect(screen.getByRole('dialog', { name: 'Start afresh on this device?' })).toBeDefined();
    expect(items()).toEqual([
      '3 scenarios with their histories Low, High',
      'the language you chose',
      'the colours you chose',
    ]);
    expect(onclear).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole('button', { name: 'Clear and start afresh' }));
    expect([onclear.mock.calls.length, onclose.mock.calls.length]).toEqual([1, 1]);
  });

  it('should clear nothing where it is cancelled', async () => {
    const { onclear, onclose } = show({ scenarios: 1, open: [], language: false, theme: false });
    expect(items()).toEqual(['1 scenario with its history']);
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect([onclear.mock.calls.length, onclose.mock.calls.length]).toEqual([0, 1]);
  });

  it('should name eight scenarios of many', () => {
    const open = Array.from({ length: 20 }, (_, at) => named(String(at)));
    show({ scenarios: 20, open, language: false, theme: false });
    expect(items()).toEqual(['20 scenarios with their histories 0, 1, 2, 3, 4, 5, 6, 7 …']);
  });

  it('should say so where nothing is stored', () => {
    show({ scenarios: 0, open: [], language: false, theme: false });
    expect(items()).toEqual([]);
    expect(screen.getByText(/has stored nothing in this browser/)).toBeDefined();
  });

  it.each<{ language: Language; item: string }>([
    { language: 'zh-Hant', item: '12個情景及其操作記錄' },
    { language: 'zh-Hans', item: '12个情景及其操作记录' },
  ])('should speak $language', ({ language, item }) => {
    show({ scenarios: 12, open: [], language: false, theme: false }, language);
    expect(items()).toEqual([item]);
  });
});

// Helpers

function named(name: string): OpenScenario {
  const scenario = { ...emptyScenario(shippedPlan), name };
  return { id: name, order: 0, history: new ScenarioHistory(shippedPlan, scenario, { kind: 'link' }) };
}

function show(onDevice: OnDevice, language?: Language) {
  const onclear = vi.fn<() => void>();
  const onclose = vi.fn<() => void>();
  return { ...renderWithText(StartAfresh, { onDevice, onclear, onclose }, language), onclear, onclose };
}

function items(): string[] {
  return screen.queryAllByRole('listitem').map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim());
}
