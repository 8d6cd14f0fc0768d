import { absoluteBoxes, type BoundaryShape, elementId as id } from '@strideboard/model';
import { buildModel, createPeers, createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const TRIANGLE: BoundaryShape = {
  kind: 'poly',
  points: [
    [0, 0],
    [10_000, 0],
    [5_000, 10_000],
  ],
  curve: 'smooth',
};
const LINE: BoundaryShape = {
  kind: 'line',
  points: [
    [0, 0],
    [10_000, 10_000],
  ],
  curve: 'straight',
};
const BOX = { x: 40, y: 60, width: 400, height: 300 };

function boardWithBoundary() {
  const [ada] = createPeers(createRandom(1), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  const { commands, document, history } = ada;
  commands.importFirst(
    buildModel({
      elements: [
        { id: 'frame', kind: 'boundary', x: 100, y: 100, width: 600, height: 400 },
        { id: 'pod', parent: 'frame', x: 20, y: 30 },
      ],
    }),
  );
  const model = () => {
    document.flush();
    return document.model();
  };
  return {
    commands,
    history,
    frame: () => model().elements.find((element) => element.id === 'frame'),
    boxOf: (name: string) => absoluteBoxes(model().elements).get(id(name)),
    elements: () => model().elements,
  };
}

describe('boundaries of other forms', () => {
  it('are drawn in one step, a free form around what it takes in', () => {
    const { commands, elements } = boardWithBoundary();
    const at = { parent: null, x: 90, y: 90 };
    const result = commands.create({
      kind: 'boundary',
      type: '',
      at,
      size: { width: 800, height: 800 },
      shape: TRIANGLE,
      adopt: [id('frame')],
    });
    expect(result.ok).toBe(true);
    const drawn = elements().find(({ shape }) => shape.kind === 'poly');
    expect(drawn?.shape).toEqual(TRIANGLE);
    expect(elements().find((element) => element.id === 'frame')?.parent).toBe(drawn?.id);
  });

  it.each([
    ['a line that takes something in', { shape: LINE, adopt: [id('frame')] }],
    ['a form with too few corners', { shape: { ...TRIANGLE, points: [[0, 0]] } as BoundaryShape }],
    [
      'corners outside the box',
      {
        shape: {
          ...LINE,
          points: [
            [0, 0],
            [20_000, 0],
          ],
        } as BoundaryShape,
      },
    ], // prettier-ignore
  ])('are refused: %s', (_, given) => {
    const { commands, elements } = boardWithBoundary();
    const before = elements();
    const result = commands.create({ kind: 'boundary', type: '', at: { parent: null, x: 0, y: 0 }, ...given });
    expect(result.ok).toBe(false);
    expect(elements()).toEqual(before);
  });

  it('are refused for anything that is no boundary', () => {
    const { commands } = boardWithBoundary();
    const at = { parent: null, x: 0, y: 0 };
    expect(commands.create({ kind: 'process', type: '', at, shape: TRIANGLE }).ok).toBe(false);
  });

  it('change box and corners in one step, what is inside staying where it is', () => {
    const { commands, frame, boxOf, history } = boardWithBoundary();
    const before = boxOf('pod');
    expect(commands.reshape({ boundary: id('frame'), shape: TRIANGLE, box: BOX }).ok).toBe(true);
    expect(frame()?.shape).toEqual(TRIANGLE);
    expect(boxOf('frame')).toEqual(BOX);
    expect(boxOf('pod')).toEqual(before);
    history.undo();
    expect(frame()?.shape).toEqual({ kind: 'box' });
    expect(boxOf('frame')).toEqual({ x: 100, y: 100, width: 600, height: 400 });
    expect(boxOf('pod')).toEqual(before);
  });

  it('become lines only when what is inside may be lifted out, which then stays where it is', () => {
    const { commands, elements, boxOf } = boardWithBoundary();
    const before = boxOf('pod');
    const change = { boundary: id('frame'), shape: LINE, box: BOX };
    expect(commands.reshape(change)).toMatchObject({ ok: false, problem: { code: 'has-children' } });
    expect(commands.reshape({ ...change, lift: true }).ok).toBe(true);
    expect(elements().find((element) => element.id === 'pod')?.parent).toBeNull();
    expect(boxOf('pod')).toEqual(before);
  });

  it('refuse a box off the canvas', () => {
    const { commands } = boardWithBoundary();
    const box = { ...BOX, x: 5_000_000 };
    expect(commands.reshape({ boundary: id('frame'), box })).toMatchObject({ problem: { code: 'out-of-range' } });
  });
});
