import { chmodSync, realpathSync, renameSync, rmSync, statSync, type Stats } from 'node:fs';

/**
 * Write a file that has its name only once it is whole, so that a run that fails leaves what was there. What is no file of
 * a disk, such as a pipe, is written as it is.
 *
 * @param path Where it goes; a symbolic link is followed.
 * @param write Writes all of it to the path it is given.
 * @returns Settles once the file is there; rejects where it cannot be written.
 */
export async function writeWhole(path: string, write: (path: string) => Promise<void>): Promise<void> {
  const there = statOf(path);
  if (there !== undefined && !there.isFile()) return write(path);
  const final = there === undefined ? path : realpathSync(path);
  const partial = `${final}.${process.pid}.partial`;
  try {
    await write(partial);
    if (there !== undefined) chmodSync(partial, there.mode);
    renameSync(partial, final);
  } catch (error) {
    rmSync(partial, { force: true });
    throw error;
  }
}

function statOf(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false });
}
