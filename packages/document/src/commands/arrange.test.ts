import { absoluteBoxes, elementId, flowId, type Model } from '@strideboard/model';
import { buildModel, createPeers, createRandom, dump, type ModelParts, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const id = elementId;

function boardWith(parts: ModelParts): Peer {
  const [ada] = createPeers(createRandom(1), ['ada']).peers;
  if (ada === undefined) throw new Error('no peer');
  const imported = ada.commands.importFirst(buildModel(parts));
  if (!imported.ok) throw new Error(`fixture refused: ${imported.problem.code}`);
  return ada;
}

const modelOf = ({ document }: Peer): Model => {
  document.flush();
  return document.model();
};
const boxOf = (peer: Peer, name: string) => absoluteBoxes(modelOf(peer).elements).get(id(name));

const nested: ModelParts = {
  elements: [
    { id: 'outer', kind: 'boundary', x: 100, y: 100, width: 600, height: 400 },
    { id: 'inner', kind: 'boundary', parent: 'outer', x: 50, y: 50, width: 300, height: 200 },
    { id: 'pod', parent: 'inner', x: 20, y: 30 },
    { id: 'db', kind: 'store', parent: 'inner', x: 20, y: 120 },
  ],
  flows: [
    {
      id: 'flow',
      source: 'pod',
      target: 'db',
      route: { base: id('inner'), points: [[200, 60]] },
      ports: ['right', 'right'],
      labelPlace: { along: 300, dx: 4, dy: 5 },
    },
  ],
};

describe('arranging', () => {
  it('gives boundaries their boxes and flows their ways in one step that undo takes back', () => {
    const ada = boardWith(nested);
    const before = dump(ada.doc);
    const sent = ada.updates.length;
    const result = ada.commands.arrange({
      positions: new Map([
        [id('outer'), { x: 0, y: 0 }],
        [id('inner'), { x: 40, y: 60 }],
        [id('pod'), { x: 80, y: 120 }],
      ]),
      sizes: new Map([[id('outer'), { width: 900, height: 700 }]]),
      ways: new Map([[flowId('flow'), { points: [{ x: 300, y: 300 }], labelPlace: null }]]),
    });
    expect(result).toMatchObject({ ok: true });
    expect(ada.updates.length).toBe(sent + 1);
    expect(boxOf(ada, 'outer')).toEqual({ x: 0, y: 0, width: 900, height: 700 });
    expect(boxOf(ada, 'pod')).toMatchObject({ x: 80, y: 120 });
    const [flow] = modelOf(ada).flows;
    expect(flow?.route).toEqual({ base: 'inner', points: [[260, 240]] });
    expect([flow?.ports, flow?.labelPlace]).toEqual([[null, null], null]);
    ada.history.undo();
    expect(dump(ada.doc)).toEqual(before);
  });

  it('lets what is not named move with its boundary, however deep', () => {
    const ada = boardWith(nested);
    ada.commands.arrange({ positions: new Map([[id('outer'), { x: 0, y: 0 }]]) });
    expect(boxOf(ada, 'db')).toMatchObject({ x: 70, y: 170 });
    ada.commands.arrange({
      positions: new Map([
        [id('outer'), { x: 10, y: 10 }],
        [id('db'), { x: 500, y: 500 }],
      ]),
    });
    expect(boxOf(ada, 'db')).toMatchObject({ x: 500, y: 500 });
  });

  it('leaves locked things alone and names them', () => {
    const ada = boardWith(nested);
    ada.commands.lock({ ids: [id('pod')], on: true });
    const result = ada.commands.arrange({
      positions: new Map([
        [id('pod'), { x: 0, y: 0 }],
        [id('db'), { x: 1_000, y: 1_000 }],
      ]),
      sizes: new Map([[id('pod'), { width: 10, height: 10 }]]),
    });
    expect(result).toEqual({ ok: true, ids: ['db'], skipped: ['pod'] });
    expect(boxOf(ada, 'pod')).toEqual({ x: 170, y: 180, width: 160, height: 60 });
  });

  it('straightens flows alone', () => {
    const ada = boardWith(nested);
    const result = ada.commands.arrange({
      positions: new Map(),
      ways: new Map([[flowId('flow'), { points: [], labelPlace: null }]]),
    });
    expect(result.ok).toBe(true);
    expect(modelOf(ada).flows[0]?.route).toBeNull();
  });

  it('refuses what is nowhere, without a trace', () => {
    const ada = boardWith(nested);
    const before = dump(ada.doc);
    const positions = new Map([[id('pod'), { x: 5, y: 5 }]]);
    const results = [
      ada.commands.arrange({ positions: new Map() }),
      ada.commands.arrange({ positions, sizes: new Map([[id('pod'), { width: 0, height: 5 }]]) }),
      ada.commands.arrange({ positions, sizes: new Map([[id('gone'), { width: 5, height: 5 }]]) }),
      ada.commands.arrange({ positions, ways: new Map([[flowId('gone'), { points: [], labelPlace: null }]]) }),
      ada.commands.arrange({
        positions,
        ways: new Map([[flowId('flow'), { points: [{ x: Number.NaN, y: 0 }], labelPlace: null }]]),
      }),
    ];
    expect(results.map((result) => (result.ok ? '' : result.problem.code))).toEqual([
      'nothing-given',
      'out-of-range',
      'unknown-id',
      'unknown-id',
      'out-of-range',
    ]);
    expect(dump(ada.doc)).toEqual(before);
  });
});
