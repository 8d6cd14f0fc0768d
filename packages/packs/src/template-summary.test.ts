import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { templateSchema } from './template-schema.ts';
import { summariseTemplate } from './template-summary.ts';

const board = {
  id: 'p',
  version: '3',
  title: 'P',
  families: [{ id: 'f', label: 'F' }],
  stencils: [{ id: 'st.db', family: 'f', kind: 'store', label: 'Database', icon: 'store' }],
  boundaries: [{ id: 'tb.machine', label: 'Machine', style: 'machine', colour: 'machine', icon: 'machine' }],
  properties: [],
  groups: [],
  mechanisms: [],
  independenceGroups: [],
  layers: [],
} as const;
const template = v.parse(templateSchema, {
  id: 't',
  title: 'Title',
  boundaries: [
    { id: 'm', kind: 'tb.machine', at: [100, 100], size: [500, 400] },
    { id: 'u', kind: 'tb.unknown', parent: 'm', at: [20, 30], size: [200, 100] },
  ],
  nodes: [{ id: 'n', stencil: 'st.db', parent: 'u', at: [10, 10] }],
  flows: [],
});

describe('the small picture of a template', () => {
  it('has everything at its absolute place, boundaries with the colour and the line of their kind', () => {
    const { preview } = summariseTemplate(template, {
      ...board,
      boundaries: [...board.boundaries],
      stencils: [...board.stencils],
    });
    expect(preview).toMatchObject([
      { x: 100, y: 100, kind: 'boundary', colour: 'machine', style: 'machine' },
      { x: 120, y: 130, kind: 'boundary', colour: 'neutral', style: 'trust' },
      { x: 130, y: 140, kind: 'store' },
    ]);
    expect(preview[2]).not.toHaveProperty('colour');
  });
});
