import { expose } from 'comlink';
import { engineMethods } from '../src/engine/engine-methods.ts';

expose(engineMethods());
