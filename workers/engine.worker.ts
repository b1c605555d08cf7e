import { expose } from 'comlink';
import { rememberingSimulator } from '../src/core/simulate-plan.ts';
import type { EngineApi } from '../src/engine/engine-api.ts';

// Loaded when first asked for, so that the first projection need not wait for it.
const loadExplorer = () =>
  import('../src/core/sensitivity/explore.ts').then((it) => it.rememberingExplorer());
let explorer: ReturnType<typeof loadExplorer> | undefined;

expose({
  simulate: rememberingSimulator(),
  explore: async (question) => (await (explorer ??= loadExplorer()))(question),
} satisfies EngineApi);
