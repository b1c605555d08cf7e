import { MediaQuery } from 'svelte/reactivity';

/** Below this width the details open under their row instead of beside the table. */
const NARROW = 'max-width: 1199px';

/** Return whether the details have no room beside the table; follows the window. */
export function narrowWindow(): { readonly current: boolean } {
  return new MediaQuery(NARROW);
}

/** Return whether the device asks for dark colours, and whether for its own; follows the device. */
export function colourScheme(): { readonly current: string; readonly isForced: boolean } {
  const dark = new MediaQuery('prefers-color-scheme: dark');
  const forced = new MediaQuery('forced-colors: active');
  return {
    get current() {
      return `${dark.current ? 'dark' : 'light'}${forced.current ? ' forced' : ''}`;
    },
    get isForced() {
      return forced.current;
    },
  };
}
