/** From text to XML elements, for hostile input: nothing is expanded, nothing is fetched, and what is too much was refused before. */

import { XMLParser } from 'fast-xml-parser';
import type { Problem } from '../../problem.ts';
import { decodeReferences } from './references.ts';
import { weighXml } from './weigh-xml.ts';
import type { XmlElement } from './xml-element.ts';

/** The root element, or why there is none. */
export type ReadXml =
  | { readonly ok: true; readonly root: XmlElement }
  | { readonly ok: false; readonly problem: Problem };

/** Reads a document. Never throws. */
export function readXml(text: string): ReadXml {
  const problem = weighXml(text);
  if (problem !== null) return { ok: false, problem };
  const [root] = toElements(parse(text)).children;
  return root === undefined ? { ok: false, problem: { code: 'not-xml', line: 1, column: 1 } } : { ok: true, root };
}

/** The parser's lists; `null` for names it refuses (`__proto__` and the like), which are well-formed all the same. */
function parse(text: string): unknown {
  try {
    return new XMLParser(OPTIONS).parse(text);
  } catch {
    return null;
  }
}

const OPTIONS = {
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  // A reference may stand at the end of a text, so trimming is ours, after decoding.
  trimValues: false,
  // Depth was bounded before.
  maxNestedTags: 1_000,
} as const;

/** Children and own text out of the parser's lists: `[{ name: [children], ':@': attributes }, { '#text': text }]`. */
function toElements(nodes: unknown): Pick<XmlElement, 'children' | 'text'> {
  const children: XmlElement[] = [];
  let text = '';
  for (const node of isList(nodes) ? nodes : []) {
    if (!isRecord(node)) continue;
    for (const [name, content] of Object.entries(node)) {
      if (name === '#text') text += String(content);
      else if (name !== ':@') children.push({ name, attributes: attributesOf(node[':@']), ...toElements(content) });
    }
  }
  return { children, text: decodeReferences(text.trim()).trim() };
}

function attributesOf(node: unknown): ReadonlyMap<string, string> {
  if (!isRecord(node)) return NO_ATTRIBUTES;
  return new Map(Object.entries(node).map(([name, value]) => [name, decodeReferences(String(value)).trim()]));
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
