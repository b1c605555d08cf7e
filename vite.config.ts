import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { contentSecurityPolicy, sizeBudget, wordsWithoutScript } from './src/build/site-plugins.ts';
import { configDefaults, defineConfig } from 'vitest/config';

/** Whoever starts the page is not told which part of the build took how long. */
const QUIET = { bundlerTimings: false };

export default defineConfig({
  base: './',
  plugins: [svelte(), svelteTesting(), wordsWithoutScript(), contentSecurityPolicy(), sizeBudget()],
  // Tables of the draws as constants, not variables: what an engine knows to be fixed it reads a third faster.
  worker: { format: 'es', rolldownOptions: { output: { topLevelVar: false }, checks: QUIET } },
  build: {
    target: 'es2022',
    sourcemap: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // One style sheet: a style that could not be loaded with a later part would not be asked for again.
    cssCodeSplit: false,
    rolldownOptions: { checks: QUIET },
  },
  test: {
    testTimeout: 60_000,
    coverage: {
      provider: 'v8',
      include: ['src/core/**/*.ts'],
      reporter: ['text'],
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: [...configDefaults.exclude, 'tests/ui/**', 'tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: { name: 'component', environment: 'happy-dom', include: ['tests/ui/**/*.test.ts'] },
      },
    ],
  },
});
