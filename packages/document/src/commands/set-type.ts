import {
  type BoundaryStyle,
  ELEMENT_KINDS,
  type ElementId,
  type ElementKind,
  isClosedBoundary,
} from '@strideboard/model';
import { accept, refuse, type Verb } from '../gesture.ts';
import { isStyleOf, TYPE_LIMIT } from '../new-element.ts';
import { liftOut } from '../placing.ts';

/** Arguments of {@link setType}: the stencil or boundary kind, and the DFD role and the line style when they change too. */
export interface SetTypeArguments {
  readonly id: ElementId;
  readonly kind?: ElementKind;
  readonly type: string;
  /** Of boundaries only: a trust boundary or machine segregation. */
  readonly style?: BoundaryStyle;
}

/** Makes an element another kind of thing; properties are kept. What was inside a boundary that stops being one moves up, in place. */
export const setType: Verb<SetTypeArguments> = {
  name: 'setType',
  undoable: true,
  root: 'nodes',
  plan(gesture, { id, kind, type, style }) {
    const element = gesture.element(id);
    if (element === undefined) return refuse('unknown-id', [id]);
    if (kind !== undefined && (!ELEMENT_KINDS.includes(kind) || kind === 'ref' || element.kind === 'ref')) {
      if (kind !== element.kind) return refuse('value-unreadable', [id]);
    }
    if (!isStyleOf(kind ?? element.kind, style)) return refuse('value-unreadable', [id]);
    if (type.length > TYPE_LIMIT) return refuse('text-too-long', [id]);
    if (type !== element.type) gesture.put('nodes', id, 'type', type);
    if (style !== undefined && style !== element.style) {
      gesture.put('nodes', id, 'style', style === 'trust' ? null : style);
    }
    if (kind !== undefined && kind !== element.kind) {
      gesture.put('nodes', id, 'kind', kind);
      if (isClosedBoundary(element)) liftOut(gesture, new Set([id]));
    }
    return accept([id]);
  },
};
