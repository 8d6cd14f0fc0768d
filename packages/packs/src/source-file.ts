/** One YAML file of a pack as read: its plain data, and where in the text each path stands. */

import { isNode, LineCounter, parseDocument } from 'yaml';
import { duplicateKeys } from './duplicate-keys.ts';
import type { PackPlace, PackProblem } from './problem.ts';
import { weighText } from './weigh-text.ts';

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

/** How often aliases may be followed, those inside what they stand for included. */
const ALIAS_LIMIT = 100;
/** Problems of syntax that are listed; what follows the first few comes mostly of them. */
const SHOWN_SYNTAX_PROBLEMS = 20;

/** Reads one file as YAML 1.2. `null` data where nothing could be read; then there is at least one problem. */
export function readSourceFile(file: PackFile): SourceReading {
  const tooMuch = weighText(file.text);
  if (tooMuch !== null) {
    const problem = { ...tooMuch, file: file.path, line: null, column: null, item: '', path: '' };
    return { source: null, problems: [problem] };
  }
  try {
    return readWeighed(file);
  } catch (error) {
    // The reader recurses over indentation, so a text made for it can use up the stack.
    if (!(error instanceof RangeError)) throw error;
    const message = 'The file nests too deep to be read. Simplify it.';
    const place = { file: file.path, line: null, column: null };
    return { source: null, problems: [{ ...place, code: 'yaml-syntax', item: '', path: '', message }] };
  }
}

interface SourceReading {
  readonly source: SourceFile | null;
  readonly problems: readonly PackProblem[];
}

function readWeighed(file: PackFile): SourceReading {
  const whole = (code: PackProblem['code'], message: string): PackProblem => ({
    code,
    file: file.path,
    line: null,
    column: null,
    item: '',
    path: '',
    message,
  });
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const complain = (offset: number, message: string): PackProblem => {
    const { line, col } = lines.linePos(offset);
    return { ...whole('yaml-syntax', `${message}. Correct the YAML here.`), line, column: col };
  };
  const problems = [...document.errors, ...document.warnings]
    .slice(0, SHOWN_SYNTAX_PROBLEMS)
    .map(({ pos: [offset], message }) => complain(offset, message));
  if (problems.length > 0) return { source: null, problems };
  const twice = duplicateKeys(document).slice(0, SHOWN_SYNTAX_PROBLEMS);
  if (twice.length > 0) {
    const message = 'This key stands in the same map already';
    return { source: null, problems: twice.map((key) => complain(key.range?.[0] ?? 0, message)) };
  }

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
