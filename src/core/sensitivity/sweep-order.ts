/** A grid of cells, row after row. */
export interface GridSize {
  readonly columns: number;
  readonly rows: number;
}

/** How far apart the cells of each pass stand: every eighth row and column first. */
const STRIDES = [8, 4, 2, 1] as const;

/**
 * Return the order in which the cells of a grid are best computed, so that a coarse picture is there at once and
 * becomes finer pass by pass.
 *
 * @param size Columns and rows.
 * @returns Every cell once, as `row * columns + column`.
 */
export function sweepOrder({ columns, rows }: GridSize): Int32Array {
  const order = new Int32Array(columns * rows);
  let at = 0;
  STRIDES.forEach((stride, pass) => {
    const coarser = STRIDES[pass - 1];
    for (let row = 0; row < rows; row += stride)
      for (let column = 0; column < columns; column += stride) {
        const isDone = coarser !== undefined && row % coarser === 0 && column % coarser === 0;
        if (!isDone) order[at++] = row * columns + column;
      }
  });
  return order;
}

/**
 * Return the cell whose value stands in for one that is not computed yet: the nearest of the coarser passes.
 *
 * @param cell The cell wanted.
 * @param columns How many columns the grid has.
 * @param isKnown Whether a cell is computed.
 * @returns The cell itself or a coarser one; undefined where none is known.
 */
export function coarserCell(
  cell: number,
  columns: number,
  isKnown: (cell: number) => boolean,
): number | undefined {
  const column = cell % columns;
  const row = (cell - column) / columns;
  for (const stride of [...STRIDES].reverse()) {
    const candidate = (row - (row % stride)) * columns + column - (column % stride);
    if (isKnown(candidate)) return candidate;
  }
  return undefined;
}
