import type { Attachment } from 'svelte/attachments';
import type { GestureEnd } from '../../state/scenario-history.svelte.ts';

/** How long a button is held before it repeats, and between two repeats, in milliseconds. */
const DELAY = 400;
const INTERVAL = 100;

/** What a button does that can be held. */
export interface Repeated {
  readonly ontap: () => void;
  /** A hold begins. */
  readonly onhold: () => void;
  readonly onrepeat: () => void;
  readonly onend: (end: GestureEnd) => void;
}

/**
 * Have a button repeat while it is held. A tap is a click, which the browser takes back for a finger that scrolls; a hold
 * that turns into scrolling ends as cancelled.
 */
export function holdToRepeat({ ontap, onhold, onrepeat, onend }: Repeated): Attachment<HTMLElement> {
  return (button) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isHeld = false;
    /** The click after a hold is no tap. */
    let wasHeld = false;

    function repeat(): void {
      if (!isHeld) onhold();
      isHeld = true;
      onrepeat();
      timer = setTimeout(repeat, INTERVAL);
    }

    function end(how: GestureEnd): void {
      clearTimeout(timer);
      wasHeld = isHeld;
      isHeld = false;
      if (wasHeld) onend(how);
    }

    const off = new AbortController();
    const on = (type: string, listener: (event: Event) => void): void =>
      button.addEventListener(type, listener, { signal: off.signal });
    on('pointerdown', (event) => {
      end('settled');
      wasHeld = false;
      if (event instanceof PointerEvent && event.button === 0 && !event.ctrlKey)
        timer = setTimeout(repeat, DELAY);
    });
    on('pointerup', () => end('settled'));
    on('pointerleave', () => {
      if (isHeld) end('settled');
      else clearTimeout(timer);
    });
    on('pointercancel', () => end('cancelled'));
    // A long press asks for nothing else here.
    on('contextmenu', (event) => event.preventDefault());
    on('click', () => {
      if (!wasHeld) ontap();
      wasHeld = false;
    });
    return () => {
      off.abort();
      end('settled');
    };
  };
}
