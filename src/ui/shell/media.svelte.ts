import { MediaQuery } from 'svelte/reactivity';
import type { Placement } from './placement.ts';

/** From this width on the details have room beside the table. */
const WIDE = 'min-width: 1240px';
/** Below this height, as at 400 % zoom, a sheet would leave nothing of the table in sight. */
const LOW = 'max-height: 479px';

/** Return where the details stand; follows the window. */
export function detailsPlacement(): { readonly current: Placement } {
  const wide = new MediaQuery(WIDE);
  const low = new MediaQuery(LOW);
  return {
    get current() {
      if (wide.current) return 'beside';
      return low.current ? 'page' : 'sheet';
    },
  };
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
