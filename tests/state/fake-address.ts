import { AddressBar } from '../../src/state/address-bar.svelte.ts';

/** An address bar without a browser: writes stand in it at once unless it is slow. */
export class FakeAddress extends AddressBar {
  /** Everything written to it, first to last. */
  readonly writes: string[] = [];
  reloads = 0;
  /** Whether writes wait until `flush`. */
  isSlow = false;
  #text: string;
  #waiting: string | undefined;
  #written: string | undefined;
  #onNavigate: ((text: string) => void) | undefined;

  constructor(text = '') {
    super();
    this.#text = text;
  }

  override get text(): string {
    return this.#text;
  }

  override get written(): string | undefined {
    return this.#written;
  }

  override get base(): string {
    return 'https://example.test/';
  }

  override write(link: string): void {
    this.#waiting = link;
    if (!this.isSlow) this.flush();
  }

  override flush(): void {
    if (this.#waiting === undefined) return;
    this.#text = this.#written = this.#waiting;
    this.writes.push(this.#waiting);
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
  navigate(text: string): void {
    this.#text = text;
    this.#onNavigate?.(text);
  }
}
