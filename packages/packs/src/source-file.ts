/** One YAML file of a pack as read: its plain data, and where in the text each path stands. */

import { isNode, LineCounter, parseDocument } from 'yaml';
import type { PackPlace, PackProblem } from './problem.ts';

/** A file handed to the loader; reading it from a disk is the caller's work. */
export interface PackFile {
  /** Path for messages; a folder `templates` in it marks a template. */
  readonly path: string;
  readonly text: string;
}

/** A path into plain data. */
export type DataPath = readonly (string | number)[];

/** A file that could be read as YAML. */
export interface SourceFile {
  readonly path: string;
  readonly data: unknown;
  /** Line and column of the value at a path, or of the nearest thing above it that exists. */
  place(path: DataPath): PackPlace;
}

/** Characters a single file may have; more is refused before it is read. */
const FILE_LIMIT = 5_000_000;
const ALIAS_LIMIT = 100;

/** Reads one file as YAML 1.2. `null` data where nothing could be read; then there is at least one problem. */
export function readSourceFile(file: PackFile): {
  readonly source: SourceFile | null;
  readonly problems: readonly PackProblem[];
} {
  const whole = (code: PackProblem['code'], message: string): PackProblem => ({
    code,
    file: file.path,
    line: null,
    column: null,
    item: '',
    path: '',
    message,
  });
  if (file.text.length > FILE_LIMIT) {
    const message = `The file has more than ${FILE_LIMIT} characters. Split it into several files.`;
    return { source: null, problems: [whole('file-too-large', message)] };
  }
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const problems = [...document.errors, ...document.warnings].map((error): PackProblem => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { ...whole('yaml-syntax', `${error.message}. Correct the YAML here.`), line, column: col };
  });
  if (problems.length > 0) return { source: null, problems };

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: ALIAS_LIMIT });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { source: null, problems: [whole('yaml-syntax', `${reason}. Use fewer aliases.`)] };
  }
  if (data === null || data === undefined) {
    return {
      source: null,
      problems: [whole('file-empty', 'The file holds nothing. Add content or leave the file out.')],
    };
  }
  const place = (path: DataPath): PackPlace => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const { line, col } = lines.linePos(node.range[0]);
      return { file: file.path, line, column: col };
    }
    return { file: file.path, line: 1, column: 1 };
  };
  return { source: { path: file.path, data, place }, problems: [] };
}

/** A path as people write it: `rules[3].severity`. */
export function formatPath(path: DataPath): string {
  return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : at === 0 ? step : `.${step}`)).join('');
}
