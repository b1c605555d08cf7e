import type { Attachment } from 'svelte/attachments';
import { clamp } from '../../core/arithmetic/range.ts';
import { rootSize } from '../root-size.ts';
import type { GestureEnd } from '../../state/scenario-history.svelte.ts';

/** Width of a thumb in sizes of the page's text, as the style of sliders has it; its middle marks the value. */
const THUMB = 1.125;
/** Width in pixels of what a finger can take the thumb by. */
const TOUCH_TARGET = 44;
/** How far a finger moves before it is clear where it is going, in pixels. */
const SLOP = 6;
/** How much more sideways than up or down a finger must move to take the thumb along. */
const SIDEWAYS = 1.5;

/** What follows a pointer. */
export interface PointerFollower {
  /** The element whose ends are those of the line on which the thumb goes. */
  readonly line: () => Element;
  /** Where on the line the thumb stands, from 0 to 1. */
  readonly share: () => number;
  /** The thumb was taken, or a mouse pressed on the line. */
  readonly ontake: () => void;
  /** The pointer is there on the line, from 0 to 1; `isFine` while Shift is held. */
  readonly onmove: (share: number, isFine: boolean) => void;
  readonly onend: (end: GestureEnd) => void;
}

interface Press {
  readonly pointer: number;
  readonly from: { readonly x: number; readonly y: number };
  /** Where the middle of the thumb can be, in the window. */
  readonly track: { readonly left: number; readonly width: number };
  /** Whether it moves the thumb already; a finger that rests on it may still scroll the page. */
  isDrag: boolean;
}

/**
 * Have the thumb of a slider follow pointers, instead of the browser, to which each tap on the line, and each finger that
 * only scrolls the page, is a value.
 *
 * A mouse sets the value wherever its main button is pressed on the line. A finger or a pen must take the thumb and move
 * it sideways; what the browser takes for scrolling is cancelled, and said to be.
 */
export function followPointer(follower: PointerFollower): Attachment<HTMLElement> {
  return (root) => {
    let press: Press | undefined;
    let listening: AbortController | undefined;

    function start(event: PointerEvent): void {
      if (press !== undefined || event.button !== 0 || event.ctrlKey) return;
      const { left, width } = follower.line().getBoundingClientRect();
      const breadth = THUMB * rootSize();
      const track = { left: left + breadth / 2, width: width - breadth };
      const thumb = track.left + follower.share() * track.width;
      const from = { x: event.clientX, y: event.clientY };
      const isMouse = event.pointerType === 'mouse';
      // At an end of the line the target is as wide, all of it on the line.
      const target = { from: left + TOUCH_TARGET / 2, to: left + width - TOUCH_TARGET / 2 };
      if (!isMouse && Math.abs(from.x - clamp(thumb, target)) > TOUCH_TARGET / 2) return;
      press = { pointer: event.pointerId, from, track, isDrag: false };
      listen();
      if (!isMouse) return;
      // Only a pointer that exists can be captured.
      if (event.isTrusted) root.setPointerCapture(event.pointerId);
      take(press);
      // Pressing the thumb itself moves nothing yet.
      if (Math.abs(from.x - thumb) > breadth / 2) move(press, event);
    }

    function take(taken: Press): void {
      taken.isDrag = true;
      follower.ontake();
    }

    function move({ track }: Press, { clientX, shiftKey }: PointerEvent): void {
      follower.onmove(clamp((clientX - track.left) / track.width, { from: 0, to: 1 }), shiftKey);
    }

    function follow(event: Event): void {
      if (!(event instanceof PointerEvent) || press?.pointer !== event.pointerId) return;
      // The button was let go where nobody heard of it, such as in another window.
      if (event.pointerType === 'mouse' && (event.buttons & 1) === 0) return end('settled');
      if (press.isDrag) return move(press, event);
      const [aside, along] = [Math.abs(event.clientX - press.from.x), Math.abs(event.clientY - press.from.y)];
      if (Math.max(aside, along) < SLOP) return;
      if (aside > SIDEWAYS * along) {
        take(press);
        move(press, event);
      } else if (along >= aside) end('settled');
    }

    function end(how: GestureEnd): void {
      const wasDrag = press?.isDrag === true;
      press = undefined;
      listening?.abort();
      if (wasDrag) follower.onend(how);
    }

    /** While a pointer is down, hear of its end wherever it is. */
    function listen(): void {
      listening = new AbortController();
      const { signal } = listening;
      const endBy =
        (how: GestureEnd) =>
        (event: Event): void => {
          if (event instanceof PointerEvent && event.pointerId === press?.pointer) end(how);
        };
      root.addEventListener('pointermove', follow, { signal });
      // Ahead of the frame, where the browser tells of moves at once: the answer is then there in the same frame.
      root.addEventListener('pointerrawupdate', follow, { signal });
      root.addEventListener('lostpointercapture', endBy('cancelled'), { signal });
      window.addEventListener('pointerup', endBy('settled'), { signal });
      window.addEventListener('pointercancel', endBy('cancelled'), { signal });
      window.addEventListener('blur', () => end('settled'), { signal });
    }

    root.addEventListener('pointerdown', start);
    return () => {
      root.removeEventListener('pointerdown', start);
      end('settled');
    };
  };
}
