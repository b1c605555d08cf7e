import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, it, vi } from 'vitest';
import MissingPlan from '../../../src/ui/shell/MissingPlan.svelte';
import { renderWithText } from '../render-with-text.ts';

describe('MissingPlan', () => {
  it('should say which plan is not here, under a heading of its own', () => {
    show();
    expect(screen.getByRole('heading', { name: 'This link is about a plan that is not here' })).toBeDefined();
    expect(screen.getByText(/atlantis-2040/)).toBeDefined();
  });

  it('should offer the plan that is here, and show nothing of it before it is asked for', async () => {
    const { onopen, container } = show();
    expect(container.textContent).not.toMatch(/\d%/);
    const button = screen.getByRole('button', { name: 'Open Qianhai 2025' });
    expect(onopen).not.toHaveBeenCalled();
    await fireEvent.click(button);
    expect(onopen).toHaveBeenCalledTimes(1);
  });

  it('should follow the language', () => {
    const { speak } = show();
    speak('zh-Hant');
    expect(screen.getByRole('heading', { name: '此連結所屬的規劃不在這裡' })).toBeDefined();
    expect(screen.getByText(/「atlantis-2040」/)).toBeDefined();
    speak('zh-Hans');
    expect(screen.getByRole('button', { name: '打开Qianhai 2025' })).toBeDefined();
  });
});

// Helpers

function show() {
  const onopen = vi.fn<() => void>();
  const props = { plan: 'atlantis-2040', title: 'Qianhai 2025', onopen };
  return { ...renderWithText(MissingPlan, props), onopen };
}
