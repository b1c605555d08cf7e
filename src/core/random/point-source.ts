/** How the points are made that draws are built on. */
export type PointKind =
  /** Scrambled Sobol points: spread evenly, so that fewer draws give the same accuracy. */
  | 'sobol'
  /** Plain pseudo-random numbers. */
  | 'pseudo-random';

/** Gives random bits by the number of a draw, so that any draw can be computed alone, in any order, on any machine. */
export interface PointSource {
  /**
   * Fill an array with the bits of consecutive draws.
   *
   * @param stream The permanent number of an indicator, or 0 for the common factor.
   * @param coordinate Which of the stream's numbers for one draw, from 0.
   * @param from Number of the first draw, from 0.
   * @param out One signed 32-bit integer a draw; read as unsigned and divided by 2^32, uniform on [0, 1).
   */
  readonly fill: (stream: number, coordinate: number, from: number, out: Int32Array) => void;
}
