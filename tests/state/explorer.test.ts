// @vitest-environment happy-dom
import { flushSync, tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { explorePlan, type ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import { flipPoints } from '../../src/core/sensitivity/flip-points.ts';
import { sweep } from '../../src/core/sensitivity/sweep.ts';
import { scenarioOf, smallPlan } from '../helpers/small-case.ts';
import { FakeExploring } from './fake-exploring.svelte.ts';

const plan = smallPlan([{}, {}, {}]);
const FLIPS = { kind: 'flips' } as const satisfies ExploreRequest;
const SWEEP = {
  kind: 'sweep',
  across: { indicator: 'indicator-1', from: 0, to: 0.3, cells: 8 },
  up: { indicator: 'indicator-2', from: 0, to: 0.3, cells: 8 },
  outcome: { kind: 'both' },
} as const satisfies ExploreRequest;

describe('Explorer', () => {
  it('should put the slices together, and be settled once nothing is missing', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const { explored } = page.follow(FLIPS);
    expect([explored.result, explored.progress, page.explorer.isSettled]).toEqual([undefined, 0, false]);
    await answerAll(page);
    expect(explored.result).toEqual(flipPoints(plan, at(0.1)));
    expect([explored.progress, page.explorer.isSettled]).toEqual([1, true]);
  });

  it('should ask nothing before the projection is there', async () => {
    const page = new FakeExploring(plan, at(0.1));
    page.isProjected = false;
    const { explored } = page.follow(FLIPS);
    await pass();
    expect(page.asked).toEqual([]);
    expect(page.explorer.isSettled).toBe(false);
    page.isProjected = true;
    flushSync();
    await answerAll(page);
    expect(explored.result).toEqual(flipPoints(plan, at(0.1)));
  });

  it('should never show an answer to another scenario, not even one that comes late', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const { explored } = page.follow(FLIPS);
    await answerAll(page);
    page.scenario = at(0.2);
    expect(explored.result).toBeUndefined();
    expect(page.explorer.isSettled).toBe(false);
    flushSync();
    await pass();
    page.scenario = at(0.3); // while the first slice for 0.2 is on its way
    flushSync();
    await answerAll(page);
    expect(explored.result).toEqual(flipPoints(plan, at(0.3)));
    expect(page.asked.at(-1)?.question.scenario.growth).toEqual(at(0.3).growth);
  });

  it('should show a sweep as it fills', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const { explored } = page.follow(SWEEP);
    await answerNext(page);
    expect(explored.progress).toBeGreaterThan(0);
    expect(explored.progress).toBeLessThan(1);
    const known = [...(explored.result ?? [])].filter((value) => !Number.isNaN(value));
    expect(known.length).toBe(Math.round(explored.progress * 64));
    await answerAll(page);
    expect(explored.result).toEqual(sweep(plan, at(0.1), SWEEP));
  });

  it('should go on showing a sweep while only its own two rates, or the name, change', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const { explored } = page.follow(SWEEP);
    await answerAll(page);
    const asked = page.asked.length;
    page.scenario = { ...at(0.25), name: 'Other' };
    flushSync();
    await pass();
    expect(explored.result).toEqual(sweep(plan, at(0.25), SWEEP));
    expect([page.asked.length, page.explorer.isSettled]).toEqual([asked, true]);
  });

  it('should ask again for a slice that was lost with its worker', async () => {
    const page = new FakeExploring(plan, at(0.1));
    page.follow(FLIPS);
    await pass();
    page.asked[0]?.answer({ kind: 'replaced', reason: 'hung' });
    await pass();
    expect(page.asked).toHaveLength(2);
    expect(page.asked[1]?.question).toEqual(page.asked[0]?.question);
  });

  it('should say why there is no answer, be settled with it, and try again for the next scenario', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const { explored } = page.follow(FLIPS);
    await pass();
    page.asked[0]?.answer({ kind: 'failed', reason: 'no' });
    await pass();
    expect([explored.failure, explored.result, page.explorer.isSettled]).toEqual(['no', undefined, true]);
    page.scenario = at(0.2);
    flushSync();
    expect(explored.failure).toBeUndefined();
    await answerAll(page);
    expect(explored.result).toEqual(flipPoints(plan, at(0.2)));
  });

  it('should have one slice on its way at a time, those who ask taking turns', async () => {
    const page = new FakeExploring(plan, at(0.1));
    page.follow(FLIPS);
    page.follow(SWEEP);
    await pass();
    expect(page.asked).toHaveLength(1);
    await answerNext(page);
    await answerNext(page);
    expect(page.asked.slice(0, 2).map(({ question }) => question.request.kind)).toEqual(['flips', 'sweep']);
  });

  it('should ask of another scenario than the shown one where it is given, through the same engine, in turns', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const shown = page.follow(FLIPS).explored;
    const other = page.follow(FLIPS, () => at(0.25)).explored;
    await pass();
    expect(page.asked).toHaveLength(1);
    await answerAll(page);
    expect(shown.result).toEqual(flipPoints(plan, at(0.1)));
    expect(other.result).toEqual(flipPoints(plan, at(0.25)));
    expect(page.explorer.isSettled).toBe(true);
  });

  it('should give up where the engine was ended', async () => {
    const page = new FakeExploring(plan, at(0.1));
    page.follow(FLIPS);
    await pass();
    page.asked[0]?.answer({ kind: 'cancelled' });
    await pass();
    expect([page.asked.length, page.explorer.isSettled]).toEqual([1, true]);
  });

  it('should stop when whoever asked is gone', async () => {
    const page = new FakeExploring(plan, at(0.1));
    const { stop } = page.follow(SWEEP);
    await pass();
    stop();
    await answerAll(page);
    expect(page.asked).toHaveLength(1);
    expect(page.explorer.isSettled).toBe(true);
  });
});

// Helpers

function at(rate: number): Scenario {
  return scenarioOf(plan, {
    growth: { 'indicator-1': { kind: 'compound', rate }, 'indicator-2': { kind: 'compound', rate } },
  });
}

/** Let everything that waits for a promise happen. */
async function pass(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await tick();
  flushSync();
}

/** Answer the newest question as the engine would. */
async function answerNext(page: FakeExploring): Promise<void> {
  await pass();
  const newest = page.asked.at(-1);
  newest?.answer({ kind: 'answered', answer: explorePlan(newest.question) });
  await pass();
}

/** Answer until nothing is asked any more. */
async function answerAll(page: FakeExploring): Promise<void> {
  for (let asked = -1; asked !== page.asked.length;) {
    asked = page.asked.length;
    await answerNext(page);
  }
}
