/** Load the note about a link that was opened: few links need one. */
export const loadLinkNote = () => import('./LinkNote.svelte');
