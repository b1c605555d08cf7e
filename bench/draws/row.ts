/** One figure of the benchmark. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it is held to, if anything, and on which side of it the figure is to be. */
  readonly limit?: number;
  readonly sign?: '<=' | '>=';
}
