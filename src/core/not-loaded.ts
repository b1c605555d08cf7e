/** Why something failed through no fault of its question: a part of the program could not be had from the host. */
export const NOT_LOADED = 'not loaded';
