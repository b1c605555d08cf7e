import { deviceStorage } from './device-storage.ts';
import { isRecord } from './is-record.ts';
import { readAddressMemory, type AddressMemory } from './address-memory.ts';
import { throttle, whenIdle } from './throttle.ts';

/** Browsers drop or refuse history writes that come faster; two a second is safe in all of them. */
const WRITE_INTERVAL = 500;
/** Under which name the memory stands in the state of a history entry, beside whatever else a host put there. */
const STATE_KEY = 'qianhai';
/** Where this browser tab remembers the links it wrote last. */
const WRITTEN_KEY = 'qianhai.written';
const MOST_WRITTEN = 6;

/** The one reader and writer of the page's address. */
export class AddressBar {
  #written: string | undefined = $state();
  #wanted: { readonly link: string; readonly memory: AddressMemory | undefined } | undefined;
  /** Whether the page came back to an address, by a reload or through the history, rather than being sent to it. */
  #isReturn = hasReturned();
  readonly #tab = deviceStorage(() => window.sessionStorage);
  readonly #throttle = throttle(() => this.#write(), WRITE_INTERVAL, whenIdle);

  /** The address as it stands, whole: query and fragment, and a path in case a `#` in it was encoded. */
  get text(): string {
    return location.href;
  }

  /** What is remembered with the address; undefined for one that was opened anew. */
  get memory(): AddressMemory | undefined {
    const state: unknown = history.state;
    const remembered = isRecord(state) ? readAddressMemory(state[STATE_KEY]) : undefined;
    // A browser may give back an address that was written a moment before a reload without what was to go with it.
    return remembered ?? (this.#isReturn ? this.#writtenByTab()[location.search + location.hash] : undefined);
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
    this.#tab.remove(WRITTEN_KEY);
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
      this.#isReturn = false;
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
    // Before the first change there is nothing to find again, and nothing is put on the device.
    if (memory !== undefined && memory.revision > 0) {
      const others = Object.entries(this.#writtenByTab()).filter(([text]) => text !== link);
      const written = Object.fromEntries([...others.slice(1 - MOST_WRITTEN), [link, memory]]);
      this.#tab.write(WRITTEN_KEY, JSON.stringify(written));
    }
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

  /** What went with the links that this tab wrote last. */
  #writtenByTab(): Readonly<Record<string, AddressMemory | undefined>> {
    try {
      const written: unknown = JSON.parse(this.#tab.read(WRITTEN_KEY) ?? '{}');
      const links = isRecord(written) ? Object.entries(written) : [];
      return Object.fromEntries(links.map(([link, memory]) => [link, readAddressMemory(memory)]));
    } catch {
      return {}; // not JSON, and so not ours
    }
  }
}

function hasReturned(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type !== 'navigate';
}
