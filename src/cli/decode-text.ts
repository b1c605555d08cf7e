import { cliText } from '../text/cli.ts';

/** Byte order marks of UTF-16, and what it is called to the decoder. */
const UTF_16 = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Return the text of a file: UTF-8 with or without a byte order mark, or UTF-16 with one. Anything else is refused, since
 * nothing tells GB 18030 from Big5 or Latin-1 for certain, and a guess would change names without a word.
 *
 * @param bytes All of the file.
 * @returns The text without its byte order mark.
 * @throws {Error} With the line up to which it could be read, and what is accepted.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    UTF_16.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))?.encoding ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // UTF-16 without its mark, UTF-32 and what is no text at all have bytes of 0.
    if (!text.includes('\0')) return text;
  } catch {
    // Said below, with the line.
  }
  throw new Error(cliText.notUnicode(firstBadLine(new TextDecoder(encoding).decode(bytes))));
}

function firstBadLine(text: string): number {
  const [before = ''] = text.split(/[\ufffd\0]/, 1);
  return before.split('\n').length;
}
