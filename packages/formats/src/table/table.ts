/** Rows and columns, whatever they are written as. */

/** A table of texts; every row has a cell for each column. */
export interface Table {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
