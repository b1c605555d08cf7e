import { defineConfig } from 'vite';

/** The command line: two programs for Node, everything they need bundled in. */
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'dist-cli',
    // Fixed names and no emptying: a second build beside the first overwrites files, and never takes them away.
    emptyOutDir: false,
    target: 'node20',
    rolldownOptions: {
      input: { simulate: 'src/cli/simulate.ts', 'write-schema': 'src/cli/write-schema.ts' },
      // Tables of the draws as constants, as in the page's worker.
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', topLevelVar: false },
    },
  },
  ssr: { noExternal: true },
});
