import { describe, expect, it, vi } from 'vitest';
import { simulatePlan } from '../../src/core/simulate-plan.ts';
import { planModel } from '../../src/core/plan/plan.ts';
import { planPreset } from '../../src/core/preset/plan-preset.ts';
import type { Ensemble } from '../../src/core/draws/ensemble.ts';
import { countInSteps, summariseParts } from '../../src/core/histogram/count-in-steps.ts';
import { shippedPlan } from '../helpers/shipped-plan.ts';
import type { Settled } from '../../src/engine/engine-api.ts';
import { ManyDraws } from '../../src/state/many-draws.svelte.ts';

const plan = planModel(shippedPlan);
const scenario = planPreset(shippedPlan, 'ten-percent');
const simulation = simulatePlan(plan, scenario, { draws: 64 });
const ensemble = summariseParts({ plan, scenario }, [
  countInSteps({ plan, scenario }, { from: 0, to: 100 }, () => undefined),
]);

describe('ManyDraws', () => {
  it('should tell how far it has come, and then let the draws stand in for the usual ones', async () => {
    const { many, runs } = started();
    const finished = many.run({ plan, scenario }, 100);
    expect(many.state).toEqual({ kind: 'running', done: 0, of: 100 });
    runs[0]?.onProgress(40);
    expect(many.state).toEqual({ kind: 'running', done: 40, of: 100 });
    expect(many.apply(scenario, simulation)).toBe(simulation);
    runs[0]?.settle({ kind: 'answered', answer: ensemble });
    await finished;
    expect(many.state).toEqual({ kind: 'idle' });
    expect(many.apply(scenario, simulation).joint).toEqual({
      draws: 100,
      shareByCount: ensemble.shareByCount,
    });
  });

  it('should never let the draws of one scenario stand in for those of another', async () => {
    const { many, runs } = started();
    const finished = many.run({ plan, scenario }, 100);
    runs[0]?.settle({ kind: 'answered', answer: ensemble });
    await finished;
    expect(many.apply({ ...scenario, seed: 2 }, simulation)).toBe(simulation);
    many.cancel();
    expect(many.apply(scenario, simulation)).not.toBe(simulation);
  });

  it('should cancel its run when it is given up, and hear nothing of it any more', async () => {
    const { many, runs } = started();
    void many.run({ plan, scenario }, 100);
    many.cancel();
    expect(runs[0]?.cancel).toHaveBeenCalledTimes(1);
    runs[0]?.onProgress(50);
    runs[0]?.settle({ kind: 'answered', answer: ensemble });
    await new Promise((resolve) => setTimeout(resolve));
    expect(many.state).toEqual({ kind: 'idle' });
    expect(many.apply(scenario, simulation)).toBe(simulation);
    many.cancel();
    expect(runs[0]?.cancel).toHaveBeenCalledTimes(1);
  });

  it('should cancel a run where another is asked for, and take the draws of that one only', async () => {
    const { many, runs } = started();
    void many.run({ plan, scenario }, 100);
    const second = many.run({ plan, scenario }, 50);
    expect(runs[0]?.cancel).toHaveBeenCalledTimes(1);
    await Promise.resolve();
    expect(many.state).toEqual({ kind: 'running', done: 0, of: 50 });
    runs[1]?.settle({ kind: 'answered', answer: ensemble });
    await second;
    expect(many.state).toEqual({ kind: 'idle' });
  });

  it('should say why where the draws could not be made, and try again when asked', async () => {
    const { many, runs } = started();
    const failed = many.run({ plan, scenario }, 100);
    runs[0]?.settle({ kind: 'failed', reason: 'Error: a worker broke' });
    await failed;
    expect(many.state).toEqual({ kind: 'failed', reason: 'Error: a worker broke' });
    const again = many.run({ plan, scenario }, 100);
    expect(many.state).toEqual({ kind: 'running', done: 0, of: 100 });
    runs[1]?.settle({ kind: 'answered', answer: ensemble });
    await again;
    expect(many.state).toEqual({ kind: 'idle' });
  });
});

it('should say why where the draws could not even be started', async () => {
  const { many, runs } = started();
  const failed = many.run({ plan, scenario }, 100);
  runs[0]?.reject(new Error('not loaded'));
  await failed;
  expect(many.state).toEqual({ kind: 'failed', reason: 'Error: not loaded' });
});

// Helpers

interface FakeRun {
  readonly onProgress: (done: number) => void;
  readonly cancel: ReturnType<typeof vi.fn<() => void>>;
  settle: (outcome: Settled<Ensemble>) => void;
  reject: (error: Error) => void;
}

/** Many draws whose runs are settled by hand; a run that is cancelled says so. */
function started(): { many: ManyDraws; runs: FakeRun[] } {
  const runs: FakeRun[] = [];
  const many = new ManyDraws(
    (_question, { onProgress, signal }) =>
      new Promise((resolve, reject) => {
        const cancel = vi.fn(() => resolve({ kind: 'cancelled' }));
        signal.addEventListener('abort', cancel);
        runs.push({ onProgress, cancel, settle: resolve, reject });
      }),
  );
  return { many, runs };
}
