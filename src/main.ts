import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { loadPart } from './engine/load-part.ts';
import { spawnWorker } from './engine/spawn-worker.ts';
import { superviseWorker } from './engine/supervise-worker.ts';
import { plansIn, shippedPlans } from './plans.ts';
import { AddressBar } from './state/address-bar.svelte.ts';
import { deviceStorage } from './state/device-storage.ts';
import { Preferences } from './state/preferences.svelte.ts';
import { followSession } from './state/root-element.svelte.ts';
import { SavedScenarios } from './state/saved-scenarios.ts';
import { Session } from './state/session.svelte.ts';
import { outliveTranslation } from './state/translated-page.ts';
import { documentTitle } from './text/document-title.ts';
import { loadLinkNote } from './ui/shell/load-link-note.ts';
import { closestLanguage, LANGUAGE_RECORDS } from './text/languages.ts';

const storage = deviceStorage(() => window.localStorage);
const preferences = new Preferences(storage, closestLanguage(navigator.languages));
const session = new Session({
  plans: shippedPlans,
  startEngine: (onInProcess) => superviseWorker(spawnWorker, onInProcess),
  countManyDraws: async (question, options) => {
    // Loaded only when it is asked for.
    const { countManyDraws } = await loadPart(() => import('./engine/count-many-draws.ts'));
    return countManyDraws(question, { ...options, spawn: spawnWorker });
  },
  address: new AddressBar(),
  saved: new SavedScenarios(plansIn(shippedPlans), storage),
  preferences,
});

function start(): void {
  mount(App, { target: document.body, props: { session } });
  document.getElementById('unstarted')?.remove();
  outliveTranslation(document.body);
  followSession(document, session, (language) => ({
    title: documentTitle(session.plan, language),
    fonts: LANGUAGE_RECORDS[language].fonts,
  }));
}

// What is said of a link stands there from the start, so that it moves nothing; the page says itself where it could not
// be loaded.
if (session.linkIssues.length === 0) start();
else void loadLinkNote().then(start, start);
