import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { deniedWords } from './src/build/lint/denied-words.js';
import { whoMayImportWhom } from './src/build/lint/who-may-import-whom.js';
import svelteConfig from './svelte.config.js';

/** Functions whose last bits differ from engine to engine (architecture: core uses its own arithmetic). */
const UNSTEADY_MATH = [
  'random', 'exp', 'expm1', 'log', 'log1p', 'log2', 'log10', 'pow', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan',
  'atan2', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh', 'cbrt', 'hypot',
]; // prettier-ignore

/** Words this project once had of its own; `docs/glossary.md` has the field's. */
const PRIVATE_WORDS = {
  everywhere: ['luck', 'lucky', 'shelf', 'shelves', 'hits', 'seen', 'kept'],
  // In a comment something may well take place.
  inNames: ['place', 'places'],
};
/** In tests somebody may have seen something, and something may be kept. */
const PRIVATE_WORDS_OF_TESTS = { everywhere: ['luck', 'lucky', 'shelf', 'shelves', 'hits'], inNames: [] };

export default defineConfig(
  globalIgnores(['dist/', 'dist-cli/', 'coverage/', 'playwright-report/', 'test-results/']),
  js.configs.recommended,
  ts.configs.recommendedTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.js', 'src/build/lint/*.js', 'src/cli/*.mjs', 'tests/*.mjs', 'bench/*.mjs'],
        },
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'svelte/no-at-html-tags': 'error',
      // Collections that nothing on the page reads are plain on purpose.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'refused by the content security policy; use a style: directive',
        },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    // Types of what a template passes on are not known to the linter; svelte-check checks them.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['**/*.js', '**/*.mjs'], extends: [ts.configs.disableTypeChecked] },
  { files: ['workers/**/*.ts'], languageOptions: { globals: globals.worker } },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      'no-restricted-properties': [
        'error',
        ...UNSTEADY_MATH.map((property) => ({
          object: 'Math',
          property,
          message: 'differs between engines; use core/arithmetic',
        })),
        { object: 'Date', property: 'now', message: 'core has no clock' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"]', message: 'core has no clock' },
        { selector: 'BinaryExpression[operator="**"]', message: 'differs between engines; use integerPower' },
        {
          selector: 'AssignmentExpression[operator="**="]',
          message: 'differs between engines; use integerPower',
        },
      ],
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'fetch',
        'localStorage',
        'setTimeout',
        'performance',
        'process',
      ],
    },
  },
  {
    files: ['src/ui/**', 'src/App.svelte'],
    rules: {
      'no-restricted-globals': ['error', 'location', 'history', 'localStorage', 'sessionStorage'],
    },
  },
  whoMayImportWhom,
  deniedWords(['{src,workers,bench}/**'], PRIVATE_WORDS),
  deniedWords(['tests/**'], PRIVATE_WORDS_OF_TESTS),
);
