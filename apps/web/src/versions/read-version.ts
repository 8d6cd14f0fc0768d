/** A version's bytes as a model and as a picture. What comes in is somebody's document: read like any other, shown as an image only. */
import { createBoardDocument, createSideProjection } from '@strideboard/document';
import type { Model } from '@strideboard/model';
import type { ExportInput } from '@strideboard/formats';
import * as Y from 'yjs';

/** The model in one Yjs update (V1); `null` when it cannot be read. */
export function readVersion(update: Uint8Array): Model | null {
  const doc = new Y.Doc();
  try {
    Y.applyUpdate(doc, update);
    const document = createBoardDocument({ doc, schedule: () => () => undefined, side: createSideProjection });
    const model = document.model();
    document.dispose();
    return model;
  } catch {
    return null; // damaged on the way, or written by something that is not this product
  } finally {
    doc.destroy();
  }
}

/** The first diagram as an SVG image's address; to be revoked by whoever asked. */
export async function drawVersion(input: Pick<ExportInput, 'model' | 'pack' | 'words' | 'picture'>): Promise<string> {
  const { drawSvg } = await import('@strideboard/formats');
  const nothing = {
    threats: [],
    vanished: [],
    causes: new Map(),
    standing: [],
    questions: [],
    prompts: [],
    elsewhere: [],
    exclusions: [],
    controls: {},
    catalogue: [],
  } as const;
  const { text } = drawSvg({ ...nothing, ...input });
  return URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
}
