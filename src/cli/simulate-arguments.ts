import { parseArgs } from 'node:util';
import { LANGUAGES, type Language } from '../core/plan/plan.ts';
import { RANGES } from '../core/scenario/ranges.ts';
import { DEFAULT_DRAWS } from '../core/draws/draw-amounts.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES, type Format } from '../exports/formats.ts';
import { cliText } from '../text/cli.ts';
import { MOST_SHARDS, parseShard, type Shard } from '../exports/shard.ts';

/** What the command line asks for. */
export interface SimulateOptions {
  /** Links and paths of scenario files, at least one. */
  readonly inputs: readonly string[];
  /** Path of a plan file that becomes the default plan. */
  readonly planPath: string | undefined;
  /** How many draws an uncertain scenario is given, 1 to 10,000,000. */
  readonly draws: number;
  /** An unsigned 32-bit integer in place of every scenario's own seed. */
  readonly seed: number | undefined;
  readonly format: Format;
  /** The language of a format that a person reads. */
  readonly language: Language;
  /** Path of the file the result goes to, in place of standard output. */
  readonly outPath: string | undefined;
  /** Which part of the draws is written, draw by draw, in place of the result; `outPath` is given then. */
  readonly shard: Shard | undefined;
}

/** What reading the arguments gave. */
export type ParsedArguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'run'; readonly options: SimulateOptions }
  | { readonly kind: 'wrong-usage'; readonly message: string };

const DRAWS = { from: 1, to: 10_000_000 } as const;

/** What each option that takes a value accepts, in words. */
const ACCEPTED = {
  plan: cliText.file,
  draws: cliText.wholeNumber(DRAWS.from, DRAWS.to),
  seed: cliText.wholeNumber(RANGES.seed.from, RANGES.seed.to),
  format: cliText.oneOf(FORMAT_NAMES),
  language: cliText.oneOf(LANGUAGES),
  out: cliText.file,
  shard: cliText.shard(MOST_SHARDS),
} as const satisfies Readonly<Record<string, string>>;

type Option = keyof typeof ACCEPTED;

/**
 * Read the arguments of `simulate`.
 *
 * @param args What stands after the program's name.
 * @returns The options with their defaults, a wish for help, or what is wrong, where, and what is accepted.
 */
export function parseArguments(args: readonly string[]): ParsedArguments {
  // Not strict: its own messages do not say what is accepted.
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      plan: { type: 'string' },
      draws: { type: 'string' },
      seed: { type: 'string' },
      format: { type: 'string' },
      language: { type: 'string' },
      out: { type: 'string' },
      shard: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const inputs: string[] = [];
  const values = new Map<Option, string>();
  let help = false;
  for (const token of tokens) {
    if (token.kind === 'positional') inputs.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    if (name === 'help') {
      if (value !== undefined) return wrongUsage(cliText.unwantedValue('--help', value));
      help = true;
    } else if (!isOption(name)) {
      const accepted = [...Object.keys(ACCEPTED), 'help'].map((option) => `--${option}`);
      return wrongUsage(cliText.unknownOption(rawName, accepted));
    } else if (value === undefined || value === '' || (!inlineValue && value.startsWith('--'))) {
      return wrongUsage(cliText.noValue(rawName, ACCEPTED[name]));
    } else if (values.has(name)) {
      return wrongUsage(cliText.repeatedOption(rawName));
    } else {
      values.set(name, value);
    }
  }
  if (help) return { kind: 'help' };

  const draws = wholeNumber(values.get('draws'), DRAWS);
  const seed = wholeNumber(values.get('seed'), RANGES.seed);
  const format = FORMAT_NAMES.find((known) => known === (values.get('format') ?? DEFAULT_FORMAT));
  if (draws === 'wrong') return badValue('draws', values);
  if (seed === 'wrong') return badValue('seed', values);
  if (format === undefined) return badValue('format', values);
  const language = LANGUAGES.find((known) => known === (values.get('language') ?? LANGUAGES[0]));
  if (language === undefined) return badValue('language', values);
  if (values.has('language') && format !== 'sheet') return wrongUsage(cliText.languageNeedsSheet);
  if (inputs.length === 0) return wrongUsage(cliText.noInput);
  const [planPath, outPath, given] = [values.get('plan'), values.get('out'), values.get('shard')];
  const shard = given === undefined ? undefined : parseShard(given);
  if (given !== undefined) {
    if (shard === undefined) return badValue('shard', values);
    if (outPath === undefined) return wrongUsage(cliText.shardNeedsOut);
    if (values.has('format')) return wrongUsage(cliText.shardHasNoFormat);
  }
  return {
    kind: 'run',
    options: { inputs, planPath, draws: draws ?? DEFAULT_DRAWS, seed, format, language, outPath, shard },
  };
}

/** Return the text that `--help` prints. */
export function usage(): string {
  return cliText.usage(
    FORMAT_NAMES.map((name) => ({
      name,
      description: cliText.formats[name],
      isDefault: name === DEFAULT_FORMAT,
    })),
  );
}

function isOption(name: string): name is Option {
  return Object.hasOwn(ACCEPTED, name);
}

/** The number a text writes in digits alone; undefined where there is no text. */
function wholeNumber(
  text: string | undefined,
  { from, to }: { readonly from: number; readonly to: number },
): number | undefined | 'wrong' {
  if (text === undefined) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  return value >= from && value <= to ? value : 'wrong';
}

function badValue(option: Option, values: ReadonlyMap<Option, string>): ParsedArguments {
  return wrongUsage(cliText.badValue(`--${option}`, ACCEPTED[option], values.get(option) ?? ''));
}

function wrongUsage(what: string): ParsedArguments {
  return { kind: 'wrong-usage', message: cliText.wrongUsage(what) };
}
