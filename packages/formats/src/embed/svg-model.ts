/**
 * A model inside an SVG file: its native file as Base64 in the element `metadata` with our id, which drawing programs keep. Reading looks
 * for that element in the text and for nothing else: no XML is parsed, no entity is expanded, nothing is run or fetched.
 */

import { fromBase64, toBase64 } from './base64.ts';

const ID = 'strideboard-model';

/** What a tag of that element looks like. In a drawing of ours no label can: `<` never stands in one. */
const PATTERN = /<(?:[\w.-]+:)?metadata\s[^<>]*?\bid\s*=\s*["']strideboard-model["'][^<>]*>([^<]*)</u;

/** The drawing with the native file inside, at its end. */
export function embedInSvg(svg: string, native: string): string {
  const at = svg.lastIndexOf('</svg>');
  if (at < 0) throw new Error('embedInSvg: the text is no SVG');
  const metadata = `<metadata id="${ID}">${toBase64(new TextEncoder().encode(native))}</metadata>`;
  return `${svg.slice(0, at)}${metadata}\n${svg.slice(at)}`;
}

/** The native file inside an SVG: `none` where there is none, `broken` where there was one. */
export function readFromSvg(svg: string): { readonly native: string } | 'none' | 'broken' {
  const found = PATTERN.exec(svg)?.[1];
  if (found === undefined) return svg.includes(`"${ID}"`) && !svg.includes('</svg>') ? 'broken' : 'none';
  const bytes = fromBase64(found);
  if (bytes === null || bytes.length === 0) return 'broken';
  try {
    return { native: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return 'broken';
  }
}
