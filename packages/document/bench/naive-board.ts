/**
 * The board as a first version with Yjs would have it: one map per element with a key for everything, labels as shared text, every frame
 * of a drag written, and the whole document turned to JSON after each change. The peer that our document is measured beside.
 */

import type { Model } from '@strideboard/model';
import * as Y from 'yjs';

/** A naive document with the elements and flows of a model. */
export function naiveBoard(model: Pick<Model, 'elements' | 'flows'>): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const element of model.elements) {
      const map = new Y.Map<unknown>();
      map.set('kind', element.kind);
      map.set('type', element.type);
      map.set('label', new Y.Text(element.label));
      map.set('parent', element.parent);
      map.set('x', element.x);
      map.set('y', element.y);
      map.set('width', element.width);
      map.set('height', element.height);
      map.set('properties', { ...element.properties });
      doc.getMap('nodes').set(element.id, map);
    }
    for (const flow of model.flows) {
      const map = new Y.Map<unknown>();
      map.set('source', flow.source);
      map.set('target', flow.target);
      map.set('label', new Y.Text(flow.label));
      map.set('properties', { ...flow.properties });
      doc.getMap('edges').set(flow.id, map);
    }
  });
  return doc;
}

/** One element of it. */
export function naiveElement(doc: Y.Doc, id: string): Y.Map<unknown> {
  const element = doc.getMap('nodes').get(id);
  if (!(element instanceof Y.Map)) throw new Error(`naiveElement: ${id} is not on the board`);
  return element;
}

/** What a naive board shows: all of it as JSON, unchecked. */
export const naiveView = (doc: Y.Doc): unknown => ({
  nodes: doc.getMap('nodes').toJSON(),
  edges: doc.getMap('edges').toJSON(),
});
