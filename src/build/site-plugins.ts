import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { DEFAULT_PLAN_ID } from '../core/link/link-grammar.ts';
import type { Plan } from '../core/plan/plan.ts';
import { LANGUAGES, type Language } from '../core/plan/plan.ts';
import { documentTitle } from '../text/document-title.ts';
import { BEFORE_START_WORDS } from '../text/words/before-start.ts';

/** What the built page may load and do: its own files and nothing else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html qianhai-worker',
].join('; ');

/** Headers for hosts that read a `_headers` file; a meta tag cannot say them. Embedding is a feature. */
const HEADERS = `/*
  Content-Security-Policy: ${POLICY}; frame-ancestors *
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()
  Access-Control-Allow-Origin: *
`;

/** Most bytes before the page can be used, gzip at its best. */
const BUDGETS = { entry: 100_000, worker: 15_000 };

/**
 * Return the plugin that writes the content security policy into the built page, and the headers file beside it. The
 * development server injects styles and opens a socket, so it goes without.
 */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: POLICY },
        injectTo: 'head-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: HEADERS });
    },
  };
}

/** The plan that is open where nothing else is said: the bundler that gathers all of them is not at work yet. */
function defaultPlan(): Plan {
  return JSON.parse(readFileSync(`data/plans/${DEFAULT_PLAN_ID}.json`, 'utf8')) as Plan;
}

/** Return the plugin that puts the words a page needs without its script into it: title, and why it does not start. */
export function wordsWithoutScript(): Plugin {
  const inAll = (say: (words: (typeof BEFORE_START_WORDS)[Language]) => string): string =>
    LANGUAGES.map((language) => `<div lang="${language}">${say(BEFORE_START_WORDS[language])}</div>`).join(
      '',
    );
  const noScript = inAll((words) => `<p>${words.noScript}</p>`);
  const unstarted = inAll(
    ({ unstarted: { title, fromDisk, fromServer } }) =>
      `<p><strong>${title}</strong></p><p>${fromDisk}</p><p>${fromServer}</p>`,
  );
  return {
    name: 'words-without-script',
    transformIndexHtml: (html) =>
      html
        .replace('<title></title>', `<title>${documentTitle(defaultPlan(), 'en')}</title>`)
        .replace('<noscript></noscript>', `<noscript>${noScript}</noscript>`)
        .replace('<div id="unstarted"></div>', `<div id="unstarted">${unstarted}</div>`),
  };
}

/** Return the plugin that prints how much has to be loaded before first use, and fails the build when it is too much. */
export function sizeBudget(): Plugin {
  let say: (line: string) => void;
  return {
    name: 'size-budget',
    apply: 'build',
    // By the log level that is asked for: whoever starts the page is not told of sizes.
    configResolved: ({ logger }) => void (say = (line) => logger.info(line)),
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = new Map(
          Object.values(bundle).flatMap((output) =>
            output.type === 'chunk' ? [[output.fileName, output] as const] : [],
          ),
        );
        const needed = new Set<string>();
        const open = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
        for (let name = open.pop(); name !== undefined; name = open.pop()) {
          if (!needed.has(name)) open.push(...(chunks.get(name)?.imports ?? []));
          needed.add(name);
        }
        const sizes = { entry: 0, worker: 0, later: 0 };
        for (const [name, output] of Object.entries(bundle)) {
          if (!/\.(?:js|css)$/.test(name)) continue;
          const size = gzipSync(output.type === 'chunk' ? output.code : output.source, { level: 9 }).length;
          if (name.includes('engine.worker-')) sizes.worker += size;
          else if (needed.has(name) || name.endsWith('.css')) sizes.entry += size;
          else sizes.later += size;
        }
        const { entry, worker, later } = sizes;
        const line =
          `entry ${kilobytes(entry)} of ${kilobytes(BUDGETS.entry)}, ` +
          `worker ${kilobytes(worker)} of ${kilobytes(BUDGETS.worker)}, loaded later ${kilobytes(later)} (gzip)`;
        if (worker === 0 || entry === 0) this.error(`size budget found no entry or no worker: ${line}`);
        if (entry > BUDGETS.entry || worker > BUDGETS.worker) this.error(`over the size budget: ${line}`);
        say(`size: ${line}`);
      },
    },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
