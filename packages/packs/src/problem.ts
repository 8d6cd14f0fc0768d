/** What is wrong with a pack, for the person who writes it. */

/** A place in a pack's source. Line and column count from 1; `null` where the place is not in a text. */
export interface PackPlace {
  readonly file: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** Permanent codes of {@link PackProblem}. */
export type PackProblemCode =
  | 'yaml-syntax'
  | 'file-empty'
  | 'file-too-large'
  | 'too-many'
  | 'shape'
  | 'header-missing'
  | 'header-twice'
  | 'method-twice'
  | 'id-twice'
  | 'id-taken'
  | 'id-foreign'
  | 'id-unknown'
  | 'pack-twice'
  | 'property-taken'
  | 'values-missing'
  | 'value-wrong'
  | 'template-wrong'
  | 'condition-syntax'
  | 'condition-type'
  | 'condition-name'
  | 'example-wrong';

/** One problem of a pack. A pack with any problem is refused whole. */
export interface PackProblem extends PackPlace {
  readonly code: PackProblemCode;
  /** What it is about, e.g. `rule WL-001`; `''` for the file itself. */
  readonly item: string;
  /** Path inside the file, e.g. `rules[3].severity`; `''` for the whole. */
  readonly path: string;
  /** What happened and what to do, in English, for writers of packs. */
  readonly message: string;
}

/** One line for a terminal: place, item, path, message. */
export function formatProblem(problem: PackProblem): string {
  const { file, line, column, item, path, message } = problem;
  const place = line === null ? file : `${file}:${line}:${column ?? 1}`;
  return [place, item, path, message].filter((part) => part !== '').join(': ');
}
