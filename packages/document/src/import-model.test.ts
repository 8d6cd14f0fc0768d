import { absoluteBoxes, type Model } from '@strideboard/model';
import { arbitraryModel, buildModel, clusterModel, createPeers, createRandom, type Peer } from '@strideboard/testkit';
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

describe('adding a model to a board', () => {
  it('gives everything new ids and keeps every relation inside it, in one step that undo takes back', () => {
    const { ada, bob, group } = board();
    ada.commands.importFirst(clusterModel());
    const before = modelOf(ada);
    const sent = ada.updates.length;
    const result = done(ada.commands.importModel({ model: clusterModel(), mode: 'add' }));
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
    ada.commands.importFirst(clusterModel());
    done(ada.commands.importModel({ model: clusterModel(), mode: 'add' }));
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
    const broken = { ...clusterModel(), elements: [] };
    const sent = ada.updates.length;
    expect(ada.commands.importModel({ model: broken, mode: 'add' })).toMatchObject({
      problem: { code: 'model-invalid' },
    });
    expect(ada.commands.importModel({ model: clusterModel(), mode: 'add', diagram: 'nowhere' as never })).toMatchObject(
      {
        problem: { code: 'unknown-id' }, // a diagram id that nobody gave
      },
    );
    ada.setRole('comment');
    expect(ada.commands.importModel({ model: clusterModel(), mode: 'add' })).toMatchObject({
      problem: { code: 'role' },
    });
    expect(ada.updates.length).toBe(sent);
  });
});
