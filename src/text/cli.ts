import { formatPercent, roundFraction } from '../core/arithmetic/decimal.ts';
import type { Issue } from '../core/issue/issue.ts';
import type { LinkIssue, LinkIssueKind } from '../core/link/link-issue.ts';
import { describeIssue } from './describe-issue.ts';
import { FILE_ISSUE_WORDS } from './words/file-issues.ts';

/** Longest piece of an argument that a message repeats, in characters. */
const LONGEST_QUOTE = 72;

/** What each kind of issue in a link means, as a sentence about its key. */
const LINK_ISSUES: Readonly<Record<LinkIssueKind, (key: string, given: string) => string>> = {
  'unknown-key': (key) => `the grammar of links has no key ${key}, so it is left out`,
  'out-of-range': (key) => `the value of ${key} is outside what is accepted`,
  'not-grammar': (key) => `the value of ${key} does not follow the grammar of links, so its default is used`,
  'repeated-key': (key) => `the key ${key} stands there again, and the first counts`,
  'newer-version': () => 'the link was written by a newer version and is read as far as it is understood',
  'no-check': (key, given) =>
    given === ''
      ? `the link has no check ${key}: links written by hand have none, and one copied from the page was cut short`
      : `the link was cut short: it ends there, and its check ${key} is missing`,
  'wrong-check': (key) => `the check ${key} does not fit: the link was edited by hand, cut short or damaged`,
  'unknown-plan': () => 'the link is about a plan that is not at hand',
  'too-long': () => 'the link has too many characters and is not read at all',
  'not-in-use': (key) => `${key} is kept, but nothing computes with it yet`,
};

/** What the usage text says of a format. */
export interface FormatUsage {
  readonly name: string;
  readonly description: string;
  readonly isDefault: boolean;
}

/** Every word the command line says, in English. Messages are one line each and contain no control characters. */
export const cliText = {
  /** What each format writes, by its name. */
  formats: {
    json: 'an array of one object a scenario',
    csv: 'one row an indicator',
    sheet: 'the same for a person',
  },
  usage: (formats: readonly FormatUsage[]): string => `Simulate scenarios without a browser.

  npm run --silent simulate -- <link or file>... [options]

A link is a full address or its query: it begins with an address, with ? or #, or with
a key of a link and =. Anything else, and what is a file or ends in .json, is a path: of
a scenario file (JSON), or of a text file with one link a line. - is standard input.

  --plan FILE        read a plan file and make it the default plan
  --draws N          draws of an uncertain scenario, 1 to 10000000 (default 8192)
  --seed N           seed for every scenario in place of its own, 0 to 4294967295
  ${formatOption(formats)}
  --language L       language of a sheet: en, zh-Hant or zh-Hans (default en)
  --out FILE         write the result to a file, not to standard output; never to an input
  --shard i/n        write every draw of part i of n of the draws, as Parquet; needs --out
  --help             print this text

Standard output carries only the result; notes go to standard error. Exit status:
0 all simulated; 1 an input could not be read (the others are simulated); 2 wrong usage.
`,
  seeHelp: 'see --help',

  /** An argument as a message names it: its position, from 1, what it says, and the line of it, from 1. */
  input: (index: number, argument: string, line?: number): string =>
    `input ${index} ${quote(argument)}${line === undefined ? '' : `, line ${line}`}`,
  note: (about: string, what: string): string => `note: ${about}: ${what}`,
  error: (about: string, what: string): string => `error: ${about}: ${what}`,
  wrongUsage: (what: string): string => `wrong usage: ${what}; ${cliText.seeHelp}`,

  unknownOption: (given: string, accepted: readonly string[]): string =>
    `there is no option ${quote(given)}; accepted are ${accepted.join(', ')}`,
  noValue: (option: string, accepted: string): string => `${option} needs a value: ${accepted}`,
  badValue: (option: string, accepted: string, given: string): string =>
    `${option} takes ${accepted}, given ${quote(given)}`,
  unwantedValue: (option: string, given: string): string => `${option} takes no value, given ${quote(given)}`,
  repeatedOption: (option: string): string => `${option} is given twice, accepted once`,
  noInput: 'no link or scenario file is given; at least one is needed',
  file: 'the path of a file',
  wholeNumber: (from: number, to: number): string => `a whole number from ${from} to ${to}`,
  shard: (most: number): string => `i/n, whole numbers with 1 <= i <= n <= ${most}`,
  shardNeedsOut: '--shard writes a Parquet file and needs --out with the path of that file',
  shardHasNoFormat: '--shard writes Parquet; --format is not accepted beside it',
  languageNeedsSheet: '--language is accepted with --format sheet alone',
  oneOf: (words: readonly string[]): string =>
    [words.slice(0, -1).join(', '), ...words.slice(-1)].join(' or '),
  cannotWrite: (path: string, why: string): string =>
    `--out ${quote(path)} cannot be written (${plain(why)})`,

  cannotPrint: (why: string): string => `error: standard output cannot be written (${plain(why)})`,
  outIsInput: (path: string): string =>
    `--out would overwrite ${quote(path)}, which is read; give another path`,
  outLeft: (path: string): string =>
    `error: --out ${quote(path)}: nothing could be read, so the earlier file is left as it was`,
  outIncomplete: (path: string, other: string): string =>
    `error: --out ${quote(path)}: not everything could be read, so the earlier file is left as it was; the result of the others is written to ${quote(other)}`,

  plan: (path: string): string => `--plan ${quote(path)}`,
  cannotRead: (why: string): string => `the file cannot be read (${plain(why)})`,
  notJson: (why: string): string => `the file is not JSON (${plain(why)})`,
  fileIssue: (issue: Issue, content: unknown): string =>
    plain(describeIssue(issue, { content, words: FILE_ISSUE_WORDS.en })),
  linkIssue: ({ kind, key, given, used }: LinkIssue): string =>
    `${kind}: ${LINK_ISSUES[kind](quote(key), given)}; given ${quote(given)}, used ${used === '' ? 'nothing' : quote(used)}`,
  planNeeded: (plan: string): string =>
    `nothing is simulated: give the file of the plan ${quote(plan)} with --plan`,
  noScenario: 'the link names no scenario that could be simulated',
  takenForLink:
    'taken for a link because it begins with an address, with ? or #, or with a key of a link and =',
  takenForPath:
    'taken for a path because it does not begin like a link, with an address, ? or #, or a key of a link and =',
  notALink: (line: string): string =>
    `${quote(line)} is no link: it must begin with an address, ? or a key of a link and =`,
  noLinkInFile: 'the file is empty; a scenario (JSON) or one link a line is accepted',
  notFetched: 'nothing is fetched from an address; save the file and give its path',
  notUnicode: (line: number): string =>
    `from line ${line} on it is not UTF-8; save it as UTF-8, or as UTF-16 with a byte order mark`,
  percentRate: (indicator: string, rate: number): string =>
    `growth of ${quote(indicator)}: rates are fractions, so ${rate} means ${formatPercent(rate)} % a year; ${rate} % is ${roundFraction(rate / 100)}`,
  moreIssues: (count: number): string => `${count.toLocaleString('en')} more like these are not listed`,
  defaultPreset: 'the link names no scenario; the default preset, 10 % a year everywhere, is simulated',
  scenario: (about: string, index: number): string => `${about}, scenario ${index}`,
  progress: (done: number, of: number): string =>
    `${Math.floor((100 * done) / of)} % of ${of.toLocaleString('en')} draws`,
  linkIsRounded:
    'its numbers have more decimals than a link can hold; the link in the result is rounded to four',
} as const;

/** The line of the usage text about the formats; what they are begins in the column of the other options. */
function formatOption(formats: readonly FormatUsage[]): string {
  const option = `--format ${formats.map(({ name }) => name).join('|')}`;
  const what = formats.map(
    ({ name, description, isDefault }) => `${name}, ${description}${isDefault ? ' (default)' : ''}`,
  );
  const [last, ...others] = what.reverse();
  return `${option}  `.padEnd(19) + [...others.reverse(), `or ${last}`].join(', ');
}

/** A text in quotes, on one line, shortened. */
function quote(text: string): string {
  const characters = [...text];
  const short =
    characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE - 1).join('')}…` : text;
  return `"${plain(short)}"`;
}

/** A text without what could move the cursor, end the line or turn the direction of a terminal. */
function plain(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
