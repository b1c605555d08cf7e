/** The shortest name that may differ by a letter and still be meant. */
const SHORTEST = 4;

/**
 * Return whether one name is the other misspelt: the same but for capitals and marks, or for one letter more, less,
 * other, or in its neighbour's index.
 *
 * @param given The name as it was written.
 * @param name The name that may be meant.
 */
export function isMisspelt(given: string, name: string): boolean {
  const [a, b] = [lettersOf(given), lettersOf(name)];
  if (a === b) return true;
  return Math.min(a.length, b.length) >= SHORTEST && differByOne(a, b);
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether two texts that are not equal become so by one letter more, less, other, or two neighbours changing sides. */
function differByOne(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  const [restShort, restLong] = [short.slice(same), long.slice(same)];
  if (short.length < long.length) return restShort === restLong.slice(1);
  const [first = '', second = ''] = restShort;
  return restShort.slice(1) === restLong.slice(1) || second + first + restShort.slice(2) === restLong;
}
