import { assertNever } from '../assert-never.ts';
import {
  clamp,
  DECIMAL,
  formatDecimal,
  formatPercent,
  parseDecimal,
  parsePercent,
  type Range,
} from '../arithmetic/decimal.ts';
import { RANGES, type GrowthAssumption } from '../scenario/scenario.ts';

/** What the value of an indicator's key says: its growth assumption and its spread. */
export interface GrowthText {
  readonly growth: GrowthAssumption;
  /** Percentage points, from 0. */
  readonly spread: number;
}

const SHAPE = new RegExp(
  `^(?:a(${DECIMAL})|(${DECIMAL})c(${DECIMAL})|(${DECIMAL}(?:y${DECIMAL})*))(?:s(${DECIMAL}))?$`,
);

/**
 * Read an indicator's value in a link: `6.2` compound, `5y6y7` yearly, `a500` linear, `30c12000` saturating, any of
 * them with `s4` for a spread. Rates are percent in the text and fractions in the result.
 *
 * @param text The value, already percent-decoded.
 * @param years How many projected years there are: the number of rates `yearly` must have.
 * @returns The assumption with every number clamped into `RANGES`, and whether one was; undefined where the text is
 *   not the grammar.
 */
export function parseGrowth(
  text: string,
  years: number,
): (GrowthText & { readonly clamped: boolean }) | undefined {
  const match = SHAPE.exec(text);
  if (match === null) return undefined;
  const [, amount, startRate, ceiling, rates = '', spread = '0'] = match;
  let clamped = false;
  const within = (value: number, range: Range): number => {
    const used = clamp(value, range);
    if (used !== value) clamped = true;
    return used;
  };

  let growth: GrowthAssumption;
  if (amount !== undefined) {
    growth = { kind: 'linear', amount: within(accepted(amount), RANGES.amount) };
  } else if (startRate !== undefined && ceiling !== undefined) {
    const rate = within(acceptedPercent(startRate), RANGES.saturatingRate);
    growth = { kind: 'saturating', rate, ceiling: within(accepted(ceiling), RANGES.ceiling) };
  } else {
    const fractions = rates.split('y').map((rate) => within(acceptedPercent(rate), RANGES.rate));
    const [only = 0] = fractions;
    if (fractions.length === 1) growth = { kind: 'compound', rate: only };
    else if (fractions.length === years) growth = { kind: 'yearly', rates: fractions };
    else return undefined;
  }
  return { growth, spread: within(accepted(spread), RANGES.spread), clamped };
}

/** A piece of the text that `SHAPE` has already accepted as a decimal. */
function accepted(text: string): number {
  return parseDecimal(text) as number;
}

/** A piece of the text that `SHAPE` has already accepted as a decimal, percent, as a fraction. */
function acceptedPercent(text: string): number {
  return parsePercent(text) as number;
}

/**
 * Write an indicator's value for a link. Reads back as the same assumption, to a millionth of a rate.
 *
 * @param value The growth assumption and spread.
 * @returns The value, made of `0-9 - . a c s y` only.
 */
export function formatGrowth({ growth, spread }: GrowthText): string {
  return formatShape(growth) + (spread > 0 ? `s${formatDecimal(spread)}` : '');
}

function formatShape(growth: GrowthAssumption): string {
  switch (growth.kind) {
    case 'compound':
      return formatPercent(growth.rate);
    case 'yearly':
      return growth.rates.map(formatPercent).join('y');
    case 'linear':
      return `a${formatDecimal(growth.amount)}`;
    case 'saturating':
      return `${formatPercent(growth.rate)}c${formatDecimal(growth.ceiling)}`;
    default:
      return assertNever(growth);
  }
}
