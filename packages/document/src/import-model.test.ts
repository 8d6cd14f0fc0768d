import { absoluteBoxes, elementId, type Model } from '@strideboard/model';
import { arbitraryModel, buildModel, createPeers, createRandom, type Peer } from '@strideboard/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function board() {
  const group = createPeers(createRandom(3), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  return { group, ada, bob };
}

const modelOf = (peer: Peer): Model => {
  peer.document.flush();
  return peer.document.model();
};
const byLabel = (model: Model, label: string) =>
  [...model.elements, ...model.flows].find((item) => item.label === label && label !== '');
const done = (result: ReturnType<Peer['commands']['importModel']>) => {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problem)}`);
  return result;
};

/** A namespace with a pod that talks to a store outside, and a bit of everything about them. */
const cluster = (): Model =>
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
      controls: [{ id: 'control', title: 'mTLS', group: '', layer: '', notes: '' }],
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

describe('adding a model to a board', () => {
  it('gives everything new ids and keeps every relation inside it, in one step that undo takes back', () => {
    const { ada, bob, group } = board();
    ada.commands.importFirst(cluster());
    const before = modelOf(ada);
    const sent = ada.updates.length;
    const result = done(ada.commands.importModel({ model: cluster(), mode: 'add' }));
    expect(ada.updates.length).toBe(sent + 1);
    expect(result.skipped).toEqual(['standing']);
    expect(result.missing).toEqual([]);
    group.deliverAll();

    const model = modelOf(bob);
    expect([model.elements.length, model.flows.length, model.manual.length, model.trees.length]).toEqual([8, 2, 2, 2]);
    const [, pod] = model.elements.filter(({ label }) => label === 'pod');
    const parent = model.elements.find(({ id }) => id === pod?.parent);
    const [, db] = model.elements.filter(({ label }) => label === 'db');
    const [, flow] = model.flows;
    const [, threat] = model.manual;
    const [, record] = model.records;
    const [, tree] = model.trees;
    const control = model.controls.find(({ id }) => id !== 'control');
    expect(parent?.label).toBe('payments');
    expect(pod?.id).not.toBe('pod');
    expect([pod?.x, pod?.y, pod?.importedFrom, db?.importedFrom]).toEqual([20, 40, 'strideboard:pod', 'tmt:123']);
    expect(model.elements.find(({ id }) => id === pod?.memberOf[0])?.label).toBe('node');
    expect([flow?.source, flow?.target, flow?.route?.base]).toEqual([pod?.id, db?.id, parent?.id]);
    expect(threat?.on).toEqual([pod?.id, flow?.id].sort());
    expect(threat?.description).toBe('long');
    expect(model.decisions[`manual~${threat?.id}`]).toMatchObject({ state: 'mitigated', by: 'carol', at: 8 });
    expect(model.decisions[`WL-001~${pod?.id}`]).toMatchObject({ state: 'accepted', fields: { why: 'lab' } });
    expect(model.applied).toContainEqual(expect.objectContaining({ control: control?.id, element: pod?.id }));
    expect(model.mitigations).toContainEqual({ threat: `manual~${threat?.id}`, control: control?.id });
    expect(record?.about).toEqual([`WL-001~${pod?.id}`, control?.id, pod?.id].sort());
    expect(tree?.assumptions).toEqual([record?.id]);
    expect(tree?.edges[0]?.controls).toEqual([control?.id]);
    expect(model.standing.map(({ scope }) => scope).sort()).toEqual(['model', 'ns', parent?.id].sort());

    expect(ada.history.undoName).toMatchObject({ command: 'importModel' });
    expect(ada.history.undo().skipped).toEqual([]);
    expect({ ...modelOf(ada), decisionLog: [] }).toEqual({ ...before, decisionLog: [] });
    expect(ada.history.redo().skipped).toEqual([]);
    expect(modelOf(ada).elements.length).toBe(8);
  });

  it('puts it beside what is there, or with its middle where it is wanted', () => {
    const { ada } = board();
    ada.commands.importFirst(cluster());
    done(ada.commands.importModel({ model: cluster(), mode: 'add' }));
    const beside = modelOf(ada).elements.filter(({ id, parent }) => id.length > 4 && parent === null);
    expect(Math.min(...beside.map(({ x }) => x))).toBe(1080);
    const single = buildModel({ elements: [{ id: 'one', label: 'one', x: 900_000, y: 5 }] });
    done(ada.commands.importModel({ model: single, mode: 'add', at: { x: 0, y: 0 } }));
    expect(byLabel(modelOf(ada), 'one')).toMatchObject({ x: -80, y: -30 });
    expect(ada.commands.importModel({ model: single, mode: 'add', at: { x: 999_999, y: 0 } }).ok).toBe(true);
    expect(ada.commands.importModel({ model: single, mode: 'add', at: { x: 1_000_100, y: 0 } })).toMatchObject({
      problem: { code: 'out-of-range' },
    });
  });

  it('puts the first diagram onto the wanted one and brings the others as further ones', () => {
    const { ada } = board();
    const model = buildModel({
      diagrams: [
        { id: 'one', title: 'One', z: 'a0' },
        { id: 'two', title: 'Two', z: 'a1', details: 'a' },
      ],
      elements: [
        { id: 'a', label: 'a' },
        { id: 'b', label: 'b', diagram: 'two' },
        { id: 'r', kind: 'ref', of: 'a', diagram: 'two' },
      ],
    });
    done(ada.commands.importModel({ model, mode: 'add' }));
    const first = modelOf(ada);
    expect(first.diagrams.map(({ title }) => title)).toEqual(['', 'Two']);
    expect(first.diagrams[1]?.details).toBe(byLabel(first, 'a')?.id);
    expect(first.elements.map(({ diagram }) => diagram)).toEqual([null, first.diagrams[1]?.id, first.diagrams[1]?.id]);
    expect(ada.document.issues()).toEqual([]);
    const target = first.diagrams[1]?.id ?? null;
    done(
      ada.commands.importModel({
        model: buildModel({ elements: [{ id: 'c', label: 'c' }] }),
        mode: 'add',
        diagram: target,
      }),
    );
    expect(byLabel(modelOf(ada), 'c')?.diagram).toBe(target);
  });

  it('brings any model in whole, whatever the board holds already, and gives it back by undo', () => {
    fc.assert(
      fc.property(arbitraryModel(), arbitraryModel(), (there, model) => {
        const { group, ada, bob } = board();
        ada.commands.importFirst(there);
        const before = { ...modelOf(ada), decisionLog: [] };
        const result = ada.commands.importModel({ model, mode: 'add' });
        if (result.ok) {
          const lost = (result.skipped ?? []).filter((id) => model.elements.some((element) => element.id === id));
          const after = modelOf(ada);
          expect(lost).toEqual([]);
          expect(after.elements.length).toBe(before.elements.length + model.elements.length);
          expect(after.records.length).toBe(before.records.length + model.records.length);
          const boxes = absoluteBoxes(after.elements);
          for (const box of boxes.values()) expect(Number.isInteger(box.x + box.y)).toBe(true);
          group.deliverAll();
          expect(JSON.stringify(modelOf(bob))).toBe(JSON.stringify(after));
          ada.history.undo();
        } else expect(result.problem.code).toBe('out-of-range');
        expect({ ...modelOf(ada), decisionLog: [] }).toEqual(before);
        group.dispose();
      }),
      { numRuns: 60 },
    );
  });

  it('is refused whole for a model that contradicts itself, and for whoever may not draw', () => {
    const { ada } = board();
    const broken = { ...cluster(), elements: [] };
    const sent = ada.updates.length;
    expect(ada.commands.importModel({ model: broken, mode: 'add' })).toMatchObject({
      problem: { code: 'model-invalid' },
    });
    expect(ada.commands.importModel({ model: cluster(), mode: 'add', diagram: 'nowhere' as never })).toMatchObject({
      problem: { code: 'unknown-id' }, // a diagram id that nobody gave
    });
    ada.setRole('comment');
    expect(ada.commands.importModel({ model: cluster(), mode: 'add' })).toMatchObject({ problem: { code: 'role' } });
    expect(ada.updates.length).toBe(sent);
  });
});

describe('merging a model into a board', () => {
  const changed = (): Model => {
    const model = cluster();
    const [ns, node, pod] = ['ns', 'node', 'pod'].map((id) => model.elements.find((element) => element.id === id));
    if (ns === undefined || node === undefined || pod === undefined) throw new Error('no elements');
    const edited = buildModel({
      elements: [
        { ...ns, label: 'checkout', x: 0, y: 0 },
        { ...node },
        { ...pod, type: 'wl.job', x: 1, y: 1, properties: { privileged: true } },
        { id: 'cache', kind: 'store', label: 'cache', parent: 'ns', x: 200, y: 200 },
      ],
      flows: [{ id: 'query', source: 'pod', target: 'cache', label: 'get' }],
    });
    return { ...edited, decisions: model.decisions };
  };

  it('updates what things mean, keeps where they are, adds what is new, names what is missing and deletes nothing', () => {
    const { ada } = board();
    ada.commands.importFirst(cluster());
    const before = modelOf(ada);
    ada.commands.setProperty({ ids: [elementId('pod')], name: 'mine', value: 1 });
    const result = done(ada.commands.importModel({ model: changed(), mode: 'merge' }));
    const model = modelOf(ada);
    const at = (id: string) => model.elements.find((element) => element.id === id);
    expect(at('ns')).toMatchObject({ label: 'checkout', x: 100, y: 100 });
    expect(at('pod')).toMatchObject({ type: 'wl.job', x: 20, y: 40, properties: { mine: 1, privileged: true } });
    expect(byLabel(model, 'cache')).toMatchObject({ parent: 'ns', x: 200, y: 200, importedFrom: 'strideboard:cache' });
    expect(model.flows).toMatchObject([{ id: 'query', label: 'get', target: byLabel(model, 'cache')?.id }]);
    expect(result.missing).toEqual(['db']);
    expect(model.elements.map(({ id }) => id)).toContain('db');
    expect(model.decisions).toEqual(before.decisions);
    expect(result.skipped).toEqual([]);
    ada.history.undo();
    ada.history.undo();
    expect({ ...modelOf(ada), decisionLog: [] }).toEqual({ ...before, decisionLog: [] });
  });

  it('changes nothing when the same model is merged again, whatever became of its ids', () => {
    const { ada } = board();
    const first = done(ada.commands.importModel({ model: cluster(), mode: 'add' }));
    // What holds for a whole model must not come to hold for a board that it is only added to.
    expect(first.skipped).toEqual(['GE-001~model', 'meta', 'standing']);
    const undoName = ada.history.undoName;
    const sent = ada.updates.length;
    const again = done(ada.commands.importModel({ model: cluster(), mode: 'merge' }));
    expect(again).toMatchObject({ ids: [], missing: [] });
    const model = modelOf(ada);
    expect([model.elements.length, model.manual.length, model.records.length, model.trees.length]).toEqual([
      4, 1, 1, 1,
    ]);
    // Once the same model is merged, what holds for the model as a whole comes along, too.
    expect(model.standing.map(({ scope }) => scope)).toContain('model');
    expect(ada.updates.length).toBe(sent + 1);
    expect(undoName?.command).toBe('importModel');
    ada.commands.importModel({ model: cluster(), mode: 'merge' });
    expect(ada.updates.length).toBe(sent + 1);
  });

  it('leaves decisions of the board and locked things as they are and names them', () => {
    const { ada, bob, group } = board();
    ada.commands.importFirst(cluster());
    group.deliverAll();
    bob.document.flush();
    bob.commands.decide({ threats: ['WL-001~pod' as never], state: 'mitigated' }); // a threat of the fixture
    bob.commands.facilitatorLock({ ids: ['ns'], on: true });
    group.deliverAll();
    ada.setRole('edit');
    const result = done(ada.commands.importModel({ model: changed(), mode: 'merge' }));
    expect(result.skipped).toEqual(['ns', 'pod', 'WL-001~pod']);
    const model = modelOf(ada);
    expect(model.decisions['WL-001~pod']?.state).toBe('mitigated');
    expect(model.elements.find(({ id }) => id === 'ns')?.label).toBe('payments');
    expect(byLabel(model, 'cache')?.label).toBe('cache');
  });

  it('is reversed without touching what others changed since', () => {
    const { ada, bob, group } = board();
    ada.commands.importFirst(cluster());
    done(ada.commands.importModel({ model: changed(), mode: 'merge' }));
    group.deliverAll();
    bob.document.flush();
    bob.commands.joinPeople({ name: 'Bob', colour: '#2b5fc7' });
    bob.commands.label({ id: elementId('ns'), text: 'by bob' });
    group.deliverAll();
    expect(ada.history.undo().skipped).toEqual([{ id: 'ns', by: 'bob' }]);
    expect(modelOf(ada).elements.find(({ id }) => id === 'ns')?.label).toBe('by bob');
    expect(modelOf(ada).elements.find(({ id }) => id === 'pod')?.type).toBe('wl.pod');
  });
});
