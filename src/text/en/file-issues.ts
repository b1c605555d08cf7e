import type { IssueLimits, IssueRule, NumberLimits, PlainValue } from '../../core/issue/issue.ts';
import { limitNumber, limitValues } from '../limit-words.ts';

/** A sentence for each rule that a file can break: told the place, what was given, and what is accepted. */
type FileIssueSentences = {
  readonly [Rule in IssueRule]: (where: string, given: string, limits: IssueLimits[Rule]) => string;
};

const FILES = { plan: 'a plan', scenario: 'a scenario' };
const TYPES = {
  object: 'an object, in braces',
  list: 'a list, in brackets',
  text: 'a text, in quotation marks',
  'yes-no': 'true or false',
};
const ONE_OF = {
  categories: 'one of the categories',
  sources: 'one of the sources',
  caveats: 'one of the caveats',
  indicators: 'an indicator of the plan',
  plans: 'a plan at hand',
};
const YEARS = {
  baselineYear: 'the plan’s baselineYear',
  horizonYear: 'the plan’s horizonYear',
  baselines: 'the year of every baseline',
  targets: 'the year of every target',
};

const oneOf = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: ', ', last: ' or ', more: (count) => ` or one of ${count} more` });
const all = (values: readonly PlainValue[]): string =>
  limitValues(values, { by: ', ', last: ' and ', more: (count) => ` and ${count} more` });
const entries = (count: number): string => (count === 1 ? '1 entry' : `${limitNumber(count)} entries`);
const number = (where: string, given: string, { from, to, whole }: NumberLimits): string => {
  const marks = given.startsWith('"') ? ', without quotation marks' : '';
  const kind = whole ? 'a whole number' : 'a number';
  return `${where} – write ${kind} from ${limitNumber(from)} to ${limitNumber(to)}${marks}; given ${given}`;
};

const fileIssue: FileIssueSentences = {
  'wrong-file': (where, given, { wanted, found }) =>
    `${where} – give ${FILES[wanted]} here; this is ${FILES[found]}: ${given}`,
  'wrong-type': (where, given, { type }) => `${where} – write ${TYPES[type]}; given ${given}`,
  missing: (where, _given, { allowed }) =>
    `${where} – add this field${allowed.length === 0 ? '' : `, ${oneOf(allowed)}`}; it is missing`,
  'unknown-field': (where, given, { known }) =>
    `${where} – take this field out; there is none of this name, only ${all(known)}; given ${given}`,
  'misspelt-field': (where, given, { name }) => `${where} – call this field “${name}”; given ${given}`,
  'not-a-number': number,
  'whole-number': number,
  'out-of-range': number,
  'empty-text': (where, given, { most }) =>
    `${where} – write a text of 1 to ${limitNumber(most)} characters; given ${given}`,
  'too-long': (where, given, { most }) =>
    `${where} – shorten the text to at most ${limitNumber(most)} characters; given ${given}`,
  'too-few': (where, given, { least }) => `${where} – list at least ${entries(least)}; given ${given}`,
  'too-many': (where, given, { most }) => `${where} – list at most ${entries(most)}; given ${given}`,
  'wrong-count': (where, given, { count, firstYear, lastYear }) =>
    `${where} – list ${count} numbers, one for each year from ${firstYear} to ${lastYear}; given ${given}`,
  'not-one-of': (where, given, { allowed }) => `${where} – write ${oneOf(allowed)}; given ${given}`,
  'kind-mismatch': (where, given, { fits }) =>
    `${where} – write "${fits}", or the fields that belong to ${given}; given ${given} with the fields of "${fits}"`,
  'bad-id': (where, given, { most }) =>
    `${where} – write a lower-case letter and up to ${most - 1} lower-case letters, digits and hyphens; given ${given}`,
  'bad-code': (where, given, { least, most }) =>
    `${where} – write ${least} to ${most} lower-case letters; given ${given}`,
  'bad-address': (where, given) =>
    `${where} – write an address that begins with http:// or https://, or null for none; given ${given}`,
  reserved: (where, given, { reserved }) =>
    `${where} – choose another name: ${all(reserved)} have a meaning of their own; given ${given}`,
  repeated: (where, given, { list, fields, first }) =>
    `${where} – no two ${list} may have the same ${fields.join(' and ')}; entry ${first + 1} has it already; given ${given}`,
  'unknown-reference': (where, given, { to, allowed }) =>
    `${where} – write the id of ${ONE_OF[to]}: ${oneOf(allowed)}; given ${given}`,
  'same-reading': (where, given, { allowed }) =>
    `${where} – write a reading other than measure: ${oneOf(allowed)}; given ${given}`,
  'year-mismatch': (where, given, { year, of }) => `${where} – write ${year}, ${YEARS[of]}; given ${given}`,
  'order-of-years': (where, given, { from, to, baselineYear }) =>
    `${where} – write a year from ${from} to ${to}, 1 to ${to - baselineYear} years after baselineYear ${baselineYear}; given ${given}`,
  'order-of-edges': (where, given, { min }) =>
    `${where} – write a number above min, ${limitNumber(min)}; given ${given}`,
};

/** Words of what is wrong in a file, in English. They are apart from the page's, which opens without them. */
export const fileIssues = {
  fileIssue,
  pathInFile: {
    wholeFile: 'the whole file',
    comma: ', ',
    colon: ': ',
    entry: (n: number) => `entry ${n}`,
    listEntry: {
      indicators: (n: string, name: string) => `indicator ${n}${name === '' ? '' : `, “${name}”`}`,
      categories: (n: string, name: string) => `category ${n}${name === '' ? '' : `, “${name}”`}`,
      sources: (n: string, name: string) => `source ${n}${name === '' ? '' : `, “${name}”`}`,
      drivers: (n: string, name: string) => `driver ${n}${name === '' ? '' : `, “${name}”`}`,
      links: (n: string, name: string) => `link ${n}${name === '' ? '' : `, “${name}”`}`,
    },
    byId: {
      growth: (id: string) => `growth of ${id}`,
      spread: (id: string) => `spread of ${id}`,
      measure: (id: string) => `measure of ${id}`,
      effects: (id: string) => `effect on ${id}`,
      caveats: (id: string) => `caveat ${id}`,
    },
  },
};

/** The same words in another language. */
export type FileIssueWords = typeof fileIssues;
