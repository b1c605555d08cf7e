/** The tabs of the panel, in the order they are offered. */
export const PANEL_TABS = ['indicator', 'futures', 'matters', 'map', 'evidence'] as const;

/** One of the tabs of the panel. */
export type PanelTab = (typeof PANEL_TABS)[number];
