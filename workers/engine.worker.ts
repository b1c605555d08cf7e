import { expose } from 'comlink';
import { rememberingSimulator } from '../src/core/engine.ts';
import { rememberingExplorer } from '../src/core/sensitivity/explore.ts';
import type { EngineApi } from '../src/engine/engine-api.ts';

expose({ simulate: rememberingSimulator(), explore: rememberingExplorer() } satisfies EngineApi);
