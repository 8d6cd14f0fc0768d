import type { TreePart } from '@strideboard/packs';
import { renderTree } from '@strideboard/render';
import { listTreeResults } from '@strideboard/stride';
import { buildModel } from '@strideboard/testkit';
import { english } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { describeTree } from './describe-tree.ts';

const trees: TreePart = {
  trees: [
    {
      ...{ id: 't', kind: 'and', text: 'Reach the vault', assumptions: ['nobody watches'], references: [] },
      children: [
        { id: 'r1', kind: 'ref', ref: 's', controls: ['c'] },
        { id: 'r2', kind: 'ref', ref: 's' },
        { id: 'n', kind: 'note', text: 'At night' },
      ],
    },
  ],
  subtrees: [
    {
      ...{ id: 's', kind: 'or', text: 'Open a door' },
      children: [
        { id: 's.1', kind: 'leaf', text: 'With the key', rules: ['A'] },
        { id: 's.2', kind: 'or', text: 'By force', expanded: false },
      ],
    },
  ],
};

function described(state: 'planned' | 'verified') {
  const model = buildModel({
    elements: [{ id: 'door' }],
    register: { applied: [{ control: 'c', element: 'door', state, owner: '', evidence: '', ticket: '' }] },
  });
  const analysis = { questions: [], elsewhere: [], undecided: [] };
  const [result] = listTreeResults({ model, trees, threats: [], analysis, rules: new Set(['A']) });
  if (result === undefined) throw new Error('no tree');
  return describeTree(result, { words: english.trees, controlName: (id) => `Control ${id}` });
}

describe('an attack tree in words', () => {
  it('tells every step once, with what is known of it and the controls on the way', () => {
    const { title, counts, assumptions, easiest, outline } = described('planned');
    expect([title, counts, assumptions]).toEqual([
      'Reach the vault',
      'Ways to the goal: 4. Uncovered: 4. Open all through: 0.',
      ['nobody watches'],
    ]);
    expect(easiest[0]).toEqual(['By force']);
    expect(outline.map(({ text, level }) => `${level} ${text}`)).toEqual([
      '0 Reach the vault. All of these, 4 of 4 uncovered',
      '1 Open a door. Any of these, 2 of 2 uncovered. Controls on the way: Control c: planned',
      '2 With the key. Nothing found',
      '2 By force. No rule looks here, how is not written out',
      '1 Open a door. Any of these, 2 of 2 uncovered, see above',
      '1 At night. Note',
    ]);
  });

  it('says and draws what is covered', () => {
    const { counts, outline, easiest, drawing } = described('verified');
    expect(counts).toContain('Uncovered: 0');
    expect(outline[0]?.text).toBe('Reach the vault. All of these, Covered');
    expect(easiest).toEqual([]);
    expect(renderTree(drawing, { title: 'x' })).toContain('Control c: in');
  });
});
