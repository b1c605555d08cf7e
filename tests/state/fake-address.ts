import { AddressBar } from '../../src/state/address-bar.svelte.ts';
import type { AddressMemory } from '../../src/state/address-memory.ts';

/** An entry of a browser's history: an address, and what is remembered with it. */
export interface FakeEntry {
  readonly text: string;
  readonly memory?: AddressMemory | undefined;
}

/** An address bar without a browser: writes stand in it at once unless it is slow. */
export class FakeAddress extends AddressBar {
  /** Everything written to it, first to last. */
  readonly writes: string[] = [];
  reloads = 0;
  /** Whether writes wait until `flush`. */
  isSlow = false;
  #text: string;
  #memory: AddressMemory | undefined;
  #waiting: FakeEntry | undefined;
  #written: string | undefined;
  #onNavigate: ((text: string) => void) | undefined;

  constructor({ text, memory }: FakeEntry = { text: '' }) {
    super();
    this.#text = text;
    this.#memory = memory;
  }

  /** What a browser would open again after a reload. */
  get entry(): FakeEntry {
    return { text: this.#text, memory: this.#memory };
  }

  override get text(): string {
    return this.#text;
  }

  override get memory(): AddressMemory | undefined {
    return this.#memory;
  }

  override get written(): string | undefined {
    return this.#written;
  }

  override get base(): string {
    return 'https://example.test/';
  }

  override write(link: string, memory?: AddressMemory): void {
    this.#waiting = { text: link, memory };
    if (!this.isSlow) this.flush();
  }

  override remember(memory: AddressMemory): void {
    this.#memory = memory;
  }

  override clear(): void {
    this.leave();
    this.#text = '';
    this.#memory = undefined;
  }

  override flush(): void {
    if (this.#waiting === undefined) return;
    const { text, memory } = this.#waiting;
    this.#text = this.#written = text;
    this.#memory = memory;
    this.writes.push(text);
    this.#waiting = undefined;
  }

  override leave(): void {
    this.#waiting = undefined;
    this.#written = undefined;
  }

  override reload(): void {
    this.reloads += 1;
  }

  override listen(onNavigate: (text: string) => void): () => void {
    this.#onNavigate = onNavigate;
    return () => (this.#onNavigate = undefined);
  }

  /** Go to an address, as by a paste into the open page, or back and forward. */
  navigate(text: string, memory?: AddressMemory): void {
    this.#text = text;
    this.#memory = memory;
    this.#onNavigate?.(text);
  }
}
