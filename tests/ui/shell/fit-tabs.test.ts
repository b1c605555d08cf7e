import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitTabs } from '../../../src/ui/shell/fit-tabs.ts';
import { seeded } from '../../helpers/arbitraries.ts';

describe('fitTabs', () => {
  it('should put all tabs into the bar where they fit, or nothing is known of its width', () => {
    expect(fitTabs([1, 2, 3], 1, 60)).toEqual({ inBar: [1, 2, 3], inMenu: [] });
    expect(fitTabs([1, 2, 3], 1, 0)).toEqual({ inBar: [1, 2, 3], inMenu: [] });
  });

  it('should put those that do not fit into the menu, in their order, but never the shown one', () => {
    expect(fitTabs([1, 2, 3, 4, 5, 6], 2, 34)).toEqual({ inBar: [1, 2, 3], inMenu: [4, 5, 6] });
    expect(fitTabs([1, 2, 3, 4, 5, 6], 5, 34)).toEqual({ inBar: [1, 2, 5], inMenu: [3, 4, 6] });
    expect(fitTabs([1, 2, 3], 3, 5)).toEqual({ inBar: [3], inMenu: [1, 2] });
    expect(fitTabs([1, 2, 3], undefined, 5)).toEqual({ inBar: [1], inMenu: [2, 3] });
  });

  it('should always have every tab once, the shown one in the bar, and more of them in a wider bar', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(29), fc.nat(400), (count, at, ems) => {
        const tabs = Array.from({ length: count }, (_, index) => index);
        const shown = tabs[at];
        const { inBar, inMenu } = fitTabs(tabs, shown, ems);
        expect([...inBar, ...inMenu].sort((a, b) => a - b)).toEqual(tabs);
        if (shown !== undefined) expect(inBar).toContain(shown);
        if (ems > 0) expect(fitTabs(tabs, shown, ems + 10).inBar.length).toBeGreaterThanOrEqual(inBar.length);
      }),
      seeded(300),
    );
  });
});
