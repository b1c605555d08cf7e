import { describe, expect, it } from 'vitest';
import type { Status } from '../../../src/core/assessment/assess-target.ts';
import type { Language } from '../../../src/core/plan/plan.ts';
import Verdict from '../../../src/ui/figures/Verdict.svelte';
import { renderWithText } from '../render-with-text.ts';

const STATUSES: readonly Status[] = ['missed', 'met', 'exceeded'];

describe('Verdict', () => {
  it.each<{ language: Language; words: readonly string[] }>([
    { language: 'en', words: ['missed', 'met', 'above range'] },
    { language: 'zh-Hant', words: ['未達標', '達標', '高於區間'] },
    { language: 'zh-Hans', words: ['未达标', '达标', '高于区间'] },
  ])('should say the verdict in a word, in $language', ({ language, words }) => {
    const shown = STATUSES.map(
      (status) =>
        renderWithText(Verdict, { status, gap: '' }, language).container.querySelector('.word')?.textContent,
    );
    expect(shown).toEqual(words);
  });

  it('should say by how much a target is missed or passed, with its sign', () => {
    expect(textOf('missed', '−1,090')).toBe('missed −1,090');
    expect(textOf('exceeded', '+3.46')).toBe('above range +3.46');
  });

  it('should say no gap where the target is met', () => {
    expect(textOf('met', '')).toBe('met');
  });

  it('should never tell verdicts apart by colour alone: each has a shape of its own', () => {
    const shapes = STATUSES.map((status) => {
      const path = renderWithText(Verdict, { status, gap: '+1' }).container.querySelector('svg > path');
      return `${path?.getAttribute('d')} ${path?.classList.contains('filled') === true ? 'filled' : 'hollow'}`;
    });
    expect(new Set(shapes).size).toBe(3);
    expect(shapes.map((shape) => shape.split(' ').at(-1))).toEqual(['hollow', 'filled', 'filled']);
  });

  it('should hide its shape from screen readers, which hear the word', () => {
    const { container } = renderWithText(Verdict, { status: 'met', gap: '' });
    expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('should follow verdict and language as they change', () => {
    const { container, set, speak } = renderWithText(Verdict, { status: 'met', gap: '' });
    set({ status: 'missed', gap: '−5' });
    expect(container.querySelector('.verdict')?.textContent).toContain('missed');
    expect(container.querySelector<HTMLElement>('.verdict')?.style.color).toBe('var(--missed)');
    speak('zh-Hant');
    expect(container.textContent).toContain('未達標');
  });
});

// Helpers

function textOf(status: Status, gap: string): string {
  const { container } = renderWithText(Verdict, { status, gap });
  return container.textContent.replace(/\s+/g, ' ').trim();
}
