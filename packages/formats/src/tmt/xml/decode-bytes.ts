/** From the bytes of a file of the Microsoft Threat Modeling Tool to its text. */

import { detectFormat, type FormatName } from '../../detect-format.ts';
import type { Problem } from '../../problem.ts';

/** Files above this are refused, bytes. Real ones have 0.4 to 1.5 MB, because the template with its pictures is inside. */
const LIMIT_BYTES = 20 * 1024 * 1024;

/** The text and what it is by its content, or why there is none. */
export type DecodedFile =
  | { readonly ok: true; readonly text: string; readonly format: FormatName }
  | { readonly ok: false; readonly problem: Problem };

/**
 * Decodes UTF-8 or UTF-16, with or without a byte order mark, which is taken off. UTF-16 is told before anything is looked for in the text, or
 * a document type could hide between its zero bytes.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  const refuse = (problem: Problem): DecodedFile => ({ ok: false, problem });
  if (bytes.length > LIMIT_BYTES) return refuse({ code: 'too-large' });
  if (bytes.length === 0) return refuse({ code: 'empty' });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse({ code: 'foreign-format', found: 'zip' });
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return refuse({ code: 'unreadable' });
  }
  return { ok: true, text, format: detectFormat(text) };
}

/** By the byte order mark, else by where the zero byte of the first character (`<` in any XML) is. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if ((first === 0xff && second === 0xfe) || second === 0) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || first === 0) return 'utf-16be';
  return 'utf-8';
}
