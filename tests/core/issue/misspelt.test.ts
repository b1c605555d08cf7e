import { describe, expect, it } from 'vitest';
import { isMisspelt } from '../../../src/core/issue/misspelt.ts';

describe('isMisspelt', () => {
  it.each([
    ['horizonyear', 'horizonYear'],
    ['horizon_year', 'horizonYear'],
    ['MIN', 'min'],
    ['indicator', 'indicators'],
    ['targget', 'target'],
    ['sorces', 'sources'],
    ['drivars', 'drivers'],
    ['vresion', 'version'],
    ['version', 'vresion'],
    ['zh-hans', 'zh-Hans'],
  ])('should take %s for %s', (given, name) => {
    expect(isMisspelt(given, name)).toBe(true);
  });

  it.each([
    ['max', 'min'],
    ['rho', 'phi'],
    ['mix', 'min'],
    ['name', 'note'],
    ['zh-Hant', 'en'],
    ['title', 'unit'],
    ['sources', 'source-list'],
    ['', 'unit'],
  ])('should not take %s for %s', (given, name) => {
    expect(isMisspelt(given, name)).toBe(false);
  });
});
