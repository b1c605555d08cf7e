/** The tabs of the panel, in their order. */
export const PANEL_TABS = ['indicator', 'matters', 'map', 'evidence'] as const;

/** One of the tabs. */
export type PanelTab = (typeof PANEL_TABS)[number];
