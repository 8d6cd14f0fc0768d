/** Opens a picture that was exported: the model inside it, or why there is none. */

import { FILE_LIMIT } from '../native/read-native.ts';
import type { Problem } from '../problem.ts';
import { isPng, readFromPng } from './png-model.ts';
import { readFromSvg } from './svg-model.ts';

/** The text of the native file inside, still to be read like any other file. */
export type PictureContent =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the model inside an SVG or PNG. Never throws; nothing in the picture is run, fetched or drawn. */
export function readPicture(bytes: Uint8Array): PictureContent {
  const found = isPng(bytes) ? 'png' : 'svg';
  if (bytes.length > FILE_LIMIT) return { ok: false, problems: [{ code: 'too-large' }] };
  const inside = found === 'png' ? readFromPng(bytes, FILE_LIMIT) : readFromSvg(new TextDecoder().decode(bytes));
  if (typeof inside === 'object') return { ok: true, text: inside.native };
  const code = { none: 'picture-without-model', broken: 'picture-damaged', 'too-large': 'too-large' } as const;
  return { ok: false, problems: [{ code: code[inside], found }] };
}
