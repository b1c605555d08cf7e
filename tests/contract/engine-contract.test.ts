import { expose, wrap } from 'comlink';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { countInSteps } from '../../src/core/histogram/count-in-steps.ts';
import { simulatePlan, type Simulation, type SimulationQuestion } from '../../src/core/simulate-plan.ts';
import { planModel, type PlanModel } from '../../src/core/plan/plan.ts';
import { explorePlan, type ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import type { GrowthAssumption } from '../../src/core/growth/growth-shapes.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { callOver } from '../../src/engine/call-over.ts';
import type { CountQuestion, Engine, EngineApi, Outcome } from '../../src/engine/engine-api.ts';
import { inProcessEngine } from '../../src/engine/in-process-engine.ts';
import type { WorkerHandle } from '../../src/engine/running-worker.ts';
import { superviseWorker } from '../../src/engine/supervise-worker.ts';
import { anyCase, seeded } from '../helpers/arbitraries.ts';
import { deepFreeze } from '../helpers/deep-freeze.ts';
import { illustrations, shippedPlan } from '../helpers/shipped-plan.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';

/** An engine, and how many questions reached a worker and came back from it; undefined where there is none. */
interface Subject {
  readonly engine: Engine;
  readonly answeredByWorker: () => number | undefined;
  /** Whether reports can arrive while it counts; not where a worker's part is played in the very thread that waits. */
  readonly isLive: boolean;
}

let channels: MessageChannel[] = [];

afterEach(() => {
  for (const { port1, port2 } of channels) {
    port1.close();
    port2.close();
  }
  channels = [];
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe.each([
  { kind: 'in process', make: inProcess },
  { kind: 'supervised over Comlink', make: overComlink },
  { kind: 'supervised, in the worker’s script', make: overWorkerScript },
])('engine, $kind', ({ make }) => {
  // Oracle: the same call made directly. `toStrictEqual` compares numbers to the last bit, the sign of zero too.
  it.each(['ordinary', 'extreme'] as const)(
    'should always give the answers of simulatePlan to the last bit, with %s numbers',
    async (numbers) => {
      const { engine, answeredByWorker } = await make();
      let asked = 0;
      await fc.assert(
        fc.asyncProperty(anyCase({ amounts: numbers, numbers }), async (question) => {
          asked += 1;
          const drawn = { draws: 32, wantedShare: 0.8 };
          expect(await engine.call('simulate', { ...question, ...drawn })).toStrictEqual({
            kind: 'answered',
            answer: simulatePlan(question.plan, question.scenario, drawn),
          });
        }),
        seeded(100),
      );
      // Else the page's own engine might have answered in place of the worker.
      expect(answeredByWorker() ?? asked).toBe(asked);
    },
  );

  it('should give the answers of simulatePlan for the shipped plan and its illustrations', async () => {
    const { engine } = await make();
    for (const scenario of Object.values(illustrations)) {
      expect(await engine.call('simulate', { plan: shippedPlan, scenario })).toStrictEqual({
        kind: 'answered',
        answer: simulatePlan(shippedPlan, scenario),
      });
    }
  });

  it('should hand over levels and values as Float64Arrays', async () => {
    const { engine } = await make();
    const plan = smallPlan([{}, { measure: 'cumulative' }]);
    const simulation = answerOf(await engine.call('simulate', { plan, scenario: scenarioOf(plan, {}) }));
    for (const { levels, values } of simulation.indicators) {
      expect(levels).toBeInstanceOf(Float64Array);
      expect(values).toBeInstanceOf(Float64Array);
    }
    expect(simulation.indicators.map(({ values }) => [...values])).toEqual([
      [100, 100, 100, 100],
      [0, 100, 200, 300],
    ]);
  });

  it('should leave the question as it was', async () => {
    const { engine } = await make();
    const scenario = deepFreeze(structuredClone(illustrations['interactive-cycle']));
    const outcome = await engine.call('simulate', {
      plan: deepFreeze(structuredClone(shippedPlan)),
      scenario,
    });
    expect(outcome.kind).toBe('answered');
  });

  it('should answer many questions asked one after the other, each with its own answer', async () => {
    const { engine } = await make();
    const plan = smallPlan([{}], 1);
    for (const rate of [0.1, -0.5, 0.1, 0, 10]) {
      const scenario = scenarioOf(plan, { growth: { 'indicator-1': { kind: 'compound', rate } } });
      const { indicators } = answerOf(await engine.call('simulate', { plan, scenario }));
      expect(indicators[0]?.value).toBe(100 * (1 + rate));
    }
  });

  it('should hand back a question it cannot answer as data, and answer the next one', async () => {
    const { engine } = await make();
    const plan = smallPlan([{}]);
    const unknown = { kind: 'unheard-of' } as unknown as GrowthAssumption;
    const bad = { plan, scenario: scenarioOf(plan, { growth: { 'indicator-1': unknown } }) };
    const outcome = await finalOutcome(engine, bad);
    expect(outcome).toEqual({ kind: 'failed', reason: expect.stringContaining('unexpected case') as string });
    const good = { plan, scenario: scenarioOf(plan, {}) };
    expect(answerOf(await finalOutcome(engine, good))).toStrictEqual(simulatePlan(plan, good.scenario));
  });

  it.each<{ what: string; question: SimulationQuestion }>([
    { what: 'no plan', question: { plan: undefined as unknown as PlanModel, scenario: small({}) } },
    { what: 'no scenario', question: { plan: smallPlan([{}]), scenario: null as unknown as Scenario } },
    {
      what: 'a horizon before the baseline',
      question: { plan: { ...smallPlan([{}]), horizonYear: 1990 }, scenario: small({}) },
    },
    {
      what: 'something that cannot be cloned',
      question: { plan: smallPlan([{}]), scenario: { ...small({}), plan: (() => '') as unknown as string } },
    },
  ])('should never reject, whatever is asked: $what', async ({ question }) => {
    const { engine } = await make();
    const outcome = await finalOutcome(engine, question);
    expect(['answered', 'failed']).toContain(outcome.kind);
  });

  // Oracle: the same call made directly. Slices come in turns, as on the page.
  it('should always give the slices of explorePlan to the last bit', async () => {
    const { engine, answeredByWorker } = await make();
    const plan = planModel(shippedPlan);
    const scenario = { ...illustrations['interactive-cycle'], spread: { 'hk-enterprises': 4 } };
    let asked = 0;
    for (const [from, to] of [
      [0, 2],
      [2, 5],
    ] as const)
      for (const request of EXPLORED) {
        asked += 1;
        const slice = { plan, scenario, request, from, to };
        expect(await engine.call('explore', slice)).toStrictEqual({
          kind: 'answered',
          answer: explorePlan(slice),
        });
      }
    expect(answeredByWorker() ?? asked).toBe(asked);
  });

  it('should hand back an exploration it cannot answer as data, and answer the next one', async () => {
    const { engine } = await make();
    const plan = smallPlan([{}]);
    const slice = { plan, scenario: scenarioOf(plan, {}), from: 0, to: 9 };
    const unheardOf = { kind: 'unheard-of' } as unknown as ExploreRequest;
    const failed = await engine.call('explore', { ...slice, request: unheardOf });
    expect(failed).toEqual({ kind: 'failed', reason: expect.stringContaining('unexpected case') as string });
    const good = { ...slice, request: { kind: 'flips' } } as const;
    expect(await engine.call('explore', good)).toStrictEqual({ kind: 'answered', answer: explorePlan(good) });
  });

  // Oracle: the same call made directly.
  it('should count draws to the last bit, and tell as it goes how many are done', async () => {
    const { engine, answeredByWorker, isLive } = await make();
    const onProgress = vi.fn<(done: number) => void>();
    const { range, ...question } = COUNTED;
    expect(await engine.call('countDraws', COUNTED, { onProgress })).toStrictEqual({
      kind: 'answered',
      answer: countInSteps(question, range, () => undefined),
    });
    if (isLive) expect(onProgress.mock.calls).toEqual([[8192], [16384], [20000]]);
    expect(answeredByWorker() ?? 1).toBe(1);
  });

  it('should give a count up when it is cancelled, tell of no more progress, and answer the next call', async () => {
    const { engine } = await make();
    const controller = new AbortController();
    const onProgress = vi.fn<(done: number) => void>();
    const counted = engine.call('countDraws', COUNTED, { signal: controller.signal, onProgress });
    controller.abort();
    expect(await counted).toEqual({ kind: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(onProgress).not.toHaveBeenCalled();
    const { plan, scenario } = COUNTED;
    const outcome = await finalOutcome(engine, { plan, scenario });
    expect(answerOf(outcome)).toStrictEqual(simulatePlan(plan, scenario));
  });

  it('should hand back a count it cannot make as data', async () => {
    const { engine } = await make();
    const outcome = await engine.call('countDraws', { ...COUNTED, plan: undefined as unknown as PlanModel });
    expect(outcome).toEqual({ kind: 'failed', reason: expect.stringMatching(/^TypeError/) as string });
  });
});

describe('engine, in process', () => {
  it('should let the page cancel in the middle of a count', async () => {
    const controller = new AbortController();
    const onProgress = vi.fn((done: number) => {
      if (done > 8192) controller.abort();
    });
    const many = { ...COUNTED, range: { from: 0, to: 1_048_576 } };
    const options = { signal: controller.signal, onProgress };
    expect(await inProcessEngine().call('countDraws', many, options)).toEqual({ kind: 'cancelled' });
    expect(onProgress.mock.calls).toEqual([[8192], [16384]]);
  });
});

// Helpers

type Projected = Outcome<Simulation>;

const COUNTED: CountQuestion = {
  plan: planModel(shippedPlan),
  scenario: { ...illustrations['interactive-cycle'], spread: { 'hk-enterprises': 4 } },
  range: { from: 0, to: 20_000 },
};

const EXPLORED: readonly ExploreRequest[] = [
  { kind: 'tornado', outcome: { kind: 'count' }, step: { bySpread: true, points: 1 }, draws: 64 },
  { kind: 'flips' },
  {
    kind: 'sweep',
    across: { indicator: 'hk-enterprises', from: 0, to: 0.2, cells: 3 },
    up: { indicator: 'hk-residents', from: 0, to: 0.2, cells: 2 },
    outcome: { kind: 'both' },
    draws: 64,
  },
  { kind: 'least', wanted: 7 },
];

function small(assumed: Partial<Scenario>): Scenario {
  return scenarioOf(smallPlan([{}]), assumed);
}

/** Ask again while workers are being replaced, as the page does. */
async function finalOutcome(engine: Engine, question: SimulationQuestion): Promise<Projected> {
  for (let tries = 0; tries < 10; tries++) {
    const outcome = await engine.call('simulate', question);
    if (outcome.kind !== 'replaced') return outcome;
  }
  throw new Error('the engine never came to an answer');
}

function answerOf(outcome: Projected) {
  if (outcome.kind !== 'answered') throw new Error(`expected an answer, got ${outcome.kind}`);
  return outcome.answer;
}

function inProcess(): Promise<Subject> {
  return Promise.resolve({ engine: inProcessEngine(), answeredByWorker: () => undefined, isLive: true });
}

function overComlink(): Promise<Subject> {
  const api: EngineApi = {
    simulate: ({ plan, scenario, ...options }) => simulatePlan(plan, scenario, options),
    explore: (question) => Promise.resolve(explorePlan(question)),
    async countDraws({ range, ...question }, report) {
      const steps: number[] = [];
      const counts = countInSteps(question, range, (done) => steps.push(done));
      for (const done of steps) {
        report(done);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      return counts;
    },
  };
  return Promise.resolve({ ...supervised((port) => expose(api, port)), isLive: true });
}

/** The very file that runs in the browser's worker; its global scope is played by one end of the channel. */
async function overWorkerScript(): Promise<Subject> {
  let port: MessagePort | undefined;
  const listeners: EventListener[] = [];
  vi.stubGlobal('addEventListener', (_type: 'message', listener: EventListener) => listeners.push(listener));
  vi.stubGlobal('postMessage', (message: unknown, transfer: Transferable[] = []) =>
    port?.postMessage(message, transfer),
  );
  await import('../../workers/engine.worker.ts');
  return supervised((started) => {
    port = started;
    for (const listener of listeners) port.addEventListener('message', listener);
    port.start();
  });
}

/** A supervised engine whose workers stand at the far end of a channel. */
function supervised(start: (port: MessagePort) => void): Subject {
  let answered = 0;
  const spawn = (): WorkerHandle => {
    const channel = new MessageChannel();
    channels.push(channel);
    start(channel.port1);
    const call = callOver(wrap<EngineApi>(channel.port2));
    return {
      call: (...given) =>
        call(...given).then((answer) => {
          answered += 1;
          return answer;
        }),
      broken: new Promise(() => undefined),
      terminate() {
        channel.port1.close();
        channel.port2.close();
      },
    };
  };
  return { engine: superviseWorker(spawn, () => undefined), answeredByWorker: () => answered, isLive: false };
}
