import type { Language } from '../../src/core/plan/plan.ts';
import type { Theme } from '../../src/state/preferences.svelte.ts';
import type { Session } from '../../src/state/session.svelte.ts';

/** As much of a session as the root element follows. */
export class FakeSession {
  preferences: { readonly language: Language; readonly theme: Theme } = $state.raw({
    language: 'en',
    theme: 'auto',
  });
  settled: number | undefined = $state();

  get asSession(): Session {
    return this as unknown as Session;
  }
}
