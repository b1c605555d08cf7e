/**
 * Refuse a case that the compiler says cannot exist; ends every `switch` over a union.
 *
 * @param value The value no branch has taken.
 * @throws {TypeError} Always: reaching it is a bug in the caller.
 */
export function assertNever(value: never): never {
  throw new TypeError(`unexpected case ${String(value)}`);
}
