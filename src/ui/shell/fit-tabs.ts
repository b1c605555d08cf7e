/** Widths of the bar's parts, in ems of its font: a tab at its narrowest, what the shown one has beside it, the rest. */
const TAB = 6.5;
const TOOLS_OF_SHOWN = 4.5;
const NEW = 3;
const MORE = 6.5;

/** Which tabs stand in the bar, and which in the menu at its end. */
export interface FittingTabs<Tab> {
  readonly inBar: readonly Tab[];
  readonly inMenu: readonly Tab[];
}

/**
 * Return which tabs fit into a bar: as many as can be read, from the first on, and the shown one always.
 *
 * @param tabs All of them, in order.
 * @param shown The one that is shown.
 * @param ems How wide the bar is, in ems of its font; 0 before it is laid out, when all stand in it.
 */
export function fitTabs<Tab>(tabs: readonly Tab[], shown: Tab | undefined, ems: number): FittingTabs<Tab> {
  const room = ems - TOOLS_OF_SHOWN - NEW;
  if (ems === 0 || tabs.length * TAB <= room) return { inBar: tabs, inMenu: [] };
  const most = Math.max(1, Math.floor((room - MORE) / TAB));
  const first = tabs.slice(0, most);
  const inBar = shown === undefined || first.includes(shown) ? first : [...first.slice(0, -1), shown];
  return { inBar, inMenu: tabs.filter((tab) => !inBar.includes(tab)) };
}
