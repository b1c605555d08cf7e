/** A straight piece of a contour, in cells: 0 is the middle of the first cell. */
export interface ContourPiece {
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
}

/**
 * Return where a level runs through a grid, by marching squares: between any four neighbouring cells a straight piece
 * is drawn through the points at which their sides cross the level. A saddle is drawn as two pieces.
 *
 * @param values Row after row; NaN where nothing is known, which no piece touches.
 * @param columns How many columns a row has.
 * @param level The level, in the values' unit.
 * @returns The pieces, in no particular direction.
 *
 * @see https://en.wikipedia.org/wiki/Marching_squares
 */
export function contourPieces(values: Float64Array, columns: number, level: number): readonly ContourPiece[] {
  const rows = values.length / columns;
  const pieces: ContourPiece[] = [];
  for (let y = 0; y + 1 < rows; y++)
    for (let x = 0; x + 1 < columns; x++) {
      const corners = [
        [x, y],
        [x + 1, y],
        [x + 1, y + 1],
        [x, y + 1],
      ] as const;
      const heights = corners.map(([cx, cy]) => values[cy * columns + cx] as number);
      if (heights.some(Number.isNaN)) continue;
      const crossings = corners.flatMap(([x1, y1], side): (readonly [number, number])[] => {
        const next = (side + 1) % 4;
        const [a, b] = [heights[side] as number, heights[next] as number];
        if (a >= level === b >= level) return [];
        const [x2, y2] = corners[next] as readonly [number, number];
        const share = (level - a) / (b - a);
        return [[x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]];
      });
      for (let k = 0; k + 1 < crossings.length; k += 2)
        pieces.push({
          from: crossings[k] as readonly [number, number],
          to: crossings[k + 1] as readonly [number, number],
        });
    }
  return pieces;
}
