import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * Return a script, without imports, that can be run anywhere: afterwards the expression `DIGEST_CALL` promises the digest.
 */
export async function digestBundle(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: {
        entry: join(import.meta.dirname, 'ensemble-digest.ts'),
        formats: ['iife'],
        name: 'ensembleDigests',
      },
    },
  })) as Rolldown.RolldownOutput[];
  return built[0]?.output[0].code ?? '';
}

/** Asks for the digest, where the bundle has run in the same scope. */
export const DIGEST_CALL = 'ensembleDigests.ensembleDigest()';
