import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress-line.ts';

describe('the progress line', () => {
  it('says nothing for a second, then rewrites itself five times a second at most', () => {
    const { line, wait, written } = lineOn({ isTTY: true });
    for (let draws = 0; draws <= 140; draws++) {
      line.show(draws, 10_000_000);
      wait(10);
    }
    expect(written).toEqual([100, 120, 140].map(() => '\r\u001b[K0 % of 10,000,000 draws'));
  });

  it('rounds down, so that 100 % is all of them', () => {
    const { line, wait, written } = lineOn({ isTTY: true });
    wait(1000);
    line.show(999, 1000);
    wait(200);
    line.show(1000, 1000);
    expect(written).toEqual(['\r\u001b[K99 % of 1,000 draws', '\r\u001b[K100 % of 1,000 draws']);
  });

  it('is taken away once, and only where it is', () => {
    const { line, wait, written } = lineOn({ isTTY: true });
    line.clear();
    wait(1000);
    line.show(1, 2);
    line.clear();
    line.clear();
    expect(written).toEqual(['\r\u001b[K50 % of 2 draws', '\r\u001b[K']);
  });

  it('is silent where nobody watches', () => {
    const { line, wait, written } = lineOn({});
    wait(5000);
    line.show(1, 2);
    line.clear();
    expect(written).toEqual([]);
  });
});

// Helpers

function lineOn(screen: { readonly isTTY?: boolean }): {
  readonly line: ReturnType<typeof progressLine>;
  readonly wait: (milliseconds: number) => void;
  readonly written: string[];
} {
  const written: string[] = [];
  let time = 0;
  const line = progressLine({ ...screen, write: (text) => written.push(text) }, () => time);
  return { line, wait: (milliseconds) => (time += milliseconds), written };
}
