// @vitest-environment happy-dom
import fc from 'fast-check';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer } from '../../src/state/announcer.svelte.ts';
import { seeded } from '../helpers/arbitraries.ts';
import { observe } from './observe.svelte.ts';

/** The shortest time between two announcements while things keep changing, in milliseconds. */
const INTERVAL = 2000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});

afterEach(() => {
  vi.useRealTimers();
});

describe('Announcer', () => {
  it('should say nothing before things have settled, then one sentence', () => {
    const announcer = new Announcer();
    announcer.say(() => 'settled');
    vi.advanceTimersByTime(300);
    expect(announcer.text).toBe('');
    vi.advanceTimersByTime(1000);
    expect(announcer.text).toBe('settled');
  });

  it('should say what holds when it speaks, not what held when it was asked to', () => {
    const announcer = new Announcer();
    let met = 4;
    announcer.say(() => `${met} of 14`);
    met = 5;
    vi.advanceTimersByTime(INTERVAL);
    expect(announcer.text).toBe('5 of 14');
  });

  it('should say only the last of several things in a row', () => {
    const { announcer, spoken } = listen();
    for (const word of ['one', 'two', 'three']) {
      announcer.say(() => word);
      pass(100);
    }
    pass(INTERVAL);
    expect(spoken()).toEqual(['three']);
  });

  it('should speak every two seconds of a drag that goes on and on, and once more at its end', () => {
    const { announcer, spoken } = listen();
    for (let move = 0; move < 100; move++) {
      announcer.say(() => `at ${performance.now()}`);
      pass(50); // 5 s in all
    }
    pass(2 * INTERVAL);
    expect(spoken()).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('should not speak where there is nothing to say, nor hold the next sentence back for it', () => {
    const { announcer, spoken } = listen();
    announcer.say(() => '');
    pass(700);
    announcer.say(() => 'something');
    pass(700);
    expect(spoken()).toEqual(['something']);
  });

  it('should make the same sentence new when it is said again, so that it is read out again', () => {
    const { announcer, spoken } = listen();
    for (let time = 0; time < 3; time++) {
      announcer.say(() => 'the same');
      pass(INTERVAL);
    }
    expect(spoken()).toHaveLength(3);
    expect(spoken().map((text) => text.trim())).toEqual(['the same', 'the same', 'the same']);
  });

  it('should say at once what cannot wait, such as that a link was copied', () => {
    const { announcer, spoken } = listen();
    announcer.sayNow('copied');
    pass(0);
    expect(spoken()).toEqual(['copied']);
  });

  it('should lose nothing that was waiting when something is said at once, and say nothing twice', () => {
    const { announcer, spoken } = listen();
    announcer.say(() => 'two verdicts changed');
    pass(300);
    announcer.sayNow('copied');
    pass(0);
    expect(spoken().join(' ')).toContain('copied');
    pass(2 * INTERVAL);
    const words = spoken().join(' ');
    expect([words.match(/copied/g), words.match(/two verdicts changed/g)]).toEqual([
      ['copied'],
      ['two verdicts changed'],
    ]);
  });

  it('should never speak twice within two seconds, always end with the last thing, and keep no timer', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3000), { minLength: 1, maxLength: 30 }), (pauses) => {
        const announcer = new Announcer();
        const times: number[] = [];
        let said = '';
        let last = '';
        for (const pause of pauses) {
          vi.advanceTimersByTime(pause);
          last = `after ${pause}, at ${performance.now()}`;
          const sentence = last;
          announcer.say(() => {
            times.push(performance.now());
            said = sentence;
            return sentence;
          });
        }
        const asked = performance.now();
        vi.advanceTimersByTime(INTERVAL);
        expect(said).toBe(last);
        expect(announcer.text).toBe(last);
        expect(vi.getTimerCount()).toBe(0);
        times.forEach((time, index) => {
          expect(time - (times[index - 1] ?? -Infinity)).toBeGreaterThanOrEqual(INTERVAL);
        });
        expect((times.at(-1) ?? Infinity) - asked).toBeLessThanOrEqual(INTERVAL);
      }),
      seeded(300),
    );
  });
});

// Helpers

/** An announcer and everything a screen reader was given by it. */
function listen(): { readonly announcer: Announcer; readonly spoken: () => readonly string[] } {
  const announcer = new Announcer();
  const { seen } = observe(() => announcer.text);
  return { announcer, spoken: () => seen.filter((text) => text !== '') };
}

/** Let time pass, and the page follow what happens in it. */
function pass(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
  flushSync();
}
