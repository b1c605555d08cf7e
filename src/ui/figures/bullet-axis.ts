/** Where the axis common to all bullets ends, in shares of the target's first edge. */
export const BULLET_END = 1.7;
