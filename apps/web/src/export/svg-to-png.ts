/** Turns a drawing into an image, in this browser. */
import { pageFontFaces, withFonts } from './font-faces.ts';
import { pngSize, svgSize } from './png-size.ts';

/** An image and how it was scaled. */
export interface Png {
  readonly blob: Blob;
  /** Image px per drawing px; 2 unless the drawing is very large. */
  readonly scale: number;
}

const FAMILY = 'Inter Variable';

/** Draws the SVG (one of ours: no scripts, nothing from outside) at double size. Throws when the browser cannot draw it. */
export async function svgToPng(svg: string): Promise<Png> {
  const size = svgSize(svg);
  if (size === null) throw new Error('svgToPng: the drawing states no size');
  const { width, height, scale } = pngSize(size);
  const complete = await withFonts(svg, pageFontFaces(FAMILY, document.styleSheets));
  const url = URL.createObjectURL(new Blob([complete], { type: 'image/svg+xml' }));
  try {
    const image = new Image(size.width, size.height);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('svgToPng: the browser gives no canvas of this size');
    context.drawImage(image, 0, 0, width, height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (blob === null) throw new Error('svgToPng: the image is too large for this browser');
    return { blob, scale };
  } finally {
    URL.revokeObjectURL(url);
  }
}
