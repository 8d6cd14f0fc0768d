/** What a gallery shows of a template before anybody opens it: words, counts and a small picture. */

import type { BoardPart, BoundaryKind } from './board-schema.ts';
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
  /** Of a boundary: the name of its colour token. */
  readonly colour?: BoundaryKind['colour'];
  /** Of a boundary: a trust boundary or machine segregation. */
  readonly style?: BoundaryKind['style'];
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
  const index = createPackIndex(board);
  const { elements } = templateModel(template, index);
  const placed = new Map<string, PreviewBox>();
  for (const { id, parent, x, y, width, height, kind, type, style } of elements) {
    const origin = parent === null ? undefined : placed.get(parent);
    const at = { x: (origin?.x ?? 0) + x, y: (origin?.y ?? 0) + y, width, height };
    const colour = index.boundaryKind(type)?.colour ?? 'neutral';
    placed.set(id, kind === 'boundary' ? { ...at, kind, colour, style } : { ...at, kind });
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
