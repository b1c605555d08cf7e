import type { DrawRange } from '../core/draws/draw-shocks.ts';

/** One of `of` equal parts of all draws. */
export interface Shard {
  /** Which, from 1. */
  readonly index: number;
  /** How many there are, up to `MOST_SHARDS`. */
  readonly of: number;
}

/** The most parts draws can be divided into. */
export const MOST_SHARDS = 10_000;

/**
 * Read a shard as the command line writes it.
 *
 * @param text `i/n` in digits alone.
 * @returns The shard; undefined unless 1 <= i <= n <= 10,000.
 */
export function parseShard(text: string): Shard | undefined {
  const [, index = 0, of = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  return index >= 1 && index <= of && of <= MOST_SHARDS ? { index, of } : undefined;
}

/**
 * Return the draws of a shard: those with `floor(k of / draws) = index - 1`, `k` from 0. Every draw is in one shard.
 *
 * @param shard Which part.
 * @param draws How many draws there are, up to 10,000,000.
 * @returns A range that may be empty where there are more shards than draws.
 */
export function shardRange({ index, of }: Shard, draws: number): DrawRange {
  return { from: Math.ceil(((index - 1) * draws) / of), to: Math.ceil((index * draws) / of) };
}
