import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePieces } from '../../src/cli/write-pieces.ts';
import { SHEET_WORDS } from '../../src/text/words/sheet.ts';
import type { FilePiece, ResultFormat } from '../../src/exports/result-format.ts';

/** A format as a workbook would be one: bytes, some of which are no text, and text between them. */
const inBytes: ResultFormat = {
  *write() {
    yield Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0xff);
    yield '';
    yield 'plain, 前海';
    yield Uint8Array.of();
    yield Uint8Array.of(0xc0, 0x80);
  },
};
const BYTES = Buffer.concat([
  Buffer.of(0x50, 0x4b, 3, 4, 0, 0xff),
  Buffer.from('plain, 前海', 'utf8'),
  Buffer.of(0xc0, 0x80),
]);

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pieces-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writePieces', () => {
  it('should write text and bytes of one format to a file as they are', async () => {
    const path = join(folder, 'results');
    await writePieces(inBytes.write([], [], SHEET_WORDS.en), createWriteStream(path));
    expect(readFileSync(path)).toEqual(BYTES);
  });

  it('should leave a stream open where that is asked, as standard output has to be', async () => {
    const stream = new PassThrough();
    await writePieces(inBytes.write([], [], SHEET_WORDS.en), stream, { end: false });
    expect(stream.writableEnded).toBe(false);
    stream.end();
    expect(await buffer(stream)).toEqual(BYTES);
  });

  it('should reject where the pieces or the stream fail', async () => {
    const failing = function* (): Generator<FilePiece> {
      yield 'one';
      throw new RangeError('no second');
    };
    await expect(writePieces(failing(), new PassThrough())).rejects.toThrow('no second');
    const nowhere = createWriteStream(join(folder, 'not', 'there'));
    await expect(writePieces(['one'], nowhere)).rejects.toThrow('ENOENT');
  });
});
