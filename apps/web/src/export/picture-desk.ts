/**
 * Images in the worker: only a page can read an SVG, so the worker asks for it, gets it strip by strip as pixels, and does what takes long,
 * putting them together and packing them as PNG, itself.
 */
import type { Rasterise } from '@strideboard/formats';
import type { DrawingWish, ExportRequest } from './protocol.ts';

/** The worker's end of drawing. */
export interface PictureDesk {
  /** Rejects where the page cannot draw it, or the browser cannot hold an image of this size. */
  readonly rasterise: Rasterise;
  /** Takes what the page answers. */
  readonly take: (answer: Extract<ExportRequest, { kind: 'strip' | 'drawn' }>) => void;
}

interface Sheet {
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly finish: (problem: string | null) => void;
}

/** One drawing after another: whoever asks for the second waits for the first. */
export function createPictureDesk(ask: (wish: DrawingWish) => void): PictureDesk {
  let sheet: Sheet | null = null;
  let before: Promise<unknown> = Promise.resolve();
  const draw: Rasterise = async (svg, { width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('rasterise: the browser gives no canvas of this size');
    const problem = await new Promise<string | null>((finish) => {
      sheet = { context, finish };
      ask({ svg, width, height });
    });
    sheet = null;
    if (problem !== null) throw new Error(problem);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return new Uint8Array(await blob.arrayBuffer());
  };
  return {
    rasterise: (svg, size) => {
      const drawn = before.then(() => draw(svg, size));
      before = drawn.catch(() => undefined);
      return drawn;
    },
    take: (answer) => {
      if (answer.kind === 'drawn') sheet?.finish(answer.problem);
      else {
        sheet?.context.drawImage(answer.strip, 0, answer.top);
        answer.strip.close();
      }
    },
  };
}
