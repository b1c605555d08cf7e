import type { FilePiece } from '../exports/result-format.ts';

/** What is saved as a file on the reader's device. */
export interface SavedFile {
  /** The name that is proposed for it. */
  readonly name: string;
  /** Its media type, such as `application/json`. */
  readonly type: string;
  /** Its content: text, which is UTF-8 in the file, or bytes, as export formats write them. */
  readonly pieces: Iterable<FilePiece>;
}

/** Save a file on the reader's device, as the browser does with a download. */
export function saveFile({ name, type, pieces }: SavedFile): void {
  const anchor = document.createElement('a');
  anchor.href = URL.createObjectURL(new Blob([...pieces], { type }));
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}
