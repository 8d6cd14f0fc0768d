/** An image for tests. */

import { fromBase64 } from '../embed/base64.ts';
import type { Rasterise } from '../export-codec.ts';

/** The smallest whole PNG: one grey pixel. */
export const PIXEL: Uint8Array =
  fromBase64('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==') ??
  new Uint8Array();

/** Draws everything as {@link PIXEL}. */
export const onePixel: Rasterise = () => Promise.resolve(PIXEL);
