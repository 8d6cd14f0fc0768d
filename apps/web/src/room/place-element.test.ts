import { drawing } from '@strideboard/kubernetes/drawing';
import { absoluteBoxes, elementId } from '@strideboard/model';
import { createPackIndex } from '@strideboard/packs';
import { buildModel, createPeers, createRandom, type ElementParts } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createSession } from '../session/session-store.ts';
import { boxAround, placeElement } from './place-element.ts';

function board(elements: readonly ElementParts[] = []) {
  const [ada] = createPeers(createRandom(1), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  if (elements.length > 0) ada.commands.importFirst(buildModel({ elements }));
  ada.document.flush();
  const session = createSession({ windowWidth: 1_200 });
  const room = { document: ada.document, commands: ada.commands, pack: createPackIndex(drawing) };
  const shown = () => {
    ada.document.flush();
    return ada.document.model().elements;
  };
  return {
    ...ada,
    session,
    place: (placing: Parameters<typeof placeElement>[2]) => {
      const result = placeElement(room, session, placing);
      return result.ok ? (result.ids[0] ?? '') : result.problem.code;
    },
    element: (id: string) => shown().find((element) => element.id === id),
    boxes: () => new Map(absoluteBoxes(shown())),
  };
}

const drawn = { element: 'boundary', type: '', box: { x: -20, y: -20, width: 600, height: 400 } } as const;
const scene: readonly ElementParts[] = [
  { id: 'inside' },
  { id: 'half', x: 500, y: 0 },
  { id: 'zone', kind: 'boundary', x: 200, y: 100 },
  { id: 'pod', parent: 'zone', x: 20, y: 20 },
  { id: 'far', x: 2_000, y: 0 },
];

describe('placing a boundary', () => {
  it('takes in what lies wholly inside, in place and with its contents, and one undo gives it back', () => {
    const { place, element, boxes, updates, history } = board(scene);
    const before = boxes();
    const sent = updates.length;
    const made = place(drawn);
    expect(['inside', 'half', 'zone', 'pod', 'far'].map((id) => element(id)?.parent)).toEqual([
      made,
      null,
      made,
      'zone',
      null,
    ]);
    const after = boxes();
    after.delete(elementId(made));
    expect([after, updates.length - sent]).toEqual([before, 1]);
    history.undo();
    expect([boxes(), history.canUndo]).toEqual([before, false]);
    expect(element('inside')?.parent).toBeNull();
  });

  it('inside another one takes in only what belongs to that one', () => {
    const { place, element } = board([
      { id: 'around', kind: 'boundary', x: -100, y: -100, width: 900, height: 700 },
      { id: 'mine', parent: 'around', x: 120, y: 120 },
      { id: 'loose', x: 60, y: 200 },
    ]);
    const made = place(drawn);
    expect([element(made)?.parent, element('mine')?.parent, element('loose')?.parent]).toEqual(['around', made, null]);
  });

  it('draws the line of its kind: solid for a machine, dashed for a trust boundary', () => {
    const machine = drawing.boundaries.find(({ style }) => style === 'machine');
    const trust = drawing.boundaries.find(({ style }) => style === 'trust');
    const { place, element } = board();
    const styles = [machine, trust].map((kind) => element(place({ ...drawn, type: kind?.id ?? 'none' }))?.style);
    expect(styles).toEqual(['machine', 'trust']);
    expect(element(place(drawn))?.style).toBe('trust');
  });
});

describe('placing an element', () => {
  it('puts it into the boundary under it, selected and ready to be named, and takes in nothing', () => {
    const { place, element, session } = board(scene);
    const box = boxAround({ x: 380, y: 260 }, 'process');
    const made = place({ element: 'process', type: 'cp.apiserver', box });
    expect(element(made)).toMatchObject({ parent: 'zone', x: 100, y: 130 });
    expect(element(made)?.label).not.toBe('');
    expect(session.getState()).toMatchObject({ selection: [made], editing: { id: made, field: 'label' } });
    const large = place({ element: 'note', type: '', box: { x: -500, y: -500, width: 3_000, height: 3_000 } });
    expect([element(large)?.kind, element('inside')?.parent]).toEqual(['note', null]);
  });
});
