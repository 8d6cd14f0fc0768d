/** A small model with something in every part that an import brings along. */

import { elementId, type Model } from '@strideboard/model';
import { buildModel } from './build-model.ts';

/** A namespace with a pod that talks to a store outside, and a bit of everything that a team keeps about them. */
export const clusterModel = (): Model =>
  buildModel({
    meta: { title: 'Cluster' },
    people: { carol: { name: 'Carol', colour: '#2b5fc7' } },
    elements: [
      { id: 'ns', kind: 'boundary', label: 'payments', x: 100, y: 100, width: 400, height: 300 },
      { id: 'node', kind: 'boundary', label: 'node', x: 600, y: 100, width: 400, height: 300 },
      { id: 'pod', label: 'pod', type: 'wl.pod', parent: 'ns', x: 20, y: 40, memberOf: ['node'] },
      {
        id: 'db',
        kind: 'store',
        label: 'db',
        x: 100,
        y: 600,
        importedFrom: 'tmt:123',
        properties: { encrypted: false },
      },
    ],
    flows: [
      {
        id: 'query',
        source: 'pod',
        target: 'db',
        label: 'query',
        route: { base: elementId('ns'), points: [[10, 10]] },
      },
    ],
    decisions: {
      'WL-001~pod': { state: 'accepted', by: 'carol', at: 7, fields: { why: 'lab' } },
      'manual~threat': { state: 'mitigated', by: 'carol', at: 8 },
      'GE-001~model': { state: 'accepted', by: 'carol', at: 9 },
    },
    register: {
      manual: [
        {
          id: 'threat',
          title: 'Stolen token',
          letters: ['S'],
          on: ['pod', 'query'],
          origin: 'hand',
          from: [],
          z: 'a0',
          created: null,
          description: 'long',
        },
      ],
      controls: [
        {
          id: 'control',
          title: 'mTLS',
          group: '',
          layer: '',
          strength: { likelihood: 2, impact: 1 },
          test: 'plain text is refused',
          signal: '',
          requirements: ['PCI DSS 4.0, 4.2'],
          notes: '',
        },
      ],
      applied: [{ control: 'control', element: 'pod', state: 'verified', owner: '', evidence: '', ticket: '' }],
      mitigations: [{ threat: 'manual~threat', control: 'control' }],
      records: [
        {
          id: 'record',
          kind: 'assumption',
          title: 'Nodes are ours',
          state: 'holds',
          about: ['WL-001~pod', 'control', 'pod'],
          owner: '',
          due: '',
          created: null,
          agreed: null,
          replaces: null,
          importedFrom: null,
          z: 'a0',
          text: 'because',
        },
      ],
      standing: [
        {
          id: 'general',
          rule: 'WL-003',
          scope: 'model',
          state: 'accepted',
          why: '',
          owner: '',
          until: '',
          created: null,
          ended: null,
        },
        {
          id: 'standing',
          rule: 'WL-002',
          scope: 'ns',
          state: 'accepted',
          why: '',
          owner: '',
          until: '',
          created: null,
          ended: null,
        },
      ],
      trees: [
        {
          id: 'tree',
          title: 'Reach the data',
          assumptions: ['record'],
          z: 'a0',
          nodes: [
            { id: 'leaf', kind: 'leaf', label: '', rule: 'WL-001', to: null, x: 0, y: 90 },
            { id: 'top', kind: 'goal', label: '', rule: '', to: null, x: 0, y: 0 },
          ],
          edges: [{ id: 'edge', parent: 'top', child: 'leaf', controls: ['control'] }],
        },
      ],
    },
  });
