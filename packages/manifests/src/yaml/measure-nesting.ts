/**
 * How deep a text nests, before the YAML reader sees it: the reader descends once a level, and a stack that runs out in the middle of it
 * can end the whole process instead of throwing.
 */

import type { CST } from 'yaml';

/** Deepest nesting that is read. A pod template is about twenty deep, a schema of a custom resource about sixty. */
export const DEPTH_LIMIT = 150;

/**
 * Levels of block structure by indentation: each line that begins further right than the one it stands under is one, and so is each `- `
 * or `? ` before its content. Text in block scalars is counted too, which only makes the answer larger.
 */
export function blockDepth(text: string): number {
  const columns: number[] = [];
  let deepest = 0;
  for (const line of text.split('\n')) {
    let column = indentOf(line, 0);
    if (column === line.length) continue;
    while (columns.length > 0 && (columns.at(-1) ?? 0) >= column) columns.pop();
    columns.push(column);
    while (/[-?:]/u.test(line[column] ?? '') && /[ \t]/u.test(line[column + 1] ?? '')) {
      column = indentOf(line, column + 1);
      columns.push(column);
    }
    deepest = Math.max(deepest, columns.length);
  }
  return deepest;
}

function indentOf(line: string, from: number): number {
  let column = from;
  while (line[column] === ' ' || line[column] === '\t') column++;
  return column;
}

/** Whether tags and anchors follow each other in a row too long to mean anything; the reader descends on each. */
export const hasEndlessMarks = (text: string): boolean => /(?<!\S)(?:[!&]\S*[ \t]+){20}/u.test(text);

/** Levels of collections in the tokens of a document. */
export function tokenDepth(document: CST.Token): number {
  let deepest = 0;
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: document, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    deepest = Math.max(deepest, depth);
    if (token.type === 'document') {
      if (token.value !== undefined) open.push({ token: token.value, depth });
    } else if ('items' in token) {
      for (const { key, value } of token.items) {
        if (key) open.push({ token: key, depth: depth + 1 });
        if (value) open.push({ token: value, depth: depth + 1 });
      }
    }
  }
  return deepest;
}
