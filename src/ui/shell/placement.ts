/** Where the details stand: beside the table, as a sheet over its lower part, or as a part of the page below it. */
export type Placement = 'beside' | 'sheet' | 'page';
