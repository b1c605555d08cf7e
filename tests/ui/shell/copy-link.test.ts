import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WrittenLink } from '../../../src/core/link/write-link.ts';
import CopyLink from '../../../src/ui/shell/CopyLink.svelte';
import { renderWithText } from '../render-with-text.ts';

const SHORT: WrittenLink = { kind: 'written', link: 'https://example.test/?v=1&z=50t8' };
const LONG: WrittenLink = { kind: 'too-long', length: 9001 };
const FILE = { format: 1, plan: 'qianhai-2025', name: 'Many drivers' };

let writeText = vi.fn<(text: string) => Promise<void>>();

beforeEach(() => {
  writeText = vi.fn(() => Promise.resolve());
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as unknown as Clipboard);
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('CopyLink', () => {
  it('should copy the link as it is at that moment, and say so', async () => {
    const { set, oncopied } = show(LONG);
    set({ link: () => SHORT });
    await press();
    await vi.waitFor(() => expect(oncopied).toHaveBeenCalledTimes(1));
    expect(writeText.mock.calls).toEqual([[SHORT.link]]);
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('should show the link selected in a field where the browser does not let the page copy it', async () => {
    writeText.mockImplementation(() => Promise.reject(new Error('denied')));
    const { oncopied } = show(SHORT);
    await press();
    const field = await screen.findByRole<HTMLInputElement>('textbox');
    expect(field.value).toBe(SHORT.link);
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, SHORT.link.length]);
    expect(oncopied).not.toHaveBeenCalled();
    await fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(document.activeElement).toBe(copyButton());
  });

  it('should copy nothing where no link is long enough, say how long it would be, and offer the file', async () => {
    const { oncopied } = show(LONG);
    await press();
    const panel = screen.getByRole('group', { name: 'Copy link' });
    expect(panel.textContent).toMatch(/9,?001/);
    expect(panel.textContent).toMatch(/8,?192/);
    expect(screen.getByRole('button', { name: 'Save scenario file' })).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect([writeText.mock.calls, oncopied.mock.calls]).toEqual([[], []]);
  });

  it('should lead the focus to the file that is offered, with the reason read out, each time it is asked for', async () => {
    show(LONG);
    for (let time = 0; time < 2; time++) {
      await press();
      const save = screen.getByRole('button', { name: 'Save scenario file' });
      await vi.waitFor(() => expect(document.activeElement).toBe(save));
      const why = document.getElementById(save.getAttribute('aria-describedby') ?? '');
      expect(why?.textContent).toMatch(/9,?001/);
      copyButton().focus();
    }
  });

  it('should not take the focus from whoever makes the link longer while it is shown', async () => {
    writeText.mockImplementation(() => Promise.reject(new Error('denied')));
    const { set } = show(SHORT);
    await press();
    const field = await screen.findByRole('textbox');
    await vi.waitFor(() => expect(document.activeElement).toBe(field));
    copyButton().focus();
    set({ link: () => LONG });
    expect(screen.getByRole('button', { name: 'Save scenario file' })).toBeDefined();
    set({ link: () => SHORT });
    expect(screen.getByRole('textbox')).toBeDefined();
    expect(document.activeElement).toBe(copyButton());
  });

  it('should save the file with what the scenario says at that moment, and give its address back', async () => {
    const saved: { name: string; blob: Blob }[] = [];
    const blobs = new Map<string, Blob>();
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.set('blob:one', blob as Blob);
      return 'blob:one';
    });
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockImplementation(() => undefined);
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: blobs.get(this.href) as Blob });
    });
    const { set } = show(LONG);
    await press();
    set({ file: () => ({ ...FILE, seed: 7 }) });
    await fireEvent.click(screen.getByRole('button', { name: 'Save scenario file' }));
    expect(saved.map(({ name, blob }) => [name, blob.type])).toEqual([['scenario.json', 'application/json']]);
    expect(JSON.parse((await saved[0]?.blob.text()) ?? '')).toEqual({ ...FILE, seed: 7 });
    expect(revoke.mock.calls).toEqual([['blob:one']]);
  });

  it('should close the offer on Escape and by its button, and give the focus back', async () => {
    show(LONG);
    await press();
    await fireEvent.keyDown(screen.getByRole('button', { name: 'Save scenario file' }), { key: 'Escape' });
    expect(screen.queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(copyButton());
    await press();
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('group')).toBeNull();
    expect(document.activeElement).toBe(copyButton());
  });

  it('should take the offer away once the link is copied after all', async () => {
    const { set, oncopied } = show(LONG);
    await press();
    set({ link: () => SHORT });
    await press();
    await vi.waitFor(() => expect(oncopied).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('group')).toBeNull();
  });

  it('should offer the file in the language of the page', async () => {
    const { speak } = show(LONG);
    speak('zh-Hans');
    await fireEvent.click(screen.getByRole('button'));
    expect(screen.getByRole('button', { name: '保存情景文件' })).toBeDefined();
  });
});

// Helpers

function show(link: WrittenLink) {
  const oncopied = vi.fn<() => void>();
  const props = { link: () => link, file: (): Readonly<Record<string, unknown>> => FILE, oncopied };
  return { ...renderWithText(CopyLink, props), oncopied };
}

function copyButton(): HTMLElement {
  return screen.getAllByRole('button', { name: /^Copy link/ })[0] as HTMLElement;
}

async function press(): Promise<void> {
  await fireEvent.click(copyButton());
}
