// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { deviceStorage } from '../../src/state/device-storage.ts';
import { Preferences, THEMES } from '../../src/state/preferences.svelte.ts';
import { fakeStorage } from './fake-storage.ts';
import { observe } from './observe.svelte.ts';

describe('Preferences', () => {
  it('should begin in the reader’s language and the device’s colours, and keep nothing', () => {
    const fake = fakeStorage();
    const preferences = new Preferences(
      deviceStorage(() => fake.storage),
      'zh-Hant',
    );
    expect(preferences.language).toBe('zh-Hant');
    expect(preferences.chosenLanguage).toBeUndefined();
    expect(preferences.theme).toBe('auto');
    expect(fake.writes).toEqual([]);
  });

  it('should keep a choice for the next visit', () => {
    const { storage } = fakeStorage();
    const first = new Preferences(
      deviceStorage(() => storage),
      'en',
    );
    first.chooseLanguage('zh-Hans');
    first.chooseTheme('dark');
    expect([first.language, first.chosenLanguage, first.theme]).toEqual(['zh-Hans', 'zh-Hans', 'dark']);
    const next = new Preferences(
      deviceStorage(() => storage),
      'en',
    );
    expect([next.language, next.chosenLanguage, next.theme]).toEqual(['zh-Hans', 'zh-Hans', 'dark']);
  });

  it('should follow a link’s language until the reader has chosen one', () => {
    const preferences = new Preferences(
      deviceStorage(() => null),
      'en',
    );
    preferences.suggestLanguage('zh-Hant');
    expect([preferences.language, preferences.chosenLanguage]).toEqual(['zh-Hant', undefined]);
    expect(preferences.linkLanguage).toBe('zh-Hant'); // a link that is sent on stays in its language
    preferences.chooseLanguage('en');
    preferences.suggestLanguage('zh-Hans');
    expect([preferences.language, preferences.chosenLanguage]).toEqual(['en', 'en']);
    expect(preferences.linkLanguage).toBe('en');
  });

  it('should hold a choice for this visit where nothing can be kept', () => {
    const preferences = new Preferences(
      deviceStorage(() => null),
      'en',
    );
    preferences.chooseLanguage('zh-Hans');
    preferences.chooseTheme('light');
    expect([preferences.language, preferences.theme]).toEqual(['zh-Hans', 'light']);
  });

  it('should pass over what is kept but is no language or theme', () => {
    const { storage } = fakeStorage();
    const first = new Preferences(
      deviceStorage(() => storage),
      'en',
    );
    first.chooseLanguage('zh-Hans');
    first.chooseTheme('dark');
    for (const key of ['qianhai.language', 'qianhai.theme']) {
      expect(storage.getItem(key)).not.toBeNull();
      storage.setItem(key, 'klingon');
    }
    const next = new Preferences(
      deviceStorage(() => storage),
      'zh-Hant',
    );
    expect([next.language, next.chosenLanguage, next.theme]).toEqual(['zh-Hant', undefined, 'auto']);
  });

  it('should offer the device’s own theme first', () => {
    expect(THEMES).toEqual(['auto', 'light', 'dark']);
  });

  it('should tell whatever shows it of every choice', () => {
    const preferences = new Preferences(
      deviceStorage(() => null),
      'en',
    );
    const shown = observe(() => [preferences.language, preferences.theme]);
    preferences.suggestLanguage('zh-Hant');
    flushSync();
    preferences.chooseLanguage('zh-Hans');
    preferences.chooseTheme('dark');
    flushSync();
    shown.stop();
    expect(shown.seen).toEqual([
      ['en', 'auto'],
      ['zh-Hant', 'auto'],
      ['zh-Hans', 'dark'],
    ]);
  });
});
