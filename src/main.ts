import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { spawnWorker } from './engine/spawn-worker.ts';
import { watchedEngine } from './engine/watched-engine.ts';
import { plansIn, shippedPlans } from './plans.ts';
import { AddressBar } from './state/address-bar.svelte.ts';
import { deviceStorage } from './state/device-storage.ts';
import { Preferences } from './state/preferences.svelte.ts';
import { followSession } from './state/root-element.svelte.ts';
import { SavedScenarios } from './state/saved-scenarios.ts';
import { Session } from './state/session.svelte.ts';
import { documentTitle } from './text/document-title.ts';

const storage = deviceStorage(() => window.localStorage);
const preferences = new Preferences(storage, navigator.languages);
const session = new Session({
  plans: shippedPlans,
  startEngine: (onInProcess) => watchedEngine(spawnWorker, onInProcess),
  startManyDraws: async (question, draws, onProgress) => {
    // Loaded only when it is asked for.
    const { countOnWorkers } = await import('./engine/many-draws.ts');
    return countOnWorkers(question, draws, { workers: 2, onProgress });
  },
  address: new AddressBar(),
  saved: new SavedScenarios(plansIn(shippedPlans), storage),
  preferences,
});

mount(App, { target: document.body, props: { session } });
followSession(document, session, (language) => documentTitle(session.plan, language));
