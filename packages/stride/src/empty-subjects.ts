/** Elements and flows of which nothing is said, to be filled. */

import { type Element, elementId, type Flow, flowId } from '@strideboard/model';

/** An element of which nothing is said. */
export const EMPTY_ELEMENT: Element = {
  id: elementId(''),
  kind: 'process',
  type: '',
  label: '',
  parent: null,
  x: 0,
  y: 0,
  width: 160,
  height: 60,
  z: 'a0',
  memberOf: [],
  properties: {},
  evidence: {},
  outOfScope: null,
  shape: { kind: 'box' },
  style: 'trust',
  lock: null,
  collapsed: false,
  importedFrom: null,
  diagram: null,
  of: null,
  created: null,
  notes: '',
};

/** A flow of which nothing is said; its ends have to be given. */
export const EMPTY_FLOW: Flow = {
  id: flowId(''),
  source: elementId(''),
  target: elementId(''),
  direction: 'one',
  label: '',
  returnLabel: '',
  order: '',
  route: null,
  ports: [null, null],
  labelPlace: null,
  properties: {},
  evidence: {},
  outOfScope: null,
  z: 'a0',
  importedFrom: null,
  diagram: null,
  created: null,
  notes: '',
};
