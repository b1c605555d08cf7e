import { planModel, type Plan } from '../../src/core/plan/plan.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { assemble } from '../../src/core/sensitivity/assemble.ts';
import { explorePlan, type ExploreRequest } from '../../src/core/sensitivity/explore.ts';
import type { Explore, Explored } from '../../src/state/explorer.svelte.ts';

/** An explore that answers at once, for one scenario, with few draws; or that never answers. */
export function fakeExplore(plan: Plan, scenario: Scenario, { answers = true } = {}): Explore {
  const model = planModel(plan);
  return <Request extends ExploreRequest>(request: () => Request): Explored<Request> => ({
    get result() {
      if (!answers) return undefined;
      const asked = request();
      const few = withFewDraws(asked);
      const slice = explorePlan({ plan: model, scenario, request: few, from: 0, to: Infinity });
      return assemble(asked, [slice]);
    },
    progress: answers ? 1 : 0,
    failure: undefined,
  });
}

function withFewDraws(asked: ExploreRequest): ExploreRequest {
  if (asked.kind === 'flips') return asked;
  if (asked.kind === 'least') return { ...asked, drawn: asked.drawn && { ...asked.drawn, draws: 64 } };
  return { ...asked, draws: 64 };
}
