/** What a browser's storage may do wrong. */
export type StorageFault = 'full' | 'read-throws' | 'write-throws' | 'loses' | 'reads-undefined';

/** A browser's storage in memory, and what it was asked to do. */
export interface FakeStorage {
  readonly storage: Storage;
  /** What it holds, in the order in which it was first written. */
  readonly entries: Map<string, string>;
  /** The keys written to, one for each write that was tried. */
  readonly writes: string[];
  /** What it does wrong from now on; nothing where undefined. */
  fault: StorageFault | undefined;
}

/** Return a storage that holds these entries and works until it is given a fault. */
export function fakeStorage(held: Readonly<Record<string, string>> = {}): FakeStorage {
  const entries = new Map(Object.entries(held));
  const writes: string[] = [];
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const read = <Result>(action: () => Result): Result => (fake.fault === 'read-throws' ? refuse() : action());
  const storage: Storage = {
    get length() {
      return read(() => entries.size);
    },
    key: (index: number) => read(() => [...entries.keys()][index] ?? null),
    getItem: (key: string) =>
      fake.fault === 'reads-undefined'
        ? (undefined as unknown as null)
        : read(() => entries.get(key) ?? null),
    setItem(key: string, text: string) {
      writes.push(key);
      if (fake.fault === 'full') throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      if (fake.fault === 'write-throws') refuse();
      if (fake.fault !== 'loses') entries.set(key, text);
    },
    removeItem: (key: string) => void entries.delete(key),
    clear: () => entries.clear(),
  };
  const fake: FakeStorage = { storage, entries, writes, fault: undefined };
  return fake;
}
