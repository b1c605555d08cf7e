// @vitest-environment happy-dom
import fc from 'fast-check';
import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { emptyScenario, type Scenario } from '../../src/core/scenario/scenario.ts';
import type { Step } from '../../src/core/scenario/step.ts';
import { ScenarioHistory } from '../../src/state/scenario-history.svelte.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { shippedPlan as plan } from '../helpers/shipped-plan.ts';
import { observe } from './observe.svelte.ts';

describe('ScenarioHistory', () => {
  it('should begin with one step, the scenario as it was opened, and nothing to undo or redo', () => {
    const history = opened(0);
    expect(history.steps).toEqual([
      { edit: undefined, scenario: scenario(0), loaded: { origin, scenario: scenario(0) } },
    ]);
    expect([history.at, history.canUndo, history.canRedo]).toEqual([0, false, false]);
  });

  it('should make a step of every change and lead back and forth between them', () => {
    const history = opened(0);
    history.record(step(1));
    history.record(step(2));
    expect([seedOf(history), history.canUndo, history.canRedo]).toEqual([2, true, false]);
    history.undo();
    expect([seedOf(history), history.canUndo, history.canRedo]).toEqual([1, true, true]);
    history.undo();
    expect([seedOf(history), history.canUndo, history.canRedo]).toEqual([0, false, true]);
    history.redo();
    expect(seedOf(history)).toBe(1);
  });

  it('should leave the steps after the shown one until something is changed', () => {
    const history = opened(0);
    history.record(step(1));
    history.record(step(2));
    history.goTo(0);
    expect(seedsOf(history)).toEqual([0, 1, 2]);
    history.record(step(3));
    expect(seedsOf(history)).toEqual([0, 3]);
    expect(history.canRedo).toBe(false);
  });

  it('should take all changes of one gesture for one step, the last of them', () => {
    const history = opened(0);
    for (const seed of [1, 2, 3, 4]) history.record(step(seed), 'drag');
    expect(seedsOf(history)).toEqual([0, 4]);
    history.settle();
    history.record(step(5), 'drag');
    expect(seedsOf(history)).toEqual([0, 4, 5]);
    history.undo();
    expect(seedOf(history)).toBe(4);
  });

  it('should take another gesture, or a change without one, for a step of its own', () => {
    const history = opened(0);
    history.record(step(1), 'drag one');
    history.record(step(2), 'drag another');
    history.record(step(3));
    history.record(step(4));
    expect(seedsOf(history)).toEqual([0, 1, 2, 3, 4]);
  });

  it('should end a gesture where another change follows: what led back to where it began is no step', () => {
    const history = opened(0);
    for (const seed of [1, 0]) history.record(step(seed), 'drag one');
    history.record(step(2), 'drag another');
    expect(seedsOf(history)).toEqual([0, 2]);
  });

  it('should give up all of a gesture that is cancelled, and bring back what was undone before it', () => {
    const history = opened(0);
    history.record(step(1));
    history.record(step(2));
    history.undo();
    for (const seed of [3, 4]) history.record(step(seed), 'drag');
    history.cancel();
    expect([seedsOf(history), history.at]).toEqual([[0, 1, 2], 1]);
    history.cancel(); // nothing goes on any more
    expect([seedsOf(history), history.at]).toEqual([[0, 1, 2], 1]);
  });

  it('should not go on with a gesture that was undone', () => {
    const history = opened(0);
    history.record(step(1), 'drag');
    history.undo();
    history.record(step(2), 'drag');
    expect(seedsOf(history)).toEqual([0, 2]);
    history.undo();
    expect(seedOf(history)).toBe(0);
  });

  it('should make no step of a gesture that leads back to where it began', () => {
    const history = opened(0);
    history.record(step(1));
    for (const seed of [2, 3, 1]) history.record(step(seed), 'drag');
    history.settle();
    expect(seedsOf(history)).toEqual([0, 1]);
    expect([history.at, history.canRedo]).toEqual([1, false]);
  });

  it('should leave what was undone where a gesture leads back to where it began', () => {
    const history = opened(0);
    history.record(step(1));
    history.record(step(2));
    history.undo();
    for (const seed of [3, 4, 1]) history.record(step(seed), 'drag');
    history.settle();
    expect(seedsOf(history)).toEqual([0, 1, 2]);
    expect([history.at, history.canRedo]).toEqual([1, true]);
  });

  it('should remember what the scenario was loaded from until something else is loaded', () => {
    const history = opened(0);
    history.record(step(1));
    expect(history.current.loaded.scenario).toEqual(scenario(0));
    const loaded: Step['loaded'] = { origin: { kind: 'preset', preset: 'held' }, scenario: scenario(7) };
    history.record({ edit: { kind: 'load', scenario: scenario(7) }, scenario: scenario(7), loaded });
    history.record(step(8), 'drag');
    expect(history.current.loaded).toEqual(loaded);
    history.goTo(1);
    expect(history.current.loaded.origin).toEqual(origin);
  });

  it('should reach back 500 steps, and give up the oldest', () => {
    const history = opened(0);
    for (let seed = 1; seed <= 700; seed++) history.record(step(seed));
    expect(history.steps).toHaveLength(500);
    expect(seedOf(history)).toBe(700);
    for (let seed = 701; seed <= 720; seed++) history.record(step(seed), 'drag');
    history.settle();
    expect(seedsOf(history).slice(-3)).toEqual([699, 700, 720]);
    history.goTo(0);
    expect(seedOf(history)).toBe(202);
    expect(history.canUndo).toBe(false);
  });

  it('should tell whatever shows it of every change', () => {
    const history = opened(0);
    const shown = observe(() => [seedOf(history), history.canUndo, history.canRedo]);
    history.record(step(1), 'drag');
    flushSync();
    history.record(step(2), 'drag');
    flushSync();
    history.undo();
    flushSync();
    shown.stop();
    expect(shown.seen).toEqual([
      [0, false, false],
      [1, true, false],
      [2, true, false],
      [0, false, true],
    ]);
  });

  // Oracle: a list of lists, one for each step, that holds every change of its gesture.
  it('should always show what a plain list of steps says, after any sequence of changes', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const history = opened(0);
        const model = new Model();
        for (const command of commands) {
          run(command, history);
          model.run(command);
          expect(seedsOf(history)).toEqual(model.seeds);
          expect(history.at).toBe(model.at);
          expect(seedOf(history)).toBe(model.seeds[model.at]);
          expect(history.canUndo).toBe(model.at > 0);
          expect(history.canRedo).toBe(model.at < model.seeds.length - 1);
        }
      }),
      seeded(1000),
    );
  });

  it('should always come back to the very same step after undoing everything and redoing it', () => {
    fc.assert(
      fc.property(anyCommands, (commands) => {
        const history = opened(0);
        for (const command of commands) run(command, history);
        const before = { at: history.at, steps: history.steps, current: history.current };
        while (history.canUndo) history.undo();
        expect(history.at).toBe(0);
        while (history.canRedo) history.redo();
        history.goTo(before.at);
        expect(history.current).toBe(before.current);
        expect(history.steps).toEqual(before.steps);
      }),
      seeded(300),
    );
  });

  it('should never leave the list, wherever it is sent', () => {
    fc.assert(
      fc.property(anyCommands, fc.integer(), (commands, at) => {
        const history = opened(0);
        for (const command of commands) run(command, history);
        history.goTo(at);
        expect(history.at).toBeGreaterThanOrEqual(0);
        expect(history.at).toBeLessThan(history.steps.length);
        expect(history.current).toBeDefined();
      }),
      seeded(300),
    );
  });
});

// Helpers

const origin: Step['loaded']['origin'] = { kind: 'link' };
const empty = emptyScenario(plan);

/** Scenarios are told apart by their seed alone. */
function scenario(seed: number): Scenario {
  return { ...empty, seed };
}

function opened(seed: number): ScenarioHistory {
  return new ScenarioHistory(plan, scenario(seed), origin);
}

function step(seed: number): Pick<Step, 'edit' | 'scenario'> {
  return { edit: { kind: 'draw-parameter', parameter: 'seed', value: seed }, scenario: scenario(seed) };
}

function seedOf(history: ScenarioHistory): number {
  return history.current.scenario.seed;
}

function seedsOf(history: ScenarioHistory): number[] {
  return history.steps.map(({ scenario: { seed } }) => seed);
}

type Command =
  | { readonly kind: 'record'; readonly seed: number; readonly gesture: string | undefined }
  | { readonly kind: 'settle' | 'cancel' | 'undo' | 'redo' }
  | { readonly kind: 'go'; readonly at: number };

const anyRecord = fc
  .tuple(fc.nat(3), fc.constantFrom(undefined, 'one', 'another')) // few scenarios, so that gestures often lead back
  .map(([seed, gesture]): Command => ({ kind: 'record', seed, gesture }));
const anyMove = fc.constantFrom('settle', 'cancel', 'undo', 'redo').map((kind): Command => ({ kind }));
const anyGo = fc.nat(8).map((at): Command => ({ kind: 'go', at }));
const anyCommands = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: anyRecord },
    { weight: 3, arbitrary: anyMove },
    { weight: 1, arbitrary: anyGo },
  ),
  { maxLength: 30 },
);

function run(command: Command, history: ScenarioHistory): void {
  if (command.kind === 'record') history.record(step(command.seed), command.gesture);
  else if (command.kind === 'go') history.goTo(command.at);
  else history[command.kind]();
}

/** The list of steps as a person would keep it on paper. */
class Model {
  at = 0;
  #steps: number[][] = [[0]];
  #undone: number[][] = [];
  #gesture: string | undefined;

  get seeds(): number[] {
    return this.#steps.map((changes) => changes.at(-1) as number);
  }

  run(command: Command): void {
    const last = this.#steps.length - 1;
    if (command.kind === 'record') {
      const goesOn = command.gesture !== undefined && command.gesture === this.#gesture;
      if (!goesOn) this.run({ kind: 'settle' });
      const undone = this.#steps.splice(this.at + 1);
      if (goesOn) this.#steps[this.at]?.push(command.seed);
      else {
        this.#steps.push([command.seed]);
        this.#undone = undone;
      }
      this.at = this.#steps.length - 1;
      this.#gesture = command.gesture;
      return;
    }
    if (command.kind === 'settle' || command.kind === 'cancel') {
      const isBack = this.at > 0 && this.seeds[this.at] === this.seeds[this.at - 1];
      if (this.#gesture !== undefined && (isBack || command.kind === 'cancel')) {
        this.#steps.splice(this.at, 1, ...this.#undone);
        this.at -= 1;
      }
    } else if (command.kind === 'go') this.at = Math.min(last, command.at);
    else this.at = Math.min(last, Math.max(0, this.at + (command.kind === 'undo' ? -1 : 1)));
    this.#gesture = undefined;
  }
}
