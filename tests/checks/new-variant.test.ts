import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const TABLE = 'src/core/growth/growth-shapes.ts';
const GROWTH_WORDS = 'src/text/words/growth.ts';
const PANEL_WORDS = 'src/text/words/panel.ts';
const GROWTH = [TABLE, GROWTH_WORDS, PANEL_WORDS];
const ROOMS = readdirSync(join(ROOT, 'src/text/words'))
  .filter((file) => file !== 'share-in-words.ts')
  .map((file) => `src/text/words/${file}`);

/** The compiler takes seconds, and many on a busy machine; in milliseconds. */
const PATIENCE = { timeout: 120_000 };

describe('a fifth growth shape', PATIENCE, () => {
  it('should be missed nowhere while there is none', () => {
    expect(errorsIn(GROWTH, {})).toEqual([]);
  });

  it('should be found missing wherever it has to be known, once it stands in the table', () => {
    const errors = errorsIn(GROWTH, {
      'src/core/growth/cubic.ts': `
        import { linear } from './linear.ts';
        import type { GrowthShapeDefinition } from './growth-shape-definition.ts';
        export interface CubicGrowth { readonly kind: 'cubic'; readonly bend: number }
        export const cubic = linear as unknown as GrowthShapeDefinition<CubicGrowth, 'bend-a-year'>;
      `,
      [TABLE]: ts.sys
        .readFile(join(ROOT, TABLE))
        ?.replace('yearly, linear, saturating };', 'yearly, linear, saturating, cubic };')
        .replace(/^/, "import { cubic } from './cubic.ts';\n"),
    });
    const found = (path: string, pattern: RegExp): number =>
      errors.filter((error) => error.startsWith(path) && pattern.test(error)).length;
    // Its step in the model, its schema, and its form in a link.
    expect(found(TABLE, /'CubicGrowth' is not assignable to parameter of type 'never'/)).toBe(1);
    expect(found(TABLE, /Property 'cubic' is missing .*GenericSchema/)).toBe(1);
    expect(found(TABLE, /Property 'cubic' is missing .*GrowthNotation/)).toBe(1);
    // A step of its lead rate.
    expect(found(TABLE, /Property 'cubic' is missing .*GrowthShift/)).toBe(1);
    // Its mark in the table, how it is said in a sentence and in short; its name, alone and in a text, and its field.
    expect(found(GROWTH_WORDS, /Property 'cubic' is missing/)).toBe(3);
    expect(found(PANEL_WORDS, /Property 'cubic' is missing/)).toBe(2);
    expect(found(PANEL_WORDS, /Property '"bend-a-year"' is missing|'bend-a-year' is missing/)).toBe(1);
    expect(errors).toHaveLength(10);
  });

  it('should be found missing in the other languages, once it has its words in English', () => {
    const errors = errorsIn(
      GROWTH,
      Object.fromEntries(
        [GROWTH_WORDS, PANEL_WORDS].map((path) => [path, withCubic(ts.sys.readFile(join(ROOT, path)) ?? '')]),
      ),
    );
    // As above, in both.
    expect(errors.filter((error) => error.includes("'cubic' is missing"))).toHaveLength(10);
  });
});

describe('a fourth language', PATIENCE, () => {
  it('should be found missing in every room of words and in the record of languages, once it stands in the list', () => {
    const plan = 'src/core/plan/plan.ts';
    const paths = ['src/text/languages.ts', ...ROOMS];
    const text = ts.sys.readFile(join(ROOT, plan))?.replace("LANGUAGES = ['en',", "LANGUAGES = ['en', 'la',");
    const errors = errorsIn(paths, { [plan]: text });
    for (const path of paths)
      expect(errors.filter((error) => error.startsWith(path))).toEqual([
        expect.stringMatching(/Property 'la' is missing/),
      ]);
  });
});

describe('a fourth verdict', PATIENCE, () => {
  it('should be found missing in its rule, its look and its words, once it stands in the union', () => {
    const rule = 'src/core/assessment/assess-target.ts';
    const [look, words] = ['src/ui/figures/verdict-look.ts', 'src/text/words/table.ts'];
    const text = ts.sys
      .readFile(join(ROOT, rule))
      ?.replace("'missed' | 'met'", "'missed' | 'nearly' | 'met'");
    const errors = errorsIn([rule, look, words, PANEL_WORDS], { [rule]: text });
    const missing = (path: string): number =>
      errors.filter((error) => error.startsWith(path) && error.includes("'nearly' is missing")).length;
    expect(missing(rule)).toBe(1);
    expect(missing(look)).toBe(1);
    // Its name, as it is spoken, and in the summary; at a flip point, and of dots.
    expect(missing(words)).toBe(3);
    expect(missing(PANEL_WORDS)).toBe(2);
  });
});

// Helpers

/** Words with those of a further growth shape beside each of a known one, in English. */
function withCubic(words: string): string {
  const [english = '', ...others] = words.split(/^(?=type )/m);
  return [english.replace(/^( +)linear: .*$/gm, "$&\n$1cubic: '',"), ...others].join('');
}

/** Type errors in some files, `path: message`, with other texts in place of some files. */
function errorsIn(
  paths: readonly string[],
  planted: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const { config } = ts.readConfigFile(join(ROOT, 'src/core/tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    readonly config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, join(ROOT, 'src/core'));
  const texts = new Map(Object.entries(planted).map(([path, text]) => [join(ROOT, path), text]));
  const real = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...real,
    fileExists: (path) => texts.has(path) || real.fileExists(path),
    readFile: (path) => texts.get(path) ?? real.readFile(path),
    getSourceFile: (path, target, ...rest) => {
      const text = texts.get(path);
      return text === undefined
        ? real.getSourceFile(path, target, ...rest)
        : ts.createSourceFile(path, text, target, true);
    },
  };
  const program = ts.createProgram({ rootNames: paths.map((path) => join(ROOT, path)), options, host });
  return paths.flatMap((path) =>
    program
      .getSemanticDiagnostics(program.getSourceFile(join(ROOT, path)))
      .map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
  );
}
