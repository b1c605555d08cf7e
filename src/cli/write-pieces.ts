import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FilePiece } from '../exports/result-format.ts';

/**
 * Write pieces to a stream, text or bytes, each made when the stream has room for it.
 *
 * @param pieces What is written, in order.
 * @param stream Where it goes; ended after the last piece unless `end` is false.
 * @returns Settles once everything is written; rejects where it cannot be.
 */
export async function writePieces(
  pieces: Iterable<FilePiece>,
  stream: Writable,
  { end = true }: { readonly end?: boolean } = {},
): Promise<void> {
  await pipeline(Readable.from(pieces), stream, { end });
}
