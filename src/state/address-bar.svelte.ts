import { isRecord } from './is-record.ts';
import { readAddressMemory, type AddressMemory } from './address-memory.ts';
import { throttle, whenIdle } from './throttle.ts';

/** Browsers drop or refuse history writes that come faster; two a second is safe in all of them. */
const WRITE_INTERVAL = 500;
/** Under which name the memory stands in the state of a history entry, beside whatever else a host put there. */
const STATE_KEY = 'qianhai';

/** The one reader and writer of the page's address. */
export class AddressBar {
  #written: string | undefined = $state();
  #wanted: { readonly link: string; readonly memory: AddressMemory | undefined } | undefined;
  readonly #throttle = throttle(() => this.#write(), WRITE_INTERVAL, whenIdle);

  /** The address as it stands, whole: query and fragment, and a path in case a `#` in it was encoded. */
  get text(): string {
    return location.href;
  }

  /** What the browser remembers with the address; undefined for one that was opened anew. */
  get memory(): AddressMemory | undefined {
    const state: unknown = history.state;
    return isRecord(state) ? readAddressMemory(state[STATE_KEY]) : undefined;
  }

  /** The last link put into the address bar by this page; undefined while it still holds what was opened. */
  get written(): string | undefined {
    return this.#written;
  }

  /** What a link stands behind when it is sent round: the address of the page up to its `?`. */
  get base(): string {
    return location.origin + this.#path();
  }

  /** Put a link into the address bar, at most twice a second; the last one always gets there, its memory with it. */
  write(link: string, memory?: AddressMemory): void {
    this.#wanted = { link, memory };
    this.#throttle.request();
  }

  /** Have the browser remember something else with the address, which stays as it is. */
  remember(memory: AddressMemory): void {
    this.#replace(memory);
  }

  /** Leave nothing in the address and its memory. */
  clear(): void {
    this.leave();
    this.#replace(undefined, this.#path());
    this.#onWritten();
  }

  /** Leave the address as it is and forget what was to be written: it holds a link that was just opened. */
  leave(): void {
    this.#wanted = undefined;
    this.#written = undefined;
  }

  reload(): void {
    location.reload();
  }

  /** Write now what is still waiting, as when the page is left. */
  flush(): void {
    this.#throttle.flush();
  }

  /**
   * Tell when another link stands in the address: one pasted into the open page, or back and forward.
   *
   * @param onNavigate Called with the whole address.
   * @returns A function that stops listening.
   */
  listen(onNavigate: (text: string) => void): () => void {
    let last = location.href;
    const handle = (): void => {
      if (location.href === last) return; // one step back tells of itself twice
      last = location.href;
      onNavigate(last);
    };
    window.addEventListener('popstate', handle);
    window.addEventListener('hashchange', handle);
    this.#onWritten = () => (last = location.href);
    return () => {
      window.removeEventListener('popstate', handle);
      window.removeEventListener('hashchange', handle);
    };
  }

  #onWritten: () => void = () => undefined;

  /** The path without anything that belongs to a link whose `#` or `?` was encoded or lost. */
  #path(): string {
    const folder = location.pathname.slice(0, location.pathname.lastIndexOf('/') + 1);
    const file = location.pathname.slice(folder.length);
    return /[%=]/.test(file) ? folder : location.pathname;
  }

  #write(): void {
    if (this.#wanted === undefined) return;
    const { link, memory } = this.#wanted;
    this.#replace(memory, this.#path() + link);
    this.#onWritten();
    this.#written = link;
  }

  #replace(memory: AddressMemory | undefined, address?: string): void {
    try {
      const state: unknown = history.state;
      history.replaceState({ ...(isRecord(state) && state), [STATE_KEY]: memory }, '', address);
    } catch {
      // Some frames may not touch their history; Copy link still gives the link.
    }
  }
}
