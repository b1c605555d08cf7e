/** What came of a write: saved, refused because there is no room, or refused altogether. */
export type WriteOutcome = 'saved' | 'full' | 'denied';

/** Text saved on this device between visits. Every failure is an answer, never an exception. */
export interface DeviceStorage {
  /** All keys with a prefix; empty where nothing can be read. */
  keys(prefix: string): readonly string[];
  read(key: string): string | undefined;
  /** Write, and read back to be sure. */
  write(key: string, text: string): WriteOutcome;
  remove(key: string): void;
}

/**
 * Return this device's storage. It may throw on access, be null, be full or lose what it was given: then writes say so
 * and reads give nothing.
 *
 * @param open Gives the browser's storage; may throw or give null.
 * @returns The storage behind an interface that never throws.
 */
export function deviceStorage(open: () => Storage | null): DeviceStorage {
  const attempt = <Result>(action: (storage: Storage) => Result, otherwise: Result): Result => {
    try {
      const storage = open();
      return storage === null ? otherwise : action(storage);
    } catch {
      return otherwise;
    }
  };
  return {
    keys: (prefix) =>
      attempt<readonly string[]>(
        (storage) =>
          Array.from({ length: storage.length }, (_, i) => storage.key(i))
            .filter((key) => key !== null)
            .filter((key) => key.startsWith(prefix)),
        [],
      ),
    read: (key) => attempt<string | undefined>((storage) => storage.getItem(key) ?? undefined, undefined),
    write(key, text) {
      const isThere = attempt((storage) => typeof storage.getItem(key) !== 'undefined', false);
      if (!isThere) return 'denied';
      return attempt<WriteOutcome>((storage) => {
        storage.setItem(key, text);
        return storage.getItem(key) === text ? 'saved' : 'full';
      }, 'full');
    },
    remove: (key) => attempt((storage) => storage.removeItem(key), undefined),
  };
}
