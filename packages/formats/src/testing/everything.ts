/** A model with something of every kind, for reports and other texts about it. */

import type { Model } from '@strideboard/model';
import { buildModel } from '@strideboard/testkit';
import { decided } from './judged-input.ts';

/** A text that tries to leave every place it can be put into. */
export const HOSTILE =
  '</style></svg><script>alert(1)</script><!-- "\'> | a `b` **c** [d](e) \u0000 \u202Eabc \uD800 & {title}\n# f';

/** Many things of every kind, each with a hostile text. */
export function everything(label: string): Model {
  const stamp = { by: 'p', at: 1_893_542_400_000 };
  return buildModel({
    meta: { title: label, summary: label, owner: label, system: label, reviewers: [label] },
    settings: { packs: [[label, label]] },
    people: { p: { name: label, colour: '#000000' } },
    diagrams: [
      { id: 'd"1', title: label },
      { id: 'd 2', title: '' },
    ],
    elements: [
      { id: 'cluster', kind: 'boundary', type: 'tb.cluster', label, collapsed: true },
      { id: 'api', type: 'cp.apiserver', label, parent: 'cluster', properties: { anonymous: true } },
      { id: 'e "<t>', kind: 'store', type: 'cp.etcd', label, outOfScope: label, diagram: 'd 2' },
      { id: 'note', kind: 'note', label },
      { id: 'ref', kind: 'ref', of: 'api', diagram: 'd 2' },
    ],
    flows: [
      { id: 'f', source: 'api', target: 'e "<t>', label, order: label, properties: { encrypted: false } },
      { id: 'g', source: 'api', target: 'api' },
    ],
    decisions: {
      'R-1~api': decided({
        state: 'accepted',
        by: 'p',
        fields: { why: label, owner: label, due: label, tags: [label] },
      }),
      'R-9~"gone"': decided({ state: 'mitigated', fields: { why: label } }),
    },
    register: {
      manual: [
        {
          id: 'm',
          title: label,
          letters: ['S'],
          on: ['api'],
          origin: label,
          from: [],
          z: 'a',
          created: null,
          description: label,
        },
      ],
      controls: [
        {
          id: 'own"',
          title: label,
          group: label,
          layer: label,
          notes: label,
          strength: null,
          test: label,
          signal: label,
          requirements: [label],
        },
      ],
      applied: [
        { control: 'own"', element: 'api', state: 'verified', owner: label, evidence: '', ticket: label },
        { control: 'K1', element: 'cluster', state: 'failed', owner: '', evidence: label, ticket: '' },
      ],
      mitigations: [
        { threat: 'R-1~api', control: 'own"' },
        { threat: 'R-2~f', control: 'K2' },
      ],
      standing: [
        {
          id: 's"',
          rule: 'R-2',
          scope: 'cluster',
          state: 'accepted',
          why: label,
          owner: label,
          until: '',
          created: stamp,
          ended: null,
        },
      ],
      records: [
        {
          id: 'r"',
          kind: 'decision',
          title: label,
          state: 'agreed',
          about: ['api', 'R-1~api', 'K1', 'r"', 'nowhere'],
          owner: label,
          due: label,
          created: stamp,
          agreed: stamp,
          replaces: 'r"',
          importedFrom: null,
          z: 'a',
          text: label,
        },
      ],
      trees: [
        {
          id: 't',
          title: label,
          assumptions: [],
          z: 'a',
          nodes: [
            { id: 'n', kind: 'goal', label, rule: '', to: null, x: 0, y: 0 },
            { id: 'o', kind: 'leaf', label, rule: 'R-1', to: null, x: 0, y: 0 },
          ],
          edges: [{ id: 'e', parent: 'n', child: 'o', controls: ['K1'] }],
        },
      ],
    },
  });
}
