import type { NeededGrowth } from '../assessment/needed-growth.ts';
import type { Edge } from '../plan/target.ts';
import type { DrawModel } from './draw-model.ts';
import type { DrawShocks } from './draw-shocks.ts';
import type { DrawSummary } from './draw-summary.ts';
import type { MetMask } from './met-mask.ts';
import type { RankTable } from './summary-ranks.ts';

/** Draws of one indicator: which meet the target, and what they say together. */
export interface IndicatorDraws {
  readonly metMask: MetMask;
  readonly summary: DrawSummary;
}

/** What an indicator is drawn and summarised with. */
export interface SummaryWork {
  readonly shocks: DrawShocks;
  readonly ranks: RankTable;
  /** Order statistics of the cumulative shocks of the indicator at an index, as `statisticsOf` gives them. */
  readonly shockStatisticsOf: (index: number) => Float64Array;
  /** How far nearly all cumulative shocks of a projected year, from 0, lie from 0; without unit. */
  readonly reachIn: (year: number) => number;
}

/** What tells which draws meet a target, for some indicators of a plan at once. */
export interface MaskWork {
  readonly shocks: DrawShocks;
  /** Levels of the stepped indicators among them and of whatever feeds those, as `steppedPaths` gives them. */
  readonly steppedPaths: () => ReadonlyMap<number, Float64Array>;
}

/** What the draws of a kind are counted by: nothing where they are all the same. */
export type BinnedQuantity = 'nothing' | 'shocks' | 'values';

/** Takes what is counted, year after year one number for each draw; each into bins of its own. */
export interface BinCounter {
  readonly countShocks: (shocks: Float64Array) => void;
  readonly countValues: (values: Float64Array) => void;
}

/** What counted draws of an indicator say, in the shape of `statisticsOf`. */
export interface CountedDraws {
  readonly ranks: RankTable;
  /** Share of draws that meet the target. */
  readonly shareMet: number;
  /** Order statistics of the cumulative shocks, where those are counted. */
  readonly shockStatistics: () => Float64Array;
  /** Order statistics of `y_t` in the indicator's unit, where that is counted. */
  readonly valueStatistics: () => Float64Array;
}

/** Which constant rate puts the draw of some rank on an edge. */
export interface ShareQuestion {
  readonly edge: Edge;
  /** The edge's value, in the indicator's unit. */
  readonly value: number;
  /** The rank among all draws in the horizon year, from 0, lowest first. */
  readonly rank: number;
  readonly shocks: DrawShocks;
}

/** All that is asked of a kind of draws; each is about the indicator at an index of the plan, which is of that kind. */
export interface DrawKindFunctions {
  /** Return `y_t` from the first projected year on: year after year one number for each draw, in the indicator's unit. */
  readonly valuesOf: (model: DrawModel, index: number, shocks: DrawShocks) => Float64Array;
  /** Draw and summarise. */
  readonly draw: (model: DrawModel, index: number, work: SummaryWork) => IndicatorDraws;
  /** Return which draws meet the target, and nothing else about them. */
  readonly metMaskOf: (model: DrawModel, index: number, work: MaskWork) => MetMask;
  readonly binned: BinnedQuantity;
  /** Count a range of draws into bins; returns 1 for each that meets the target, else 0. */
  readonly count: (
    model: DrawModel,
    index: number,
    work: { readonly shocks: DrawShocks; readonly counter: BinCounter },
  ) => Uint8Array;
  /** Return what counted draws say. */
  readonly summariseCounts: (model: DrawModel, index: number, counted: CountedDraws) => DrawSummary;
  /** Return what the draws hang on besides shocks, spread, target, reading and projected levels, as a text; may be empty. */
  readonly hangsOn: (model: DrawModel, index: number) => string;
  /** Return the rate that answers a question, or the nearest value; the kind is the one at a constant rate. */
  readonly growthAtRank: (model: DrawModel, index: number, question: ShareQuestion) => NeededGrowth;
}
