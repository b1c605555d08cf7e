/** Whether two plain values say the same, entry by entry and number by number, whatever objects they are. */
export function hasSameContent(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (one instanceof Float64Array && other instanceof Float64Array)
    return one.length === other.length && one.every((value, at) => Object.is(value, other[at]));
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([key, value]) => hasSameContent(value, (other as Readonly<Record<string, unknown>>)[key]))
  );
}
