import { flushSync } from 'svelte';
import { describe, expect, it } from 'vitest';
import { defaultView } from '../../../src/core/link/view.ts';
import type { Simulation } from '../../../src/core/simulate-plan.ts';
import type { Announcer } from '../../../src/state/announcer.svelte.ts';
import type { Session } from '../../../src/state/session.svelte.ts';
import Announcements from '../../../src/ui/shell/Announcements.svelte';
import { shippedPlan as plan } from '../../helpers/shipped-plan.ts';
import { Held } from '../held.svelte.ts';
import { renderWithText } from '../render-with-text.ts';
import { certain, simulated, ten } from '../shipped-case.ts';

describe('Announcements', () => {
  it('should say what changed between two answers, and nothing of the first', () => {
    const { said, answer } = show();
    answer(simulated(ten));
    expect(said()).toEqual([]);
    answer(simulated({ ...ten, growth: {} }));
    expect(said()).toEqual([expect.stringMatching(/target/)]);
  });

  it('should compare no answer with one about another plan', () => {
    const { said, answer, open } = show();
    answer(simulated(ten));
    open({ ...plan, id: 'another' });
    answer(simulated({ ...ten, growth: {} }));
    expect(said()).toEqual([]);
    answer(simulated(ten));
    expect(said()).toEqual([expect.stringMatching(/target/)]);
  });

  it('should name a result with what it was, and the count with what it was', () => {
    const { said, answer } = show();
    answer(simulated(certain));
    answer(
      simulated({
        ...certain,
        growth: { ...certain.growth, 'hk-residents': { kind: 'compound', rate: 0.2 } },
      }),
    );
    expect(said()).toEqual([
      'HK residents employed: missed before, now target met. 6 of 14 targets met, 5 before.',
    ]);
  });

  it('should take away what was said in another language', () => {
    const { cleared, speak } = show();
    expect(cleared()).toBe(0);
    speak('zh-Hant');
    expect(cleared()).toBe(1);
  });

  it('should say nothing of a scenario that stands behind a plan that is missing, even if it was to be said', () => {
    const { said, answer } = show();
    answer(simulated(certain));
    answer(simulated({ ...certain, growth: {} }));
    answer(simulated(ten), 'atlantis-2040');
    expect(said()).toEqual(['']);
  });
});

// Helpers

/** The voice of a page whose session gives whatever answer is set, beside a plan that may be missing. */
function show() {
  const held = new Held<{
    readonly simulation: Simulation | undefined;
    readonly missingPlan: string | undefined;
  }>({
    simulation: undefined,
    missingPlan: undefined,
  });
  const waiting: (() => string)[] = [];
  let shownPlan = plan;
  const session = {
    get plan() {
      return shownPlan;
    },
    selected: plan.indicators[0],
    view: defaultView(plan),
    run: {
      get shown() {
        return { simulation: held.current.simulation };
      },
    },
    get simulation() {
      return held.current.missingPlan === undefined ? held.current.simulation : undefined;
    },
    get missingPlan() {
      return held.current.missingPlan;
    },
  } as unknown as Session;
  let clearings = 0;
  const announcer = {
    text: '',
    say: (describe) => waiting.push(describe),
    clear: () => clearings++,
  } as Pick<Announcer, 'text' | 'say' | 'clear'> as Announcer;
  const { speak } = renderWithText(Announcements, { session, announcer });
  return {
    speak,
    cleared: () => clearings,
    open: (other: typeof plan): void => {
      shownPlan = other;
    },
    answer: (simulation: Simulation, missingPlan?: string): void => {
      held.current = { simulation, missingPlan };
      flushSync();
    },
    /** What is said once things rest. */
    said: () => waiting.map((describe) => describe()),
  };
}
