/**
 * From files to plain values with places. Hostile input is met here: sizes and depth are bounded, aliases are weighed before they are
 * followed, and what is wrong becomes a problem with file and line while everything else is read.
 *
 * YAML 1.2 is read (core schema, with merge keys), because 1.1 turns a name such as `on`, `no` or `=` into something else; the words
 * that 1.1 takes for true and false are understood where a yes-or-no belongs (see field.ts). No file mode is read, so octal numbers
 * do not matter.
 */

import { Composer, type Document, isMap, isNode, isScalar, LineCounter, Parser, visit } from 'yaml';
import type { ManifestPlace, ManifestProblem, ManifestProblemCode, ProblemList } from '../report.ts';
import { blockDepth, DEPTH_LIMIT, hasEndlessMarks, tokenDepth } from './measure-nesting.ts';
import { type DocumentText, splitDocuments } from './split-documents.ts';
import { weighDocument } from './weigh-document.ts';

/** A file with its name and its text. */
export interface ManifestFile {
  readonly path: string;
  readonly text: string;
}

/** Steps from the top of a document to a value. */
export type DataPath = readonly (string | number)[];

/** One document that was read. */
export interface SourceDocument {
  /** Plain JSON-like values; may be shared between places, never cyclic. */
  readonly data: unknown;
  /** Place of the value at a path, or of the nearest thing above it that exists. */
  readonly place: (path: DataPath) => ManifestPlace;
}

/** A custom resource definition that was passed over unread. */
interface PassedDefinition extends ManifestPlace {
  readonly name: string;
}

/** What a set of files holds. */
export interface ReadDocuments {
  readonly documents: readonly SourceDocument[];
  readonly passed: readonly PassedDefinition[];
}

/** Characters all files together may have. The largest real set seen has 5.6 million. */
const TEXT_LIMIT = 20_000_000;
/** Most documents of one import. */
const DOCUMENT_LIMIT = 20_000;

/** Reads all documents of all files, in their order. Never throws. */
export function readDocuments(files: readonly ManifestFile[], problems: ProblemList): ReadDocuments {
  const documents: SourceDocument[] = [];
  const passed: PassedDefinition[] = [];
  let characters = 0;
  let count = 0;
  for (const { path, text } of files) {
    const refuse = (code: ManifestProblemCode, limit: number): void =>
      problems.add({ ...NOTHING, code, file: path, expected: String(limit) });
    characters += text.length;
    if (characters > TEXT_LIMIT) {
      refuse('too-large', TEXT_LIMIT);
      break;
    }
    const parts = splitDocuments(text);
    count += parts.length;
    if (count > DOCUMENT_LIMIT) {
      refuse('too-many', DOCUMENT_LIMIT);
      break;
    }
    for (const part of parts) {
      const definition = passDefinition(part, path);
      if (definition === null) documents.push(...readDocument(part, path, problems));
      else passed.push(definition);
    }
  }
  return { documents, passed };
}

const NOTHING: Omit<ManifestProblem, 'code'> = {
  file: '',
  document: 1,
  line: 1,
  object: '',
  path: '',
  found: '',
  expected: '',
};

/** The definition in a document that is one; its schema, which can have megabytes, stays unread. */
function passDefinition({ text, number, linesBefore }: DocumentText, file: string): PassedDefinition | null {
  if (!/^kind:[ \t]*["']?CustomResourceDefinition["']?[ \t]*$/mu.test(text)) return null;
  const lines = text.split('\n');
  const start = lines.findIndex((line) => !/^(?:---.*|#.*|\s*)$/u.test(line));
  const metadata = lines.findIndex((line) => /^metadata:/u.test(line));
  const name = lines.slice(metadata + 1).find((line) => /^ {1,8}name:/u.test(line)) ?? '';
  return { file, document: number, line: linesBefore + start + 1, name: name.replace(/^ +name:|["']/gu, '').trim() };
}

function readDocument(part: DocumentText, file: string, problems: ProblemList): readonly SourceDocument[] {
  const lines = new LineCounter();
  const placeOf = (offset: number): ManifestPlace => ({
    file,
    document: part.number,
    line: part.linesBefore + Math.max(1, lines.linePos(offset).line),
  });
  const refuse = (code: ManifestProblemCode, offset: number, found = ''): void =>
    problems.add({ ...NOTHING, ...placeOf(offset), code, found });

  if (blockDepth(part.text) > DEPTH_LIMIT || hasEndlessMarks(part.text)) {
    refuse('too-deep', 0);
    return [];
  }
  const tokens = [...new Parser(lines.addNewLine).parse(part.text)];
  if (tokens.some((token) => tokenDepth(token) > DEPTH_LIMIT)) {
    refuse('too-deep', 0);
    return [];
  }
  const parsed = [...new Composer(OPTIONS).compose(tokens)];
  return parsed.flatMap((document): readonly SourceDocument[] => {
    const [error] = document.errors;
    if (error !== undefined) {
      const isTemplate = /\{\{[^}]*\}\}/u.test(part.text);
      refuse(isTemplate ? 'not-rendered' : 'yaml-syntax', error.pos[0], isTemplate ? '' : error.message);
      return [];
    }
    const [start = 0] = document.contents?.range ?? [];
    const refusal = weighDocument(document);
    if (refusal !== null) {
      refuse(refusal.code, start, refusal.found);
      return [];
    }
    reportRepeatedKeys(document, (offset, key) => refuse('key-twice', offset, key));
    let data: unknown;
    try {
      data = document.toJS({ maxAliasCount: -1 }); // weighed above
    } catch (reason) {
      // What only shows when merge keys are followed: a merge of something that is no mapping.
      refuse('yaml-syntax', start, reason instanceof Error ? reason.message : '');
      return [];
    }
    if (data === null || data === undefined) return [];
    const place = (path: DataPath): ManifestPlace => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return placeOf(node.range[0]);
      }
      return placeOf(start);
    };
    return [{ data, place }];
  });
}

/** Repeated keys are looked for apart, because the library's own check compares every key with every other. */
const OPTIONS = {
  version: '1.2',
  merge: true,
  uniqueKeys: false,
  prettyErrors: false,
  stringKeys: true,
  logLevel: 'silent',
} as const;

/** Names each key that stands twice in one mapping; the last one holds, as for the API server. */
function reportRepeatedKeys(document: Document, report: (offset: number, key: string) => void): void {
  visit(document, {
    Map: (_, map) => {
      if (!isMap(map)) return;
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        const name = isScalar(key) ? key.value : key;
        if (seen.has(name) && name !== '<<') report(isNode(key) ? (key.range?.[0] ?? 0) : 0, String(name));
        seen.add(name);
      }
    },
  });
}
