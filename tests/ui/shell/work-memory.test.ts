// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../src/core/scenario/edit.ts';
import type { Simulation } from '../../../src/core/simulate-plan.ts';
import { WorkMemory, type Work } from '../../../src/ui/shell/work-memory.ts';

const [a, b, c] = [{ met: 5 }, { met: 6 }, { met: 7 }] as unknown as readonly [
  Simulation,
  Simulation,
  Simulation,
];
const growth: Edit = { kind: 'growth', indicator: 'x', growth: { kind: 'compound', rate: 0.2 } };

describe('WorkMemory', () => {
  it('should know nothing before a scenario that has just been opened', () => {
    expect(
      asked([
        { at: 0, simulation: undefined },
        { at: 0, simulation: a },
      ]),
    ).toEqual([undefined, undefined]);
  });

  it('should compare a whole gesture with what held at its start, and the next one with its end', () => {
    expect(
      asked([
        { at: 0, simulation: a },
        { at: 1, edit: growth, simulation: a }, // the answer is one input behind
        { at: 1, edit: growth, simulation: b },
        { at: 1, edit: growth, simulation: undefined },
        { at: 1, edit: growth, simulation: c },
        { at: 2, edit: growth, simulation: c },
      ]),
    ).toEqual([undefined, a, a, a, a, c]);
  });

  it('should begin anew at a step gone back to, a loaded example and another scenario', () => {
    const start: Partial<Work>[] = [
      { at: 0, simulation: a },
      { at: 1, edit: growth, simulation: b },
    ];
    expect(asked([...start, { at: 0, simulation: a }]).at(-1)).toBeUndefined();
    const reset: Edit = { kind: 'reset' } as Edit;
    expect(asked([...start, { at: 2, edit: reset, simulation: c }]).at(-1)).toBeUndefined();
    expect(asked([...start, { history: {}, at: 2, edit: growth, simulation: c }]).at(-1)).toBeUndefined();
  });
});

// Helpers

/** What held before each of some moments of one scenario. */
function asked(moments: readonly Partial<Work>[]): readonly (Simulation | undefined)[] {
  const memory = new WorkMemory();
  const history = {};
  return moments.map((moment) =>
    memory.before({ history, at: 0, edit: undefined, simulation: undefined, ...moment }),
  );
}
