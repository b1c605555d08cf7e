// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { followSession } from '../../src/state/root-element.svelte.ts';
import { FakeSession } from './fake-session.svelte.ts';

describe('followSession', () => {
  it('should keep language, title, fonts and theme of the page as they are chosen', () => {
    const session = new FakeSession();
    followSession(document, session.asSession, (language) => ({
      title: `title in ${language}`,
      fonts: `fonts-of-${language}`,
    }));
    flushSync();
    const root = document.documentElement;
    const shown = () => [
      root.lang,
      document.title,
      root.style.getPropertyValue('--font'),
      root.dataset['theme'],
    ];
    expect(shown()).toEqual(['en', 'title in en', 'fonts-of-en', 'auto']);
    session.preferences = { language: 'zh-Hant', theme: 'dark' };
    flushSync();
    expect(shown()).toEqual(['zh-Hant', 'title in zh-Hant', 'fonts-of-zh-Hant', 'dark']);
  });

  it('should say which input everything shown belongs to, and nothing while something lags behind', () => {
    const session = new FakeSession();
    followSession(document, session.asSession, () => ({ title: '', fonts: '' }));
    flushSync();
    const { dataset } = document.documentElement;
    expect('settled' in dataset).toBe(false);
    session.settled = 3;
    flushSync();
    expect(dataset['settled']).toBe('3');
    session.settled = undefined;
    flushSync();
    expect('settled' in dataset).toBe(false);
  });
});
