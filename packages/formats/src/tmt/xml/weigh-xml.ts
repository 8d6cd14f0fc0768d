/**
 * Looks at a text before it is parsed as XML. The parser accepts what is not balanced and reads as deep as it is told; here every tag is seen
 * once, in one pass: whether they close each other, how deep they nest, how many there are, and that there is no document type.
 */

import type { Problem } from '../../problem.ts';

/** Levels of nesting; real files have 16. */
const DEPTH_LIMIT = 64;
/** Tags of one file; real ones have 60,000. */
const TAG_LIMIT = 1_000_000;

/** Everything between angle brackets that is skipped, by its beginning and its end. */
const SKIPPED = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** What keeps the text from being parsed; `null` where nothing does. Never throws. */
export function weighXml(text: string): Problem | null {
  if (/<!\s*(?:DOCTYPE|ENTITY)/iu.test(text)) return { code: 'xml-doctype' };
  const open: string[] = [];
  let tags = 0;
  let end = 0;
  let hasRoot = false;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', end)) {
    if (open.length === 0 && text.slice(end, at).trim() !== '') return damaged(text, end);
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at));
    if (skipped !== undefined) {
      const close = text.indexOf(skipped[1], at + skipped[0].length);
      if (close < 0) return damaged(text, at);
      end = close + skipped[1].length;
      continue;
    }
    const tag = readTag(text, at);
    if (tag === null) return damaged(text, at);
    end = tag.end;
    if (++tags > TAG_LIMIT) return { code: 'too-large' };
    if (tag.kind === 'close') {
      if (open.pop() !== tag.name) return damaged(text, at);
      continue;
    }
    if (open.length === 0 && hasRoot) return damaged(text, at);
    hasRoot = true;
    if (tag.kind === 'open' && open.push(tag.name) > DEPTH_LIMIT) {
      return { code: 'too-deep', expected: String(DEPTH_LIMIT) };
    }
  }
  const isWhole = hasRoot && open.length === 0 && text.slice(end).trim() === '';
  return isWhole ? null : damaged(text, text.length);
}

interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  readonly name: string;
  /** Offset after its last character. */
  readonly end: number;
}

function readTag(text: string, at: number): Tag | null {
  const pattern = /<(\/?)([^\s/<>"'=!?]+)(?:\s+[^\s/<>"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/uy;
  pattern.lastIndex = at;
  const [whole, slash, name, empty] = pattern.exec(text) ?? [];
  if (whole === undefined || name === undefined) return null;
  return { kind: slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open', name, end: at + whole.length };
}

function damaged(text: string, offset: number): Problem {
  const before = text.slice(0, offset);
  return {
    code: 'not-xml',
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
}
