import fc, { type Scheduler } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { takeLatest, type Delivered as DeliveredOf } from '../../src/engine/take-latest.ts';
import type { Outcome as OutcomeOf } from '../../src/engine/engine-api.ts';
import { seeded } from '../helpers/arbitraries.ts';

type Outcome = OutcomeOf<number>;
type Delivered = DeliveredOf<number>;
type OutcomeKind = 'answered' | 'replaced' | 'failed';
const KINDS = ['answered', 'replaced', 'failed'] as const satisfies readonly OutcomeKind[];

describe('takeLatest', () => {
  it('should deliver an answer together with its question', async () => {
    const deliver = vi.fn();
    const ask = ofOneKey((question: number) => Promise.resolve(outcomeOf('answered', question)), deliver);
    ask(7);
    await idle();
    expect(deliver.mock.calls).toEqual([[7, outcomeOf('answered', 7)]]);
  });

  it('should deliver a failure like an answer', async () => {
    const deliver = vi.fn();
    const ask = ofOneKey((question: number) => Promise.resolve(outcomeOf('failed', question)), deliver);
    ask(7);
    await idle();
    expect(deliver.mock.calls).toEqual([[7, outcomeOf('failed', 7)]]);
  });

  it('should pass over every question but the newest while one is in flight', async () => {
    const run = record(ofOneKey, () => 'answered');
    run.ask(1);
    run.ask(2);
    run.ask(3);
    run.ask(4);
    await run.answerOne();
    await run.answerOne();
    expect(run.called).toEqual([1, 4]);
    expect(run.delivered).toEqual([4]);
  });

  it('should ask the same question again where the worker was replaced and nothing newer was asked', async () => {
    const run = record(ofOneKey, (call) => (call === 0 ? 'replaced' : 'answered'));
    run.ask(1);
    await run.answerOne();
    expect(run.delivered).toEqual([]);
    await run.answerOne();
    expect(run.called).toEqual([1, 1]);
    expect(run.delivered).toEqual([1]);
  });

  it('should ask the newest question, not the old one, where the worker was replaced meanwhile', async () => {
    const run = record(ofOneKey, (call) => (call === 0 ? 'replaced' : 'answered'));
    run.ask(1);
    run.ask(2);
    await run.answerOne();
    await run.answerOne();
    expect(run.called).toEqual([1, 2]);
    expect(run.delivered).toEqual([2]);
  });

  it('should take a question that is asked while an answer is being delivered', async () => {
    const delivered: number[] = [];
    const ask = ofOneKey(
      (question: number) => Promise.resolve(outcomeOf('answered', question)),
      (question) => {
        delivered.push(question);
        if (question < 3) ask(question + 1);
      },
    );
    ask(1);
    await idle();
    expect(delivered).toEqual([1, 2, 3]);
  });

  it('should take questions again after it has come to rest', async () => {
    const run = record(ofOneKey, () => 'answered');
    run.ask(1);
    await run.answerOne();
    run.ask(2);
    await run.answerOne();
    expect(run.delivered).toEqual([1, 2]);
  });
});

describe('takeLatest, over every interleaving of up to four questions and two replacements', () => {
  it('should never break a rule', async () => {
    const { broken, runs } = await everyInterleaving(ofOneKey);
    expect(broken).toEqual([]);
    expect(runs).toBeGreaterThan(1000);
  });

  it.each(naiveVersions())('should catch a version that $fault', async ({ version, rule }) => {
    const { broken } = await everyInterleaving(version, rule);
    expect(broken).toContain(rule);
  });
});

describe('takeLatest, over random schedules', () => {
  it('should never break a rule', async () => {
    await fc.assert(keepsTheRules(ofOneKey), seeded(1000));
  });

  it.each(naiveVersions())('should catch a version that $fault', async ({ version, rule }) => {
    await expect(fc.assert(keepsTheRules(version), seeded(1000))).rejects.toMatchObject({
      cause: { message: expect.stringContaining(rule) as string },
    });
  });
});

describe('takeLatest, with several keys', () => {
  it('should have one call in flight over all keys, and answer the newest question of each', async () => {
    const run = recordKeys();
    run.ask('a', 1);
    run.ask('b', 2);
    run.ask('b', 3);
    run.ask('a', 4);
    await run.answerAll();
    expect(run.called).toEqual([1, 4, 3]);
    expect(run.delivered).toEqual(['a4', 'b3']);
  });

  it('should serve the key that was touched last, but never twice in a row over the one that waits longest', async () => {
    const run = recordKeys();
    for (const [at, key] of ['a', 'b', 'c', 'd', 'e'].entries()) run.ask(key, at);
    await run.answerAll();
    expect(run.delivered).toEqual(['a0', 'e4', 'b1', 'd3', 'c2']);
  });

  it('should follow a drag of one key while others wait, and let each of them have its turn meanwhile', async () => {
    const run = recordKeys();
    run.ask('dragged', 0);
    for (const [at, key] of ['b', 'c', 'd'].entries()) run.ask(key, 101 + at);
    for (let move = 1; move <= 6; move++) {
      run.ask('dragged', move);
      await run.answerOne();
    }
    expect(run.called).toEqual([0, 1, 101, 3, 102, 5, 103]);
  });

  it('should answer the same question of several keys by one call, whether it waits or is in flight', async () => {
    const run = recordKeys();
    run.ask('a', 1);
    run.ask('b', 1); // in flight
    run.ask('c', 2);
    run.ask('d', 2); // waits
    await run.answerAll();
    expect(run.called).toEqual([1, 2]);
    expect(run.delivered.sort()).toEqual(['a1', 'b1', 'c2', 'd2']);
  });

  it('should not deliver an answer to a key that has come to share it and gone on to another question', async () => {
    const run = recordKeys();
    run.ask('a', 1);
    run.ask('b', 1);
    run.ask('b', 2);
    await run.answerAll();
    expect(run.delivered).toEqual(['a1', 'b2']);
  });

  it('should take back a question that has come to be the one in flight again', async () => {
    const run = recordKeys();
    run.ask('a', 1);
    run.ask('a', 2);
    run.ask('a', 1);
    await run.answerAll();
    expect(run.called).toEqual([1]);
    expect(run.delivered).toEqual(['a1']);
  });

  it('should ask again for all who share a call where its worker was replaced, but not for who went on', async () => {
    const run = recordKeys((call) => (call === 0 ? 'replaced' : 'answered'));
    for (const key of ['a', 'b', 'c']) run.ask(key, 1);
    run.ask('c', 2);
    await run.answerAll();
    expect(run.called).toEqual([1, 2, 1]);
    expect(run.delivered).toEqual(['c2', 'a1', 'b1']);
  });

  it('should not deliver to a key for which whoever heard the same answer first has asked anew', async () => {
    const run = recordKeys();
    run.onDelivered = (key) => {
      if (key === 'a') run.ask('b', 9);
    };
    run.ask('a', 1);
    run.ask('b', 1);
    await run.answerAll();
    expect(run.delivered).toEqual(['a1', 'b9']);
  });

  it('should deliver nothing where the engine was ended', async () => {
    const run = recordKeys(() => 'cancelled');
    run.ask('a', 1);
    await run.answerAll();
    expect([run.called, run.delivered]).toEqual([[1], []]);
  });

  // Oracle: the rules, checked of every event.
  it('should always deliver to each key its newest question last, and never keep one waiting for ever', async () => {
    const anyEvent = fc.oneof(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd'), question: fc.integer({ min: 0, max: 5 }) }),
      fc.constantFrom(...KINDS),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent, { maxLength: 40 }), async (events) => {
        const kinds = events.filter((event) => typeof event === 'string');
        const run = recordKeys((call) => kinds[call] ?? 'answered');
        const newest = new Map<string, number>();
        run.onDelivered = (key, question) => expect(question).toBe(newest.get(key));
        for (const event of events) {
          if (typeof event === 'string') await run.answerOne();
          else {
            newest.set(event.key, event.question);
            run.ask(event.key, event.question);
          }
          expect(run.inFlight).toBeLessThanOrEqual(1);
        }
        await run.answerAll();
        for (const [key, question] of newest)
          expect(run.delivered.filter((each) => each.startsWith(key)).at(-1)).toBe(`${key}${question}`);
      }),
      seeded(500),
    );
  });
});

// Helpers

/** Several keys over one engine that is answered from outside; a delivery reads as key and question. */
function recordKeys(kindOf: (call: number) => OutcomeKind | 'cancelled' = () => 'answered') {
  const called: number[] = [];
  const delivered: string[] = [];
  const pending: (() => void)[] = [];
  const run = {
    called,
    delivered,
    onDelivered: (_key: string, _question: number): void => undefined,
    get inFlight() {
      return pending.length;
    },
    ask: takeLatest<string, number, number>({
      ask(question) {
        const kind = kindOf(called.length);
        called.push(question);
        const outcome: Outcome = kind === 'cancelled' ? { kind } : outcomeOf(kind, question);
        return new Promise((resolve) => pending.push(() => resolve(outcome)));
      },
      deliver(key, question, outcome) {
        expect(outcome).toEqual(outcomeOf(outcome.kind, question));
        delivered.push(`${key}${question}`);
        run.onDelivered(key, question);
      },
    }),
    async answerOne() {
      pending.shift()?.();
      await idle();
    },
    async answerAll() {
      while (pending.length > 0) await run.answerOne();
    },
  };
  return run;
}

/** The rules, in the words in which a broken one is reported. */
type Rule =
  | 'delivered an answer to a question that was not the newest'
  | 'had two calls in flight'
  | 'asked for a question that was not the newest'
  | 'delivered a replacement'
  | 'delivered the last question more than once'
  | 'never delivered the last question'
  | 'delivered another question last';

type Version = <Asked>(
  ask: (question: Asked) => Promise<Outcome>,
  deliver: (question: Asked, outcome: Delivered) => void,
) => (question: Asked) => void;

/** The real one, for a single key. */
const ofOneKey: Version = (ask, deliver) => {
  const askLatest = takeLatest({
    ask,
    deliver: (_key: string, question, outcome: Delivered) => deliver(question, outcome),
  });
  return (question) => askLatest('only', question);
};

/** Versions that look right at a glance; the rules must tell each of them from the real one. */
function naiveVersions(): { fault: string; version: Version; rule: Rule }[] {
  return [
    {
      fault: 'lets calls overlap',
      rule: 'had two calls in flight',
      version: (ask, deliver) => (question) =>
        void ask(question).then((outcome) => {
          if (isFinal(outcome)) deliver(question, outcome);
        }),
    },
    {
      fault: 'answers all questions in turn',
      rule: 'delivered an answer to a question that was not the newest',
      version(ask, deliver) {
        let queue = Promise.resolve();
        return (question) => {
          queue = queue.then(async () => deliver(question, await finalOutcome(question, ask)));
        };
      },
    },
    {
      fault: 'forgets the question at a replacement',
      rule: 'never delivered the last question',
      version: (ask, deliver) =>
        oneAtATime(async (question, isNewest) => {
          const outcome = await ask(question);
          if (isNewest() && isFinal(outcome)) deliver(question, outcome);
        }),
    },
    {
      fault: 'asks the old one at a replacement',
      rule: 'asked for a question that was not the newest',
      version: (ask, deliver) =>
        oneAtATime(async (question, isNewest) => {
          const outcome = await finalOutcome(question, ask);
          if (isNewest()) deliver(question, outcome);
        }),
    },
    {
      fault: 'delivers while something newer waits',
      rule: 'delivered an answer to a question that was not the newest',
      version: (ask, deliver) =>
        oneAtATime(async (question, isNewest) => {
          let outcome = await ask(question);
          while (outcome.kind === 'replaced' && isNewest()) outcome = await ask(question);
          if (isFinal(outcome)) deliver(question, outcome);
        }),
    },
  ];
}

async function finalOutcome<Asked>(
  question: Asked,
  ask: (question: Asked) => Promise<Outcome>,
): Promise<Delivered> {
  for (;;) {
    const outcome = await ask(question);
    if (isFinal(outcome)) return outcome;
  }
}

/** Work on the newest question only, one at a time: the frame into which a fault is put. */
function oneAtATime<Asked>(
  work: (question: Asked, isNewest: () => boolean) => Promise<void>,
): (question: Asked) => void {
  let waiting: { readonly question: Asked } | undefined;
  let running = false;
  const drain = async (): Promise<void> => {
    running = true;
    while (waiting !== undefined) {
      const { question } = waiting;
      waiting = undefined;
      await work(question, () => waiting === undefined);
    }
    running = false;
  };
  return (question) => {
    waiting = { question };
    if (!running) void drain();
  };
}

function isFinal(outcome: Outcome): outcome is Delivered {
  return outcome.kind === 'answered' || outcome.kind === 'failed';
}

function outcomeOf(kind: OutcomeKind, question: number): Outcome {
  return kind === 'answered' ? { kind, answer: question } : { kind, reason: `question ${question}` };
}

/** Wait until every promise that can settle has settled. */
function idle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/**
 * Run one version under a watchful eye: every call is kept until it is answered from outside, and every broken rule
 * is written down. Questions are numbered in the order in which they are asked.
 */
function record(version: Version, kindOf: (call: number) => OutcomeKind) {
  const broken = new Set<Rule>();
  const called: number[] = [];
  const delivered: number[] = [];
  const pending: (() => void)[] = [];
  let newest = 0;

  const ask = version(
    (question: number) => {
      const kind = kindOf(called.length);
      called.push(question);
      if (pending.length > 0) broken.add('had two calls in flight');
      if (question !== newest) broken.add('asked for a question that was not the newest');
      return new Promise<Outcome>((resolve) => pending.push(() => resolve(outcomeOf(kind, question))));
    },
    (question, outcome: Outcome) => {
      delivered.push(question);
      if (outcome.kind === 'replaced') broken.add('delivered a replacement');
      else if (
        question !== newest ||
        (outcome.kind === 'answered' && outcome.answer !== question) ||
        (outcome.kind === 'failed' && outcome.reason !== `question ${question}`)
      )
        broken.add('delivered an answer to a question that was not the newest');
    },
  );

  return {
    called,
    delivered,
    broken,
    get inFlight() {
      return pending.length;
    },
    ask(question = newest + 1) {
      newest = question;
      ask(question);
    },
    async answerOne() {
      pending.shift()?.();
      await idle();
    },
    /** Answer everything, then check how it ended. */
    async finish() {
      await idle();
      for (let calls = 0; pending.length > 0 && calls < 100; calls++) await this.answerOne();
      const times = delivered.filter((question) => question === newest).length;
      if (times > 1) broken.add('delivered the last question more than once');
      if (newest > 0 && times === 0) broken.add('never delivered the last question');
      else if (newest > 0 && delivered.at(-1) !== newest) broken.add('delivered another question last');
    },
  };
}

const MOST_QUESTIONS = 4;
const MOST_REPLACED = 2;

/** Walk through every order in which questions and outcomes can come, one run for each, or until a rule is broken. */
async function everyInterleaving(
  version: Version,
  until?: Rule,
): Promise<{ readonly broken: readonly Rule[]; readonly runs: number }> {
  const broken = new Set<Rule>();
  let runs = 0;
  const open: ('ask' | OutcomeKind)[][] = [[]];
  for (let events = open.pop(); events !== undefined; events = open.pop()) {
    runs += 1;
    const run = record(version, (call) => outcomes[call] ?? 'answered');
    const outcomes = events.filter((event) => event !== 'ask');
    for (const event of events) {
      if (event === 'ask') run.ask();
      else await run.answerOne();
    }
    await idle();
    const next: ('ask' | OutcomeKind)[] = [];
    if (events.filter((event) => event === 'ask').length < MOST_QUESTIONS) next.push('ask');
    if (run.inFlight > 0) {
      const mayReplace = events.filter((event) => event === 'replaced').length < MOST_REPLACED;
      next.push(...KINDS.filter((kind) => kind !== 'replaced' || mayReplace));
    }
    for (const event of next) open.push([...events, event]);
    await run.finish();
    for (const rule of run.broken) broken.add(rule);
    if (until !== undefined && broken.has(until)) break;
  }
  return { broken: [...broken], runs };
}

/** Up to eight questions, asked and answered in whatever order the scheduler takes. */
function keepsTheRules(version: Version) {
  return fc.asyncProperty(
    fc.scheduler(),
    fc.integer({ min: 1, max: 8 }),
    fc.array(fc.constantFrom(...KINDS), { maxLength: 12 }),
    async (scheduler: Scheduler, questions, kinds) => {
      const run = record(version, (call) => kinds[call] ?? 'answered');
      scheduler.scheduleSequence(
        Array.from({ length: questions }, (_, index) => ({
          label: `question ${index + 1}`,
          builder: () => {
            run.ask();
            return Promise.resolve();
          },
        })),
      );
      scheduler.scheduleSequence(
        Array.from({ length: questions + kinds.length }, (_, index) => ({
          label: `outcome ${index + 1}`,
          builder: () => run.answerOne(),
        })),
      );
      await scheduler.waitIdle();
      await run.finish();
      if (run.broken.size > 0) throw new Error([...run.broken].join('; '));
    },
  );
}
