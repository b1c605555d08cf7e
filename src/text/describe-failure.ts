import { NOT_LOADED } from '../core/not-loaded.ts';
import type { Text } from './text.ts';

/**
 * Return in words why something has no answer.
 *
 * @param reason What the engine said of it.
 * @param otherwise Says it where no part of the program was missing.
 */
export function describeFailure(
  reason: string,
  text: Text,
  otherwise: (reason: string) => string = text.words.matters.failed,
): string {
  return reason === NOT_LOADED ? text.words.notice.notLoaded : otherwise(reason);
}
