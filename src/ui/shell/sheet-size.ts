/** How high the sheet of details can stand, lowest first. */
export const SHEET_SIZES = ['peek', 'half', 'full'] as const;
/** One of the heights of the sheet. */
export type SheetSize = (typeof SHEET_SIZES)[number];

/** The part of the window each height takes. */
export const SHEET_SHARES: Readonly<Record<SheetSize, number>> = { peek: 0.36, half: 0.58, full: 0.92 };

/** Below this part of the window a sheet that is let go closes. */
const CLOSES_BELOW = 0.18;

/**
 * Return where a sheet comes to rest.
 *
 * @param share The part of the window it takes where it is let go.
 * @returns The nearest height, or undefined where it closes.
 */
export function restingSize(share: number): SheetSize | undefined {
  if (share < CLOSES_BELOW) return undefined;
  const distanceTo = (size: SheetSize): number => Math.abs(SHEET_SHARES[size] - share);
  return SHEET_SIZES.reduce((nearest, size) => (distanceTo(size) < distanceTo(nearest) ? size : nearest));
}
