import { diagramId, indexModel } from '@strideboard/model';
import { createPeers, createRandom } from '@strideboard/testkit';
import { diagrams as words } from '@strideboard/words';
import { describe, expect, it } from 'vitest';
import { diagramOf, elementsOn, meantBy, shownDiagram } from '../room/current-diagram.ts';
import { seeSelection } from '../room/see-selection.ts';
import { freeSpot } from './free-spot.ts';
import { readTabKey } from './tab-keys.ts';
import { countByDiagram, nextNumber, pathTo, tabList } from './tab-list.ts';

/** A pod on the first diagram, detailed by a second one with a container, and shown on a third. */
function board() {
  const group = createPeers(createRandom(5), ['ada']);
  const [ada] = group.peers;
  if (ada === undefined) throw new Error('board: no peer');
  const { document, commands } = ada;
  const idOf = (result: { ok: boolean; ids?: readonly string[] }): string => {
    const [id] = result.ids ?? [];
    if (!result.ok || id === undefined) throw new Error('board: refused');
    return id;
  };
  const at = { parent: null, x: 0, y: 0 };
  const pod = idOf(commands.create({ kind: 'process', type: 'wl.pod', at, label: 'payments' }));
  const inside = diagramId(idOf(commands.addDiagram({ title: 'Inside', details: pod as never }))); // an id that the document gave
  const other = diagramId(idOf(commands.addDiagram({ title: '' })));
  document.flush();
  const container = idOf(
    commands.create({ kind: 'process', type: 'wl.container', at, label: 'sidecar', diagram: inside }),
  );
  const standIn = idOf(commands.show({ element: pod as never, diagram: other, x: 0, y: 0 })); // as above
  document.flush();
  return { model: document.model(), index: indexModel(document.model()), pod, container, standIn, inside, other };
}

describe('tabs', () => {
  it('name every diagram, the one without a record and those without a title too', () => {
    expect(tabList([], words).map(({ name }) => name)).toEqual([words.only]);
    const { model } = board();
    const tabs = tabList(model.diagrams, words);
    expect(tabs.map(({ name }) => name)).toEqual(['Diagram 1', 'Inside', 'Diagram 3']);
    expect(tabs.map(({ place }) => place === null)).toEqual([true, false, false]);
    expect(nextNumber(tabs, words)).toBe(4);
  });

  it('count what is drawn on them once, however often it is shown', () => {
    const { index, pod, container, inside } = board();
    const counts = countByDiagram(index, [pod, container] as never); // ids that the document gave
    expect([...counts]).toEqual([
      [null, 1],
      [inside, 1],
    ]);
  });

  it('lead down from the diagram with the element to the one that details it, and end at a circle', () => {
    const { model, index, inside, container } = board();
    const tabs = tabList(model.diagrams, words);
    const at = tabs.find(({ id }) => id === inside);
    if (at === undefined) throw new Error('no tab');
    expect(pathTo(tabs, model.diagrams, index, at).map(({ name }) => name)).toEqual(['Diagram 1', 'Inside']);
    const circle = model.diagrams.map((diagram, place) => (place === 0 ? { ...diagram, details: container } : diagram));
    expect(pathTo(tabs, circle as never, index, at)).toHaveLength(2); // only the type of the id differs
  });
});

describe('the diagram I look at', () => {
  it('is the first one when the wished one is gone', () => {
    const { model, inside } = board();
    expect(shownDiagram(model.diagrams, diagramId('gone'))).toBe(null);
    expect(shownDiagram(model.diagrams, inside)).toBe(inside);
    expect(elementsOn(model, inside).map(({ label }) => label)).toEqual(['sidecar']);
  });

  it('changes to where a selection can be seen; what stands here by reference is seen here', () => {
    const { model, index, pod, container, standIn, inside, other } = board();
    expect(diagramOf(index, container)).toBe(inside);
    expect(meantBy(index, standIn)).toBe(pod);
    expect(seeSelection(model, index, { current: null, ids: [pod] })).toBe(null);
    expect(seeSelection(model, index, { current: null, ids: [container] })).toEqual({
      diagram: inside,
      ids: [container],
    });
    expect(seeSelection(model, index, { current: other, ids: [pod] })).toEqual({ diagram: other, ids: [standIn] });
    expect(seeSelection(model, index, { current: null, ids: ['gone'] })).toBe(null);
  });

  it('has a free place for what is shown on it', () => {
    const { model, inside, other } = board();
    const size = { width: 160, height: 60 };
    for (const diagram of [null, inside, other]) {
      const { x, y } = freeSpot(model, diagram, size);
      for (const box of elementsOn(model, diagram)) {
        const isApart =
          x >= box.x + box.width || box.x >= x + size.width || y >= box.y + box.height || box.y >= y + size.height;
        expect(isApart).toBe(true);
      }
    }
  });
});

describe('keys on tabs', () => {
  const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  it.each([
    [{ ...plain, key: 'ArrowRight' }, false, { kind: 'step', by: 1 }],
    [{ ...plain, key: 'ArrowRight' }, true, { kind: 'step', by: -1 }],
    [{ ...plain, key: 'ArrowLeft', ctrlKey: true, shiftKey: true }, false, { kind: 'move', by: -1 }],
    [{ ...plain, key: 'F2' }, false, { kind: 'rename' }],
    [{ ...plain, key: 'Backspace' }, false, { kind: 'delete' }],
    [{ ...plain, key: 'ArrowLeft', ctrlKey: true }, false, null],
    [{ ...plain, key: 'toString' }, false, null],
  ])('%o, right to left: %s', (key, isRightToLeft, intent) => {
    expect(readTabKey(key, isRightToLeft)).toEqual(intent);
  });
});
