import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
import { superviseWorker, type SupervisedWorker } from '../../src/engine/supervise-worker.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';

/** The longest a worker in trouble may go unnoticed, in milliseconds. */
const NOTICED_WITHIN = 2000;

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
    'should notice within 2,000 ms that a worker %s, end it once and replace it',
    async (failure) => {
      const { engine, workers } = watch([failure, 'answers']);
      const first = watchOutcome(engine.call('simulate', question()));
      await vi.advanceTimersByTimeAsync(NOTICED_WITHIN);
      expect(first.outcome).toEqual(REPLACED);
      expect(workers).toEqual([
        { asked: 1, terminated: 1 },
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
    const { engine, workers } = watch(['hangs', 'dies']);
    expect(await settle(engine.call('simulate', question()))).toEqual(REPLACED);
    const second = watchOutcome(engine.call('simulate', question(0.2)));
    await vi.advanceTimersByTimeAsync(60_000); // the first worker answers meanwhile
    expect(second.outcome).toEqual(REPLACED);
    expect(workers).toHaveLength(3);
  });

  it.each(FAILURES)(
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
      ...(['throws', 'dies', 'hangs', 'answers'] as const),
      ...(['breaks', 'throws', 'dies', 'answers'] as const),
    ]);
    for (let asked = 0; asked < 8; asked++) await settle(engine.call('simulate', question()));
    expect(inProcess).not.toHaveBeenCalled();
    expect(workers).toHaveLength(7);
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
          for (const behaviour of script) {
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
      const { engine } = watch([behaviour]);
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
      return { call: never, broken: never(), terminate: () => undefined };
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
      const { engine, workers, inProcess } = watch(['hangs', 'answers'], { explored: never });
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
    it('should count a call’s patience from the last report, and hand every report on', async () => {
      let report: Report = () => undefined;
      const { engine, workers } = watch(['answers'], {
        counted: (_question, heard = report) => ((report = heard), never()),
      });
      const onProgress = vi.fn();
      const counted = engine.call('countDraws', range(), { patience: 5000, onProgress });
      for (const done of [1, 2, 3]) {
        await vi.advanceTimersByTimeAsync(4900);
        report(done);
      }
      expect(onProgress.mock.calls).toEqual([[1], [2], [3]]);
      await vi.advanceTimersByTimeAsync(4900);
      expect(workers).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(100);
      expect(await counted).toEqual({ kind: 'replaced', reason: 'Error: a worker stopped reporting' });
      report(4);
      expect(onProgress).toHaveBeenCalledTimes(3);
      expect(workers.map(({ terminated }) => terminated)).toEqual([1, 0]);
    });

    it('should cancel at once, end the busy worker, and start another only for the next call', async () => {
      const { engine, workers, inProcess } = watch(['hangs', 'answers']);
      const controller = new AbortController();
      const counted = engine.call('countDraws', range(), { signal: controller.signal });
      const asked = watchOutcome(engine.call('simulate', question()));
      controller.abort();
      expect(await counted).toEqual({ kind: 'cancelled' });
      await vi.advanceTimersByTimeAsync(0);
      // Whoever waits for the same worker asks the next one.
      expect(asked.outcome).toEqual(REPLACED);
      expect(workers).toEqual([{ asked: 1, terminated: 1 }]);
      expect(await settle(engine.call('simulate', question()))).toEqual(answered());
      expect(workers).toEqual([
        { asked: 1, terminated: 1 },
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

    it('should cancel what is on its way when the worker is ended for good, and everything after', async () => {
      const { engine, workers } = watch(['answers']);
      const counted = engine.call('countDraws', range());
      engine.end();
      expect(await counted).toEqual({ kind: 'cancelled' });
      expect(await engine.call('simulate', question())).toEqual({ kind: 'cancelled' });
      expect(workers).toEqual([{ asked: 0, terminated: 1 }]);
      expect(vi.getTimerCount()).toBe(0);
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

  it.each([
    { trouble: 'throws', counted: () => Promise.reject(new Error('no')), reason: 'Error: no' },
    { trouble: 'stops reporting', counted: never, reason: 'Error: a worker stopped reporting' },
  ])('should fail where a worker $trouble, and end all of them', async ({ counted, reason }) => {
    const { spawn, workers } = watch([], { counted });
    const outcome = countManyDraws({ ...uncertain(), draws: 100 }, { spawn });
    await vi.advanceTimersByTimeAsync(5000);
    expect(await outcome).toEqual({ kind: 'failed', reason });
    expect(workers.every(({ terminated }) => terminated === 1)).toBe(true);
  });

  it('should fail where no worker can be started', async () => {
    const spawn = (): never => {
      throw new TypeError('Worker is not defined');
    };
    const outcome = await countManyDraws({ ...uncertain(), draws: 100 }, { spawn });
    expect(outcome).toEqual({ kind: 'failed', reason: 'TypeError: Worker is not defined' });
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

/** Let time pass until a promise is settled, at most as long as a worker in trouble may go unnoticed. */
async function settle(promise: Promise<Projected>): Promise<Watched['outcome']> {
  const watched = watchOutcome(promise);
  await vi.advanceTimersByTimeAsync(0);
  // What computes in process is loaded only when it is needed.
  await vi.dynamicImportSettled();
  if (watched.outcome === undefined) await vi.advanceTimersByTimeAsync(NOTICED_WITHIN);
  return watched.outcome;
}

/** What has come of a question so far: nothing, an outcome, or what no engine may do. */
interface Watched {
  outcome: Projected | { readonly rejected: unknown } | undefined;
}

function watchOutcome(promise: Promise<Projected>): Readonly<Watched> {
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
    explored = (slice: ExploreQuestion): Promise<Exploration> => Promise.resolve(explorePlan(slice)),
    counted = (_question: CountQuestion, _report?: Report): Promise<DrawCounts> => never(),
  } = {},
) {
  const workers: { asked: number; terminated: number }[] = [];
  const inProcess = vi.fn();
  let supervised: SupervisedWorker | undefined;
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
        switch (script[index++]) {
          case 'answers':
            return answerAfter === 0 ? Promise.resolve(answer) : after(answerAfter);
          case 'throws':
            return Promise.reject(new Error('thrown in the worker'));
          case 'hangs':
            return after(10_000);
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
