const load = () => import('../../charts/attach-chart.svelte.ts');
type Library = Awaited<ReturnType<typeof load>>;

let loaded: Library | undefined;

/** The chart library, loaded apart so that the table works before it has arrived. */
export const chartLibrary = {
  /** The library where it has arrived already: a chart can then be drawn in the same turn. */
  get loaded(): Library | undefined {
    return loaded;
  },
  async load(): Promise<Library> {
    loaded ??= await load();
    return loaded;
  },
};
