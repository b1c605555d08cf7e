// @vitest-environment happy-dom
import fc from 'fast-check';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulatePlan, type Simulation, type SimulationQuestion } from '../../src/core/simulate-plan.ts';
import { planModel } from '../../src/core/plan/plan.ts';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import type { Outcome as OutcomeOf } from '../../src/engine/engine-api.ts';
import { inProcessEngine } from '../../src/engine/in-process-engine.ts';
import { Runs, type About } from '../../src/state/runs.svelte.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';
import { fakeEngine } from './fake-engine.ts';
import { observe } from './observe.svelte.ts';

/** After how many milliseconds without an answer old numbers may no longer be shown. */
const STALE_AFTER = 200;
/** For how many milliseconds they are, so that a moment's wait does not make the page flicker. */
const AT_LEAST = 100;

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Run', () => {
  it('should hold nothing before the first question', () => {
    const { run } = start();
    expect([run.revision, run.answer, run.shown, run.failure, run.isSettled]).toEqual([
      0,
      undefined,
      undefined,
      undefined,
      false,
    ]);
  });

  it('should show the answer to a question, with the scenario it belongs to', async () => {
    const run = new Runs(inProcessEngine()).of({});
    run.ask(about(scenario(1)));
    await vi.advanceTimersByTimeAsync(0);
    expect(run.shown).toEqual({
      revision: 1,
      plan,
      scenario: scenario(1),
      wantedShare: 0.8,
      simulation: simulatePlan(plan, scenario(1), { wantedShare: 0.8 }),
    });
    expect([run.isSettled, run.failure]).toEqual([true, undefined]);
  });

  it('should go on showing the last answer for a moment while a new one is awaited', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    run.ask(about(scenario(2)));
    await vi.advanceTimersByTimeAsync(AT_LEAST);
    expect(run.shown?.revision).toBe(1);
    expect(run.isSettled).toBe(false);
  });

  it('should take the old numbers off the page within 200 ms of a question that is not answered', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    run.ask(about(scenario(2)));
    await vi.advanceTimersByTimeAsync(STALE_AFTER);
    expect(run.shown).toBeUndefined();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run.shown).toBeUndefined();
  });

  it('should count that time from the first unanswered question, even while questions keep coming', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    for (let move = 0; move < 13; move++) {
      run.ask(about(scenario(2 + move)));
      await vi.advanceTimersByTimeAsync(16); // 208 ms in all
    }
    expect(run.shown).toBeUndefined();
  });

  it('should show an answer that comes late, and count anew from the next question', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    run.ask(about(scenario(2)));
    await vi.advanceTimersByTimeAsync(5 * STALE_AFTER);
    await engine.answer();
    expect(run.shown?.revision).toBe(2);
    await vi.advanceTimersByTimeAsync(5 * STALE_AFTER);
    run.ask(about(scenario(3)));
    await vi.advanceTimersByTimeAsync(AT_LEAST);
    expect(run.shown?.revision).toBe(2);
    await vi.advanceTimersByTimeAsync(STALE_AFTER - AT_LEAST);
    expect(run.shown).toBeUndefined();
  });

  it('should keep numbers on the page through a drag in which every question is answered in time', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(0)));
    await engine.answer();
    const shown = observe(() => run.shown?.revision);
    for (let move = 1; move <= 60; move++) {
      run.ask(about(scenario(move)));
      await vi.advanceTimersByTimeAsync(16);
      await engine.answer();
      flushSync();
    }
    await vi.advanceTimersByTimeAsync(10 * STALE_AFTER);
    flushSync();
    shown.stop();
    expect(shown.seen).toEqual(Array.from({ length: 61 }, (_, move) => move + 1));
    expect(vi.getTimerCount()).toBe(0);
  });

  it('should send the engine the plan’s numbers only, never its words', async () => {
    const asked: SimulationQuestion[] = [];
    const engine = inProcessEngine();
    const runs = new Runs(
      fakeEngine({
        simulate(question) {
          asked.push(question);
          return engine.call('simulate', question);
        },
      }),
    );
    const run = runs.of({});
    run.ask({ plan: planModel(shippedPlan), scenario: emptyScenario(shippedPlan) });
    await vi.advanceTimersByTimeAsync(0);
    expect(run.shown?.simulation).toEqual(simulatePlan(shippedPlan, emptyScenario(shippedPlan)));
    const sent = JSON.stringify(asked[0]?.plan);
    for (const word of [shippedPlan.title.en, shippedPlan.indicators[0]?.name['zh-Hant'] ?? '?', 'Table 4'])
      expect(sent).not.toContain(word);
  });

  it('should hand on the very same result for an indicator in which nothing changed, and for no other', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    const [moved, still] = run.shown?.simulation.indicators ?? [];
    run.ask(about(scenario(2)));
    await engine.answer();
    const [movedNow, stillNow] = run.shown?.simulation.indicators ?? [];
    expect(stillNow).toBe(still);
    expect(movedNow).not.toBe(moved);
    expect(movedNow?.value).not.toBe(moved?.value);
  });

  it('should show no numbers and say why where the engine failed', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    run.ask(about(scenario(2)));
    await engine.fail('out of order');
    expect([run.shown, run.answer, run.failure, run.isSettled]).toEqual([
      undefined,
      undefined,
      'out of order',
      false,
    ]);
  });

  it('should forget a failure once a question is answered again', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.fail('out of order');
    run.ask(about(scenario(2)));
    await engine.answer();
    expect([run.shown?.revision, run.failure, run.isSettled]).toEqual([2, undefined, true]);
  });

  it('should ask again where the worker was replaced, and go on not showing old numbers meanwhile', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    run.ask(about(scenario(2)));
    await vi.advanceTimersByTimeAsync(STALE_AFTER);
    await engine.replace();
    expect(run.shown).toBeUndefined();
    await engine.answer();
    expect(run.shown).toMatchObject({ revision: 2, scenario: scenario(2) });
  });

  // Oracle: what the page must never do, stated of every moment. A moment is 20 ms or one event.
  it('should never show an answer to anything but the newest question for 200 ms or more', async () => {
    const anyEvent = fc.constantFrom('ask', 'answer', 'fail', 'replace', 'wait', 'wait', 'wait');
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 80 }), async (events) => {
        const { run, engine } = start();
        let newest = scenario(0);
        let unansweredSince: number | undefined;
        let lastShown = 0;
        for (const event of events) {
          const isNewest = engine.inFlight === newest;
          if (event === 'ask') {
            newest = scenario(run.revision + 1);
            run.ask(about(newest));
            unansweredSince ??= performance.now();
          } else if (event === 'wait') await vi.advanceTimersByTimeAsync(20);
          else {
            const outcome = await engine[event]('out of order');
            if (isNewest && outcome?.kind !== 'replaced') unansweredSince = undefined;
          }

          const { shown } = run;
          if (shown === undefined) continue;
          expect(shown.revision).toBeGreaterThanOrEqual(lastShown); // never back to an older one
          lastShown = shown.revision;
          expect(shown.simulation).toEqual(simulatePlan(plan, shown.scenario));
          expect(shown.scenario).toEqual(scenario(shown.revision));
          if (shown.revision !== run.revision)
            expect(performance.now() - (unansweredSince ?? NaN)).toBeLessThan(STALE_AFTER);
        }
      }),
      seeded(200),
    );
  });
});

describe('Runs', () => {
  it('should give an open scenario always the same run, and another one its own', () => {
    const { runs } = start();
    const [one, other] = [{}, {}];
    expect(runs.of(one)).toBe(runs.of(one));
    expect(runs.of(other)).not.toBe(runs.of(one));
  });

  it('should give a run that is followed even where it is first asked for by who follows it', async () => {
    const { runs, engine } = start();
    const key = {};
    const shown = observe(() => runs.of(key).shown?.revision);
    runs.of(key).ask(about(scenario(1)));
    await engine.answer();
    flushSync();
    shown.stop();
    expect(shown.seen).toEqual([undefined, 1]);
  });

  it('should ask one question at a time, and give each run the answers to its own', async () => {
    const { runs, engine, simulate } = start();
    const [one, other] = [runs.of({}), runs.of({})];
    one.ask(about(scenario(1)));
    other.ask(about(scenario(2)));
    expect(simulate).toHaveBeenCalledTimes(1);
    await engine.answer();
    expect([one.isSettled, other.isSettled]).toEqual([true, false]);
    await engine.answer();
    expect(one.shown?.simulation).toEqual(simulatePlan(plan, scenario(1)));
    expect(other.shown?.simulation).toEqual(simulatePlan(plan, scenario(2)));
  });

  it('should ask once what two runs want to know, whatever the scenarios are called', async () => {
    const { runs, engine, simulate } = start();
    const [one, other] = [runs.of({}), runs.of({})];
    one.ask(about(scenario(1)));
    other.ask(about({ ...scenario(1), name: 'Another' }));
    await engine.answer();
    expect(simulate).toHaveBeenCalledTimes(1);
    expect([one.isSettled, other.isSettled]).toEqual([true, true]);
    expect(other.shown?.scenario.name).toBe('Another');
  });

  it('should not ask what is answered, and hold the answer to be about the scenario as it is now given', async () => {
    const { run, engine, simulate } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    const renamed = { ...scenario(1), name: 'Renamed' };
    run.ask(about(renamed));
    expect([run.revision, run.isSettled, run.shown?.scenario]).toEqual([1, true, renamed]);
    expect(simulate).toHaveBeenCalledTimes(1);
    run.ask(about(renamed), { wantedShare: 0.9 });
    expect([run.revision, run.isSettled]).toEqual([2, false]);
  });

  it('should ask again what was answered where something else was asked since', async () => {
    const { run, engine } = start();
    run.ask(about(scenario(1)));
    await engine.answer();
    run.ask(about(scenario(2)));
    run.ask(about(scenario(1)));
    expect(run.isSettled).toBe(false);
    await engine.answer(); // to the second question
    await engine.answer();
    expect(run.shown).toMatchObject({ revision: 3, scenario: scenario(1) });
  });

  it('should ask again what failed', async () => {
    const { run, engine, simulate } = start();
    run.ask(about(scenario(1)));
    await engine.fail('out of order');
    run.ask(about(scenario(1)));
    expect(simulate).toHaveBeenCalledTimes(2);
  });

  it('should let another answer stand in for the first of a run, for a moment at most', async () => {
    const { runs, engine } = start();
    const [one, other] = [runs.of({}), runs.of({})];
    one.ask(about(scenario(1)));
    await engine.answer();
    const standIn = one.shown;
    other.ask(about(scenario(2)), { standIn });
    expect([other.shown, other.answer, other.isSettled]).toEqual([standIn, undefined, false]);
    await vi.advanceTimersByTimeAsync(STALE_AFTER);
    expect(other.shown).toBeUndefined();
    await engine.answer();
    expect(other.shown?.scenario).toEqual(scenario(2));
    one.ask(about(scenario(3)), { standIn: other.shown });
    expect(one.shown).toBe(standIn); // its own
  });

  it('should let no answer about another plan stand in, not even for a moment', async () => {
    const { runs, engine } = start();
    const [one, other] = [runs.of({}), runs.of({})];
    one.ask(about(scenario(1)));
    await engine.answer();
    other.ask({ plan: smallPlan([{}, {}, {}]), scenario: scenario(2) }, { standIn: one.shown });
    expect(other.shown).toBeUndefined();
  });

  it('should go on showing a failure, not what stood in, where the first question of a run failed', async () => {
    const { runs, engine } = start();
    const [one, other] = [runs.of({}), runs.of({})];
    one.ask(about(scenario(1)));
    await engine.answer();
    other.ask(about(scenario(2)), { standIn: one.shown });
    await engine.fail('out of order');
    expect([other.shown, other.failure]).toEqual([undefined, 'out of order']);
  });
});

// Helpers

const plan = smallPlan([{}, { measure: 'flow' }]);

/** Scenarios are told apart by their rate. */
function scenario(index: number): Scenario {
  return scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate: index / 1000 } } });
}

/** What is asked: a scenario of the small plan. */
function about(scenario: Scenario): About {
  return { plan, scenario };
}

type Outcome = OutcomeOf<Simulation>;

/** Runs over an engine that answers only when it is told to, and one of them. */
function start() {
  interface Pending {
    readonly question: SimulationQuestion;
    readonly resolve: (outcome: Outcome) => void;
  }
  const pending: Pending[] = [];
  const simulate = vi.fn(
    (question: SimulationQuestion) => new Promise<Outcome>((resolve) => pending.push({ question, resolve })),
  );
  const runs = new Runs(fakeEngine({ simulate }));
  const run = runs.of({});
  const settle = async (
    outcomeOf: (question: SimulationQuestion) => Outcome,
  ): Promise<Outcome | undefined> => {
    const next = pending.shift();
    const outcome = next && outcomeOf(next.question);
    if (outcome) next.resolve(outcome);
    await vi.advanceTimersByTimeAsync(0);
    return outcome;
  };
  const answer = (question: SimulationQuestion): Outcome => ({
    kind: 'answered',
    answer: simulatePlan(question.plan, question.scenario),
  });
  return {
    run,
    runs,
    simulate,
    engine: {
      answer: () => settle(answer),
      fail: (reason: string) => settle(() => ({ kind: 'failed', reason })),
      replace: () => settle(() => ({ kind: 'replaced', reason: 'hung' })),
      /** The scenario that is being worked on. */
      get inFlight() {
        return pending[0]?.question.scenario;
      },
    },
  };
}
