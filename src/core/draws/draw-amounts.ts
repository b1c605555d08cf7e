/** How many draws an uncertain scenario is given if nothing else is asked for: a power of two suits the points. */
export const DEFAULT_DRAWS = 8192;

/** How many draws one can ask for on the page when the usual ones are not enough. */
export const MANY_DRAWS = 1_048_576;
