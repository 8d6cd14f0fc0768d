/**
 * Takes a file apart at its `---` lines, as kubectl does, before any YAML is read: then one broken document costs only itself, and the
 * schemas of custom resources, which are the bulk of real files, need not be read at all.
 */

/** One document as text. */
export interface DocumentText {
  readonly text: string;
  /** Counts from 1; empty documents count. */
  readonly number: number;
  /** Lines of the file before it. */
  readonly linesBefore: number;
}

/** Splits a file. A file without `---` is one document. */
export function splitDocuments(text: string): readonly DocumentText[] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
  const documents: DocumentText[] = [];
  let start = 0;
  const close = (end: number): void => {
    const own = lines.slice(start, end);
    documents.push({ text: own.join('\n'), number: documents.length + 1, linesBefore: start });
    start = end;
  };
  for (const [at, line] of lines.entries()) {
    if (at > start && /^---(?:\s|$)/u.test(line) && !isPreamble(lines, start, at)) close(at);
  }
  close(lines.length);
  return documents;
}

/** Whether only directives, comments and blank lines stand there: they belong to the document that follows. */
function isPreamble(lines: readonly string[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (!/^(?:[%#].*|\s*)$/u.test(lines[at] ?? '')) return false;
  }
  return true;
}
