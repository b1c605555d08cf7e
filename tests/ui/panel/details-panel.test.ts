import { createEvent, fireEvent, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import DetailsPanel from '../../../src/ui/panel/DetailsPanel.svelte';
import { PANEL_TABS, type PanelTab } from '../../../src/core/link/view.ts';
import { wordsIn } from '../../../src/text/words.ts';
import { renderWithText } from '../render-with-text.ts';

describe('DetailsPanel', () => {
  it('should have a tab for each part, of which one is chosen', () => {
    show('trajectory');
    const words = wordsIn('en').panelTabs;
    expect(screen.getByRole('tablist', { name: 'Details' })).toBeDefined();
    const chosen = screen
      .getAllByRole('tab')
      .map((tab) => [tab.textContent.trim(), tab.getAttribute('aria-selected')]);
    expect(chosen).toEqual([
      [words.trajectory, 'true'],
      [words.sources, 'false'],
      [words.chances, 'false'],
      [words.matters, 'false'],
      [words.factors, 'false'],
      [words.goal, 'false'],
    ]);
  });

  it('should show its content in a panel that is named by the chosen tab and can be reached by keyboard', () => {
    const { set } = show('trajectory');
    const panel = screen.getByRole('tabpanel', { name: 'Indicator' });
    expect(panel.textContent).toContain('the content');
    expect(panel.tabIndex).toBe(0);
    for (const tab of screen.getAllByRole('tab')) expect(tab.getAttribute('aria-controls')).toBe(panel.id);
    set({ tab: 'sources' });
    expect(screen.getByRole('tabpanel', { name: 'Sources' })).toBe(panel);
  });

  it('should open a part when its tab is pressed', async () => {
    const { ontab } = show('trajectory');
    await fireEvent.click(screen.getByRole('tab', { name: 'Sources' }));
    expect(ontab.mock.calls).toEqual([['sources']]);
  });

  it('should let Tab pass over all tabs but the chosen one', () => {
    const { set } = show('trajectory');
    expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1, -1]);
    set({ tab: 'sources' });
    expect(screen.getAllByRole('tab').map(({ tabIndex }) => tabIndex)).toEqual([-1, 0, -1, -1, -1, -1]);
  });

  it.each<{ from: PanelTab; key: string; to: PanelTab }>([
    { from: 'trajectory', key: 'ArrowRight', to: 'sources' },
    { from: 'goal', key: 'ArrowLeft', to: 'factors' },
    { from: 'goal', key: 'ArrowRight', to: 'trajectory' },
    { from: 'trajectory', key: 'ArrowLeft', to: 'goal' },
    { from: 'sources', key: 'Home', to: 'trajectory' },
    { from: 'trajectory', key: 'End', to: 'goal' },
  ])('should lead from $from to $to by $key, the focus with it', async ({ from, key, to }) => {
    const { ontab } = show(from);
    const chosen = screen.getByRole('tab', { selected: true });
    chosen.focus();
    const press = createEvent.keyDown(chosen, { key });
    await fireEvent(chosen, press);
    expect(ontab.mock.calls).toEqual([[to]]);
    expect(press.defaultPrevented).toBe(true);
    expect(document.activeElement).toBe(screen.getByRole('tab', { selected: true }));
    expect(screen.getByRole('tab', { selected: true }).textContent.trim()).toBe(wordsIn('en').panelTabs[to]);
  });

  it.each(['Tab', 'Enter', ' ', 'ArrowDown', 'a'])('should leave the key "%s" to the page', async (key) => {
    const { ontab } = show('trajectory');
    const chosen = screen.getByRole('tab', { selected: true });
    const press = createEvent.keyDown(chosen, { key });
    await fireEvent(chosen, press);
    expect(ontab).not.toHaveBeenCalled();
    expect(press.defaultPrevented).toBe(false);
  });

  it('should follow the language', () => {
    const { speak } = show('trajectory');
    speak('zh-Hant');
    expect(screen.getAllByRole('tab').map(({ textContent }) => textContent.trim())).toEqual(
      PANEL_TABS.map((each) => wordsIn('zh-Hant').panelTabs[each]),
    );
  });
});

// Helpers

/** A panel whose parent opens whatever is asked for. */
function show(tab: PanelTab) {
  const ontab = vi.fn<(next: PanelTab) => void>();
  const children = createRawSnippet(() => ({ render: () => '<p>the content</p>' }));
  const view = renderWithText(DetailsPanel, {
    tab,
    subject: 'hk-enterprises',
    ontab(next: PanelTab) {
      ontab(next);
      view.set({ tab: next });
    },
    children,
  });
  return { ...view, ontab };
}
