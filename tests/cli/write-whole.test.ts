import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.ts';

let folder = '';
let path = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'whole-'));
  path = join(folder, 'result.json');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('writeWhole', () => {
  it('should give a file its name only once it is whole', async () => {
    await writeWhole(path, async (partial) => {
      await writeFile(partial, 'new');
      expect(existsSync(path)).toBe(false);
    });
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['result.json']);
  });

  it('should leave what was there, and nothing else, where writing fails half way', async () => {
    writeFileSync(path, 'old');
    const failing = writeWhole(path, async (partial) => {
      await writeFile(partial, 'ne');
      throw new Error('ENOSPC');
    });
    await expect(failing).rejects.toThrow('ENOSPC');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['result.json']);
  });

  it('should follow a symbolic link, and keep the mode of what it writes over', async () => {
    writeFileSync(path, 'old', { mode: 0o600 });
    const link = join(folder, 'latest.json');
    symlinkSync(path, link);
    await writeWhole(link, (partial) => writeFile(partial, 'new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readFileSync(link, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('should write what is no file as it is', async () => {
    const given: string[] = [];
    await writeWhole('/dev/null', (partial) => {
      given.push(partial);
      return Promise.resolve();
    });
    expect(given).toEqual(['/dev/null']);
  });
});
