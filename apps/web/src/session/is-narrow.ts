/** Whether panels and the review lie over the diagram instead of beside it, as in the styles of the board. */
export const isNarrow = (): boolean => matchMedia('(max-width: 900px)').matches;
