import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOT_LOADED } from '../../src/core/not-loaded.ts';
import { simulatePlan, type Simulation, type SimulationQuestion } from '../../src/core/simulate-plan.ts';
import { explorePlan, type Exploration, type ExploreQuestion } from '../../src/core/sensitivity/explore.ts';
import type { DrawCounts } from '../../src/core/histogram/count-draws.ts';
import { countInSteps, summariseParts } from '../../src/core/histogram/count-in-steps.ts';
import type {
  AnswerOf,
  CountQuestion,
  Engine,
  Method,
  Outcome,
  QuestionOf,
  Report,
} from '../../src/engine/engine-api.ts';
import { countManyDraws } from '../../src/engine/count-many-draws.ts';
import type { WorkerHandle } from '../../src/engine/running-worker.ts';
import { superviseWorker } from '../../src/engine/supervise-worker.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';

/** The longest a worker that was at work may be in trouble unnoticed, in milliseconds. */
const NOTICED_WITHIN = 2000;
/** How long a first worker may take until its first word, in milliseconds; each one after it twice as long as the last. */
const FIRST_START = 15_000;

/** What a worker does with one question. */
type Behaviour = 'answers' | 'throws' | 'dies' | 'hangs' | 'breaks';
const FAILURES = ['throws', 'dies', 'hangs', 'breaks'] as const satisfies readonly Behaviour[];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('superviseWorker', () => {
  it('should start a worker before the first question, so that it loads while the page is drawn', () => {
    const { engine, workers } = watch([]);
    expect([typeof engine, workers.length]).toEqual(['object', 1]);
  });

  it('should give a worker’s answer and leave the worker alone', async () => {
    const { engine, workers } = watch(['answers', 'answers']);
    expect(await settle(engine.call('simulate', question()))).toEqual(answered());
    expect(await settle(engine.call('simulate', question()))).toEqual(answered());
    expect(workers).toEqual([{ asked: 2, terminated: 0 }]);
  });

  it.each(FAILURES)(
    'should notice within 2,000 ms that a worker %s that had answered before, end it once and replace it',
    async (failure) => {
      const { engine, workers } = watch(['answers', failure, 'answers']);
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
      const second = watchOutcome(engine.call('simulate', question()));
      await vi.advanceTimersByTimeAsync(NOTICED_WITHIN);
      expect(second.outcome).toEqual(REPLACED);
      expect(workers).toEqual([
        { asked: 2, terminated: 1 },
        { asked: 0, terminated: 0 },
      ]);
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
      expect(workers[1]).toEqual({ asked: 1, terminated: 0 });
    },
  );

  it.each(['throws', 'breaks'] as const)('should notice at once that a worker %s', async (failure) => {
    const { engine } = watch([failure]);
    const first = watchOutcome(engine.call('simulate', question()));
    await vi.advanceTimersByTimeAsync(0);
    expect(first.outcome).toEqual(REPLACED);
  });

  it('should notice at the first question that the worker broke before it, as when it could not load', async () => {
    const engine = superviseWorker(
      () => ({ call: never, broken: Promise.resolve('error'), terminate: () => undefined }),
      () => undefined,
    );
    const first = watchOutcome(engine.call('simulate', question()));
    await vi.advanceTimersByTimeAsync(0);
    expect(first.outcome).toEqual(REPLACED);
  });

  it('should leave a slow worker its time: an answer after one second counts', async () => {
    const { engine, workers } = watch(['answers'], { answerAfter: 1000 });
    const first = watchOutcome(engine.call('simulate', question()));
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.outcome).toEqual(answered());
    expect(workers).toEqual([{ asked: 1, terminated: 0 }]);
  });

  it('should never take the late answer of a worker that hung for the answer to a later question', async () => {
    const { engine, workers } = watch(['answers', 'hangs', 'answers', 'dies']);
    expect(await settle(engine.call('simulate', question()))).toEqual(answered());
    expect(await settle(engine.call('simulate', question()))).toEqual(REPLACED);
    expect(await settle(engine.call('simulate', question(0.2)))).toEqual(answered(0.2));
    const last = watchOutcome(engine.call('simulate', question(0.3)));
    await vi.advanceTimersByTimeAsync(60_000); // the first worker answers meanwhile
    expect(last.outcome).toEqual(REPLACED);
    expect(workers).toHaveLength(3);
  });

  describe('while its worker starts', () => {
    it.each([1600, 2800, 10_000, 14_000])(
      'should give the first answer in process, and leave a worker alone that first answers after %i ms',
      async (answerAfter) => {
        const script = Array<Behaviour>(5).fill('answers');
        const { engine, workers, inProcess } = watch(script, { answersAfter: [answerAfter] });
        const first = watchOutcome(engine.call('simulate', question()));
        await passTime(NOTICED_WITHIN);
        expect(first.outcome).toEqual(answered());
        // Whatever is asked meanwhile is answered too, and costs the starting worker nothing.
        for (const rate of [0.2, 0.3])
          expect(await settle(engine.call('simulate', question(rate)))).toEqual(answered(rate));
        await passTime(answerAfter);
        const asked = workers[0]?.asked ?? NaN;
        if (answerAfter > NOTICED_WITHIN) expect(asked).toBe(1);
        // Once it has spoken it is asked again.
        expect(await settle(engine.call('simulate', question(0.4)))).toEqual(answered(0.4));
        expect(workers).toEqual([{ asked: asked + 1, terminated: 0 }]);
        expect(inProcess).not.toHaveBeenCalled();
      },
    );

    it('should explore in process', async () => {
      const { engine, workers } = watch(['dies'], { explored: never });
      const explored = watchOutcome(engine.call('explore', slice()));
      await passTime(NOTICED_WITHIN);
      expect(explored.outcome).toEqual({ kind: 'answered', answer: explorePlan(slice()) });
      expect(workers.map(({ terminated }) => terminated)).toEqual([0]);
    });

    it.each(['dies', 'hangs'] as const)(
      'should replace one that %s, give each one after it twice the time, and give workers up in the end',
      async (failure) => {
        const { engine, workers, inProcess } = watch(Array<Behaviour>(20).fill(failure), { hangsFor: 1e9 });
        for (let start = 0; start < 4; start++) {
          expect(workers).toHaveLength(start + 1);
          const asked = watchOutcome(engine.call('simulate', question()));
          await passTime(NOTICED_WITHIN);
          expect(asked.outcome).toEqual(answered());
          await passTime(FIRST_START * 2 ** start - NOTICED_WITHIN - 10);
          expect(workers.at(-1)).toEqual({ asked: 1, terminated: 0 });
          expect(inProcess).not.toHaveBeenCalled();
          await passTime(20);
        }
        expect(workers).toEqual(Array.from({ length: 4 }, () => ({ asked: 1, terminated: 1 })));
        expect(inProcess).toHaveBeenCalledTimes(1);
        expect(await settle(engine.call('simulate', question(0.2)))).toEqual(answered(0.2));
      },
    );

    it('should still notice at once that it broke', async () => {
      const { engine } = watch(['breaks', 'breaks', 'breaks', 'breaks']);
      for (let restart = 0; restart < 4; restart++)
        expect(await settle(engine.call('simulate', question()))).toEqual(REPLACED);
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
    });
  });

  it('should wait for a worker at work as long as this device has shown that answers take', async () => {
    const { engine, workers } = watch(['answers', 'answers', 'answers', 'dies'], {
      answersAfter: [0, 1000, 3000],
    });
    for (const took of [0, 1000, 3000]) {
      const asked = watchOutcome(engine.call('simulate', question()));
      await passTime(took);
      expect(asked.outcome).toEqual(answered());
    }
    const last = watchOutcome(engine.call('simulate', question()));
    await passTime(11_900); // four times as long as the slowest answer, less a little
    expect(last.outcome).toBeUndefined();
    await passTime(200);
    expect(last.outcome).toEqual(REPLACED);
    expect(workers).toHaveLength(2);
  });

  it('should hear an answer that came while the page was busy or asleep, before it gives a worker up', async () => {
    vi.useRealTimers();
    let answer: (value: Simulation) => void = () => undefined;
    let isFirst = true;
    const expected = simulatePlan(plan, question().scenario);
    const engine = superviseWorker(
      () => ({
        call: ((...[, , report]: Parameters<WorkerHandle['call']>) => {
          void report;
          if (isFirst) return Promise.resolve(expected);
          return new Promise((resolve) => (answer = resolve as typeof answer));
        }) as WorkerHandle['call'],
        broken: never(),
        terminate: () => undefined,
      }),
      () => undefined,
    );
    await engine.call('simulate', question());
    isFirst = false;
    const second = engine.call('simulate', question());
    // The timer is due before the message has its turn.
    setTimeout(() => {
      const until = performance.now() + 1700;
      while (performance.now() < until);
      setTimeout(answer, 1, expected);
    });
    expect(await second).toEqual(answered());
  });

  it.each(['throws', 'breaks'] as const)(
    'should compute in process, and say so once, after three restarts in a row of a worker that %s',
    async (failure) => {
      const { engine, workers, inProcess } = watch([failure, failure, failure, failure, 'answers']);
      for (let restart = 1; restart <= 3; restart++) {
        expect(await settle(engine.call('simulate', question()))).toEqual(REPLACED);
        expect(workers).toHaveLength(1 + restart);
        expect(inProcess).not.toHaveBeenCalled();
      }
      expect(await settle(engine.call('simulate', question()))).toEqual(REPLACED);
      expect(inProcess).toHaveBeenCalledTimes(1);
      for (const rate of [0.1, 0.2, -0.3])
        expect(await settle(engine.call('simulate', question(rate)))).toEqual(answered(rate));
      expect(inProcess).toHaveBeenCalledTimes(1);
      expect(workers).toEqual(Array.from({ length: 4 }, () => ({ asked: 1, terminated: 1 })));
    },
  );

  it('should count from the start again after an answer in between', async () => {
    const { engine, workers, inProcess } = watch([
      ...(['throws', 'breaks', 'throws', 'answers', 'hangs'] as const),
      ...(['breaks', 'throws', 'answers', 'dies', 'answers'] as const),
    ]);
    for (let asked = 0; asked < 10; asked++) await settle(engine.call('simulate', question()));
    expect(inProcess).not.toHaveBeenCalled();
    expect(workers).toHaveLength(8);
    expect(workers.at(-1)).toEqual({ asked: 1, terminated: 0 });
  });

  // Oracle: four failures with no answer in between are three restarts and the last straw.
  it('should always replace, answer and give up as counted, whatever workers do in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom<Behaviour>('answers', ...FAILURES), { maxLength: 12 }),
        async (script) => {
          const { engine, workers, inProcess } = watch(script);
          let failures = 0;
          let spawned = 1;
          let hasSpoken = false;
          for (const behaviour of script) {
            // One that says nothing before its first answer may still be starting: a test of its own.
            if (!hasSpoken && (behaviour === 'dies' || behaviour === 'hangs')) break;
            hasSpoken = behaviour === 'answers';
            const isAnswered = failures === 4 || behaviour === 'answers';
            const outcome = await settle(engine.call('simulate', question()));
            expect(outcome).toEqual(isAnswered ? answered() : REPLACED);
            if (failures < 4) failures = isAnswered ? 0 : failures + 1;
            if (!isAnswered && failures < 4) spawned += 1;
            expect(workers).toHaveLength(spawned);
            expect(inProcess).toHaveBeenCalledTimes(failures === 4 ? 1 : 0);
          }
          const ended = failures === 4 ? spawned : spawned - 1;
          expect(workers.map(({ terminated }) => terminated)).toEqual(
            workers.map((_, index) => (index < ended ? 1 : 0)),
          );
        },
      ),
      seeded(200),
    );
  });

  it.each(['answers', 'throws', 'breaks', 'dies'] as const)(
    'should leave no timer behind once a worker that %s is dealt with',
    async (behaviour) => {
      const { engine } = watch(['answers', behaviour]);
      await settle(engine.call('simulate', question()));
      await settle(engine.call('simulate', question()));
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('should never throw or reject where workers cannot even be started, and compute in process', async () => {
    const inProcess = vi.fn();
    const engine = superviseWorker(() => {
      throw new DOMException('Failed to construct a Worker', 'SecurityError');
    }, inProcess);
    expect(await untilAnswered(engine)).toEqual(answered());
    expect(inProcess).toHaveBeenCalledTimes(1);
  });

  it('should never reject where a worker cannot be started again, and compute in process', async () => {
    const inProcess = vi.fn();
    let started = 0;
    const engine = superviseWorker(() => {
      started += 1;
      if (started > 1) throw new DOMException('Failed to construct a Worker', 'SecurityError');
      return { call: never, broken: Promise.resolve('error'), terminate: () => undefined };
    }, inProcess);
    expect(await untilAnswered(engine)).toEqual(answered());
    expect(inProcess).toHaveBeenCalledTimes(1);
  });

  describe('exploring', () => {
    it('should give a worker’s slice and leave the worker alone', async () => {
      const { engine, workers } = watch(['answers']);
      expect(await engine.call('explore', slice())).toEqual({
        kind: 'answered',
        answer: explorePlan(slice()),
      });
      expect(workers).toEqual([{ asked: 0, terminated: 0 }]);
    });

    it('should say what a slice threw, and leave a worker that projects well alone', async () => {
      const { engine, workers } = watch(['answers'], { explored: () => Promise.reject(new Error('no')) });
      expect(await engine.call('explore', slice())).toEqual({ kind: 'failed', reason: 'Error: no' });
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
      expect(workers).toEqual([{ asked: 1, terminated: 0 }]);
    });

    it('should replace a worker that hangs over a slice, once, though a projection waits for it too', async () => {
      const { engine, workers, inProcess } = watch(['answers', 'hangs', 'answers'], { explored: never });
      await settle(engine.call('simulate', question()));
      const explored = engine.call('explore', slice());
      await vi.advanceTimersByTimeAsync(100);
      const asked = watchOutcome(engine.call('simulate', question()));
      await vi.advanceTimersByTimeAsync(NOTICED_WITHIN - 100);
      expect(await explored).toEqual(REPLACED);
      // Told at once, so that the page asks the new worker.
      expect(asked.outcome).toEqual(REPLACED);
      expect(workers.map(({ terminated }) => terminated)).toEqual([1, 0]);
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
      expect(inProcess).not.toHaveBeenCalled();
      expect(vi.getTimerCount()).toBeLessThanOrEqual(1); // the hung worker's own
    });

    it('should leave a method time to load its part of the program at its first call', async () => {
      const { engine, workers } = watch(['answers'], { explored: never });
      await settle(engine.call('simulate', question()));
      const explored = watchOutcome(engine.call('explore', slice()));
      await passTime(5900);
      expect(explored.outcome).toBeUndefined();
      await passTime(200);
      expect(explored.outcome).toEqual(REPLACED);
      expect(workers.map(({ terminated }) => terminated)).toEqual([1, 0]);
    });

    it('should say of a part that could not be loaded that it was not, however the worker says it', async () => {
      const missing = Object.assign(new Error('Failed to fetch'), { name: NOT_LOADED });
      const { engine } = watch(['answers'], { explored: () => Promise.reject(missing) });
      await settle(engine.call('simulate', question()));
      expect(await engine.call('explore', slice())).toEqual({ kind: 'failed', reason: NOT_LOADED });
    });

    it('should explore in process once the workers were given up', async () => {
      const { engine, inProcess } = watch(['throws', 'throws', 'throws', 'throws'], { explored: never });
      for (let asked = 0; asked < 4; asked++) await settle(engine.call('simulate', question()));
      expect(inProcess).toHaveBeenCalledTimes(1);
      const explored = engine.call('explore', slice());
      await vi.advanceTimersByTimeAsync(0);
      expect(await explored).toEqual({ kind: 'answered', answer: explorePlan(slice()) });
    });
  });

  describe('counting', () => {
    it('should count a call’s time from the last report, and hand every report on', async () => {
      let report: Report = () => undefined;
      const { engine, workers } = watch(['answers'], {
        counted: (_question, heard = report) => ((report = heard), never()),
      });
      await settle(engine.call('simulate', question()));
      const onProgress = vi.fn();
      const counted = engine.call('countDraws', range(), { onProgress });
      for (const done of [1, 2, 3]) {
        await passTime(1400);
        report(done);
      }
      expect(onProgress.mock.calls).toEqual([[1], [2], [3]]);
      await passTime(4 * 1400 - 10);
      expect(workers).toHaveLength(1);
      await passTime(20);
      expect(await counted).toEqual({ kind: 'replaced', reason: 'Error: a worker stopped reporting' });
      report(4);
      expect(onProgress).toHaveBeenCalledTimes(3);
      expect(workers.map(({ terminated }) => terminated)).toEqual([1, 0]);
    });

    it('should cancel at once, end the busy worker, and start another only for the next call', async () => {
      const { engine, workers, inProcess } = watch(['answers', 'hangs', 'answers']);
      await settle(engine.call('simulate', question()));
      const controller = new AbortController();
      const counted = engine.call('countDraws', range(), { signal: controller.signal });
      const asked = watchOutcome(engine.call('simulate', question()));
      controller.abort();
      expect(await counted).toEqual({ kind: 'cancelled' });
      await vi.advanceTimersByTimeAsync(0);
      // Whoever waits for the same worker asks the next one.
      expect(asked.outcome).toEqual(REPLACED);
      expect(workers).toEqual([{ asked: 2, terminated: 1 }]);
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
      expect(workers).toEqual([
        { asked: 2, terminated: 1 },
        { asked: 1, terminated: 0 },
      ]);
      expect(inProcess).not.toHaveBeenCalled();
    });

    it('should never count a cancelled call as a failure of its worker', async () => {
      const { engine, inProcess } = watch([]);
      for (let times = 0; times < 10; times++) {
        const controller = new AbortController();
        const counted = engine.call('countDraws', range(), { signal: controller.signal });
        controller.abort();
        expect(await counted).toEqual({ kind: 'cancelled' });
      }
      expect(inProcess).not.toHaveBeenCalled();
    });

    it('should ask nobody where a call was given up before it was made', async () => {
      const counted = vi.fn(never);
      const { engine } = watch([], { counted });
      const outcome = await engine.call('countDraws', range(), { signal: AbortSignal.abort() });
      expect([outcome, counted.mock.calls]).toEqual([{ kind: 'cancelled' }, []]);
    });

    it('should say what a count threw, and leave the worker alone', async () => {
      const { engine, workers } = watch([], { counted: () => Promise.reject(new Error('no')) });
      const outcome = await engine.call('countDraws', range());
      expect(outcome).toEqual({ kind: 'failed', reason: 'Error: no' });
      expect(workers).toEqual([{ asked: 0, terminated: 0 }]);
    });
  });
});

describe('countManyDraws', () => {
  it('should share the draws among two workers, tell how many are done in all, and end both', async () => {
    const { spawn, workers } = watch([], {
      counted: (asked, report) =>
        Promise.resolve(countInSteps(asked, asked.range, report ?? (() => undefined))),
    });
    const onProgress = vi.fn();
    const outcome = await countManyDraws({ ...uncertain(), draws: 101 }, { spawn, onProgress });
    const whole = countInSteps(uncertain(), { from: 0, to: 101 }, () => undefined);
    expect(outcome).toEqual({ kind: 'answered', answer: summariseParts(uncertain(), [whole]) });
    expect(onProgress.mock.calls).toEqual([[50], [101]]);
    expect(workers.map(({ terminated }) => terminated)).toEqual([1, 1]);
  });

  it('should cancel at once and end both workers', async () => {
    const { spawn, workers } = watch([]);
    const controller = new AbortController();
    const counted = countManyDraws({ ...uncertain(), draws: 100 }, { spawn, signal: controller.signal });
    controller.abort();
    expect(await counted).toEqual({ kind: 'cancelled' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([1, 1]);
  });

  it('should fail where a worker throws, and end all of them', async () => {
    const { spawn, workers } = watch([], { counted: () => Promise.reject(new Error('no')) });
    const outcome = countManyDraws({ ...uncertain(), draws: 100 }, { spawn });
    expect(await outcome).toEqual({ kind: 'failed', reason: 'Error: no' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([1, 1]);
  });

  it('should fail where a worker that was at work stops reporting, and end all of them', async () => {
    const { spawn, workers } = watch([], { counted: (_question, report) => (report?.(1), never()) });
    const outcome = watchOutcome(
      countManyDraws({ ...uncertain(), draws: 100 }, { spawn, onProgress: () => undefined }),
    );
    await passTime(4900);
    expect(outcome.outcome).toBeUndefined();
    await passTime(200);
    expect(outcome.outcome).toEqual({ kind: 'failed', reason: 'Error: a worker stopped reporting' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([1, 1]);
  });

  it('should wait for workers that start slowly', async () => {
    const { spawn, workers } = watch([], {
      counted: (asked) =>
        new Promise((resolve) => {
          setTimeout(() => resolve(countInSteps(asked, asked.range, () => undefined)), 12_000);
        }),
    });
    const outcome = watchOutcome(countManyDraws({ ...uncertain(), draws: 100 }, { spawn }));
    await passTime(12_000);
    expect(outcome.outcome).toMatchObject({ kind: 'answered' });
    expect(workers.map(({ terminated }) => terminated)).toEqual([1, 1]);
  });

  it.each<{ what: string; spawn: () => WorkerHandle }>([
    {
      what: 'no worker can be started',
      spawn() {
        throw new TypeError('Worker is not defined');
      },
    },
    {
      what: 'no worker loads',
      spawn: () => ({ call: never, broken: Promise.resolve('error'), terminate: () => undefined }),
    },
  ])('should count in process where $what', async ({ spawn }) => {
    vi.useRealTimers();
    const onProgress = vi.fn();
    const outcome = await countManyDraws({ ...uncertain(), draws: 100 }, { spawn, onProgress });
    const whole = countInSteps(uncertain(), { from: 0, to: 100 }, () => undefined);
    expect(outcome).toEqual({ kind: 'answered', answer: summariseParts(uncertain(), [whole]) });
    expect(onProgress).toHaveBeenLastCalledWith(100);
  });
});

// Helpers

const REPLACED = { kind: 'replaced', reason: expect.stringMatching(/^Error: ./) as string };

type Projected = Outcome<Simulation>;

/** What plays a worker's engine, method by method. */
type FarEnd = {
  readonly [Asked in Method]: (question: QuestionOf<Asked>, report?: Report) => Promise<AnswerOf<Asked>>;
};

function callOn(far: FarEnd): WorkerHandle['call'] {
  return (method, question, report) => far[method](question, report);
}

function uncertain(): SimulationQuestion {
  const { scenario } = question();
  return { plan, scenario: { ...scenario, spread: { 'indicator-1': 4 } } };
}

function range(): CountQuestion {
  return { ...uncertain(), range: { from: 0, to: 100 } };
}

function slice(): ExploreQuestion {
  return { ...question(), request: { kind: 'flips' }, from: 0, to: 1 };
}

const plan = smallPlan([{}, { measure: 'flow' }]);

function question(rate = 0.1): SimulationQuestion {
  return { plan, scenario: scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate } } }) };
}

function answered(rate?: number): Projected {
  return { kind: 'answered', answer: simulatePlan(plan, question(rate).scenario) };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Let time pass, and whatever is loaded meanwhile be loaded. */
async function passTime(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  await vi.dynamicImportSettled();
  await vi.advanceTimersByTimeAsync(0);
}

/** Let time pass until a promise is settled, at most as long as a worker in trouble may go unnoticed. */
async function settle(promise: Promise<Projected>): Promise<Watched['outcome']> {
  const watched = watchOutcome(promise);
  await vi.advanceTimersByTimeAsync(0);
  // What computes in process is loaded only when it is needed.
  await vi.dynamicImportSettled();
  if (watched.outcome === undefined) await passTime(NOTICED_WITHIN);
  return watched.outcome;
}

/** What has come of a question so far: nothing, an outcome, or what no engine may do. */
interface Watched {
  outcome: Outcome<unknown> | { readonly rejected: unknown } | undefined;
}

function watchOutcome(promise: Promise<Outcome<unknown>>): Readonly<Watched> {
  const watched: Watched = { outcome: undefined };
  promise.then(
    (outcome) => (watched.outcome = outcome),
    (rejected: unknown) => (watched.outcome = { rejected }),
  );
  return watched;
}

/** Ask again while workers are being replaced, as the page does. */
async function untilAnswered(engine: Engine): Promise<Watched['outcome']> {
  for (let tries = 0; tries < 10; tries++) {
    const outcome = await settle(engine.call('simulate', question()));
    if (outcome === undefined || 'rejected' in outcome || outcome.kind !== 'replaced') return outcome;
  }
  return undefined;
}

/** An engine over workers that deal with the questions, one after the other, as the script says. */
function watch(
  script: readonly Behaviour[],
  {
    answerAfter = 0,
    /** How long each answer takes, in turn; as `answerAfter` says once they are used up. */
    answersAfter = [] as readonly number[],
    hangsFor = 10_000,
    explored = (slice: ExploreQuestion): Promise<Exploration> => Promise.resolve(explorePlan(slice)),
    counted = (_question: CountQuestion, _report?: Report): Promise<DrawCounts> => never(),
  } = {},
) {
  const workers: { asked: number; terminated: number }[] = [];
  const inProcess = vi.fn();
  let supervised: Engine | undefined;
  let index = 0;
  const spawn = (): WorkerHandle => {
    const record = { asked: 0, terminated: 0 };
    workers.push(record);
    let breakDown: (event: unknown) => void = () => undefined;
    const broken = new Promise((resolve) => (breakDown = resolve));
    const far: FarEnd = {
      simulate({ plan: asked, scenario }) {
        record.asked += 1;
        const answer = simulatePlan(asked, scenario);
        const after = (wait: number): Promise<typeof answer> =>
          new Promise((resolve) => void setTimeout(resolve, wait, answer));
        const wait = answersAfter[index] ?? answerAfter;
        switch (script[index++]) {
          case 'answers':
            return wait === 0 ? Promise.resolve(answer) : after(wait);
          case 'throws':
            return Promise.reject(new Error('thrown in the worker'));
          case 'hangs':
            return after(hangsFor);
          case 'breaks':
            breakDown(new Event('error'));
            return never();
          default:
            return never();
        }
      },
      explore: (slice) => explored(slice),
      countDraws: (range, report) => counted(range, report),
    };
    return { call: callOn(far), broken, terminate: () => (record.terminated += 1) };
  };
  return {
    /** Supervised from the first time it is looked at. */
    get engine() {
      return (supervised ??= superviseWorker(spawn, inProcess));
    },
    spawn,
    workers,
    inProcess,
  };
}
