// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, it } from 'vitest';
import { Preferences } from '../../src/state/preferences.svelte.ts';
import { deviceStorage } from '../../src/state/device-storage.ts';
it('x', () => {
  const p = new Preferences(deviceStorage(() => window.localStorage), ['zh-TW']);
  console.log(p.language, Preferences.toString().includes('$.'), String(flushSync).slice(0,50));
  console.log(location.href);
  history.replaceState(null, '', '/x/y?v=1#a');
  console.log(location.href);
  history.pushState(null, '', '/x/z?v=1#a');
  history.back();
  console.log(location.href);
  expect(1).toBe(1);
});
