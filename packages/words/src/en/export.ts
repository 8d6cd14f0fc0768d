/** Words inside exported files: threat lists as CSV and Markdown. */
export const exported = {} as const;
