/** Return the size of the page's text in pixels, which grows with a large window; the usual 16 where no style says. */
export function rootSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
