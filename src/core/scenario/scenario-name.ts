/** Longest name of a scenario, in characters (code points). */
export const LONGEST_NAME = 80;

/** Halves of a character, which no encoding can carry. */
const LONE_SURROGATES = /\p{Surrogate}/gu;
/** Control characters, line breaks, and marks that turn the direction of the text around a name. */
// eslint-disable-next-line no-control-regex -- control characters are what must go
const NOT_IN_NAMES = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Return a scenario's name as links and files hold it: no control characters, no loose ends, at most 80 characters;
 * empty where nothing is left.
 */
export function cleanName(name: string): string {
  const plain = name.replace(LONE_SURROGATES, '\ufffd').replace(NOT_IN_NAMES, ' ').trim();
  return [...plain].slice(0, LONGEST_NAME).join('').trimEnd();
}
