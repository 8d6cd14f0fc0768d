import { absoluteBoxes, elementId, isOrderKey } from '@strideboard/model';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { createPackIndex } from './pack-index.ts';
import { templateModel } from './template-model.ts';
import { templateSchema } from './template-schema.ts';

const index = createPackIndex({
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
});
const template = v.parse(templateSchema, {
  id: 't',
  title: 'Title',
  boundaries: [{ id: 'm', kind: 'tb.machine', at: [100, 100], size: [500, 400] }],
  nodes: Array.from({ length: 70 }, (_, at) => ({ id: `n${at}`, stencil: 'st.db', parent: 'm', at: [10, at] })),
  flows: [
    { id: 'f', order: '*', source: 'n0', target: 'n0', way: { base: 'm', points: [[1, 2]] }, lab: [500, 1, 2] },
    { id: 'g', order: 16, source: 'n0', target: 'n1', direction: 'two', returnLabel: 'back' },
  ],
});

describe('templateModel', () => {
  const model = templateModel(template, index);

  it('places children relative to their parent and keeps ids', () => {
    expect(absoluteBoxes(model.elements).get(elementId('n5'))).toMatchObject({ x: 110, y: 105 });
    expect(model.meta.title).toBe('Title');
    expect(model.settings.packs).toEqual([['p', '3']]);
  });

  it('takes kind and line style from the pack', () => {
    expect(model.elements[0]).toMatchObject({ id: 'm', kind: 'boundary', style: 'machine' });
    expect(model.elements[1]).toMatchObject({ kind: 'store', type: 'st.db' });
  });

  it('gives usable order keys that keep the order of the template', () => {
    expect(model.elements.every(({ z }) => isOrderKey(z))).toBe(true);
    expect(model.elements.map(({ id }) => id)).toEqual(['m', ...template.nodes.map(({ id }) => id)]);
  });

  it('keeps self-loops, two heads, repeated and textual numbers, waypoints and label places', () => {
    expect(model.flows).toMatchObject([
      {
        id: 'f',
        order: '*',
        source: 'n0',
        target: 'n0',
        route: { base: 'm', points: [[1, 2]] },
        labelPlace: { along: 500, dx: 1, dy: 2 },
      },
      { id: 'g', order: '16', direction: 'two', returnLabel: 'back', route: null, labelPlace: null },
    ]);
  });
});
