/**
 * Finds what `JSON.parse` does not tell in the same words everywhere: the place of the first mistake, and names given twice in one object,
 * of which a parser silently keeps the last. Works without recursion, so that no text overflows the stack.
 */

/** What is wrong with a text as JSON. Lines and columns count from 1. */
export type JsonMistake =
  | { readonly code: 'not-json'; readonly line: number; readonly column: number }
  | { readonly code: 'name-twice'; readonly name: string; readonly line: number; readonly column: number };

/** Objects nested deeper than this are not ours; their names are not compared. */
const NAMED_DEPTH = 100;
const SPACE = /[ \t\n\r]*/uy;
const SCALAR = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/uy;

/** An open list or object; the names seen in an object. */
type Frame = 'list' | 'object' | Set<string>;

/** The first mistake of a text; `null` for sound JSON. */
export function findMistake(text: string): JsonMistake | null {
  const frames: Frame[] = [];
  let at = 0;
  let expected: 'value' | 'first' | 'after' = 'value';
  const skip = (): void => {
    at += lengthAt(SPACE, text, at);
  };
  const mistake = (): JsonMistake => ({ code: 'not-json', ...placeOf(text, at) });

  for (;;) {
    skip();
    const frame = frames.at(-1);
    const closing = frame === 'list' ? ']' : '}';
    if (frame === undefined && expected === 'after') return at >= text.length ? null : mistake();
    if (expected !== 'value' && text[at] === closing) {
      frames.pop();
      at += 1;
      expected = 'after';
      continue;
    }
    if (expected === 'after') {
      if (text[at] !== ',') return mistake();
      at += 1;
      skip();
    }
    if (frame !== undefined && frame !== 'list') {
      const length = stringLength(text, at);
      if (length === 0) return mistake();
      if (frame !== 'object') {
        const name = String(JSON.parse(text.slice(at, at + length)));
        if (frame.has(name)) return { code: 'name-twice', name, ...placeOf(text, at) };
        frame.add(name);
      }
      at += length;
      skip();
      if (text[at] !== ':') return mistake();
      at += 1;
      skip();
    }
    const opening = text[at];
    if (opening === '{' || opening === '[') {
      frames.push(opening === '[' ? 'list' : frames.length < NAMED_DEPTH ? new Set() : 'object');
      at += 1;
      expected = 'first';
      continue;
    }
    const length = opening === '"' ? stringLength(text, at) : lengthAt(SCALAR, text, at);
    if (length === 0) return mistake();
    at += length;
    expected = 'after';
  }
}

/** Length of the match of a sticky pattern at a place; 0 for none. */
function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})/uy;

/** Length of the string with its quotes; 0 where none stands. By hand, because a pattern overflows on texts of megabytes. */
function stringLength(text: string, start: number): number {
  if (text[start] !== '"') return 0;
  for (let at = start + 1; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1 - start;
    if (code < 0x20) return 0;
    const length = code === 0x5c ? lengthAt(ESCAPE, text, at) : 1;
    if (length === 0) return 0;
    at += length;
  }
  return 0;
}

function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/u);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
