import { expose } from 'comlink';
import { simulatePlan } from '../src/core/engine.ts';
import type { EngineApi } from '../src/engine/engine-api.ts';

expose({ simulate: ({ plan, scenario }) => simulatePlan(plan, scenario) } satisfies EngineApi);
