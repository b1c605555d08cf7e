import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/cli/decode-text.ts';

const TEXT = '{"name": "前海 Zürich 🚢"}\n';

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, low byte first', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, high byte first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ])('should read %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT);
  });

  it('should read an empty file, and text of nothing but ASCII', () => {
    expect(decodeText(Buffer.of())).toBe('');
    expect(decodeText(Buffer.from('{}'))).toBe('{}');
  });

  it.each([
    ['GB 18030', 2, Buffer.from('7b0a22c7b0baa3c7e9beb0227d', 'hex')],
    ['Big5', 1, Buffer.from('7b22ab65aefc227d', 'hex')],
    ['Latin-1', 3, Buffer.from('\n\nZürich', 'latin1')],
    ['UTF-16 without its mark', 1, Buffer.from(TEXT, 'utf16le')],
    ['UTF-16 cut in the middle of a character', 1, Buffer.from(`\ufeff${TEXT}`, 'utf16le').subarray(0, -1)],
    ['half a surrogate pair', 1, Buffer.from('\ufeff\ud83d', 'utf16le')],
    ['UTF-32', 1, Buffer.from('fffe00007b000000', 'hex')],
    ['no text at all', 1, Buffer.from('89504e470d0a1a0a00', 'hex')],
  ])('should refuse %s, and say from which line on and what is accepted', (_, line, bytes) => {
    expect(() => decodeText(bytes)).toThrow(
      `from line ${line} on it is not UTF-8; save it as UTF-8, or as UTF-16 with a byte order mark`,
    );
  });
});
