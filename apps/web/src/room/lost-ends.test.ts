import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { createLostEnds } from './lost-ends.ts';

/** Ada and Bob on one board with an API server and a store. */
function two() {
  const group = createPeers(createRandom(3), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('two: no peers');
  const put = (label: string): string => {
    const result = ada.commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 }, label });
    if (!result.ok || result.ids[0] === undefined) throw new Error('two: not created');
    return result.ids[0];
  };
  const ids = { api: put('api'), store: put('etcd') };
  group.deliverAll();
  return { group, ada, bob, ...ids };
}
const connect = ({ commands }: Peer, source: string, target: string): void => {
  commands.connect({ source: source as never, target: target as never }); // ids that the document gave
};
const remove = ({ commands }: Peer, id: string): void => void commands.delete({ ids: [id as never] }); // an id that the document gave

describe('a flow that lost an end to somebody else’s deletion', () => {
  it('is told to its author once, with the name of what went and who did it', () => {
    const { group, ada, bob, api, store } = two();
    const lostByBob = createLostEnds({ document: bob.document, me: () => 'bob' });
    const lostByAda = createLostEnds({ document: ada.document, me: () => 'ada' });
    connect(bob, api, store);
    remove(ada, store);
    group.deliverAll();
    for (const { document } of [ada, bob]) document.flush();
    expect(lostByBob()).toMatchObject([{ element: store, name: 'etcd', by: 'ada' }]);
    expect(lostByBob()).toEqual([]);
    expect(lostByAda()).toEqual([]);
  });

  it('is told again when it was back in between', () => {
    const { group, ada, bob, api, store } = two();
    const lost = createLostEnds({ document: bob.document, me: () => 'bob' });
    connect(bob, api, store);
    remove(ada, store);
    group.deliverAll();
    bob.document.flush();
    expect(lost()).toHaveLength(1);
    expect(bob.commands.restore({ ids: [store as never] }).ok).toBe(true); // an id that the document gave
    bob.document.flush();
    expect(lost()).toEqual([]);
    expect(bob.document.model().flows).toHaveLength(1);
  });

  it('is no news when I deleted the end myself, or while nobody knows who I am', () => {
    const { group, bob, api, store } = two();
    connect(bob, api, store);
    remove(bob, store);
    group.deliverAll();
    bob.document.flush();
    expect(createLostEnds({ document: bob.document, me: () => 'bob' })()).toEqual([]);
    expect(createLostEnds({ document: bob.document, me: () => null })()).toEqual([]);
  });
});
