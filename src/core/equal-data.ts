/**
 * Return whether two values of plain data say the same: numbers by `Object.is`, lists and typed arrays entry by entry,
 * objects by their own fields in whatever order.
 */
export function equalData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Float64Array && b instanceof Float64Array)
    return a.length === b.length && a.every((value, at) => Object.is(value, b[at]));
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const entries = Object.entries(a);
  return (
    entries.length === Object.keys(b).length &&
    entries.every(
      ([key, value]) =>
        Object.hasOwn(b, key) && equalData(value, (b as Readonly<Record<string, unknown>>)[key]),
    )
  );
}
