import { elementId, type Model } from '@strideboard/model';
import { buildModel, clusterModel, createPeers, createRandom, type Peer } from '@strideboard/testkit';
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

describe('merging a model into a board', () => {
  const changed = (): Model => {
    const model = clusterModel();
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
    ada.commands.importFirst(clusterModel());
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
    const first = done(ada.commands.importModel({ model: clusterModel(), mode: 'add' }));
    // What holds for a whole model must not come to hold for a board that it is only added to.
    expect(first.skipped).toEqual(['GE-001~model', 'meta', 'standing']);
    const undoName = ada.history.undoName;
    const sent = ada.updates.length;
    const again = done(ada.commands.importModel({ model: clusterModel(), mode: 'merge' }));
    expect(again).toMatchObject({ ids: [], missing: [] });
    const model = modelOf(ada);
    expect([model.elements.length, model.manual.length, model.records.length, model.trees.length]).toEqual([
      4, 1, 1, 1,
    ]);
    // Once the same model is merged, what holds for the model as a whole comes along, too.
    expect(model.standing.map(({ scope }) => scope)).toContain('model');
    expect(ada.updates.length).toBe(sent + 1);
    expect(undoName?.command).toBe('importModel');
    ada.commands.importModel({ model: clusterModel(), mode: 'merge' });
    expect(ada.updates.length).toBe(sent + 1);
  });

  it('leaves decisions of the board and locked things as they are and names them', () => {
    const { ada, bob, group } = board();
    ada.commands.importFirst(clusterModel());
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
    ada.commands.importFirst(clusterModel());
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
