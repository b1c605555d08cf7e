import { throwMissing } from './missing-part.ts';

/** The address in what browsers say of a module that they could not load; not all of them name it. */
const ADDRESS = /https?:\/\/\S+/;

/**
 * Load a part of the program that is not loaded at first. A browser may remember that it was not there, or what stood
 * in its place, so that it is asked for once more under an address that is new to it; whoever calls again, tries again.
 *
 * @param load Imports the part.
 * @returns The part; rejects with an error named `NOT_LOADED` where it cannot be had: the page is offline, or older than
 *   what the host now has.
 */
export async function loadPart<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (error) {
    const address = ADDRESS.exec(String(error))?.[0];
    if (address === undefined) throwMissing(error);
    return (import(/* @vite-ignore */ anew(address)) as Promise<Part>).catch(throwMissing);
  }
}

function anew(address: string): string {
  const url = new URL(address);
  url.searchParams.set('again', String(Date.now()));
  return url.href;
}
