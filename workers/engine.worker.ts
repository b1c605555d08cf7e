import { expose } from 'comlink';
import { rememberingSimulator } from '../src/core/engine.ts';
import type { EngineApi } from '../src/engine/engine-api.ts';

expose({ simulate: rememberingSimulator() } satisfies EngineApi);
