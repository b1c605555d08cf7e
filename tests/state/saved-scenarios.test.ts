import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import { writeLink } from '../../src/core/link/write-link.ts';
import { deviceStorage } from '../../src/state/device-storage.ts';
import { SavedScenarios, type ScenarioToSave } from '../../src/state/saved-scenarios.ts';
import { secondPlan } from '../helpers/second-plan.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { illustrations, shippedPlan } from '../helpers/shipped-plan.ts';
import { anyScenario } from '../link/any-scenario.ts';
import { smallPlan } from '../link/small-plan.ts';
import { tooLong } from '../link/too-long.ts';
import { toSave } from './to-save.ts';
import { fakeStorage, type FakeStorage } from './fake-storage.ts';

describe('SavedScenarios', () => {
  it('should find nothing on a device where nothing was saved, and write nothing to find out', () => {
    const fake = fakeStorage();
    expect(savedIn(fake).find()).toEqual({ scenarios: [], active: undefined, unreadable: 0 });
    expect(fake.writes).toEqual([]);
  });

  it('should always find a scenario as it was saved', () => {
    fc.assert(
      fc.property(anyScenario(shippedPlan), (scenario) => {
        const fake = fakeStorage();
        expect(savedIn(fake).save(work('one', scenario, 0))).toBe('saved');
        const { scenarios, active, unreadable } = savedIn(fake).find();
        expect(scenarios.map((found) => [found.id, found.history.current.scenario])).toEqual([
          ['one', scenario],
        ]);
        expect([active, unreadable]).toEqual([undefined, 0]);
      }),
      seeded(200),
    );
  });

  it('should find scenarios in their order, however they lie in the storage', () => {
    const fake = fakeStorage();
    const saved = savedIn(fake);
    for (const order of [3, 0, 11, 2, 1]) saved.save(work(`at ${order}`, named(`${order}`), order));
    expect(idsIn(fake)).toEqual(['at 0', 'at 1', 'at 2', 'at 3', 'at 11']);
  });

  it('should preserve the order of a scenario that is saved again, and replace its old content', () => {
    const fake = fakeStorage();
    const saved = savedIn(fake);
    saved.save(work('one', named('first'), 0));
    saved.save(work('two', named('second'), 1));
    saved.save(work('one', named('changed'), 0));
    expect(
      savedIn(fake)
        .find()
        .scenarios.map(({ history }) => history.current.scenario.name),
    ).toEqual(['changed', 'second']);
  });

  it('should remember which scenario was shown last', () => {
    const fake = fakeStorage();
    const saved = savedIn(fake);
    saved.save(work('one', named('first'), 0));
    saved.save(work('two', named('second'), 1));
    saved.saveActive('two');
    expect(savedIn(fake).find().active).toBe('two');
    saved.saveActive('one');
    expect(savedIn(fake).find().active).toBe('one');
    const writes = fake.writes.length;
    saved.saveActive('one');
    expect(fake.writes).toHaveLength(writes);
  });

  it('should give up a scenario that is removed and no other', () => {
    const fake = fakeStorage({ 'another.page': 'untouched' });
    const saved = savedIn(fake);
    saved.save(work('one', named('first'), 0));
    saved.save(work('two', named('second'), 1));
    saved.remove('one');
    expect(idsIn(fake)).toEqual(['two']);
    expect(fake.entries.get('another.page')).toBe('untouched');
  });

  it('should say so, and overwrite nothing, where another page has changed a scenario since', () => {
    const fake = fakeStorage();
    const [one, other] = [savedIn(fake), savedIn(fake)];
    one.save(work('shared', named('first'), 0));
    other.find();
    expect(one.save(work('shared', named('changed'), 0))).toBe('saved');
    expect(other.save(work('shared', named('lost?'), 0))).toBe('changed elsewhere');
    expect(
      savedIn(fake)
        .find()
        .scenarios.map(({ history }) => history.current.scenario.name),
    ).toEqual(['changed']);
  });

  it('should save each scenario under a key of its own, so that two windows do not undo each other’s work', () => {
    const fake = fakeStorage();
    const [one, two] = [savedIn(fake), savedIn(fake)];
    one.find();
    two.find();
    one.save(work('one', named('in one window'), 0));
    two.save(work('two', named('in the other'), 1));
    expect(idsIn(fake)).toEqual(['one', 'two']);
  });

  it.each(['full', 'loses', 'write-throws'] as const)(
    'should say that a scenario is not saved where the storage is or does this: %s',
    (fault) => {
      const fake = fakeStorage();
      fake.fault = fault;
      expect(savedIn(fake).save(work('one', named('lost'), 0))).toBe('full');
      fake.fault = undefined;
      expect(idsIn(fake)).toEqual([]);
    },
  );

  it('should say denied, and find nothing, where there is no storage', () => {
    const saved = new SavedScenarios(
      [shippedPlan],
      deviceStorage(() => null),
    );
    expect(saved.save(work('one', named('lost'), 0))).toBe('denied');
    expect(saved.find()).toEqual({ scenarios: [], active: undefined, unreadable: 0 });
  });

  // Each of these would otherwise be opened as another scenario than the one that was saved, or not at all.
  it.each<{ what: string; spoil: (text: string) => string }>([
    { what: 'is empty', spoil: () => '' },
    { what: 'is no JSON', spoil: () => 'scenario' },
    { what: 'is cut short', spoil: (text) => text.slice(0, -5) },
    { what: 'is null', spoil: () => 'null' },
    { what: 'is a number', spoil: () => '7' },
    { what: 'is a list', spoil: () => '[]' },
    { what: 'is from a newer page', spoil: (text) => text.replace('"format":1', '"format":2') },
    { what: 'has no link', spoil: () => '{"format":1,"order":0}' },
    { what: 'has a link that is no text', spoil: () => '{"format":1,"link":{},"order":0}' },
    { what: 'has a link that says nothing', spoil: () => '{"format":1,"link":"","order":0}' },
    { what: 'has a damaged link', spoil: (text) => text.replace(/(?<=hke=)\d/, '9') },
    { what: 'has a link that was cut short', spoil: (text) => text.replace(/&z=[0-9a-z]*/, '') },
    { what: 'has a link from a newer page', spoil: (text) => text.replace('v=1', 'v=2') },
  ])('should count a record that $what as unreadable, and leave it where it is', ({ spoil }) => {
    const fake = fakeStorage();
    savedIn(fake).save(work('good', named('good'), 1));
    savedIn(fake).save(work('bad', illustrations['border-shock'], 0));
    const key = [...fake.entries.keys()].find((each) => each.endsWith('bad')) ?? '';
    const spoiled = spoil(fake.entries.get(key) ?? '');
    expect(spoiled).not.toBe(fake.entries.get(key));
    fake.entries.set(key, spoiled);
    const writes = fake.writes.length;

    const found = savedIn(fake).find();
    expect(found.scenarios.map(({ id }) => id)).toEqual(['good']);
    expect(found.unreadable).toBe(1);
    expect(fake.entries.get(key)).toBe(spoiled);
    expect(fake.writes).toHaveLength(writes);
  });

  it('should leave a record about a plan that is not here alone: nothing is wrong with it', () => {
    const fake = fakeStorage({ 'qianhai.scenario.foreign': recordOf(foreignLink()) });
    const saved = savedIn(fake);
    expect(saved.find()).toEqual({ scenarios: [], active: undefined, unreadable: 0 });
    saved.save(work('mine', named('mine'), 0));
    expect(fake.entries.get('qianhai.scenario.foreign')).toBe(recordOf(foreignLink()));
    expect(fake.writes).not.toContain('qianhai.scenario.foreign');
    expect(savedIn(fake).find()).toMatchObject({ scenarios: [{ id: 'mine' }], unreadable: 0 });
  });

  it.each<{ what: string; spoil: (link: string) => string }>([
    { what: 'whose number was changed', spoil: (link) => link.replace('bert=5', 'bert=6') },
    { what: 'whose plan was changed', spoil: (link) => link.replace('harbour', 'harbor') },
    { what: 'that was cut short', spoil: (link) => link.replace(/&z=.*/, '') },
    { what: 'from a newer page', spoil: (link) => link.replace('v=1', 'v=2') },
  ])(
    'should count a record about a plan that is not here as unreadable where it holds a link $what',
    ({ spoil }) => {
      const spoiled = spoil(foreignLink());
      expect(spoiled).not.toBe(foreignLink());
      const fake = fakeStorage({ 'qianhai.scenario.foreign': recordOf(spoiled) });
      expect(savedIn(fake).find()).toEqual({ scenarios: [], active: undefined, unreadable: 1 });
      expect(fake.writes).toEqual([]);
    },
  );

  it('should find scenarios of every plan at hand, each with its own plan', () => {
    const fake = fakeStorage({ 'qianhai.scenario.foreign': recordOf(foreignLink()) });
    savedIn(fake).save(work('mine', named('mine'), 1));
    const both = new SavedScenarios(
      [shippedPlan, secondPlan.plan],
      deviceStorage(() => fake.storage),
    );
    const { scenarios, unreadable } = both.find();
    expect(scenarios.map(({ id, plan }) => [id, plan.id])).toEqual([
      ['foreign', 'harbour-2031'],
      ['mine', 'qianhai-2025'],
    ]);
    expect(unreadable).toBe(0);
  });

  it('should find a scenario that no link is long enough for', () => {
    const fake = fakeStorage();
    const scenario = tooLong(shippedPlan);
    expect(writeLink({ plan: shippedPlan, scenarios: [scenario] }).kind).toBe('too-long');
    expect(savedIn(fake).save(work('long', scenario, 0))).toBe('saved');
    expect(savedIn(fake).find()).toMatchObject({
      scenarios: [{ id: 'long', history: { current: { scenario } } }],
      unreadable: 0,
    });
  });

  it('should read a scenario that projects from the latest value, though nothing computes with it yet', () => {
    const fake = fakeStorage();
    const scenario: Scenario = { ...named('from the latest'), start: 'latest' };
    savedIn(fake).save(work('one', scenario, 0));
    expect(savedIn(fake).find()).toMatchObject({
      scenarios: [{ id: 'one', history: { current: { scenario } } }],
      unreadable: 0,
    });
  });

  it('should never throw, whatever lies in the storage', () => {
    const junk = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((link) => recordOf(link)),
    );
    fc.assert(
      fc.property(fc.array(junk, { maxLength: 5 }), (records) => {
        const fake = fakeStorage();
        savedIn(fake).save(work('good', named('good'), 0));
        const key = [...fake.entries.keys()].find((each) => each.endsWith('good')) ?? '';
        records.forEach((record, index) => fake.entries.set(key.replace('good', `${index}`), record));
        const before = [...fake.entries];
        const found = savedIn(fake).find();
        expect(found.scenarios.map(({ id }) => id)).toContain('good');
        expect(found.scenarios.length + found.unreadable).toBe(records.length + 1);
        expect([...fake.entries]).toEqual(before);
      }),
      seeded(300),
    );
  });
});

// Helpers

function savedIn(fake: FakeStorage): SavedScenarios {
  return new SavedScenarios(
    [shippedPlan],
    deviceStorage(() => fake.storage),
  );
}

function idsIn(fake: FakeStorage): string[] {
  return savedIn(fake)
    .find()
    .scenarios.map(({ id }) => id);
}

function work(id: string, scenario: Scenario, order: number): ScenarioToSave {
  return toSave(shippedPlan, scenario, { id, order });
}

function named(name: string): Scenario {
  return { ...emptyScenario(shippedPlan), name };
}

function recordOf(link: unknown): string {
  return JSON.stringify({ format: 1, link, order: 0 });
}

function foreignLink(): string {
  const growth = { berths: { kind: 'compound', rate: 0.05 } } as const;
  const written = writeLink({ plan: smallPlan, scenarios: [{ ...emptyScenario(smallPlan), growth }] });
  return written.kind === 'written' ? written.link : '';
}
