import { rateToPercent } from '../core/arithmetic/decimal.ts';
import { assessTarget, type Status } from '../core/assessment/assess-target.ts';
import type { Language } from '../core/plan/plan.ts';
import type { Target } from '../core/plan/target.ts';
import { LANGUAGE_RECORDS } from './languages.ts';

const SIGNIFICANT_DIGITS = 3;
/** Beyond these many decimals a double has nothing more to say about figures of this size. */
const MOST_DECIMALS = 12;
const HUGE = 1e9;
const MINUS = '\u2212';

/** A value with the verdict it must not contradict. */
export interface JudgedValue {
  readonly value: number;
  readonly target: Target;
  readonly status: Status;
}

/** Number formats of one language. */
export interface Numbers {
  /** An amount in an indicator's unit, three significant digits and no whole digit lost. */
  readonly amount: (value: number) => string;
  /** A published figure, exactly as the plan states it, with at least so many decimals: 0 if not stated. */
  readonly published: (value: number, decimals?: number) => string;
  /** An amount with so many decimals; a huge one by its power of ten. */
  readonly fixed: (value: number, decimals: number) => string;
  /** A projected value with at least so many decimals, and as many as it takes not to contradict its verdict. */
  readonly judged: (judged: JudgedValue, decimals: number) => string;
  /** A gap with its sign and so many decimals. */
  readonly gap: (value: number, decimals: number) => string;
  /** A rate in percent, one to four decimals, with its percent sign. */
  readonly rate: (fraction: number) => string;
  /** A rate that the page computed, in percent with one or two decimals and its percent sign. */
  readonly roughRate: (fraction: number) => string;
  /** A rate in percent as it stands in a number box, with one to so many decimals, 4 if not stated, without percent sign. */
  readonly percent: (fraction: number, most?: number) => string;
  /** A plain number with at most four decimals, as it stands in a number box. */
  readonly plain: (value: number) => string;
  /** A share as a whole number out of 100; never 0 or 100 unless it is exactly that. */
  readonly ofHundred: (share: number) => string;
  /** Percentage points with their sign. */
  readonly points: (value: number) => string;
}

/**
 * Return the number formats of a language. Digits are plain and figures tabular in every one of them.
 *
 * @param language The language.
 * @returns Its formats.
 */
export function numbersIn(language: Language): Numbers {
  const { locale } = LANGUAGE_RECORDS[language];
  const cache = new Map<string, Intl.NumberFormat>();
  const format = (value: number, options: Intl.NumberFormatOptions): string => {
    const key = JSON.stringify(options);
    const formatter = cache.get(key) ?? new Intl.NumberFormat(locale, options);
    cache.set(key, formatter);
    return formatter.format(value + 0).replace('-', MINUS);
  };
  const fixed = (value: number, decimals: number): string =>
    Math.abs(value) >= HUGE
      ? format(value, { notation: 'scientific', maximumFractionDigits: 2 })
      : format(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  const percent = (fraction: number, most = 4): string =>
    format(rateToPercent(fraction), {
      minimumFractionDigits: 1,
      maximumFractionDigits: most,
      useGrouping: false,
    });

  return {
    amount: (value) => fixed(value, usualDecimals(value)),
    published: (value, decimals = 0) =>
      format(value, { minimumFractionDigits: decimals, maximumFractionDigits: 6 }),
    fixed,
    judged: (judged, decimals) => {
      const short = Number(judged.value.toExponential(2));
      const needed = decimalsThatAgree(judged, decimals);
      if (judged.value >= HUGE && !agrees(short, judged))
        return format(judged.value, { minimumFractionDigits: needed, maximumFractionDigits: needed });
      return fixed(judged.value, needed);
    },
    gap: (value, decimals) => `${value < 0 ? MINUS : '+'}${fixed(Math.abs(value), decimals)}`,
    rate: (fraction) => `${percent(fraction)}%`,
    roughRate: (fraction) => `${percent(fraction, 2)}%`,
    percent,
    plain: (value) => format(value, { maximumFractionDigits: 4, useGrouping: false }),
    ofHundred,
    points: (value) => `${value < 0 ? MINUS : '+'}${format(Math.abs(value), { maximumFractionDigits: 4 })}`,
  };
}

/** A share out of 100: "51", or "<1" and ">99" next to the ends. */
function ofHundred(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0 && share > 0) return '<1';
  if (whole === 100 && share < 1) return '>99';
  return String(whole);
}

/** Decimals that give three significant digits; none from 100 on, two for 0. */
function usualDecimals(value: number): number {
  const size = Math.abs(value);
  if (size >= 100) return 0;
  if (size >= 10) return SIGNIFICANT_DIGITS - 2;
  let decimals = SIGNIFICANT_DIGITS - 1;
  for (let leading = size; leading > 0 && leading < 1 && decimals < MOST_DECIMALS; leading *= 10) decimals++;
  return decimals;
}

/** By number of decimals. Not `toFixed`, which rounds a decimal that lies between two others otherwise. */
const plainFormats: Intl.NumberFormat[] = [];

/** Return a value as it is printed with so many decimals, read back. */
export function printedNumber(value: number, decimals: number): number {
  let format = plainFormats[decimals];
  if (format === undefined) {
    format = new Intl.NumberFormat('en', {
      useGrouping: false,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
    plainFormats[decimals] = format;
  }
  return Number(format.format(value));
}

/** Whether a printed value has the verdict of the value itself. */
function agrees(shown: number, { target, status }: JudgedValue): boolean {
  return assessTarget(shown, target).status === status;
}

/** Return the fewest decimals, but at least so many, at which the printed value does not contradict its verdict. */
export function decimalsThatAgree(judged: JudgedValue, least: number): number {
  for (let decimals = least; decimals <= MOST_DECIMALS; decimals++) {
    if (agrees(printedNumber(judged.value, decimals), judged)) return decimals;
  }
  return least;
}
