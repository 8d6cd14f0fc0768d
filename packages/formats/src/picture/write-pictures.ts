/** The diagram as a picture with the whole model inside, so that it can be opened again. */

import { embedInPng } from '../embed/png-model.ts';
import { embedInSvg } from '../embed/svg-model.ts';
import type { EncodedBytes, EncodedText, ExportInput } from '../export-codec.ts';
import { writeNative } from '../native/write-native.ts';
import { drawSvg } from './draw-svg.ts';
import { pngSize, svgSize } from './png-size.ts';

/** The drawing as text. */
export function writeSvg(input: ExportInput): EncodedText {
  const { text, losses } = drawSvg(input);
  return { text: embedInSvg(text, writeNative(input.model)), losses };
}

/** The drawing as an image at double size, less where it is very large. Throws where nothing is given that can draw it. */
export async function writePng(input: ExportInput): Promise<EncodedBytes> {
  const { text, losses } = drawSvg(input);
  const size = svgSize(text);
  if (input.rasterise === undefined || size === null) throw new Error('writePng: nothing here draws images');
  const { scale, ...wanted } = pngSize(size);
  const image = await input.rasterise(text, wanted);
  return {
    bytes: embedInPng(image, writeNative(input.model)),
    losses: scale >= 2 ? losses : [...losses, { code: 'picture-smaller', where: scale.toFixed(2) }],
  };
}
