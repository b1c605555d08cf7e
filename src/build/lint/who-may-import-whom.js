import { relative } from 'node:path/posix';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';

const RULES = 'src/build/lint/who-may-import-whom.js';
const root = `${import.meta.dirname}/../../..`;

/** Rooms of the house, each with the rooms and packages that its files may import besides its own. */
const ROOMS = {
  'src/core': ['node_modules/valibot'],
  'src/exports': ['src/core', 'node_modules'],
  'src/text': ['src/core'],
  'src/plans.ts': ['src/core', 'data'],
  'src/engine': ['src/core', 'workers', 'node_modules/comlink'],
  workers: ['src/core', 'src/engine', 'node_modules/comlink'],
  'src/state': ['src/core', 'src/engine', 'src/exports', 'src/plans.ts', 'node_modules/svelte'],
  'src/charts': ['src/core', 'node_modules/chart.js', 'node_modules/svelte'],
  'src/ui': ['src/core', 'src/state', 'src/charts', 'src/text', 'node_modules/svelte'],
  'src/App.svelte': ['src/core', 'src/state', 'src/text', 'src/ui', 'node_modules/svelte'],
  'src/main.ts': [
    'src/App.svelte',
    'src/app.css',
    'src/plans.ts',
    'src/engine',
    'src/state',
    'src/text',
    'node_modules/svelte',
    // What the page waits for before it starts.
    'src/ui/shell/load-link-note.ts',
  ],
  'src/cli': ['src/core', 'src/exports', 'src/text', 'src/plans.ts', 'package.json', 'node_modules'],
  'src/build': ['src/core', 'src/text', 'node_modules'],
};

/** Rooms of core, each with the rooms it stands on: it may import those, and all that they stand on. */
const CORE = {
  'assert-never.ts': [],
  'equal-data.ts': [],
  'bounded-cache.ts': [],
  issue: ['assert-never.ts'],
  arithmetic: [],
  plan: ['assert-never.ts', 'issue', 'arithmetic'],
  growth: ['plan'],
  scenario: ['growth', 'equal-data.ts'],
  link: ['scenario'],
  'plan-file': ['link'],
  projection: ['scenario'],
  assessment: ['projection'],
  preset: ['assessment'],
  random: ['assert-never.ts', 'arithmetic'],
  shocks: ['random'],
  draws: ['shocks', 'assessment', 'bounded-cache.ts'],
  histogram: ['draws'],
  sensitivity: ['draws', 'assessment'],
  'simulate-plan.ts': ['plan-file', 'preset', 'histogram', 'sensitivity'],
  'with-ensemble.ts': ['simulate-plan.ts'],
  'simulate-by-counting.ts': ['with-ensemble.ts'],
};

/** All that a room of core stands on. */
const below = (room) => [...new Set(CORE[room].flatMap((next) => [next, ...below(next)]))];

/** What files of `target` may import out of `from`: what is named, and nothing else. */
const only = (target, from, allowed) => ({
  target,
  from,
  except: allowed,
  message: `${target} may import only ${allowed.join(', ')} (${RULES})`,
});

/** Files right below `folder` that no line above names may import nothing, so that every new one is given a line. */
const unplaced = (folder, names) => ({
  target: `${folder}/!(${names.join('|')}){,/**}`,
  from: '.',
  message: `this has no line of its own in ${RULES} yet`,
});

export const whoMayImportWhom = {
  files: ['src/**', 'workers/**'],
  plugins: { 'import-x': importX },
  settings: { 'import-x/resolver-next': [createNodeResolver()] },
  rules: {
    'import-x/no-restricted-paths': [
      'error',
      {
        basePath: root,
        zones: [
          ...Object.keys(ROOMS).map((room) => only(room, '.', [room, ...ROOMS[room]])),
          ...Object.keys(CORE).map((room) => only(`src/core/${room}`, 'src/core', [room, ...below(room)])),
          unplaced(
            'src',
            Object.keys(ROOMS).map((room) => relative('src', room)),
          ),
          unplaced('src/core', Object.keys(CORE)),
        ],
      },
    ],
    // A type may hide an import in its middle, where the order of folders is not looked for.
    '@typescript-eslint/consistent-type-imports': 'error',
  },
};
