/** What stands in a text node that is put aside: of no width, and another text than any that is written into it. */
const ASIDE = '\uFEFF';

/**
 * Keep a page alive that a translator works on. Browsers translate a page by putting `<font>` elements in the place of its
 * text nodes, while Svelte goes on to write into the nodes it made: without this, what is translated never changes again.
 * A node that was taken out is put back before its translation, with nothing to see in it. What is written into it then
 * takes the place of the translation, and where it is removed or moved, the translation follows it.
 *
 * @param root What is watched, with everything inside.
 */
export function outliveTranslation(root: Node): void {
  const translated = new Map<Text, Translation>();
  const everything = { childList: true, subtree: true } as const;
  const observer = new MutationObserver((records) => {
    const isFirst = translated.size === 0;
    for (const font of records.flatMap(({ addedNodes }) => [...addedNodes]))
      if (font.nodeName === 'FONT') adopt(font as HTMLElement, records);
    for (const [text, translation] of translated) followUp(text, translation);
    if (isFirst && translated.size > 0) observer.observe(root, { ...everything, characterData: true });
    // What was done here is no news.
    observer.takeRecords();
  });
  observer.observe(root, everything);

  /** Find the text node in whose place a translation stands, and put it back. */
  function adopt(font: HTMLElement, records: readonly MutationRecord[]): void {
    const parent = font.parentNode;
    if (parent === null) return;
    const text = textReplacedBy(font, records);
    if (text === undefined) return;
    const words = text.data;
    // Some put the node itself into the translation: it is made whole without it.
    if (font.contains(text)) text.replaceWith(words);
    translated.set(text, { font, words });
    text.data = ASIDE;
    parent.insertBefore(text, font);
  }

  /** Make what stands on the page true to where a text node is now. */
  function followUp(text: Text, { font, words }: Translation): void {
    if (text.data === ASIDE && text.isConnected && font.isConnected) {
      if (text.nextSibling !== font) text.after(font);
      return;
    }
    translated.delete(text);
    // The translator took its translation back.
    if (text.data === ASIDE && text.isConnected) text.data = words;
    font.remove();
  }
}

/** What stands in the place of a text node, and what the node said. */
interface Translation {
  readonly font: HTMLElement;
  readonly words: string;
}

/** Return the text node that was taken out where a translation was put in: in one step, or one before the other. */
function textReplacedBy(font: HTMLElement, records: readonly MutationRecord[]): Text | undefined {
  const entry = records.find(({ addedNodes }) => [...addedNodes].includes(font));
  for (const record of records) {
    if (record.target !== font.parentNode) continue;
    const isHere =
      record === entry ||
      record.previousSibling === font ||
      record.nextSibling === font ||
      (record.previousSibling === entry?.previousSibling && record.nextSibling === entry.nextSibling);
    const text = isHere && [...record.removedNodes].find((node) => node instanceof Text);
    if (text instanceof Text && text.parentNode !== record.target) return text;
  }
  return undefined;
}
