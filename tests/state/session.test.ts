// @vitest-environment happy-dom
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultView, type View } from '../../src/core/link/view.ts';
import { LONGEST_LINK } from '../../src/core/link/link-grammar.ts';
import { readLink as readAnyLink } from '../../src/core/link/read-link.ts';
import { writeLink as writeAnyLink, type WrittenLink } from '../../src/core/link/write-link.ts';
import { readScenarioFile } from '../../src/core/scenario/scenario-file.ts';
import { scenarioFile } from '../../src/core/scenario/write-scenario-file.ts';
import { simulatePlan } from '../../src/core/simulate-plan.ts';
import { PLAN_PRESETS, planPreset } from '../../src/core/preset/plan-preset.ts';
import { changedGrowths, type Edit } from '../../src/core/scenario/edit.ts';
import { emptyScenario, type Driver, type Scenario } from '../../src/core/scenario/scenario.ts';
import { inProcessEngine } from '../../src/engine/in-process-engine.ts';
import { deviceStorage } from '../../src/state/device-storage.ts';
import { readAddressMemory, type AddressMemory } from '../../src/state/address-memory.ts';
import type { OpenScenario } from '../../src/state/open-scenarios.svelte.ts';
import { Preferences } from '../../src/state/preferences.svelte.ts';
import { SavedScenarios } from '../../src/state/saved-scenarios.ts';
import { Session, type SessionParts } from '../../src/state/session.svelte.ts';
import { plansIn, shippedPlans } from '../../src/plans.ts';
import { describeStep } from '../../src/text/describe-step.ts';
import { textIn } from '../helpers/text-in.ts';
import { illustrations, shippedPlan as plan } from '../helpers/shipped-plan.ts';
import { FakeAddress } from './fake-address.ts';
import { toSave } from './to-save.ts';
import { fakeStorage, type FakeStorage } from './fake-storage.ts';
import { observe } from './observe.svelte.ts';
import { writeLink } from '../helpers/links.ts';
import { secondPlan, twoPlans } from '../helpers/second-plan.ts';
import { sealed } from '../link/sealed.ts';
import { tooLong } from '../link/too-long.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Session, when the page is opened', () => {
  it('should show the default preset, answered, and save nothing anywhere', async () => {
    const { session, storage, address } = await open();
    expect(session.openScenarios).toHaveLength(1);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
    expect(session.step.loaded.origin).toEqual({ kind: 'preset', preset: 'ten-percent' });
    expect(session.run.shown?.simulation).toEqual(simulatePlan(plan, session.scenario, { wantedShare: 0.8 }));
    expect(session.linkIssues).toEqual([]);
    await pass();
    session.flush();
    expect(storage.writes).toEqual([]);
    expect(address.writes).toEqual([]);
  });

  it('should show the first indicator in detail', async () => {
    const { session } = await open();
    expect(session.selected.id).toBe(plan.indicators[0]?.id);
  });

  it('should open a link’s scenario, indicator and language, and save nothing', async () => {
    const { session, storage, address } = await open({
      link: writeLink({
        plan,
        scenarios: [steady(0.05, 'Shared')],
        see: 'airport-passengers',
        language: 'zh-Hans',
      }),
    });
    expect(session.scenario).toEqual(steady(0.05, 'Shared'));
    expect(session.step.loaded.origin).toEqual({ kind: 'link' });
    expect(session.selected.id).toBe('airport-passengers');
    expect(session.preferences.language).toBe('zh-Hans');
    await pass();
    session.flush();
    expect(storage.writes).toEqual([]);
    expect(address.writes).toEqual([]);
  });

  it('should open every scenario of a link and show the first', async () => {
    const scenarios = [steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three')];
    const { session } = await open({ link: writeLink({ plan, scenarios }) });
    expect(namesOf(session)).toEqual(['one', 'two', 'three']);
    expect(session.scenario.name).toBe('one');
  });

  it('should not let a link change the language a reader has chosen', async () => {
    const storage = fakeStorage();
    const first = await open({ storage });
    first.session.chooseLanguage('zh-Hant');
    const { session } = await open({
      storage,
      link: writeLink({ plan, scenarios: [steady(0.05)], language: 'zh-Hans' }),
    });
    expect(session.preferences.language).toBe('zh-Hant');
  });

  it('should open a link with issues, tell of them, and leave the link in the address', async () => {
    const link = '?v=1&hke=5000&unheard=of';
    const { session, address } = await open({ link });
    expect(session.linkIssues.map(({ kind }) => kind).sort()).toEqual([
      'no-check',
      'out-of-range',
      'unknown-key',
    ]);
    expect(session.scenario.growth['hk-enterprises']).toEqual({ kind: 'compound', rate: 10 });
    session.look({ selected: 'airport-passengers' });
    session.chooseLanguage('zh-Hant');
    expect(address.writes).toEqual([]); // so that a reload still tells of them
    expect(session.linkIssues).not.toEqual([]);
  });

  it('should leave a link with issues in the address even once they are dismissed, until something is changed', async () => {
    const { session, address } = await open({ link: '?v=1&hke=5' });
    session.dismissLinkIssues();
    session.look({ selected: 'airport-passengers' });
    expect(address.writes).toEqual([]);
    session.edit(grownTo(0.06));
    expect(address.writes).toEqual([linkOf(session)]);
  });

  it('should show the default preset where a link is too long to be read, and say so', async () => {
    const { session } = await open({ link: `?v=1&hke=${'1'.repeat(9000)}` });
    expect(session.linkIssues.map(({ kind }) => kind)).toEqual(['too-long']);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
  });

  it('should forget a link’s issues at the first change, and when they are dismissed', async () => {
    const first = await open({ link: '?v=1&hke=5' });
    first.session.edit(grownTo(0.06));
    expect(first.session.linkIssues).toEqual([]);
    expect(first.address.writes).toEqual([linkOf(first.session)]);
    const second = await open({ link: '?v=1&hke=5' });
    second.session.dismissLinkIssues();
    expect(second.session.linkIssues).toEqual([]);
  });

  it('should leave a link with several scenarios in the address, and its issues, while one looks through them', async () => {
    const link = `${linkTo(steady(0.01, 'one'))}&unheard=of`.replace('#', '&hke.2=5#');
    const { session, address } = await open({ link });
    expect(session.openScenarios).toHaveLength(2);
    session.activate(session.openScenarios[1]?.id ?? '');
    await pass();
    expect(session.run.shown?.scenario).toEqual(session.scenario);
    expect(session.scenario.growth).toEqual({ 'hk-enterprises': rate(0.05) });
    expect(address.writes).toEqual([]);
    expect(session.linkIssues).not.toEqual([]);
    expect(session.settled).toBeDefined();
  });

  it('should show what was saved last where what was last worked on is gone', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three'));
    const first = await open({ storage });
    first.session.remove(first.session.shown.id);
    expect((await open({ storage })).session.scenario.name).toBe('two');
  });

  it('should show what was last worked on, among all that was saved', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three'));
    const { session } = await open({ storage });
    expect(namesOf(session)).toEqual(['one', 'two', 'three']);
    expect(session.scenario.name).toBe('three');
    expect(session.step.loaded.origin).toEqual({ kind: 'link' });
    expect(storage.writes.length).toBe(6); // those of saving, and none of opening
  });

  it('should open a link beside what was saved and leave that untouched', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'mine'));
    const before = [...storage.entries];
    const { session } = await open({ storage, link: linkTo(steady(0.09, 'theirs')) });
    expect(namesOf(session)).toEqual(['mine', 'theirs']);
    expect(session.scenario.name).toBe('theirs');
    await pass();
    session.flush();
    expect([...storage.entries]).toEqual(before);
  });

  it('should show what was saved, and open nothing twice, where a link says the same', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'mine'), steady(0.02, 'another'));
    const { session } = await open({ storage, link: linkTo(steady(0.01, 'mine')) });
    expect(namesOf(session)).toEqual(['mine', 'another']);
    expect(session.scenario.name).toBe('mine');
  });
});

describe('Session, when another link comes into the address', () => {
  it('should open it and show it', async () => {
    const { session, address } = await open({ link: linkTo(steady(0.01, 'first')) });
    address.navigate(linkTo(steady(0.02, 'second')));
    await pass();
    expect(session.scenario.name).toBe('second');
    expect(session.run.shown?.simulation).toEqual(simulatePlan(plan, session.scenario, { wantedShare: 0.8 }));
    expect(address.writes).toEqual([]);
  });

  it('should give up a scenario in which nothing was changed, and leave one open that holds work', async () => {
    const { session, address } = await open({ link: linkTo(steady(0.01, 'first')) });
    address.navigate(linkTo(steady(0.02, 'second')));
    expect(namesOf(session)).toEqual(['second']);
    session.edit(grownTo(0.5));
    address.navigate(linkTo(steady(0.03, 'third')));
    expect(namesOf(session)).toEqual(['second', 'third']);
  });

  it('should not write over it what was still waiting to be written', async () => {
    const { session, address } = await open();
    address.isSlow = true;
    session.edit(grownTo(0.5));
    address.navigate(linkTo(steady(0.02, 'second')));
    await pass();
    session.flush();
    expect(address.writes).toEqual([]);
    expect(session.scenario.name).toBe('second');
  });

  it('should show the first indicator in detail where the other link names none', async () => {
    const { session, address } = await open({
      link: writeLink({ plan, scenarios: [steady(0.01)], see: 'airport-passengers' }),
    });
    address.navigate(linkTo(steady(0.02)));
    expect(session.selected.id).toBe(plan.indicators[0]?.id);
  });

  it('should tell of its issues and no longer of the old link’s', async () => {
    const { session, address } = await open({ link: '?v=1&hke=5&unheard=of' });
    address.navigate('?v=1&hke=7');
    expect(session.linkIssues.map(({ kind }) => kind)).toEqual(['no-check']);
    address.navigate(linkTo(steady(0.02)));
    expect(session.linkIssues).toEqual([]);
  });
});

describe('Session, where a link is about a plan that is not at hand', () => {
  const link = sealed('v=1&plan=atlantis-2040&hke=5&lang=zh-Hant');

  it('should say which, with an issue, and leave address and device alone', async () => {
    const { session, storage, address } = await open({ link });
    expect(session.missingPlan).toBe('atlantis-2040');
    expect(session.linkIssues).toEqual([
      { kind: 'unknown-plan', key: 'plan', given: 'atlantis-2040', used: '' },
    ]);
    expect(session.preferences.language).toBe('zh-Hant');
    session.look({ selected: 'airport-passengers' });
    session.chooseLanguage('en');
    session.dismissLinkIssues();
    await pass();
    session.flush();
    expect(session.missingPlan).toBe('atlantis-2040');
    expect(address.text).toBe(link);
    expect(address.writes).toEqual([]);
    expect(storage.writes).toEqual(['qianhai.language']);
    expect(session.settled).toBeDefined();
  });

  it('should give nothing of another plan to show, print or send: no answer, and the opened link for a link', async () => {
    const { session, address } = await open();
    expect(session.simulation).toBeDefined();
    address.navigate(link);
    await pass();
    expect(session.simulation).toBeUndefined();
    expect(session.fullLink).toEqual({ kind: 'written', link });
    session.leaveMissingPlan();
    expect(session.simulation).toBeDefined();
    expect(linkIn(session.fullLink)).toBe(`https://example.test/${linkOf(session)}`);
  });

  it('should go on with the default preset where it is left, and with the address then', async () => {
    const { session, storage, address } = await open({ link });
    session.leaveMissingPlan();
    await pass();
    expect(session.missingPlan).toBeUndefined();
    expect(session.linkIssues).toEqual([]);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
    expect(address.text).toBe(linkOf(session));
    expect(storage.writes).toEqual([]);
    expect(session.run.shown?.scenario).toEqual(session.scenario);
  });

  it('should open what was saved beside it, untouched, and show it when asked to', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'mine'));
    const before = [...storage.entries];
    const { session } = await open({ storage, link });
    session.leaveMissingPlan();
    expect(namesOf(session)).toEqual(['mine', '']);
    session.activate(idNamed(session, 'mine'));
    await pass();
    session.flush();
    expect(session.scenario).toEqual(steady(0.01, 'mine'));
    expect([...storage.entries]).toEqual(before);
  });

  it('should look at nothing that was looked at before, and forget it once something else is shown', async () => {
    const { session, address } = await open();
    session.look({ tab: 'chances', selected: 'airport-passengers' });
    address.navigate(link);
    expect([session.missingPlan, session.view]).toEqual(['atlantis-2040', defaultView(plan)]);
    session.openPreset('held');
    expect(session.missingPlan).toBeUndefined();
  });

  it('should forget it once another link comes into the address', async () => {
    const { session, address } = await open({ link });
    address.navigate(linkTo(steady(0.02, 'here')));
    expect([session.missingPlan, session.scenario.name]).toEqual([undefined, 'here']);
    address.navigate(link);
    expect(session.missingPlan).toBe('atlantis-2040');
  });
});

describe('Session, with two plans at hand', () => {
  const second = secondPlan.plan;
  const scenario = { ...emptyScenario(second), name: 'Harbour', growth: { berths: rate(0.05) } };

  it('should open a link about the second one with its plan, presets, view and numbers', async () => {
    const view = { ...defaultView(second), selected: 'berths', tab: 'chances' } as const;
    const { session } = await open({
      plans: twoPlans,
      link: linkIn(writeAnyLink({ plan: second, scenarios: [scenario], view })),
    });
    expect(session.plan).toBe(second);
    expect(session.scenario).toEqual(scenario);
    expect(session.view).toEqual(view);
    expect(session.selected.id).toBe('berths');
    expect(session.shippedPresets).toEqual(['busy-harbour']);
    expect(session.missingPlan).toBeUndefined();
    expect(session.linkIssues).toEqual([]);
    expect(session.run.shown?.simulation).toEqual(simulatePlan(second, scenario, { wantedShare: 0.8 }));
  });

  it('should load the presets of the plan that is shown, computed or shipped, and no other’s', async () => {
    const { session } = await open({
      plans: twoPlans,
      link: linkIn(writeAnyLink({ plan: second, scenarios: [scenario] })),
    });
    session.openPreset('busy-harbour');
    expect(session.scenario).toEqual(secondPlan.presets.get('busy-harbour'));
    expect(lastStepOf(session)).toBe('Opened “Busy harbour”');
    session.openPreset('plan-pace');
    expect(session.scenario).toEqual(planPreset(second, 'plan-pace'));
    const {
      shown,
      history: { steps },
    } = session;
    session.openPreset('border-shock');
    expect([session.shown, session.history.steps]).toEqual([shown, steps]);
  });

  it('should look at its own plan where a link says what to look at in the other one and names no scenario', async () => {
    const storage = fakeStorage();
    new SavedScenarios(
      plansIn(twoPlans),
      deviceStorage(() => storage.storage),
    ).save(toSave(second, scenario, { id: 'one', order: 0 }));
    const { session } = await open({ storage, plans: twoPlans, link: '?see=pax&v-tab=chances' });
    expect([session.plan, session.view]).toEqual([second, defaultView(second)]);
  });

  it('should look at nothing of one plan while a scenario about the other is shown, on the page or in its link', async () => {
    const storage = fakeStorage();
    new SavedScenarios(
      plansIn(twoPlans),
      deviceStorage(() => storage.storage),
    ).save(toSave(second, scenario, { id: 'one', order: 0 }));
    const view: View = {
      ...{ ...defaultView(plan), selected: 'airport-passengers', tab: 'factors', least: 7, goal: 14 },
      ...{ across: 'hk-residents', up: 'airport-passengers', shown: 'up' },
    };
    const { session } = await open({
      storage,
      plans: twoPlans,
      link: linkIn(writeAnyLink({ plan, scenarios: [steady(0.05)], view })),
    });
    expect(session.view).toEqual(view);
    session.activate('one');
    await pass();
    const whatFits: View = { ...defaultView(second), tab: 'factors', shown: 'up' };
    expect([session.view, session.selected.id]).toEqual([whatFits, second.indicators[0]?.id]);
    session.edit({ kind: 'rename', name: 'Moored' });
    expect((await open({ plans: twoPlans, link: linkOf(session) })).session.view).toEqual(whatFits);
    session.look({ tab: 'matters', selected: 'berths' });
    expect(session.view).toMatchObject({ tab: 'matters', selected: 'berths' });
    expect(linkOf(session)).toMatch(/&see=bert&v-tab=matters&v-map=up&z=/);
  });

  it('should put the plan into address and file, and save and open both plans’ work', async () => {
    const storage = fakeStorage();
    const { session, address } = await open({
      storage,
      plans: twoPlans,
      link: linkIn(writeAnyLink({ plan: second, scenarios: [scenario] })),
    });
    session.edit({ kind: 'rename', name: 'Changed' });
    await pass();
    expect(address.text).toMatch(/^\?v=1&plan=harbour-2031&bert=5&z=/);
    expect(session.file).toEqual(scenarioFile(second, session.scenario));
    address.navigate(linkTo(steady(0.02, 'of the first plan')));
    expect(session.plan).toBe(plan);
    expect(session.view).toEqual(defaultView(plan));
    session.edit(grownTo(0.3));
    await pass();
    const again = await open({ storage, plans: twoPlans });
    expect(again.session.openScenarios.map(({ history }) => history.plan.id)).toEqual([
      'harbour-2031',
      'qianhai-2025',
    ]);
    again.session.activate(idNamed(again.session, 'Changed'));
    await pass();
    expect([again.session.plan, again.session.missingPlan]).toEqual([second, undefined]);
    expect(again.session.run.shown?.simulation).toEqual(
      simulatePlan(second, again.session.scenario, { wantedShare: 0.8 }),
    );
    const alone = await open({ storage });
    expect(namesOf(alone.session)).toEqual(['of the first plan']);
    expect(alone.session.storageTrouble).toBeUndefined();
  });
});

describe('Session, where a scenario is too long for a link', () => {
  const long = tooLong(plan);

  it('should leave the address alone, save it all the same, settle, and offer it as a file', async () => {
    const { session, storage, address } = await open();
    session.edit(grownTo(0.2));
    await pass();
    const written = [linkOf(session)];
    session.edit({ kind: 'load', scenario: long });
    await pass();
    expect(session.link.kind).toBe('too-long');
    expect(session.fullLink.kind).toBe('too-long');
    expect(address.writes).toEqual(written);
    expect(session.settled).toBeDefined();
    expect(session.file).toEqual(scenarioFile(plan, long));
    expect(readScenarioFile(JSON.parse(JSON.stringify(session.file)), [plan])).toEqual({
      kind: 'read',
      scenario: long,
    });
    expect((await open({ storage })).session.scenario).toEqual(long);
    session.undo();
    await pass();
    expect(address.text).toBe(linkOf(session));
  });
});

describe('Session, where a link of the longest length grows', () => {
  /** One that with the page’s own address is exactly as long as readers accept. */
  function longest(base: string): Scenario {
    const { drivers } = tooLong(plan);
    const name = (length: number): string => 'n'.repeat(length);
    for (let count = drivers.length; count > 0; count--)
      for (let effects = plan.indicators.length; effects >= 0; effects--) {
        const [last, ...others] = drivers.slice(0, count).reverse() as [Driver, ...Driver[]];
        const cut = { ...last, effects: Object.fromEntries(Object.entries(last.effects).slice(0, effects)) };
        const scenario = { ...emptyScenario(plan), name: 'n', drivers: [...others, cut] };
        const written = writeAnyLink({ plan, scenarios: [scenario], address: base, longest: Infinity });
        const free = LONGEST_LINK - linkIn(written).length;
        if (free >= 0 && free < 80) return { ...scenario, name: name(1 + free) };
      }
    throw new RangeError('no scenario of that length');
  }

  it('should never write into the address what a reader of the whole address refuses, nor lose the change', async () => {
    const { base } = new FakeAddress();
    const link = linkTo(longest(base));
    expect(base.length + link.length).toBe(LONGEST_LINK);
    const { session, address, storage } = await open({ link: base + link });
    expect(session.linkIssues).toEqual([]);
    for (const edit of [grownTo(0.05), grownTo(0.1234), { kind: 'rename', name: 'm'.repeat(80) } as const]) {
      session.edit(edit);
      await pass();
      expect(readAnyLink(base + address.text.replace(base, ''), [plan]).issues).toEqual([]);
    }
    expect(address.writes).toEqual([]);
    expect([session.link.kind, session.fullLink.kind]).toEqual(['too-long', 'too-long']);
    expect(session.settled).toBeDefined();
    expect((await open({ storage })).session.scenario).toEqual(session.scenario);
  });

  it('should write it again as soon as it is short enough', async () => {
    const { base } = new FakeAddress();
    const { session, address } = await open({ link: base + linkTo(longest(base)) });
    session.edit(grownTo(0.05));
    session.edit({ kind: 'rename', name: '' });
    await pass();
    expect(address.writes).toEqual([linkOf(session)]);
  });
});

describe('Session, when something else is looked at', () => {
  it('should put all of the view into the link, and open it as it was', async () => {
    const { session, address } = await open();
    session.look({ tab: 'factors', across: 'airport-passengers', up: 'hk-residents' });
    session.look({ wantedShare: 0.9, contour: 0.5, shown: 'count' });
    session.look({ outcome: 'value', step: '5', least: 3, goal: 9, open: true });
    session.look({
      goalShare: 0.8,
      locked: ['hk-residents'],
      caps: [{ indicator: 'hk-enterprises', rate: 0.2 }],
    });
    await pass();
    const again = await open({ link: address.text });
    expect(again.session.view).toEqual(session.view);
    expect(again.session.linkIssues).toEqual([]);
    expect(again.session.run.shown?.wantedShare).toBe(0.9);
  });

  it('should not ask anew but for another wanted share, nor write what is looked at already', async () => {
    const { session, address } = await open();
    const { revision } = session.run;
    const { settled } = session;
    session.look({ tab: 'trajectory', wantedShare: 0.8 });
    expect([address.writes, session.settled]).toEqual([[], settled]);
    session.look({ tab: 'chances' });
    expect(session.run.revision).toBe(revision);
    expect(address.text).toContain('v-tab=chances');
    session.look({ wantedShare: 0.95 });
    expect(session.run.revision).toBe(revision + 1);
    await pass();
    expect(session.simulation).toEqual(simulatePlan(plan, session.scenario, { wantedShare: 0.95 }));
  });

  it('should not take it for work', async () => {
    const { session, storage } = await open();
    session.look({ tab: 'chances', wantedShare: 0.5 });
    await pass();
    session.flush();
    expect([storage.writes, session.history.steps.length]).toEqual([[], 1]);
  });
});

describe('Session, when something is changed', () => {
  it('should show, write and save what it led to', async () => {
    const { session, storage, address } = await open();
    session.edit(grownTo(0.25));
    await pass();
    expect(session.scenario.growth['hk-enterprises']).toEqual(rate(0.25));
    expect(session.run.shown?.simulation).toEqual(simulatePlan(plan, session.scenario, { wantedShare: 0.8 }));
    expect(address.text).toBe(linkOf(session));
    const again = await open({ storage });
    expect(again.session.scenario).toEqual(session.scenario);
  });

  it('should give in its link exactly what it shows', async () => {
    const { session } = await open();
    session.openPreset('interactive-cycle');
    session.edit({ kind: 'measure', indicator: 'national-innovations', measure: 'flow' });
    session.edit({ kind: 'rename', name: 'Mine & yours' });
    session.look({ selected: 'airport-passengers' });
    session.chooseLanguage('zh-Hant');
    const opened = await open({ link: linkOf(session) });
    expect(opened.session.scenario).toEqual(session.scenario);
    expect(opened.session.selected.id).toBe('airport-passengers');
    expect(opened.session.preferences.language).toBe('zh-Hant');
    expect(opened.session.linkIssues).toEqual([]);
    expect(session.fullLink).toEqual({
      kind: 'written',
      link: `https://example.test/${linkOf(session)}`,
    });
  });

  it('should show another open scenario at once, settled and with its own answer, where nothing changed since', async () => {
    const { session } = await open({ link: linkTo(steady(0.01, 'one'), steady(0.02, 'two')) });
    const [one, two] = session.openScenarios.map(({ id }) => id);
    session.activate(two ?? '');
    await pass();
    const { revision } = session.run;
    for (const id of [one, two, one, two]) {
      session.activate(id ?? '');
      expect(session.settled).toBeDefined();
      expect(session.simulation).toEqual(simulatePlan(plan, session.scenario, { wantedShare: 0.8 }));
      expect(session.run.shown?.scenario).toBe(session.scenario);
    }
    expect(session.run.revision).toBe(revision);
  });

  it('should show the numbers of the last scenario for a moment where the next one has none yet', async () => {
    const { session } = await open({ link: linkTo(steady(0.01, 'one'), steady(0.02, 'two')) });
    const before = session.simulation;
    session.activate(session.openScenarios[1]?.id ?? '');
    expect(session.settled).toBeUndefined();
    expect(session.simulation).toBe(before);
    await pass();
    expect(session.run.shown?.scenario).toBe(session.scenario);
  });

  it('should take a drag for one step, and a drag back to where it began for none', async () => {
    const { session } = await open();
    for (const each of [0.11, 0.12, 0.13]) session.edit(grownTo(each), 'drag');
    session.settleGesture();
    expect(session.history.steps).toHaveLength(2);
    for (const each of [0.14, 0.13]) session.edit(grownTo(each), 'drag');
    session.settleGesture();
    expect(session.history.steps).toHaveLength(2);
    session.undo();
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
  });

  it('should leave everything as it was where a drag is cancelled, in the address too', async () => {
    const { session } = await open();
    session.edit(grownTo(0.11));
    const { scenario, link } = session;
    for (const each of [0.12, 0.13]) session.edit(grownTo(each), 'drag');
    session.settleGesture('cancelled');
    expect(session.scenario).toBe(scenario);
    expect(session.link).toEqual(link);
    expect(session.history.steps).toHaveLength(2);
    await pass();
    expect(session.run.shown?.scenario).toBe(scenario);
    session.settleGesture('cancelled'); // nothing goes on any more
    expect(session.history.steps).toHaveLength(2);
  });

  it('should load every preset of the plan by its id, computed or shipped, and say which', async () => {
    const { session } = await open();
    expect(session.shippedPresets).toEqual(['border-shock', 'weak-demand', 'interactive-cycle']);
    for (const preset of PLAN_PRESETS) {
      session.openPreset(preset);
      expect(session.scenario).toEqual(planPreset(plan, preset));
      expect(session.step.loaded).toEqual({ origin: { kind: 'preset', preset }, scenario: session.scenario });
    }
    for (const preset of session.shippedPresets) {
      session.openPreset(preset);
      expect(session.scenario).toEqual(illustrations[preset as keyof typeof illustrations]);
      expect(session.step.loaded.origin).toEqual({ kind: 'preset', preset });
    }
    expect(session.history.steps).toHaveLength(1 + PLAN_PRESETS.length + 3);
    session.openPreset('unheard-of');
    expect(session.history.steps).toHaveLength(1 + PLAN_PRESETS.length + 3);
  });

  it('should make no step of a number that stood there already', async () => {
    const { session } = await open();
    session.edit(grownTo(0.1));
    expect(session.history.steps).toHaveLength(1);
    expect(session.history.canUndo).toBe(false);
  });

  it('should undo and redo on the page, in the address and on the device', async () => {
    const { session, storage, address } = await open();
    session.edit(grownTo(0.25));
    session.edit(grownTo(0.5));
    session.undo();
    await pass();
    expect(session.scenario.growth['hk-enterprises']).toEqual(rate(0.25));
    expect(address.text).toBe(linkOf(session));
    expect(session.run.shown?.scenario).toEqual(session.scenario);
    expect((await open({ storage })).session.scenario).toEqual(session.scenario);
    session.redo();
    expect(session.scenario.growth['hk-enterprises']).toEqual(rate(0.5));
    session.goTo(0);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
  });

  it('should not count an undo or redo that leads nowhere', async () => {
    const { session, address } = await open();
    session.undo();
    session.redo();
    expect(address.writes).toEqual([]);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
  });

  it('should add a driver, replace it, and remove it', async () => {
    const { session } = await open();
    session.edit({
      kind: 'driver',
      driver: { id: 'mine', intensity: [1, 0, 0], effects: { 'hk-enterprises': 2 } },
    });
    session.edit({ kind: 'driver', driver: { id: 'mine', intensity: [2, 0, 0], effects: {} } });
    expect(session.scenario.drivers).toEqual([{ id: 'mine', intensity: [2, 0, 0], effects: {} }]);
    session.edit({ kind: 'remove-driver', driver: 'mine' });
    expect(session.scenario.drivers).toEqual([]);
    expect(session.history.steps.map(({ edit }) => edit?.kind)).toEqual([
      undefined,
      'driver',
      'driver',
      'remove-driver',
    ]);
  });

  it('should add a link, replace its strength, and remove it at strength 0', async () => {
    const { session } = await open();
    const [to, from] = ['hk-enterprises', 'hk-residents'];
    session.edit({ kind: 'influence', influence: { to, from, strength: 0.5 } });
    session.edit({ kind: 'influence', influence: { to: from, from: to, strength: 0.1 } });
    session.edit({ kind: 'influence', influence: { to, from, strength: 0.7 } });
    expect(session.scenario.influences).toEqual([
      { to: from, from: to, strength: 0.1 },
      { to, from, strength: 0.7 },
    ]);
    session.edit({ kind: 'influence', influence: { to, from, strength: 0 } });
    expect(session.scenario.influences).toEqual([{ to: from, from: to, strength: 0.1 }]);
  });

  it('should reset to what was loaded last, and leave the name a person gave', async () => {
    const { session } = await open();
    session.openPreset('plan-pace');
    session.edit({ kind: 'rename', name: 'Mine' });
    session.edit(grownTo(0.5));
    session.edit({ kind: 'reset', scenario: session.step.loaded.scenario });
    expect(session.scenario).toEqual({ ...planPreset(plan, 'plan-pace'), name: 'Mine' });
    session.openPreset('border-shock');
    session.edit(grownTo(0.5));
    session.edit({ kind: 'reset', scenario: session.step.loaded.scenario });
    expect(session.scenario.drivers).toEqual(illustrations['border-shock'].drivers);
  });

  it('should set all growth to 0 and leave readings, drivers and links', async () => {
    const { session } = await open();
    session.openPreset('interactive-cycle');
    session.edit({ kind: 'measure', indicator: 'national-innovations', measure: 'flow' });
    const before = session.scenario;
    session.edit({ kind: 'hold' });
    expect(session.scenario).toEqual({ ...before, growth: {} });
  });

  it('should make no step of a name that stays the same', async () => {
    const { session } = await open();
    session.edit({ kind: 'rename', name: 'Mine' });
    session.edit({ kind: 'rename', name: 'Mine' });
    expect(session.history.steps).toHaveLength(2);
  });

  it('should not take a look at another indicator for work', async () => {
    const { session, storage, address } = await open();
    session.look({ selected: 'airport-passengers' });
    await pass();
    session.flush();
    expect(storage.writes).toEqual([]);
    expect(session.history.steps).toHaveLength(1);
    expect(address.text).toContain('see=pax');
  });

  it('should save what waits to be saved at once when the page is left', async () => {
    const { session, storage, address } = await open();
    address.isSlow = true;
    session.edit(grownTo(0.2));
    session.edit(grownTo(0.3));
    session.flush();
    expect(address.text).toBe(linkOf(session));
    expect((await open({ storage })).session.scenario.growth['hk-enterprises']).toEqual(rate(0.3));
  });

  it('should reload the page when a link from a newer version asks for it', async () => {
    const { session, address } = await open({ link: '?v=2&hke=5' });
    expect(session.linkIssues.map(({ kind }) => kind)).toContain('newer-version');
    session.reload();
    expect(address.reloads).toBe(1);
  });
});

describe('Session, as a set of scenarios', () => {
  it('should open a copy beside the shown one and leave that as it is', async () => {
    const { session } = await open({ link: linkTo(steady(0.05, 'first')) });
    session.duplicate('second');
    expect(namesOf(session)).toEqual(['first', 'second']);
    expect(session.scenario).toEqual(steady(0.05, 'second'));
    session.edit(grownTo(0.5));
    expect(session.openScenarios[0]?.history.current.scenario).toEqual(steady(0.05, 'first'));
    expect(session.history.steps).toHaveLength(2);
  });

  it('should show another scenario with its own history, in page and address', async () => {
    const { session, address } = await open({ link: linkTo(steady(0.05, 'first')) });
    const [first] = session.openScenarios;
    session.edit(grownTo(0.5));
    session.duplicate('second');
    session.activate(first?.id ?? '');
    await pass();
    expect(session.scenario.name).toBe('first');
    expect(session.history.steps).toHaveLength(2);
    expect(address.text).toBe(linkOf(session));
    expect(session.run.shown?.scenario).toEqual(session.scenario);
  });

  it('should open several scenarios again after a reload, in their order', async () => {
    const { session, storage } = await open();
    session.edit({ kind: 'rename', name: 'one' });
    session.duplicate('two');
    session.duplicate('three');
    await pass();
    const again = await open({ storage });
    expect(namesOf(again.session)).toEqual(['one', 'two', 'three']);
    expect(again.session.scenario.name).toBe('three');
  });

  it('should leave scenarios in their order over visits in which some are removed and others added', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three'));
    const first = await open({ storage });
    first.session.activate(idNamed(first.session, 'one'));
    first.session.remove(first.session.shown.id);
    await pass();
    first.session.remove(first.session.shown.id);
    await pass();
    const second = await open({ storage });
    expect(namesOf(second.session)).toEqual(['three']);
    second.session.duplicate('four');
    await pass();
    second.session.duplicate('five');
    await pass();
    expect(namesOf(second.session)).toEqual(['three', 'four', 'five']);
    expect(namesOf((await open({ storage })).session)).toEqual(['three', 'four', 'five']);
  });

  it('should remove the shown scenario, here and on the device, and show its neighbour', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three'));
    const { session, address } = await open({ storage });
    session.activate(idNamed(session, 'two'));
    session.remove(session.shown.id);
    await pass();
    expect(namesOf(session)).toEqual(['one', 'three']);
    expect(session.scenario.name).toBe('three');
    expect(address.text).toBe(linkOf(session));
    expect(session.run.shown?.scenario).toEqual(session.scenario);
    expect(namesOf((await open({ storage })).session)).toEqual(['one', 'three']);
    session.remove(session.shown.id);
    expect(session.scenario.name).toBe('one');
  });

  it('should show the default preset once the last scenario is removed', async () => {
    const { session } = await open({ link: linkTo(steady(0.05, 'only')) });
    session.remove(session.shown.id);
    expect(session.openScenarios).toHaveLength(1);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
  });

  it('should bring back the scenario that was removed last, where it stood, with its history', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three'));
    const { session } = await open({ storage });
    session.activate(idNamed(session, 'two'));
    session.edit(grownTo(0.5));
    session.remove(session.shown.id);
    expect(session.removed?.history.current.scenario.name).toBe('two');
    session.bringBack();
    await pass();
    expect(namesOf(session)).toEqual(['one', 'two', 'three']);
    expect(session.scenario).toMatchObject({ name: 'two', growth: { 'hk-enterprises': rate(0.5) } });
    expect(session.history.steps).toHaveLength(2);
    expect(session.removed).toBeUndefined();
    expect(namesOf((await open({ storage })).session)).toEqual(['one', 'two', 'three']);
  });

  it('should bring back nothing where nothing was removed or it was let go', async () => {
    const { session } = await open({ link: linkTo(steady(0.05, 'only')) });
    session.bringBack();
    expect(namesOf(session)).toEqual(['only']);
    session.duplicate('second');
    session.remove(session.shown.id);
    session.forgetRemoved();
    expect(session.removed).toBeUndefined();
    session.bringBack();
    expect(namesOf(session)).toEqual(['only']);
  });

  it('should save both where two pages go on with the same scenario', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'shared'));
    const [one, other] = [await open({ storage }), await open({ storage })];
    one.session.edit({ kind: 'rename', name: 'changed in one' });
    await pass();
    other.session.edit({ kind: 'rename', name: 'changed in the other' });
    await pass();
    one.session.edit(grownTo(0.5)); // goes on as before
    await pass();
    const again = await open({ storage });
    expect(namesOf(again.session).sort()).toEqual(['changed in one', 'changed in the other']);
    expect(other.session.scenario.name).toBe('changed in the other');
    expect(other.session.openScenarios).toHaveLength(1);
  });

  it('should save both even where the other page is left at once', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'shared'));
    const [one, other] = [await open({ storage }), await open({ storage })];
    one.session.edit({ kind: 'rename', name: 'changed in one' });
    one.session.flush();
    other.session.edit({ kind: 'rename', name: 'changed in the other' });
    other.session.flush(); // nothing more happens in a page that is left
    const again = await open({ storage });
    expect(namesOf(again.session).sort()).toEqual(['changed in one', 'changed in the other']);
  });

  it('should not write a scenario that was removed before its turn to be saved', async () => {
    const { session, storage } = await open();
    session.edit({ kind: 'rename', name: 'one' });
    await pass();
    session.duplicate('two');
    session.edit(grownTo(0.5));
    session.remove(session.shown.id);
    await pass();
    session.flush();
    expect(namesOf((await open({ storage })).session)).toEqual(['one']);
  });
});

describe('Session, when a preset is opened', () => {
  it('should open it beside work, and leave name, numbers and history of that alone', async () => {
    const { session, address } = await open();
    session.edit({ kind: 'rename', name: 'Cautious' });
    session.edit(grownTo(0.3));
    const mine = session.shown;
    const { steps } = mine.history;
    session.openPreset('plan-pace');
    expect(session.openScenarios.map(({ id }) => id)).toEqual([mine.id, session.shown.id]);
    expect(session.scenario).toEqual(planPreset(plan, 'plan-pace'));
    expect(mine.history.steps).toBe(steps);
    expect(address.text).toBe(linkOf(session));
  });

  it.each<{ what: string; begin: (session: Session) => void; open: number }>([
    { what: 'nothing was done to it', begin: () => undefined, open: 1 },
    { what: 'another preset was opened', begin: (session) => session.openPreset('held'), open: 1 },
    {
      what: 'a row was looked at',
      begin: (session) => session.look({ selected: 'airport-passengers' }),
      open: 1,
    },
    { what: 'a number was changed', begin: (session) => session.edit(grownTo(0.2)), open: 2 },
    {
      what: 'a number was changed and that undone',
      begin(session) {
        session.edit(grownTo(0.2));
        session.undo();
      },
      open: 2,
    },
    { what: 'it was named', begin: (session) => session.edit({ kind: 'rename', name: 'Mine' }), open: 2 },
    { what: 'it is a copy with a name', begin: (session) => session.duplicate('Copy'), open: 3 },
  ])('should count $open open scenarios once it is opened where $what', async ({ begin, open: count }) => {
    const { session } = await open();
    begin(session);
    session.openPreset('plan-pace');
    expect(session.openScenarios).toHaveLength(count);
    expect(session.step.loaded.origin).toEqual({ kind: 'preset', preset: 'plan-pace' });
  });

  it('should put it in the stead of an untouched scenario in a way that can be undone', async () => {
    const { session } = await open({ link: linkTo(steady(0.02)) });
    session.openPreset('plan-pace');
    expect(session.openScenarios).toHaveLength(1);
    session.undo();
    expect(session.scenario).toEqual(steady(0.02));
  });

  it('should open it beside work of an earlier visit of which nothing more is known', async () => {
    const storage = fakeStorage({ 'qianhai.scenario.old': oldRecord(steady(0.02), 0) });
    const { session } = await open({ storage });
    session.openPreset('plan-pace');
    expect(session.openScenarios.map(({ id }) => id)).toEqual(['old', session.shown.id]);
  });
});

describe('Session, when it is closed and opened again', () => {
  it('should have every open scenario with its name, origin, order, steps and the one that is shown', async () => {
    const { session, storage, address } = await open();
    session.duplicate('Mine');
    for (const edit of everyEdit) session.edit(edit);
    session.undo();
    session.openPreset('plan-pace');
    session.openPreset('border-shock');
    session.duplicate('');
    session.activate(idNamed(session, 'Mine'));
    await pass();
    expect(session.openScenarios).toHaveLength(4);
    const before = barOf(session);
    for (const again of [await open({ storage }), await open({ storage, ...reloaded(address) })]) {
      expect(again.session.shown.id).toBe(session.shown.id);
      expect(barOf(again.session)).toEqual(before);
      again.session.redo();
      expect(again.session.history.at).toBe(session.history.at + 1);
      again.session.goTo(0);
      expect(again.session.step.scenario).toEqual({ ...planPreset(plan, 'ten-percent'), name: 'Mine' });
    }
  });

  it('should name every step as before', async () => {
    const { session, storage } = await open();
    for (const edit of everyEdit) session.edit(edit);
    session.openPreset('interactive-cycle');
    const { to = '', from = '' } = session.scenario.influences[0] ?? {};
    session.edit({ kind: 'assumption', assumption: { kind: 'strength', to, from }, value: 0.7 });
    await pass();
    const names = session.openScenarios.map(stepNames);
    const again = await open({ storage });
    for (const { id } of again.session.openScenarios) again.session.activate(id);
    expect(again.session.openScenarios.map(stepNames)).toEqual(names);
    expect(names[0]).toHaveLength(everyEdit.length + 1);
  });

  it('should have the last 50 steps, or fewer where they are long, and always the shown one', async () => {
    const { session, storage } = await open();
    for (let each = 1; each <= 80; each++) session.edit(grownTo(each / 100));
    session.goTo(10);
    await pass();
    const early = (await open({ storage })).session;
    expect([early.history.at, early.history.steps.length]).toEqual([0, 50]);
    expect(early.scenario).toEqual(session.scenario);
    session.goTo(80);
    await pass();
    const late = (await open({ storage })).session;
    expect([late.history.at, late.history.steps.length]).toEqual([49, 50]);
    session.edit({ kind: 'load', scenario: tooLong(plan) });
    for (let each = 1; each <= 40; each++) session.edit(grownTo(each / 100));
    await pass();
    const long = (await open({ storage })).session;
    expect(long.history.steps.length).toBeLessThan(20);
    expect(long.history.canUndo).toBe(true);
    expect(long.scenario).toEqual(session.scenario);
    expect([...storage.entries.values()].join('').length).toBeLessThan(200_000);
  });

  it('should save the scenario alone where there is no room for its history', async () => {
    const { session, storage } = await open();
    const room = 4000;
    const { storage: real } = storage;
    const setItem = real.setItem.bind(real);
    real.setItem = (key, text) => {
      if (text.length > room) throw new DOMException('full', 'QuotaExceededError');
      setItem(key, text);
    };
    for (let each = 1; each <= 30; each++) session.edit(grownTo(each / 100));
    await pass();
    expect(session.storageTrouble).toBeUndefined();
    const again = (await open({ storage })).session;
    expect(again.scenario).toEqual(session.scenario);
    expect(again.history.canUndo).toBe(false);
  });

  it('should open what an earlier version of the page saved', async () => {
    const storage = fakeStorage({
      'qianhai.scenario.one': oldRecord(steady(0.01), 0),
      'qianhai.scenario.two': oldRecord(steady(0.02, 'two'), 1),
      'qianhai.active': 'one',
    });
    const { session } = await open({ storage });
    expect(session.openScenarios.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(session.scenario).toEqual(steady(0.01));
    expect(session.step.loaded.origin).toEqual({ kind: 'device' });
    session.edit(grownTo(0.3));
    await pass();
    const again = (await open({ storage })).session;
    again.undo();
    expect(again.scenario).toEqual(steady(0.01));
  });

  it.each<{ what: string; spoil: (history: Record<string, unknown>) => void; steps: number }>([
    { what: 'is gone', spoil: (history) => delete history['steps'], steps: 1 },
    { what: 'shows a step that is not there', spoil: (history) => (history['at'] = 9), steps: 1 },
    {
      what: 'has an edit that a newer page made',
      spoil: (history) => spoilStep(history, 1, { edit: { kind: 'fold' } }),
      steps: 2,
    },
    {
      what: 'has a broken link',
      spoil: (history) => spoilStep(history, 1, { link: '?v=1&hke=7&z=0000' }),
      steps: 2,
    },
    {
      what: 'has a broken origin',
      spoil: (history) => (history['loads'] = [{ origin: 'x', link: '' }]),
      steps: 1,
    },
    {
      what: 'has an edit of nothing',
      spoil: (history) => spoilStep(history, 2, { edit: { kind: 'growth', indicator: 'x' } }),
      steps: 1,
    },
  ])('should have the scenario with what can be read of a history that $what', async ({ spoil, steps }) => {
    const { session, storage } = await open();
    for (const each of [0.1, 0.2, 0.3]) session.edit(grownTo(each + 0.01));
    await pass();
    const key = `qianhai.scenario.${session.shown.id}`;
    const record = JSON.parse(storage.entries.get(key) ?? '') as { history: Record<string, unknown> };
    spoil(record.history);
    storage.entries.set(key, JSON.stringify(record));
    const again = (await open({ storage })).session;
    expect(again.storageTrouble).toBeUndefined();
    expect(again.scenario).toEqual(session.scenario);
    expect(again.history.steps).toHaveLength(steps);
    expect(stepNames(again.shown)[0]).toMatch(/^Opened/);
  });

  it('should have what was open and untouched after a reload, whatever was looked at, and save none of it', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'mine'));
    const { session, address } = await open({
      storage,
      link: linkTo(steady(0.02, 'one'), steady(0.03, 'two')),
    });
    const entries = [...storage.entries];
    for (const name of ['two', 'mine', 'one']) {
      session.activate(idNamed(session, name));
      const again = await open({ storage, ...reloaded(address) });
      expect(namesOf(again.session)).toEqual(['mine', 'one', 'two']);
      expect(again.session.scenario.name).toBe(name);
    }
    expect([...storage.entries]).toEqual(entries);
  });
});

describe('Session, when it is loaded anew soon after a change', () => {
  it.each<{ what: string; link: string; wait: number }>([
    { what: 'the bare address', link: '', wait: 0 },
    { what: 'the bare address, a moment later', link: '', wait: 300 },
    { what: 'a link', link: linkTo(steady(0.02)), wait: 0 },
    { what: 'a link with a name', link: linkTo(steady(0.02, 'Theirs')), wait: 300 },
    { what: 'a link with an issue', link: '?v=1&hke=5', wait: 0 },
    { what: 'a link with two scenarios', link: linkTo(steady(0.02, 'one'), steady(0.03, 'two')), wait: 0 },
  ])('should show the newest work, and nothing twice, from $what', async ({ link, wait }) => {
    const { session, storage, address } = await open({ link });
    const { length } = session.openScenarios;
    session.edit(grownTo(0.06));
    await vi.advanceTimersByTimeAsync(wait);
    address.isSlow = true;
    session.edit(grownTo(0.077));
    const entry = reloaded(address);
    session.flush();
    const again = await open({ storage, ...entry });
    expect(again.session.openScenarios).toHaveLength(length);
    expect(again.session.scenario).toEqual(session.scenario);
    expect(again.session.linkIssues).toEqual([]);
    expect(again.address.text).toBe(
      again.session.history.revision === 0 ? '' : linkOf(session).split('&see=')[0],
    );
    again.session.undo();
    again.session.undo();
    expect(again.session.history.canUndo).toBe(false);
  });

  it('should show the newest work where the page was cut off before it was saved', async () => {
    const { session, storage, address } = await open();
    session.edit(grownTo(0.06));
    await pass();
    const before = new Map(storage.entries);
    session.edit(grownTo(0.077));
    const again = await open({ storage: fakeStorage(Object.fromEntries(before)), ...reloaded(address) });
    expect(again.session.openScenarios).toHaveLength(1);
    expect(again.session.scenario).toEqual(session.scenario);
    again.session.undo();
    expect(again.session.scenario.growth['hk-enterprises']).toEqual(rate(0.06));
  });

  it('should show the newest work after back and forward in the open page', async () => {
    const { session, address } = await open({ link: linkTo(steady(0.02, 'one')) });
    const first = reloaded(address);
    session.edit(grownTo(0.06));
    address.navigate(linkTo(steady(0.03, 'two')));
    const second = reloaded(address);
    address.navigate(first.link, first.memory);
    expect(session.scenario.growth['hk-enterprises']).toEqual(rate(0.06));
    expect(address.text).toBe(linkOf(session));
    address.navigate(second.link, second.memory);
    expect(namesOf(session)).toEqual(['one', 'two']);
    expect(session.scenario.name).toBe('two');
  });

  it('should not open again what was removed', async () => {
    const { session, storage, address } = await open();
    session.edit({ kind: 'rename', name: 'gone' });
    session.duplicate('left');
    address.isSlow = true;
    session.activate(idNamed(session, 'gone'));
    session.remove(session.shown.id);
    const again = await open({ storage, ...reloaded(address) });
    expect(namesOf(again.session)).toEqual(['left']);
  });

  it('should open an older link of its own that somebody opens anew as it says, beside the newest', async () => {
    const { session, storage, address } = await open();
    session.edit(grownTo(0.06));
    await pass();
    const older = address.text;
    session.edit(grownTo(0.077));
    await pass();
    const again = await open({ storage, link: older });
    expect(again.session.openScenarios).toHaveLength(2);
    expect(again.session.scenario.growth['hk-enterprises']).toEqual(rate(0.06));
    address.navigate(older);
    expect(session.scenario.growth['hk-enterprises']).toEqual(rate(0.06));
  });

  it.each([{ shown: 7 }, 'text', null, { shown: 'x', named: [1], revision: 0, unsaved: [] }])(
    'should take an address as it says where what is remembered with it is of no known form',
    async (memory) => {
      const { session } = await open({
        link: linkTo(steady(0.02, 'one')),
        memory: readAddressMemory(memory),
      });
      expect(namesOf(session)).toEqual(['one']);
    },
  );
});

describe('Session, where another page has gone on with a scenario', () => {
  it('should not remove what the other made, and bring back the newest', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.04, 'shared'));
    const [stale, other] = [await open({ storage }), await open({ storage })];
    for (const each of [0.44, 0.55]) other.session.edit(grownTo(each));
    await pass();
    stale.session.remove(stale.session.shown.id);
    await pass();
    const meanwhile = await open({ storage });
    expect(meanwhile.session.scenario.growth['hk-enterprises']).toEqual(rate(0.55));
    stale.session.bringBack();
    await pass();
    expect(stale.session.scenario.growth['hk-enterprises']).toEqual(rate(0.55));
    const again = await open({ storage });
    expect(again.session.openScenarios).toHaveLength(1);
    expect(again.session.scenario.growth['hk-enterprises']).toEqual(rate(0.55));
    again.session.goTo(0);
    expect(again.session.scenario).toEqual(steady(0.04, 'shared'));
  });

  it('should load the page anew where it was set aside meanwhile, and only then', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.04, 'shared'));
    const [stale, other] = [await open({ storage }), await open({ storage })];
    stale.session.refresh();
    expect(stale.address.reloads).toBe(0);
    other.session.edit(grownTo(0.55));
    await pass();
    other.session.refresh();
    stale.session.refresh();
    expect([stale.address.reloads, other.address.reloads]).toEqual([1, 0]);
  });

  it('should bring back both where both have gone on', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.04, 'shared'));
    const [stale, other] = [await open({ storage }), await open({ storage })];
    other.session.edit(grownTo(0.55));
    await pass();
    stale.session.edit(grownTo(0.07));
    stale.session.remove(stale.session.shown.id);
    stale.session.bringBack();
    await pass();
    expect(stale.session.scenario.growth['hk-enterprises']).toEqual(rate(0.07));
    const rates = (await open({ storage })).session.openScenarios.map(
      ({ history }) => history.current.scenario.growth['hk-enterprises'],
    );
    expect(rates).toHaveLength(2);
    expect(rates).toEqual(expect.arrayContaining([rate(0.07), rate(0.55)]));
  });

  it('should bring back what the other page saved after it was removed here', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.04, 'shared'));
    const [stale, other] = [await open({ storage }), await open({ storage })];
    stale.session.remove(stale.session.shown.id);
    other.session.edit(grownTo(0.55));
    await pass();
    stale.session.bringBack();
    await pass();
    expect(stale.session.scenario.growth['hk-enterprises']).toEqual(rate(0.55));
    expect((await open({ storage })).session.openScenarios).toHaveLength(1);
  });

  it('should bring back several that were removed, the last one first', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'), steady(0.03, 'three'));
    const { session } = await open({ storage });
    session.remove(idNamed(session, 'one'));
    expect(session.scenario.name).toBe('three');
    session.remove(idNamed(session, 'three'));
    session.bringBack();
    expect(session.removed?.history.current.scenario.name).toBe('one');
    session.bringBack();
    expect(namesOf(session)).toEqual(['one', 'two', 'three']);
  });
});

describe('Session, when it is started afresh', () => {
  it('should say what it would clear, clear it, and be as on a first visit', async () => {
    const storage = fakeStorage({ 'another.page': 'untouched', 'qianhai.scenario.bad': '{' });
    saveTo(storage, steady(0.01, 'one'), steady(0.02, 'two'));
    const { session, address } = await open({ storage });
    expect(session.isEarlierWork).toBe(true);
    session.chooseLanguage('zh-Hant');
    session.preferences.chooseTheme('dark');
    session.edit(grownTo(0.3));
    expect(session.listOnDevice()).toMatchObject({ scenarios: 3, language: true, theme: true });
    session.edit(grownTo(0.4));
    session.startAfresh();
    await pass();
    session.flush();
    expect([...storage.entries.keys()]).toEqual(['another.page']);
    expect([session.preferences.language, session.preferences.theme]).toEqual(['en', 'auto']);
    expect(session.openScenarios).toHaveLength(1);
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
    expect([session.removed, session.isEarlierWork, session.storageTrouble]).toEqual([
      undefined,
      false,
      undefined,
    ]);
    expect(address.entry).toEqual({ text: '', memory: undefined });
    expect(session.settled).toBeDefined();
    expect(session.listOnDevice()).toEqual({ scenarios: 0, open: [], language: false, theme: false });
  });

  it('should tell of earlier work in a later visit only, and until it is dismissed', async () => {
    const storage = fakeStorage();
    const first = await open({ storage });
    expect(first.session.isEarlierWork).toBe(false);
    first.session.edit(grownTo(0.3));
    await pass();
    expect(first.session.isEarlierWork).toBe(false);
    expect((await open({ storage, ...reloaded(first.address) })).session.isEarlierWork).toBe(false);
    expect((await open({ storage, link: linkTo(steady(0.02)) })).session.isEarlierWork).toBe(false);
    const later = await open({ storage });
    expect(later.session.isEarlierWork).toBe(true);
    later.session.dismissEarlierWork();
    expect(later.session.isEarlierWork).toBe(false);
  });
});

describe('Session, where this device cannot save anything', () => {
  it.each([
    { fault: 'full', trouble: 'full' },
    { fault: 'loses', trouble: 'full' },
    { fault: 'read-throws', trouble: 'denied' },
  ] as const)('should say so once work is lost to $fault, and go on', async ({ fault, trouble }) => {
    const storage = fakeStorage();
    storage.fault = fault;
    const { session, address } = await open({ storage });
    expect(session.storageTrouble).toBeUndefined(); // before there is anything to save
    session.edit(grownTo(0.25));
    await pass();
    expect(session.storageTrouble).toBe(trouble);
    expect(session.run.shown?.scenario).toEqual(session.scenario);
    expect(address.text).toBe(linkOf(session));
    session.dismissTrouble();
    expect(session.storageTrouble).toBeUndefined();
  });

  it('should take the note away, and save everything, once there is room', async () => {
    const { session, storage } = await open();
    storage.fault = 'full';
    session.edit({ kind: 'rename', name: 'one' });
    await pass();
    session.duplicate('two');
    await pass();
    expect(session.storageTrouble).toBe('full');
    storage.fault = undefined;
    session.edit(grownTo(0.25));
    await pass();
    expect(session.storageTrouble).toBeUndefined();
    expect(namesOf((await open({ storage })).session)).toEqual(['one', 'two']);
  });

  it('should say that something could not be read, leave it there, and show the rest', async () => {
    const storage = fakeStorage();
    saveTo(storage, steady(0.01, 'good'), steady(0.02, 'bad'));
    const [, bad] = [...storage.entries.keys()].filter((key) => key.startsWith('qianhai.scenario.'));
    storage.entries.set(bad ?? '', '{"format":1,"li');
    const { session } = await open({ storage });
    expect(session.storageTrouble).toBe('corrupt');
    expect(namesOf(session)).toContain('good');
    session.edit(grownTo(0.25));
    await pass();
    expect(storage.entries.get(bad ?? '')).toBe('{"format":1,"li');
    expect(session.storageTrouble).toBe('corrupt');
  });

  it('should tell whatever shows it of trouble as it comes and goes', async () => {
    const { session, storage } = await open();
    const shown = observe(() => session.storageTrouble);
    storage.fault = 'full';
    session.edit({ kind: 'rename', name: 'one' });
    await pass();
    storage.fault = undefined;
    session.edit({ kind: 'rename', name: 'two' });
    await pass();
    shown.stop();
    expect(shown.seen).toEqual([undefined, 'full', undefined]);
  });
});

describe('Session, seen from outside', () => {
  it('should count as settled only when the answer is there and the address is written', async () => {
    const { session, address } = await open();
    const before = session.settled;
    expect(before).toBeDefined();
    address.isSlow = true;
    session.edit(grownTo(0.25));
    expect(session.settled).toBeUndefined();
    await pass();
    expect(session.settled).toBeUndefined(); // answered, not yet written
    address.flush();
    expect(session.settled).toBe((before ?? NaN) + 1);
  });

  it('should settle after every kind of input, each with a number of its own', async () => {
    const { session, address } = await open();
    const numbers = [session.settled];
    const inputs: (() => void)[] = [
      () => session.edit(grownTo(0.25)),
      () => session.undo(),
      () => session.look({ selected: 'airport-passengers' }),
      () => session.chooseLanguage('zh-Hant'),
      () => session.duplicate('second'),
      () => session.activate(session.openScenarios[0]?.id ?? ''),
      () => address.navigate(linkTo(steady(0.05))),
      () => session.openPreset('held'),
      () => session.remove(session.shown.id),
      () => session.bringBack(),
    ];
    for (const input of inputs) {
      input();
      await pass();
      numbers.push(session.settled);
    }
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(inputs.length + 1);
  });

  it('should say that the page computes by itself once workers were given up', async () => {
    let giveUp: () => void = () => undefined;
    const { session } = await open({ onStart: (onInProcess) => (giveUp = onInProcess) });
    expect(session.inProcess).toBe(false);
    giveUp();
    expect(session.inProcess).toBe(true);
  });

  it('should tell whatever shows it of every change of scenario, tab and indicator', async () => {
    const { session } = await open();
    const shown = observe(() => [session.scenario.name, session.openScenarios.length, session.selected.code]);
    session.edit({ kind: 'rename', name: 'one' });
    flushSync();
    session.duplicate('two');
    flushSync();
    session.look({ selected: 'airport-passengers' });
    flushSync();
    shown.stop();
    expect(shown.seen).toEqual([
      ['', 1, 'hke'],
      ['one', 1, 'hke'],
      ['two', 2, 'hke'],
      ['two', 2, 'pax'],
    ]);
  });
});

describe('Session, when answers are set', () => {
  it('should set the growth of several indicators in one step, and nothing where nothing changes', async () => {
    const { session } = await open();
    session.edit({
      kind: 'growths',
      growth: {
        'hk-enterprises': rate(0.12),
        'hk-residents': rate(0.2),
        'legal-institutions': rate(0.1),
      },
    });
    expect(session.step.edit?.kind).toBe('growths');
    expect(changedGrowths(plan, planPreset(plan, 'ten-percent'), session.scenario)).toEqual([
      'hk-enterprises',
      'hk-residents',
    ]);
    expect(session.scenario.growth).toMatchObject({
      'hk-enterprises': rate(0.12),
      'hk-residents': rate(0.2),
    });
    expect(session.history.steps).toHaveLength(2);
    session.edit({ kind: 'growths', growth: { 'hk-enterprises': rate(0.12) } });
    session.edit({ kind: 'growths', growth: {} });
    expect(session.history.steps).toHaveLength(2);
    session.edit({ kind: 'growths', growth: { 'hk-enterprises': rate(0.13), 'hk-residents': rate(0.2) } });
    expect(lastStepOf(session)).toBe('HK-invested enterprises: 12.0% → 13.0%');
    session.undo();
    session.undo();
    expect(session.scenario).toEqual(planPreset(plan, 'ten-percent'));
  });

  it('should name the growth of several indicators in the order in which it was set, unchanged growth left out', async () => {
    const { session } = await open();
    const growth = {
      'legal-institutions': rate(0.1),
      'hk-residents': rate(0.2),
      'airport-passengers': rate(0.3),
      'hk-enterprises': rate(0.12),
    };
    session.edit({ kind: 'growths', growth });
    expect(lastStepOf(session)).toBe('Growth set: HK residents employed, Airport passengers and 1 more');
  });

  it('should set an assumption of every kind', async () => {
    const { session } = await open();
    session.edit({
      kind: 'assumption',
      assumption: { kind: 'growth', indicator: 'hk-enterprises' },
      value: 0.099577,
    });
    expect(session.scenario.growth['hk-enterprises']).toEqual(rate(0.099577));
    expect(lastStepOf(session)).toMatch(/^HK-invested enterprises: 10.0% → 9.9/);

    session.openPreset('border-shock');
    const [driver] = session.scenario.drivers;
    const year = driver?.intensity.findIndex((u) => u !== 0) ?? -1;
    session.edit({
      kind: 'assumption',
      assumption: { kind: 'intensity', driver: driver?.id ?? '', year },
      value: -0.3,
    });
    expect(session.scenario.drivers[0]?.intensity[year]).toBe(-0.3);
    expect(lastStepOf(session)).toBe('Border opening 2024: −1 → −0.3');

    session.openPreset('interactive-cycle');
    const { to = '', from = '' } = session.scenario.influences[0] ?? {};
    session.edit({ kind: 'assumption', assumption: { kind: 'strength', to, from }, value: 0.7 });
    expect(session.scenario.influences).toContainEqual({ to, from, strength: 0.7 });
    expect(lastStepOf(session)).toMatch(/^Influence: .* → 0\.7$/);

    const { scenario } = session;
    session.edit({ kind: 'assumption', assumption: { kind: 'strength', to: 'x', from }, value: 0.7 });
    session.edit({ kind: 'assumption', assumption: { kind: 'intensity', driver: 'x', year: 0 }, value: 0.7 });
    expect(session.scenario).toEqual(scenario);
  });
});

// Helpers

/** One edit of every kind, each of which changes what the one before it left. */
const everyEdit: readonly Edit[] = [
  { kind: 'growth', indicator: 'hk-enterprises', growth: rate(0.12) },
  { kind: 'growths', growth: { 'hk-enterprises': rate(0.13), 'hk-residents': rate(0.2) } },
  { kind: 'measure', indicator: 'national-innovations', measure: 'flow' },
  { kind: 'spread', indicator: 'hk-enterprises', points: 7 },
  { kind: 'spread-everywhere', points: 3 },
  { kind: 'draw-parameter', parameter: 'rho', value: 0.5 },
  { kind: 'draw-parameter', parameter: 'seed', value: 7 },
  { kind: 'driver', driver: { id: 'mine', intensity: [1, 0, 0], effects: { 'hk-enterprises': 2 } } },
  { kind: 'assumption', assumption: { kind: 'intensity', driver: 'mine', year: 0 }, value: 0.5 },
  { kind: 'influence', influence: { to: 'hk-residents', from: 'hk-enterprises', strength: 0.5 } },
  { kind: 'remove-driver', driver: 'mine' },
  { kind: 'assumption', assumption: { kind: 'growth', indicator: 'hk-residents' }, value: 0.25 },
  { kind: 'rename', name: 'Renamed' },
  { kind: 'load', scenario: planPreset(plan, 'held') },
  { kind: 'growth', indicator: 'hk-enterprises', growth: rate(0.12) },
  { kind: 'hold' },
  { kind: 'reset', scenario: planPreset(plan, 'ten-percent') },
  { kind: 'rename', name: 'Mine' },
  { kind: 'draw-parameter', parameter: 'phi', value: 0.25 },
];

/** What the bar and the histories of a session hold. */
function barOf({ openScenarios }: Session): unknown {
  return openScenarios.map(({ id, order, history }) => {
    history.unfold();
    const { at, revision, steps } = history;
    return { id, order, at, revision, steps: steps.map(({ edit, scenario }) => [edit?.kind, scenario]) };
  });
}

function stepNames({ history: { plan: about, steps } }: OpenScenario): string[] {
  return steps.map((_, at) => describeStep(about, steps, { at, text: textIn('en') }));
}

/** What a browser opens when the page is loaded anew. */
function reloaded({ entry }: FakeAddress): {
  readonly link: string;
  readonly memory: AddressMemory | undefined;
} {
  return { link: entry.text, memory: structuredClone(entry.memory) };
}

/** A record as the first version of this page wrote it. */
function oldRecord(scenario: Scenario, order: number): string {
  return JSON.stringify({ format: 1, link: linkTo(scenario), order });
}

function spoilStep(history: Record<string, unknown>, at: number, change: object): void {
  Object.assign((history['steps'] as object[])[at] ?? {}, change);
}

interface Opened {
  readonly session: Session;
  readonly storage: FakeStorage;
  readonly address: FakeAddress;
}

/** Open the page, on a device that may hold something and with a link in the address or without, until it is at rest. */
async function open({
  link = '',
  memory = undefined,
  storage = fakeStorage(),
  plans = shippedPlans,
  onStart = () => undefined,
}: {
  readonly link?: string;
  /** What the browser remembers with that link, as after a reload. */
  readonly memory?: AddressMemory | undefined;
  readonly storage?: FakeStorage;
  readonly plans?: SessionParts['plans'];
  readonly onStart?: (onInProcess: () => void) => void;
} = {}): Promise<Opened> {
  const device = deviceStorage(() => storage.storage);
  const address = new FakeAddress({ text: link, memory });
  const session = new Session({
    plans,
    startEngine(onInProcess) {
      onStart(onInProcess);
      return inProcessEngine();
    },
    countManyDraws: () => Promise.reject(new Error('not here')),
    address,
    saved: new SavedScenarios(plansIn(plans), device),
    preferences: new Preferences(device, 'en'),
  });
  await pass();
  return { session, storage, address };
}

/** Let enough time pass for everything that waits to happen, and the page follow it. */
async function pass(): Promise<void> {
  await vi.advanceTimersByTimeAsync(1500);
  flushSync();
}

/** Every indicator at one rate. */
function steady(each: number, name = ''): Scenario {
  const growth = Object.fromEntries(plan.indicators.map(({ id }) => [id, rate(each)]));
  return { ...emptyScenario(plan), name, growth };
}

function rate(each: number): GrowthAssumption {
  return { kind: 'compound', rate: each };
}

/** Hong Kong enterprises at one rate. */
function grownTo(each: number): Edit {
  return { kind: 'growth', indicator: 'hk-enterprises', growth: rate(each) };
}

/** The link to what a session shows, which is not too long. */
function linkOf({ link }: Session): string {
  return linkIn(link);
}

function linkIn(written: WrittenLink): string {
  if (written.kind === 'too-long') throw new RangeError(`a link of ${written.length} characters`);
  return written.link;
}

/** The shown step in the words of the list of changes. */
function lastStepOf({ history: { plan: about, steps, at } }: Session): string {
  return describeStep(about, steps, { at, text: textIn('en') });
}

function linkTo(...scenarios: readonly Scenario[]): string {
  return writeLink({ plan, scenarios });
}

/** Keep scenarios on a device, as an earlier visit did; the last is what was last worked on. */
function saveTo({ storage }: FakeStorage, ...scenarios: readonly Scenario[]): void {
  const saved = new SavedScenarios(
    plansIn(shippedPlans),
    deviceStorage(() => storage),
  );
  scenarios.forEach((scenario, order) => {
    const id = `saved-${scenario.name}`;
    saved.save(toSave(plan, scenario, { id, order }));
    saved.saveActive(id);
  });
}

function namesOf({ openScenarios }: Session): string[] {
  return openScenarios.map(({ history }) => history.current.scenario.name);
}

function idNamed({ openScenarios }: Session, name: string): string {
  return (
    openScenarios.find(({ history }) => history.current.scenario.name === name)?.id ?? `none called ${name}`
  );
}
