import { expose } from 'comlink';
import { DrawCaches } from '../src/core/draws/draw-caches.ts';
import { cachingSimulator } from '../src/core/simulate-plan.ts';
import type { EngineApi } from '../src/engine/engine-api.ts';

const caches = new DrawCaches();

// Loaded when first asked for, so that the first projection need not wait for it.
const loadExplorer = () =>
  import('../src/core/sensitivity/explore.ts').then((it) => it.cachingExplorer(caches));
let explorer: ReturnType<typeof loadExplorer> | undefined;

expose({
  simulate: cachingSimulator(caches),
  explore: async (question) => (await (explorer ??= loadExplorer()))(question),
} satisfies EngineApi);
