import { describe, expect, it } from 'vitest';
import {
  bandAtHorizon,
  bandOf,
  BANDS,
  QUANTILES,
  quantileAt,
  WIDEST_BAND,
} from '../../../src/core/draws/quantiles.ts';

const SUMMARY = { quantiles: QUANTILES.map((p) => ({ p, values: Float64Array.of(1, p, 2 * p) })) };

describe('BANDS', () => {
  it('should each hold the share of draws between their ends, the widest first', () => {
    for (const { share, low, high } of BANDS) expect(high - low).toBeCloseTo(share, 12);
    const shares = BANDS.map(({ share }) => share);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(BANDS[0]).toBe(WIDEST_BAND);
  });
});

describe('quantileAt', () => {
  it('should find a quantile by its probability, wherever it stands', () => {
    const backwards = { quantiles: [...SUMMARY.quantiles].reverse() };
    for (const p of QUANTILES)
      for (const summary of [SUMMARY, backwards]) expect([...quantileAt(summary, p)]).toEqual([1, p, 2 * p]);
  });

  it('should refuse a probability that is not reported', () => {
    expect(() => quantileAt({ quantiles: [] }, 0.5)).toThrow(TypeError);
  });
});

describe('bandOf and bandAtHorizon', () => {
  it('should give the ends of a band, year by year and in the horizon year', () => {
    expect(bandOf(SUMMARY, { share: 0.5, low: 0.25, high: 0.75 })).toEqual({
      low: Float64Array.of(1, 0.25, 0.5),
      high: Float64Array.of(1, 0.75, 1.5),
    });
    expect(bandAtHorizon(SUMMARY, WIDEST_BAND)).toEqual({ from: 0.1, to: 1.9 });
  });
});
