import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/cli/simulate-arguments.ts';

const DEFAULTS = {
  inputs: ['?v=1'],
  planPath: undefined,
  draws: 8192,
  seed: undefined,
  format: 'json',
  language: 'en',
  outPath: undefined,
  shard: undefined,
};

describe('parseArguments', () => {
  it('takes links and paths in any index, and the defaults for the rest', () => {
    expect(parseArguments(['?v=1'])).toEqual({ kind: 'run', options: DEFAULTS });
    expect(parseArguments(['a.json', '--seed', '3', '#v=1', '--', '--odd.json'])).toEqual({
      kind: 'run',
      options: { ...DEFAULTS, inputs: ['a.json', '#v=1', '--odd.json'], seed: 3 },
    });
  });

  it.each([
    [['--plan', 'p.json', '--draws', '1', '--seed', '0', '--format', 'csv', '--out', 'o.csv']],
    [['--plan=p.json', '--draws=1', '--seed=0', '--format=csv', '--out=o.csv']],
  ])('takes every option, in two words or in one', (words) => {
    expect(parseArguments([...words, '?v=1'])).toEqual({
      kind: 'run',
      options: { ...DEFAULTS, planPath: 'p.json', draws: 1, seed: 0, format: 'csv', outPath: 'o.csv' },
    });
  });

  it('takes a shard together with the file it goes to', () => {
    expect(parseArguments(['--shard', '3/8', '--out=part.parquet', '?v=1'])).toEqual({
      kind: 'run',
      options: { ...DEFAULTS, outPath: 'part.parquet', shard: { index: 3, of: 8 } },
    });
  });

  it('takes the largest numbers', () => {
    expect(parseArguments(['--draws', '10000000', '--seed', '4294967295', '?v=1'])).toMatchObject({
      options: { draws: 10_000_000, seed: 4_294_967_295 },
    });
  });

  it.each([[['--help']], [['-h']], [['?v=1', '--help', '--seed', '1']]])('knows a wish for help', (args) => {
    expect(parseArguments(args)).toEqual({ kind: 'help' });
  });

  const DRAWS = 'a whole number from 1 to 10000000';
  const SHARDS = 'i/n, whole numbers with 1 <= i <= n <= 10000';
  const SEEDS = 'a whole number from 0 to 4294967295';
  it.each([
    [[], 'no link or scenario file is given; at least one is needed'],
    [['--format', 'csv'], 'no link or scenario file is given; at least one is needed'],
    [
      ['--frob', '?v=1'],
      'there is no option "--frob"; accepted are --plan, --draws, --seed, --format, --language, --out, --shard, --help',
    ],
    [
      ['-x', '?v=1'],
      'there is no option "-x"; accepted are --plan, --draws, --seed, --format, --language, --out, --shard, --help',
    ],
    [
      ['--no-plan', '?v=1'],
      'there is no option "--no-plan"; accepted are --plan, --draws, --seed, --format, --language, --out, --shard, --help',
    ],
    [
      ['--constructor', '?v=1'],
      'there is no option "--constructor"; accepted are --plan, --draws, --seed, --format, --language, --out, --shard, --help',
    ],
    [
      ['--__proto__', '?v=1'],
      'there is no option "--__proto__"; accepted are --plan, --draws, --seed, --format, --language, --out, --shard, --help',
    ],
    [
      ['--frob\u001b[2J', '?v=1'],
      'there is no option "--frob\\u{1b}[2J"; accepted are --plan, --draws, --seed, --format, --language, --out, --shard, --help',
    ],
    [['?v=1', '--draws'], `--draws needs a value: ${DRAWS}`],
    [['?v=1', '--draws='], `--draws needs a value: ${DRAWS}`],
    [['?v=1', '--draws', '--seed', '5'], `--draws needs a value: ${DRAWS}`],
    [['?v=1', '--out'], '--out needs a value: the path of a file'],
    [['?v=1', '--draws', '0'], `--draws takes ${DRAWS}, given "0"`],
    [['?v=1', '--draws', '10000001'], `--draws takes ${DRAWS}, given "10000001"`],
    [['?v=1', '--draws', '8,192'], `--draws takes ${DRAWS}, given "8,192"`],
    [['?v=1', '--draws', '1e3'], `--draws takes ${DRAWS}, given "1e3"`],
    [['?v=1', '--draws', '-5'], `--draws takes ${DRAWS}, given "-5"`],
    [['?v=1', '--draws', '1.5'], `--draws takes ${DRAWS}, given "1.5"`],
    [['?v=1', '--seed', '4294967296'], `--seed takes ${SEEDS}, given "4294967296"`],
    [['?v=1', '--seed', 'shocked'], `--seed takes ${SEEDS}, given "shocked"`],
    [['?v=1', '--seed', '9'.repeat(400)], `--seed takes ${SEEDS}, given "${'9'.repeat(71)}…"`],
    [['?v=1', '--format', 'xml'], '--format takes json, csv or sheet, given "xml"'],
    [['?v=1', '--format', 'JSON'], '--format takes json, csv or sheet, given "JSON"'],
    [
      ['?v=1', '--format', 'sheet', '--language', 'fr'],
      '--language takes en, zh-Hant or zh-Hans, given "fr"',
    ],
    [['?v=1', '--language', 'en'], '--language is accepted with --format sheet alone'],
    [['?v=1', '--format', 'csv', '--language', 'en'], '--language is accepted with --format sheet alone'],
    [['?v=1', '--seed', '1', '--seed', '2'], '--seed is given twice, accepted once'],
    [['?v=1', '--shard'], `--shard needs a value: ${SHARDS}`],
    [['?v=1', '--shard', '0/8', '--out', 'o'], `--shard takes ${SHARDS}, given "0/8"`],
    [['?v=1', '--shard', '9/8', '--out', 'o'], `--shard takes ${SHARDS}, given "9/8"`],
    [['?v=1', '--shard', '1/8'], '--shard writes a Parquet file and needs --out with the path of that file'],
    [
      ['?v=1', '--shard', '1/8', '--out', 'o', '--format', 'json'],
      '--shard writes Parquet; --format is not accepted beside it',
    ],
    [['?v=1', '--help=yes'], '--help takes no value, given "yes"'],
  ])('says what is wrong, where, and what is accepted: %j', (args, message) => {
    expect(parseArguments(args)).toEqual({
      kind: 'wrong-usage',
      message: `wrong usage: ${message}; see --help`,
    });
  });
});
