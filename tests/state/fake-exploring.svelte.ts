import { flushSync } from 'svelte';
import type { PlanModel } from '../../src/core/plan/plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import type { Exploration, ExploreQuestion, ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import type { Outcome } from '../../src/engine/engine-api.ts';
import { fakeEngine } from './fake-engine.ts';
import { Explorer, type Explored } from '../../src/state/explorer.svelte.ts';

/** A page that explores: its scenario and whether its projection is there can be set, its engine is played by hand. */
export class FakeExploring {
  scenario: Scenario = $state.raw() as Scenario;
  isProjected = $state(true);
  readonly explorer: Explorer;
  readonly asked: {
    readonly question: ExploreQuestion;
    readonly answer: (outcome: Outcome<Exploration>) => void;
  }[] = [];

  constructor(plan: PlanModel, scenario: Scenario) {
    this.scenario = scenario;
    this.explorer = new Explorer({
      plan: () => plan,
      scenario: () => this.scenario,
      isProjected: () => this.isProjected,
      engine: fakeEngine({
        explore: (question) => new Promise((answer) => this.asked.push({ question, answer })),
      }),
    });
  }

  /** Explore as a component does; `stop` is its end. */
  follow<Request extends ExploreRequest>(
    request: Request,
    scenario?: () => Scenario,
  ): { explored: Explored<Request>; stop: () => void } {
    let explored: Explored<Request> | undefined;
    const stop = $effect.root(() => {
      explored = this.explorer.explore(() => request, scenario);
    });
    flushSync();
    return { explored: explored as Explored<Request>, stop };
  }
}
