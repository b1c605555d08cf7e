import { flushSync } from 'svelte';

/** What a component that reads something would have shown, first to last. */
export interface Observed<Value> {
  readonly seen: readonly Value[];
  stop(): void;
}

/** Read something inside an effect, as a component does, and write down every value it comes to show. */
export function observe<Value>(read: () => Value): Observed<Value> {
  const seen: Value[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(read());
    });
  });
  flushSync();
  return { seen, stop };
}
