import { expose, transfer } from 'comlink';
import { countInSteps } from '../src/core/histogram/count-in-steps.ts';
import type { DrawsApi } from '../src/engine/draws-api.ts';

expose({
  count(question, range, onStep) {
    const counts = countInSteps(question, range, onStep);
    return transfer(
      counts,
      [...counts.bins, counts.metCounts, counts.byCount].map(({ buffer }) => buffer),
    );
  },
} satisfies DrawsApi);
