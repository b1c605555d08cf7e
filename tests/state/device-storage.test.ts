import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviceStorage, type WriteOutcome } from '../../src/state/device-storage.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { fakeStorage, type StorageFault } from './fake-storage.ts';

describe('deviceStorage', () => {
  it('should give back what was saved', () => {
    const { storage } = fakeStorage();
    const device = deviceStorage(() => storage);
    expect(device.write('qianhai.a', 'one')).toBe('saved');
    expect(device.write('qianhai.a', 'two')).toBe('saved');
    expect(device.read('qianhai.a')).toBe('two');
  });

  it('should save an empty text, which is something', () => {
    const device = deviceStorage(() => fake.storage);
    const fake = fakeStorage();
    expect(device.write('qianhai.a', '')).toBe('saved');
    expect(device.read('qianhai.a')).toBe('');
  });

  it('should say undefined of what is not there', () => {
    expect(deviceStorage(() => fakeStorage().storage).read('qianhai.a')).toBeUndefined();
  });

  it('should name the keys with a prefix and no others', () => {
    const { storage } = fakeStorage({ 'a.1': '', 'b.1': '', 'a.2': '', a: '' });
    expect(deviceStorage(() => storage).keys('a.')).toEqual(['a.1', 'a.2']);
  });

  it('should remove one key and leave the others', () => {
    const fake = fakeStorage({ 'a.1': 'one', 'a.2': 'two' });
    deviceStorage(() => fake.storage).remove('a.1');
    expect([...fake.entries]).toEqual([['a.2', 'two']]);
  });

  // Oracle: which of the two failures a person can do something about; full storage can be emptied.
  it.each<{ what: string; open: () => Storage | null; outcome: WriteOutcome }>([
    { what: 'throws when it is opened', open: refuse, outcome: 'denied' },
    { what: 'is null', open: () => null, outcome: 'denied' },
    { what: 'throws on reading', open: broken('read-throws'), outcome: 'denied' },
    { what: 'is no storage at all', open: broken('reads-undefined'), outcome: 'denied' },
    { what: 'is full', open: broken('full'), outcome: 'full' },
    { what: 'loses what it was given', open: broken('loses'), outcome: 'full' },
  ])('should say $outcome of a storage that $what, and read nothing from it', ({ open, outcome }) => {
    const device = deviceStorage(open);
    expect(device.write('qianhai.new', 'text')).toBe(outcome);
    expect(device.read('qianhai.new')).toBeUndefined();
    expect(device.keys('qianhai.')).not.toContain('qianhai.new');
    expect(() => device.remove('qianhai.new')).not.toThrow();
  });

  it('should not say saved of a text that was changed on its way', () => {
    const fake = fakeStorage();
    const cut: Storage = {
      ...fake.storage,
      setItem: (key, text) => fake.entries.set(key, text.slice(0, 10)),
    };
    expect(deviceStorage(() => cut).write('qianhai.a', 'a text of some length')).toBe('full');
  });

  it('should go on once the storage works again', () => {
    const fake = fakeStorage();
    const device = deviceStorage(() => fake.storage);
    fake.fault = 'full';
    expect(device.write('qianhai.a', 'text')).toBe('full');
    fake.fault = undefined;
    expect(device.write('qianhai.a', 'text')).toBe('saved');
  });

  it('should leave the old text where a new one could not be saved', () => {
    const fake = fakeStorage({ 'qianhai.a': 'old' });
    const device = deviceStorage(() => fake.storage);
    fake.fault = 'full';
    expect(device.write('qianhai.a', 'new')).toBe('full');
    expect(device.read('qianhai.a')).toBe('old');
  });

  it('should never throw, and never say saved of what cannot be read back, whatever fails when', () => {
    const anyFault = fc.constantFrom<StorageFault | 'null' | 'denied' | undefined>(
      ...([undefined, 'null', 'denied'] as const),
      ...(['full', 'read-throws', 'write-throws', 'loses', 'reads-undefined'] as const),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(anyFault, fc.nat(2), fc.string())), (writes) => {
        const fake = fakeStorage();
        let isDenied = false;
        let isNull = false;
        const device = deviceStorage(() => (isDenied ? refuse() : isNull ? null : fake.storage));
        for (const [fault, index, text] of writes) {
          isDenied = fault === 'denied';
          isNull = fault === 'null';
          fake.fault = isDenied || isNull ? undefined : (fault as StorageFault | undefined);
          const outcome = device.write(`key ${index}`, text);
          if (fault === undefined) expect(outcome).toBe('saved');
          if (outcome === 'saved') expect(device.read(`key ${index}`)).toBe(text);
          device.keys('key');
          device.remove('another key');
        }
      }),
      seeded(300),
    );
  });
});

// Helpers

function refuse(): never {
  throw new DOMException('Access is denied for this document.', 'SecurityError');
}

function broken(fault: StorageFault): () => Storage {
  const fake = fakeStorage({ 'qianhai.old': 'text' });
  fake.fault = fault;
  return () => fake.storage;
}
