/** Draws an image in this browser. */
import type { Rasterise } from '@strideboard/formats';
import { pageFontFaces, withFonts } from './font-faces.ts';

const FAMILY = 'Inter Variable';

/** Draws the SVG (one of ours: no scripts, nothing from outside) at this size. Rejects when the browser cannot draw it. */
export const rasterise: Rasterise = async (svg, { width, height }) => {
  const complete = await withFonts(svg, pageFontFaces(FAMILY, document.styleSheets));
  const url = URL.createObjectURL(new Blob([complete], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('rasterise: the browser gives no canvas of this size');
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('rasterise: the image is too large for this browser');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(url);
  }
};
