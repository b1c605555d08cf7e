import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';

/**
 * A checker nobody has seen fail proves nothing: errors are planted here, and every checker must find its own.
 *
 * @see https://github.com/letsrevel/revel-frontend/issues/645 svelte-check that silently reported nothing
 */
const ROOT = resolve(import.meta.dirname, '../..');

/** Files of the project that make a small one by themselves, with the project's own settings. */
const COPIED = [
  'package.json',
  'tsconfig.json',
  'svelte.config.js',
  'src/core/tsconfig.json',
  'workers/tsconfig.json',
  'src/core/assert-never.ts',
  'src/core/plan/target.ts',
  'src/core/assessment/assess-target.ts',
  'src/state/announcer.svelte.ts',
  'src/ui/figures/Bullet.svelte',
  'src/ui/figures/bullet-axis.ts',
  'src/ui/figures/verdict-look.ts',
];
const SVELTE = 'src/ui/figures/Bullet.svelte';
const RUNES = 'src/state/announcer.svelte.ts';
const CORE = 'src/core/assessment/assess-target.ts';
const WORKER = 'workers/small.worker.ts';
/** The rule that says who may import whom. */
const IMPORTS = 'import-x/no-restricted-paths';

/** A checker takes seconds, and many on a busy machine; in milliseconds. */
const PATIENCE = { timeout: 120_000 };

const folders: string[] = [];

afterAll(() => {
  for (const index of folders) rmSync(index, { recursive: true, force: true });
});

describe('npm run check', PATIENCE, () => {
  it('should pass where nothing is wrong', async () => {
    const ran = await runAll(smallProject());
    for (const { code, output } of ran) expect(code, output).toBe(0);
  });

  it('should fail and name each file in which a type error was planted', async () => {
    const folder = smallProject();
    const mistake = '\nexport const planted: number = "a text";\n';
    plant(folder, SVELTE, (text) =>
      text.replace('</script>', '  const planted: number = "a text";\n  void planted;\n</script>'),
    );
    plant(folder, RUNES, (text) => text + mistake);
    plant(folder, CORE, (text) => `${text}${mistake}export const page = [document.title, process.cwd()];\n`);
    plant(folder, WORKER, (text) => text + mistake);

    const ran = await runAll(folder);
    const [svelte, core, workers] = ran.map(({ output }) => output);
    expect(ran.map(({ code }) => code === 0)).toEqual([false, false, false]);
    for (const path of [SVELTE, RUNES, CORE]) expect(svelte).toContain(path);
    expect(svelte?.match(/not assignable to type 'number'/g)).toHaveLength(3);
    expect(core).toMatch(/assess-target\.ts.*not assignable to type 'number'/);
    expect(workers).toMatch(/small\.worker\.ts.*not assignable to type 'number'/);
    // Core knows neither of a page nor of Node, though the rest of the project does.
    expect(core).toMatch(/assess-target\.ts.*'document'/);
    expect(core).toMatch(/assess-target\.ts.*'process'/);
  });

  it('should fail where a component draws a warning, such as one about accessibility', async () => {
    const folder = smallProject();
    plant(folder, SVELTE, (text) => text.replace('<style', '<img src="picture.png" />\n<style'));
    const { code, output } = await run(checkCommands()[0], folder);
    expect(code).not.toBe(0);
    expect(output).toContain('a11y');
    expect(output).toContain(SVELTE);
  });
});

describe('eslint', PATIENCE, () => {
  const eslint = new ESLint({ cwd: ROOT });

  it('should find nothing in a core file that keeps the rules', async () => {
    const text = 'export const sum = (x: number): number => Math.abs(x) + Math.min(x, 1) * Math.sqrt(2);\n';
    expect(await rulesByLine(eslint, 'src/core/issue/issue.ts', text)).toEqual([]);
  });

  it('should find everything that core must not do', async () => {
    const planted: readonly (readonly [line: string, rule: string])[] = [
      ["import { mount } from 'svelte';", IMPORTS],
      ["import { writable } from 'svelte/store';", IMPORTS],
      ["import { Chart } from 'chart.js';", IMPORTS],
      ["import { wrap } from 'comlink';", IMPORTS],
      ["import { throttle } from '../../state/throttle.ts';", IMPORTS],
      ["import { describeTarget } from '../../text/describe.ts';", IMPORTS],
      ["import { wordsIn } from '../../text/words.ts';", IMPORTS],
      ["import { takeLatest } from '../../engine/take-latest.ts';", IMPORTS],
      ["import type { Session } from '../../state/session.svelte.ts';", IMPORTS],
      ["import type { Plan } from '../plan/plan.ts';", IMPORTS],
      ["export { clamp } from '../arithmetic/range.ts';", IMPORTS],
      ["export const lazy = () => import('../scenario/scenario.ts');", IMPORTS],
      ['export const a = Math.random();', 'no-restricted-properties'],
      ['export const b = Math.exp(1);', 'no-restricted-properties'],
      ['export const c = Math.log(2);', 'no-restricted-properties'],
      ['export const d = Math.pow(2, 3);', 'no-restricted-properties'],
      ["export const e = Math['cbrt'](2);", 'no-restricted-properties'],
      ['export const { hypot } = Math;', 'no-restricted-properties'],
      ['export const f = a ** 2;', 'no-restricted-syntax'],
      ['export let g = 2; g **= 2;', 'no-restricted-syntax'],
      ['export const h = Date.now();', 'no-restricted-properties'],
      ['export const i = new Date();', 'no-restricted-syntax'],
      ['export const j = new Date(0);', 'no-restricted-syntax'],
      ['export const k = window.name;', 'no-restricted-globals'],
      ['export const l = document.title;', 'no-restricted-globals'],
      ["export const m = fetch('/');", 'no-restricted-globals'],
      ['export const n = localStorage.length;', 'no-restricted-globals'],
      ['export const o = performance.now();', 'no-restricted-globals'],
      ['export const p: any = 1;', '@typescript-eslint/no-explicit-any'],
      ['export const q = [1][0]!;', '@typescript-eslint/no-non-null-assertion'],
      ['// @ts-ignore', '@typescript-eslint/ban-ts-comment'],
    ];
    const found = await rulesByLine(
      eslint,
      'src/core/issue/issue.ts',
      planted.map(([line]) => line).join('\n'),
    );
    planted.forEach(([line, rule], index) => {
      expect(found, line).toContainEqual({ line: index + 1, rule });
    });
  });

  it('should find what a component must not do', async () => {
    const lines = [
      '<script lang="ts">',
      "  import { wrap } from 'comlink';",
      "  import { takeLatest } from '../../engine/take-latest.ts';",
      '  const kept = localStorage.length + location.href.length;',
      '  void [wrap, takeLatest, kept];',
      '</script>',
      '{@html "<b>bold</b>"}',
      '<p style="color: red">red</p>',
    ];
    const found = await rulesByLine(eslint, SVELTE, lines.join('\n'));
    for (const expected of [
      { line: 2, rule: IMPORTS },
      { line: 3, rule: IMPORTS },
      { line: 4, rule: 'no-restricted-globals' },
      { line: 7, rule: 'svelte/no-at-html-tags' },
    ])
      expect(found).toContainEqual(expected);
    expect(found.some(({ line }) => line === 8)).toBe(true);
  });
});

describe('the order of folders', PATIENCE, () => {
  const eslint = new ESLint({ cwd: ROOT });

  it.each([
    ['src/core/arithmetic/range.ts', "import type { Plan } from '../plan/plan.ts';"],
    ['src/core/plan/plan.ts', "import type { GrowthShape } from '../growth/growth-shapes.ts';"],
    ['src/core/growth/compound.ts', "import type { Scenario } from '../scenario/scenario.ts';"],
    ['src/core/scenario/edit.ts', "import type { View } from '../link/view.ts';"],
    ['src/core/projection/project-plan.ts', "import type { Status } from '../assessment/assess-target.ts';"],
    ['src/core/shocks/persistence.ts', "import type { DrawKind } from '../draws/draw-model.ts';"],
    ['src/core/draws/quantiles.ts', "import type { DrawCounts } from '../histogram/count-draws.ts';"],
    ['src/core/histogram/bins.ts', "import type { Tornado } from '../sensitivity/tornado.ts';"],
    ['src/engine/take-latest.ts', "import type { Session } from '../state/session.svelte.ts';"],
    ['src/state/throttle.ts', "import type { Text } from '../text/text.ts';"],
    ['src/text/describe.ts', "import type { Session } from '../state/session.svelte.ts';"],
    ['src/exports/csv.ts', "import type { Text } from '../text/text.ts';"],
    ['src/charts/contour.ts', "import type { Session } from '../state/session.svelte.ts';"],
    ['src/cli/json-schemas.ts', "import type { Session } from '../state/session.svelte.ts';"],
    ['workers/engine.worker.ts', "import type { Session } from '../src/state/session.svelte.ts';"],
  ])('should not let %s look up: %s', async (path, line) => {
    expect(await rulesByLine(eslint, path, `${line}\n`)).toContainEqual({ line: 1, rule: IMPORTS });
  });

  it('should find a circle of two files even where only types go round, and none where there is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'canary-'));
    folders.push(folder);
    cpSync(join(ROOT, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
    const oxlint = `node ${join(ROOT, 'node_modules/oxlint/bin/oxlint')}`;
    writeFileSync(
      join(folder, 'one.ts'),
      "import type { Two } from './two.ts';\nexport type One = Two | 1;\n",
    );
    writeFileSync(join(folder, 'two.ts'), 'export type Two = 2;\n');
    expect((await run(oxlint, folder)).code).toBe(0);
    writeFileSync(join(folder, 'two.ts'), "import type { One } from './one.ts';\nexport type Two = One[];\n");
    const { code, output } = await run(oxlint, folder);
    expect(code).not.toBe(0);
    expect(output).toContain('no-cycle');
  });
});

describe('the list of private words', PATIENCE, () => {
  const eslint = new ESLint({ cwd: ROOT });
  const WORDS = 'local/denied-words';

  it('should find them in names and comments, and leave texts alone', async () => {
    const lines = [
      'export const yearsLuck = 1;',
      '/* what is seen */',
      'export const place = 2;',
      "export const said = 'luck, kept on a shelf';",
      '// in its place',
    ];
    const found = await rulesByLine(eslint, 'src/core/issue/issue.ts', lines.join('\n'));
    expect(found.filter(({ rule }) => rule === WORDS).map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('should find them in components and in the names of files', async () => {
    const found = await rulesByLine(
      eslint,
      SVELTE,
      '<script lang="ts">\n  const hits = 1;\n</script>\n<!-- luck -->\n<p>{hits}</p>\n',
    );
    expect(found).toContainEqual({ line: 2, rule: WORDS });
    expect(found).toContainEqual({ line: 4, rule: WORDS });
    const named = await rulesByLine(eslint, 'tests/luck-table.mjs', 'export const table = 1;\n');
    expect(named).toContainEqual({ line: 1, rule: WORDS });
  });
});

// Helpers

/** The commands of `npm run check`, which stops at the first that fails. */
function checkCommands(): [svelteCheck: string, core: string, workers: string] {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const commands = (scripts['check'] ?? '').split('&&').map((command) => command.trim());
  expect(commands.map((command) => command.split(' ')[0])).toEqual(['svelte-check', 'tsc', 'tsc']);
  return commands as [string, string, string];
}

/** A small project of its own, with a few of the real files and the real settings. */
function smallProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'canary-'));
  folders.push(folder);
  for (const path of COPIED) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(ROOT, path), join(folder, path));
  }
  writeFileSync(join(folder, WORKER), 'export const small = 1;\n');
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
}

/** Change one file of a small project. */
function plant(folder: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, path), after);
}

interface Ran {
  readonly code: number | null;
  readonly output: string;
}

/** Run all commands, each whatever became of the one before. */
async function runAll(folder: string): Promise<Ran[]> {
  const [svelteCheck, ...others] = checkCommands();
  return [await run(svelteCheck, folder), ...(await Promise.all(others.map((each) => run(each, folder))))];
}

function run(command: string, cwd: string): Promise<Ran> {
  const bin = join(ROOT, 'node_modules', '.bin');
  return new Promise((done) => {
    const child = spawn(command, {
      cwd,
      shell: true,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
    });
    let output = '';
    const add = (data: Buffer): void => void (output += data.toString());
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('close', (code) => done({ code, output }));
  });
}

/** What the linter finds in a text that stands in place of a real file's. */
async function rulesByLine(
  eslint: ESLint,
  path: string,
  text: string,
): Promise<{ readonly line: number; readonly rule: string | null }[]> {
  const [result] = await eslint.lintText(text, { filePath: join(ROOT, path) });
  return (result?.messages ?? []).map(({ line, ruleId }) => ({ line, rule: ruleId }));
}
