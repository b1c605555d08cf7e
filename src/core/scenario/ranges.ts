/**
 * Ranges of the numbers of a scenario, but for those of growth, which every growth shape states itself: spread and
 * effects in percentage points, the rest without unit.
 */
export const RANGES = {
  spread: { from: 0, to: 100 },
  rho: { from: 0, to: 0.95 },
  phi: { from: 0, to: 1 },
  seed: { from: 0, to: 4294967295 },
  intensity: { from: -10, to: 10 },
  effect: { from: -100, to: 100 },
  strength: { from: -10, to: 10 },
} as const;
