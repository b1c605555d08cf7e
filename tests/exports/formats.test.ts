import { describe, expect, it } from 'vitest';
import { parseArguments, usage } from '../../src/cli/simulate-arguments.ts';
import { DEFAULT_FORMAT, FORMAT_NAMES, FORMATS } from '../../src/exports/formats.ts';
import { SHEET_WORDS } from '../../src/text/words/sheet.ts';
import { cliText } from '../../src/text/cli.ts';

describe('the formats of results', () => {
  it.each(FORMAT_NAMES)(
    'should each be an option with a line of usage, and write something of nothing: %s',
    (name) => {
      expect(parseArguments(['?v=1', '--format', name])).toMatchObject({ options: { format: name } });
      expect(usage()).toContain(`${name}, ${cliText.formats[name]}`);
      expect([...FORMATS[name].write([], [], SHEET_WORDS.en)].join('')).not.toBe('');
    },
  );

  it('should have a default that the arguments take', () => {
    expect(parseArguments(['?v=1'])).toMatchObject({ options: { format: DEFAULT_FORMAT } });
  });

  it('should stand in the usage text on one line, however many there are', () => {
    const two = [
      { name: 'json', description: 'an array', isDefault: true },
      { name: 'csv', description: 'a table', isDefault: false },
    ];
    expect(cliText.usage(two)).toContain(
      '\n  --format json|csv  json, an array (default), or csv, a table\n',
    );
    const three = ['a', 'b', 'c'].map((name) => ({
      name,
      description: `of ${name}`,
      isDefault: name === 'b',
    }));
    expect(cliText.usage(three)).toContain('\n  --format a|b|c     a, of a, b, of b (default), or c, of c\n');
  });
});
