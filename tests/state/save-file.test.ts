// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { saveFile } from '../../src/state/save-file.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('saveFile', () => {
  it('should offer text and bytes as one file under its name, and give its address back', async () => {
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:one';
    });
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined);
    const names: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      expect([this.href, revoke.mock.calls]).toEqual(['blob:one', []]);
      names.push(this.download);
    });
    saveFile({ name: 'results', type: 'application/x-made-up', pieces: ['前海', Uint8Array.of(0, 255)] });
    expect(names).toEqual(['results']);
    expect(revoke.mock.calls).toEqual([['blob:one']]);
    expect(blobs.map(({ type }) => type)).toEqual(['application/x-made-up']);
    const bytes = new Uint8Array((await blobs[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect([...bytes]).toEqual([...Buffer.from('前海', 'utf8'), 0, 255]);
  });
});
