/** What the keys of undo and redo ask for. */
export interface UndoKeys {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Undo or redo by the keys of the platform, but where a text is being typed that has an undo of its own. */
export function handleUndoKeys(event: KeyboardEvent, { undo, redo }: UndoKeys): void {
  const { target } = event;
  // A number box that is not being typed in leaves undo to the page.
  const inField =
    target instanceof HTMLInputElement && target.type === 'text' && target.inputMode !== 'decimal';
  if (inField || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  const key = event.key.toLowerCase();
  if (key === 'z' && !event.shiftKey) undo();
  else if (key === 'y' || key === 'z') redo();
  else return;
  event.preventDefault();
}
