import type { Range } from '../arithmetic/range.ts';
import type { IndicatorModel, PlanModel } from '../plan/plan.ts';
import type { GrowthNumber, NumberChanges } from './growth-number.ts';

/** What an assumption is about: a new one starts from these. */
export interface GrowthContext {
  readonly plan: PlanModel;
  readonly indicator: IndicatorModel;
}

/** One number of an assumption that can be edited. */
export interface GrowthField<Growth, FieldName extends string> {
  /** Names the field; its words hang on it. */
  readonly name: FieldName;
  /** The projected year it is about, 0 for the first; undefined where it is about every year. */
  readonly step: number | undefined;
  readonly number: GrowthNumber;
  /** A fraction a year, or in the indicator's unit. */
  readonly value: number;
  readonly range: Range;
  /** Return the assumption with another number here. */
  readonly with: (value: number) => Growth;
}

/** A list in an assumption that must hold one number for each projected year. */
export interface YearlyList {
  /** The property it stands in. */
  readonly property: string;
  readonly values: readonly number[];
}

/**
 * All that there is to say about a growth shape. A shape is one file with its type, its definition and its schema, and
 * an entry in the tables of `growth-shapes.ts`. `Simpler` is what some of its assumptions may be written as instead.
 */
export interface GrowthShapeDefinition<Growth, FieldName extends string = never, Simpler = never> {
  /** Whether a year multiplies the level by a factor that is the same at every level: draws are then lognormal. */
  readonly multiplies: boolean;
  /** Whether the lead rate says it all: then it can be held against the growth zone, which is of constant rates. */
  readonly isConstantRate: boolean;
  /** What the lead rate may be. */
  readonly leadRange: Range;
  /** Next year's level `f_t(x)` from this year's, in the indicator's unit; step 0 enters the first projected year. */
  readonly grow: (growth: Growth, level: number, step: number) => number;
  /** The one rate that stands for the assumption, as a fraction a year in whole millionths. */
  readonly leadRate: (growth: Growth, indicator: IndicatorModel) => number;
  /** The assumption at another lead rate, every number it changes in its range and as a link can hold it. */
  readonly withLeadRate: (growth: Growth, indicator: IndicatorModel, rate: number) => Growth;
  /** A new assumption that starts from a lead rate, every number in its range and as a link can hold it. */
  readonly fromLeadRate: (rate: number, context: GrowthContext) => Growth;
  /** The assumption with every one of its numbers changed. */
  readonly mapNumbers: (growth: Growth, changes: NumberChanges) => Growth;
  /** The shortest form that says the same. */
  readonly simplest: (growth: Growth) => Growth | Simpler;
  /** The lists whose length the plan decides. */
  readonly yearlyLists: (growth: Growth) => readonly YearlyList[];
  /** What an editor of the assumption shows below its shape. */
  readonly fields: (growth: Growth) => readonly GrowthField<Growth, FieldName>[];
}

/** How a shape is written in a link. */
export interface GrowthNotation<Growth> {
  /**
   * Read the shape's form in a link; undefined where the text is not of that form. No text is of two shapes' forms, and
   * none has an `s`, which begins the spread. Numbers may lie outside their range, lists have any length.
   */
  readonly parse: (text: string) => Growth | undefined;
  /** The form in a link, of `0-9 - .` and letters other than `s`; rates are percent there. */
  readonly format: (growth: Growth) => string;
  /** An example of the form, and what it says: words for the documentation. */
  readonly example: { readonly text: string; readonly says: string };
}

/**
 * The assumption with its lead rate moved by a whole number of millionths, every number as a link can hold it, in its
 * range or not. The opposite move leads back to the very same assumption.
 */
export type GrowthShift<Growth> = (growth: Growth, indicator: IndicatorModel, by: number) => Growth;
