import { loadPart } from '../engine/load-part.ts';

/** How far the loading of a part has come. */
export type PartState<Part> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'loaded'; readonly part: Part }
  /** It could not be had from the host; it may be tried again. */
  | { readonly kind: 'missing' };

/** A part of the page that is loaded when it is first needed. */
export class LazyPart<Part> {
  readonly #load: () => Promise<Part>;
  /** Settles once the part is there, or could not be had at first. */
  readonly arrival: Promise<void>;
  #state: PartState<Part> = $state.raw({ kind: 'loading' });

  /** @param load Imports the part. */
  constructor(load: () => Promise<Part>) {
    this.#load = load;
    this.arrival = this.tryAgain();
  }

  get state(): PartState<Part> {
    return this.#state;
  }

  /** Load the part, where it is not there; what it says stays until it is. */
  async tryAgain(): Promise<void> {
    if (this.#state.kind === 'loaded') return;
    try {
      this.#state = { kind: 'loaded', part: await loadPart(this.#load) };
    } catch {
      this.#state = { kind: 'missing' };
    }
  }
}
