/** Asks the view of records for a new one; its kind follows. No id of a record has a `~`. */
export const NEW_RECORD = 'new~';
