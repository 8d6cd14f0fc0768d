import { describe, expect, it } from 'vitest';
import { readClip } from './clip.ts';

const clipOf = (parts: object): string => JSON.stringify({ format: 'strideboard-clip', board: 'b', ...parts }, null, 2);
const box = (id: string, more: object = {}) => ({ id, kind: 'process', at: [null, 0, 0], size: [160, 60], ...more });

describe('reading what is pasted', () => {
  it.each([
    'Ask the platform team',
    '<p>Ask</p>',
    '{"format":"drawio","elements":[]}',
    'We call the format "strideboard-clip": it is JSON.',
    '{"note":"strideboard-clip"}',
    '',
    '{'.repeat(100_000),
  ])('takes any other text for foreign (%#)', (text) => {
    expect(readClip(text)).toEqual({ kind: 'foreign' });
  });

  it.each([
    clipOf({ elements: [box('a'.repeat(12))], flows: [] }).slice(0, 80),
    clipOf({ elements: 'none', flows: [] }),
    clipOf({ elements: [], flows: [] }),
    clipOf({ elements: [null, 7, { id: 'x|y' }], flows: [] }),
    clipOf({ flows: [] }),
  ])('names a clip of our own that holds nothing readable (%#)', (text) => {
    expect(readClip(text)).toEqual({ kind: 'damaged' });
  });

  it('names a clip that is too large', () => {
    const many = Array.from({ length: 10_001 }, (_, at) => ({ id: `element-${at}` }));
    expect(readClip(clipOf({ elements: many, flows: [] }))).toEqual({ kind: 'too-large' });
    expect(readClip(clipOf({ elements: [], flows: [], pad: 'x'.repeat(5_000_001) }))).toEqual({ kind: 'too-large' });
  });

  it('counts what of a clip was left out or read with its default, and takes the rest', () => {
    const good = [box('element-one'), box('element-two')];
    const flow = { id: 'flow-one-two', ends: ['element-one', 'element-two'] };
    expect(readClip(clipOf({ elements: good, flows: [flow], decisions: {} }))).toMatchObject({
      kind: 'clip',
      adjusted: 0,
    });
    const read = readClip(
      clipOf({
        elements: [...good, box('element-one'), box('element-six', { size: [-5, 1e308] }), 'none'],
        flows: [flow, { id: 'flow-nowhere', ends: ['element-one', 'nobody-there'] }],
        decisions: { 'WL-001~element-one': 'yes' },
      }),
    );
    // Twice the same id, no record, a flow without its end, no decision, and a size that is none.
    expect(read).toMatchObject({ kind: 'clip', adjusted: 5 });
    expect(read.kind === 'clip' ? read.clip.elements.map(({ id }) => id) : []).toEqual([
      'element-one',
      'element-six',
      'element-two',
    ]);
  });
});
