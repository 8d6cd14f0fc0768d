/** Words of canvas, palette and tools. */
export const canvas = {} as const;
