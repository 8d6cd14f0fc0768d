/** Files of older schemas: each step takes a file of one schema to the next, as plain JSON, before anything else looks at it. */

/** One step: a pure function over the parsed file. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Steps by the schema they start from. Schema 1 is the first, so there is none yet; additions to the format need no step. */
export const FILE_MIGRATIONS: Readonly<Record<number, Migration>> = Object.freeze({});

interface MigrationPlan {
  readonly from: number;
  readonly to: number;
  readonly steps: Readonly<Record<number, Migration>>;
}

/** The file in the newest schema, its number included. A file of the newest schema is given back as it is. */
export function migrate(file: unknown, { from, to, steps }: MigrationPlan): unknown {
  if (from >= to || typeof file !== 'object' || file === null) return file;
  let current: Readonly<Record<string, unknown>> = Object.fromEntries(Object.entries(file));
  for (let schema = from; schema < to; schema++)
    current = { ...(steps[schema]?.(current) ?? current), schema: schema + 1 };
  return current;
}
