import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulatePlan } from '../../src/core/simulate-plan.ts';
import { explorePlan, type Exploration, type ExploreQuestion } from '../../src/core/sensitivity/explore.ts';
import type { Engine, Outcome, Question } from '../../src/engine/engine-api.ts';
import { watchedEngine, type WatchedWorker } from '../../src/engine/watched-engine.ts';
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

describe('watchedEngine', () => {
  it('should start a worker before the first question, so that it loads while the page is drawn', () => {
    const { workers } = watch([]);
    expect(workers).toHaveLength(1);
  });

  it('should give a worker’s answer and leave the worker alone', async () => {
    const { engine, workers } = watch(['answers', 'answers']);
    expect(await settle(engine.ask(question()))).toEqual(answered());
    expect(await settle(engine.ask(question()))).toEqual(answered());
    expect(workers).toEqual([{ asked: 2, terminated: 0 }]);
  });

  it.each(FAILURES)(
    'should notice within 2,000 ms that a worker %s, end it once and put another in its index',
    async (failure) => {
      const { engine, workers } = watch([failure, 'answers']);
      const first = watchOutcome(engine.ask(question()));
      await vi.advanceTimersByTimeAsync(NOTICED_WITHIN);
      expect(first.outcome).toEqual({ kind: 'replaced' });
      expect(workers).toEqual([
        { asked: 1, terminated: 1 },
        { asked: 0, terminated: 0 },
      ]);
      expect(await settle(engine.ask(question()))).toEqual(answered());
      expect(workers[1]).toEqual({ asked: 1, terminated: 0 });
    },
  );

  it.each(['throws', 'breaks'] as const)('should notice at once that a worker %s', async (failure) => {
    const { engine } = watch([failure]);
    const first = watchOutcome(engine.ask(question()));
    await vi.advanceTimersByTimeAsync(0);
    expect(first.outcome).toEqual({ kind: 'replaced' });
  });

  it('should notice at the first question that the worker broke before it, as when it could not load', async () => {
    const engine = watchedEngine(
      () => ({
        simulate: never,
        explore: never,
        broken: Promise.resolve('error'),
        terminate: () => undefined,
      }),
      () => undefined,
    );
    const first = watchOutcome(engine.ask(question()));
    await vi.advanceTimersByTimeAsync(0);
    expect(first.outcome).toEqual({ kind: 'replaced' });
  });

  it('should leave a slow worker its time: an answer after one second counts', async () => {
    const { engine, workers } = watch(['answers'], { answerAfter: 1000 });
    const first = watchOutcome(engine.ask(question()));
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.outcome).toEqual(answered());
    expect(workers).toEqual([{ asked: 1, terminated: 0 }]);
  });

  it('should never take the late answer of a worker that hung for the answer to a later question', async () => {
    const { engine, workers } = watch(['hangs', 'dies']);
    expect(await settle(engine.ask(question()))).toEqual({ kind: 'replaced' });
    const second = watchOutcome(engine.ask(question(0.2)));
    await vi.advanceTimersByTimeAsync(60_000); // the first worker answers meanwhile
    expect(second.outcome).toEqual({ kind: 'replaced' });
    expect(workers).toHaveLength(3);
  });

  it.each(FAILURES)(
    'should compute in process, and say so once, after three restarts in a row of a worker that %s',
    async (failure) => {
      const { engine, workers, inProcess } = watch([failure, failure, failure, failure, 'answers']);
      for (let restart = 1; restart <= 3; restart++) {
        expect(await settle(engine.ask(question()))).toEqual({ kind: 'replaced' });
        expect(workers).toHaveLength(1 + restart);
        expect(inProcess).not.toHaveBeenCalled();
      }
      expect(await settle(engine.ask(question()))).toEqual({ kind: 'replaced' });
      expect(inProcess).toHaveBeenCalledTimes(1);
      for (const rate of [0.1, 0.2, -0.3])
        expect(await settle(engine.ask(question(rate)))).toEqual(answered(rate));
      expect(inProcess).toHaveBeenCalledTimes(1);
      expect(workers).toEqual(Array.from({ length: 4 }, () => ({ asked: 1, terminated: 1 })));
    },
  );

  it('should count from the start again after an answer in between', async () => {
    const { engine, workers, inProcess } = watch([
      ...(['throws', 'dies', 'hangs', 'answers'] as const),
      ...(['breaks', 'throws', 'dies', 'answers'] as const),
    ]);
    for (let asked = 0; asked < 8; asked++) await settle(engine.ask(question()));
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
            const outcome = await settle(engine.ask(question()));
            expect(outcome).toEqual(isAnswered ? answered() : { kind: 'replaced' });
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
      await settle(engine.ask(question()));
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('should never throw or reject where workers cannot even be started, and compute in process', async () => {
    const inProcess = vi.fn();
    const engine = watchedEngine(() => {
      throw new DOMException('Failed to construct a Worker', 'SecurityError');
    }, inProcess);
    expect(await untilAnswered(engine)).toEqual(answered());
    expect(inProcess).toHaveBeenCalledTimes(1);
  });

  it('should never reject where a worker cannot be started again, and compute in process', async () => {
    const inProcess = vi.fn();
    let started = 0;
    const engine = watchedEngine(() => {
      started += 1;
      if (started > 1) throw new DOMException('Failed to construct a Worker', 'SecurityError');
      return { simulate: never, explore: never, broken: never(), terminate: () => undefined };
    }, inProcess);
    expect(await untilAnswered(engine)).toEqual(answered());
    expect(inProcess).toHaveBeenCalledTimes(1);
  });

  describe('exploring', () => {
    it('should give a worker’s slice and leave the worker alone', async () => {
      const { engine, workers } = watch(['answers']);
      expect(await engine.explore(slice())).toEqual({ kind: 'answered', exploration: explorePlan(slice()) });
      expect(workers).toEqual([{ asked: 0, terminated: 0 }]);
    });

    it('should say what a slice threw, and leave a worker that projects well alone', async () => {
      const { engine, workers } = watch(['answers'], { explored: () => Promise.reject(new Error('no')) });
      expect(await engine.explore(slice())).toEqual({ kind: 'failed', reason: 'Error: no' });
      expect(await settle(engine.ask(question()))).toEqual(answered());
      expect(workers).toEqual([{ asked: 1, terminated: 0 }]);
    });

    it('should replace a worker that hangs over a slice, once, though a projection waits for it too', async () => {
      const { engine, workers, inProcess } = watch(['hangs', 'answers'], { explored: never });
      const explored = engine.explore(slice());
      await vi.advanceTimersByTimeAsync(100);
      const asked = watchOutcome(engine.ask(question()));
      await vi.advanceTimersByTimeAsync(NOTICED_WITHIN - 100);
      expect(await explored).toEqual({ kind: 'replaced' });
      // Told at once, so that the page asks the new worker.
      expect(asked.outcome).toEqual({ kind: 'replaced' });
      expect(workers.map(({ terminated }) => terminated)).toEqual([1, 0]);
      expect(await settle(engine.ask(question()))).toEqual(answered());
      expect(inProcess).not.toHaveBeenCalled();
      expect(vi.getTimerCount()).toBeLessThanOrEqual(1); // the hung worker's own
    });

    it('should explore in process once the workers were given up', async () => {
      const { engine, inProcess } = watch(['throws', 'throws', 'throws', 'throws'], { explored: never });
      for (let asked = 0; asked < 4; asked++) await settle(engine.ask(question()));
      expect(inProcess).toHaveBeenCalledTimes(1);
      const explored = engine.explore(slice());
      await vi.advanceTimersByTimeAsync(0);
      expect(await explored).toEqual({ kind: 'answered', exploration: explorePlan(slice()) });
    });
  });
});

// Helpers

function slice(): ExploreQuestion {
  return { ...question(), request: { kind: 'flips' }, from: 0, to: 1 };
}

const plan = smallPlan([{}, { measure: 'flow' }]);

function question(rate = 0.1): Question {
  return { plan, scenario: scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate } } }) };
}

function answered(rate?: number): Outcome {
  return { kind: 'answered', simulation: simulatePlan(plan, question(rate).scenario) };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** Let time pass until a promise is settled, at most as long as a worker in trouble may go unnoticed. */
async function settle(promise: Promise<Outcome>): Promise<Watched['outcome']> {
  const watched = watchOutcome(promise);
  await vi.advanceTimersByTimeAsync(0);
  // What computes in process is loaded only when it is needed.
  await vi.dynamicImportSettled();
  if (watched.outcome === undefined) await vi.advanceTimersByTimeAsync(NOTICED_WITHIN);
  return watched.outcome;
}

/** What has come of a question so far: nothing, an outcome, or what no engine may do. */
interface Watched {
  outcome: Outcome | { readonly rejected: unknown } | undefined;
}

function watchOutcome(promise: Promise<Outcome>): Readonly<Watched> {
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
    const outcome = await settle(engine.ask(question()));
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
  } = {},
) {
  const workers: { asked: number; terminated: number }[] = [];
  const inProcess = vi.fn();
  let index = 0;
  const spawn = (): WatchedWorker => {
    const record = { asked: 0, terminated: 0 };
    workers.push(record);
    let breakDown: (event: unknown) => void = () => undefined;
    const broken = new Promise((resolve) => (breakDown = resolve));
    return {
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
      broken,
      terminate: () => (record.terminated += 1),
    };
  };
  return { engine: watchedEngine(spawn, inProcess), workers, inProcess };
}
