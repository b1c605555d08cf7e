import { NOT_LOADED } from '../core/not-loaded.ts';

/** Throw in place of what a browser says where a part of the program could not be loaded: an error named `NOT_LOADED`. */
export function throwMissing(error: unknown): never {
  throw Object.assign(new Error(String(error)), { name: NOT_LOADED });
}

/** Return why something failed, in one line; `NOT_LOADED` where a part was missing, in a worker too. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && error.name === NOT_LOADED ? NOT_LOADED : String(error);
}
