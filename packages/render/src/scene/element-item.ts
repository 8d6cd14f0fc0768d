/** From an element of the model to its drawing. */

import type { Box, Element, ElementId } from '@strideboard/model';
import type { PackIndex, Stencil } from '@strideboard/packs';
import { lookOfBoundary, lookOfFolded } from './boundary-look.ts';
import { glyphOf, layOutElementText } from './element-text.ts';
import { ELEMENT_LAYER, type SceneElement, type SceneShape, type TextBlock } from './items.ts';

/** What the drawing of an element depends on. */
export interface ElementInput {
  readonly element: Element;
  /** What it stands for, when it is a reference; otherwise the element itself. */
  readonly meant: Element;
  /** Absolute, canvas px. */
  readonly box: Box;
  readonly depth: number;
  /** What it hides, when it is a collapsed boundary. */
  readonly folds: readonly ElementId[] | null;
  readonly pack: PackIndex;
}

const NO_TEXT: TextBlock = { size: 11, weight: 600, lines: [] };

/** Builds the drawing of one element. */
export function drawElement({ element, meant, box, depth, folds, pack }: ElementInput): SceneElement {
  const shape = shapeOf(meant);
  const stencil = pack.stencil(meant.type);
  const label = element.label === '' ? meant.label : element.label;
  const shared = {
    item: 'element',
    id: element.id,
    kind: element.kind,
    shape,
    box,
    depth,
    parent: element.parent,
    label,
    typeLabel: pack.typeLabel(meant.type) ?? '',
    outOfScope: (element.outOfScope ?? meant.outOfScope) !== null,
    locked: element.lock !== null,
  } as const;
  if (folds !== null) {
    const look = lookOfFolded({ ...meant, label }, { box, pack, folds });
    return { ...shared, zIndex: depth, glyph: null, ...look, outline: null, outlinePoints: [] };
  }
  if (shape === 'box' || shape === 'polygon' || shape === 'line') {
    const { boundary, outline, outlinePoints } = lookOfBoundary({ ...meant, label }, box, pack);
    return { ...shared, zIndex: depth, glyph: null, title: NO_TEXT, subtitle: null, boundary, outline, outlinePoints };
  }
  const text = layOutElementText({
    shape,
    width: box.width,
    height: box.height,
    name: label.trim() === '' ? (stencil?.label ?? '') : label,
    typeName: stencil === null || isSaidBy(label, stencil) ? '' : (stencil.short ?? stencil.label),
    glyph: glyphOf(stencil?.icon ?? null, shape),
  });
  return { ...shared, zIndex: ELEMENT_LAYER, ...text, boundary: null, outline: null, outlinePoints: [] };
}

/** Whether the label is empty or names the stencil already. */
function isSaidBy(label: string, stencil: Stencil): boolean {
  const name = label.trim().toLowerCase();
  return name === '' || name === stencil.label.toLowerCase() || name === stencil.short?.toLowerCase();
}

/** The shape says the kind. */
function shapeOf(meant: Element): SceneShape {
  switch (meant.kind) {
    case 'store':
      return 'store';
    case 'external':
      return 'rectangle';
    case 'note':
      return 'note';
    case 'boundary':
      return meant.shape.kind === 'box' ? 'box' : meant.shape.kind === 'poly' ? 'polygon' : 'line';
    case 'process':
    case 'ref':
      return 'pill';
  }
}
