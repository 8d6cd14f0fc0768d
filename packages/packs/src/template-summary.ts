/** What a gallery shows of a template before anybody opens it: words, counts and a small picture. */

import type { BoardPart } from './board-schema.ts';
import { createPackIndex } from './pack-index.ts';
import { templateModel } from './template-model.ts';
import type { Template } from './template-schema.ts';

/** One box of the small picture, canvas px, absolute. `kind` is `boundary` or the class of the element. */
export interface PreviewBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly kind: string;
}

/** A template without its content. */
export interface TemplateSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly counts: { readonly elements: number; readonly flows: number; readonly boundaries: number };
  /** Boundaries before what stands in them. */
  readonly preview: readonly PreviewBox[];
}

/** Summarises a template. Elements of a kind the board does not know are shown as processes. */
export function summariseTemplate(template: Template, board: BoardPart): TemplateSummary {
  const { elements } = templateModel(template, createPackIndex(board));
  const placed = new Map<string, PreviewBox>();
  for (const { id, parent, x, y, width, height, kind } of elements) {
    const origin = parent === null ? undefined : placed.get(parent);
    placed.set(id, { x: (origin?.x ?? 0) + x, y: (origin?.y ?? 0) + y, width, height, kind });
  }
  return {
    id: template.id,
    title: template.title,
    summary: template.summary,
    counts: {
      elements: template.nodes.length,
      flows: template.flows.length,
      boundaries: template.boundaries.length,
    },
    preview: [...placed.values()],
  };
}
