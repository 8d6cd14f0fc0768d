import { type Element, type Flow, elementId, flowId, indexModel } from '@strideboard/model';
import { type BoardPart, createPackIndex } from '@strideboard/packs';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { createSubjectNames } from './subject-names.ts';

const board: BoardPart = {
  id: 'test',
  version: '1',
  title: 'Test',
  families: [{ id: 'cp', label: 'Control plane' }],
  stencils: [{ id: 'cp.api', family: 'cp', kind: 'process', label: 'API server', icon: 'x' }],
  boundaries: [],
  properties: [],
  groups: [],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
};
const element = (given: Partial<Element> & Pick<Element, 'id'>): Element => ({
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
  ...given,
});
const flow = (given: Partial<Flow> & Pick<Flow, 'id'>): Flow => ({
  source: elementId('api'),
  target: elementId('plain'),
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
  ...given,
});
const elements = [
  element({ id: elementId('api'), type: 'cp.api' }),
  element({ id: elementId('plain'), kind: 'store' }),
  element({ id: elementId('named'), label: ' two\nlines ' }),
  element({ id: elementId('ref'), kind: 'ref', of: elementId('named') }),
];
const flows = [flow({ id: flowId('f1') }), flow({ id: flowId('f2'), label: 'create pod', order: '1' })];
const names = createSubjectNames({
  index: indexModel({ elements, flows }),
  pack: createPackIndex(board),
  common: english.common,
});

describe('createSubjectNames', () => {
  it('calls an element by its label on one line, else by its stencil, else by its role', () => {
    expect(names.name(elementId('named'))).toBe('two lines');
    expect(names.name(elementId('api'))).toBe('API server');
    expect(names.name(elementId('plain'))).toBe('Data store');
  });

  it('calls a reference like the element it stands for', () => {
    expect(names.name(elementId('ref'))).toBe('two lines');
  });

  it('calls a flow by number and label, else by its ends', () => {
    expect(names.name(flowId('f2'))).toBe('1 create pod');
    expect(names.name(flowId('f1'))).toBe('API server → Data store');
  });

  it('has no name for what is not on the board', () => {
    expect(names.name(elementId('gone'))).toBeNull();
    expect(names.what(flowId('gone'))).toBeNull();
  });
});
