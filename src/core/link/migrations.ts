import type { LinkPair } from './link-grammar.ts';

/** Turns the pairs of one version of the link grammar into those of the next. */
export type Migration = (pairs: readonly LinkPair[]) => readonly LinkPair[];

/**
 * Every migration ever released; entry `i` leads from version `i + 1` to `i + 2`. Never edited, only added to.
 * Version 1 is the first and the newest, so there is none yet.
 */
export const MIGRATIONS: readonly Migration[] = [];

/**
 * Return a link's pairs in the newest grammar.
 *
 * @param pairs The pairs as the link gives them.
 * @param version The version they are written in, from 1; a version newer than all migrations is left as it is.
 * @param migrations The migrations to run, `MIGRATIONS` unless a test says otherwise.
 * @returns The pairs after every migration from that version on.
 */
export function migratePairs(
  pairs: readonly LinkPair[],
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): readonly LinkPair[] {
  return migrations.slice(version - 1).reduce((current, migrate) => migrate(current), pairs);
}
