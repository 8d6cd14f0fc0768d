/** An element before it has a place. */

import { defaultSize, type Element, type ElementId } from '@strideboard/model';
import { settle, type Statement } from '../statement.ts';

/** What an object becomes. */
export interface Draft {
  readonly id: ElementId;
  readonly kind: 'process' | 'store' | 'boundary';
  /** Stencil or boundary kind of the Kubernetes pack. */
  readonly type: string;
  readonly label: string;
  readonly statements: readonly (Statement | null)[];
  /** Identity in the file, e.g. `apps/v1 Deployment shop/web`; `null` for what no object stands for. */
  readonly importedFrom: string | null;
}

/** Longest label, characters. */
const LABEL_LIMIT = 300;

/** The element of a draft at the top left of nothing, with the size that its kind usually has. `at` is when the files were read, ms UTC. */
export function draftElement(draft: Draft, at: number): Element {
  const { id, kind, type, label, importedFrom } = draft;
  return {
    id,
    kind,
    type,
    label: label.slice(0, LABEL_LIMIT),
    parent: null,
    x: 0,
    y: 0,
    ...defaultSize(kind),
    z: 'a0',
    memberOf: [],
    ...settle(draft.statements, at),
    outOfScope: null,
    shape: { kind: 'box' },
    style: 'trust',
    lock: null,
    collapsed: false,
    importedFrom: importedFrom === null ? null : importedFrom.slice(0, LABEL_LIMIT),
    diagram: null,
    of: null,
    created: null,
    notes: '',
  };
}
