/** Words of the right panel: element, threats, questions, notes; and of the export dialog. */
export const panels = {} as const;
