import { elementId } from '@strideboard/model';
import { buildModel, createPeers, createRandom } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';

const pod = elementId('pod');
const evidence = { source: 'claimed', text: 'I run it' } as const;

function board() {
  const group = createPeers(createRandom(1), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  ada.commands.importFirst(buildModel({ elements: [{ id: 'pod' }] }));
  group.deliverAll();
  const said = (peer: typeof ada): readonly unknown[] =>
    [...peer.doc.getMap<readonly unknown[]>('decisionLog').entries()]
      .sort(([, a], [, b]) => Number(a[4]) - Number(b[4]))
      .map(([key, [about, field, , after, , cause]]) => [key.split('|')[0], about, field, after, cause]);
  return { ada, bob, said, meet: () => group.deliverAll() };
}

describe('an answer', () => {
  it('sets the property with who said so, and stands in the log under its author’s key, in one transaction', () => {
    const { ada, said } = board();
    const sent = ada.updates.length;
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: true, evidence });
    expect(ada.updates.length - sent).toBe(1);
    ada.document.flush();
    expect(ada.document.model().elements[0]).toMatchObject({
      properties: { privileged: true },
      evidence: { privileged: { source: 'claimed', by: 'ada' } },
    });
    expect(said(ada)).toEqual([['ada', 'answer~pod~privileged', 'answer', true, 'answer']]);
  });

  it('of each of two people survives although the property holds only the later', () => {
    const { ada, bob, said, meet } = board();
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: true, evidence });
    bob.commands.setProperty({ ids: [pod], name: 'privileged', value: false, evidence });
    meet();
    const both = [
      ['ada', 'answer~pod~privileged', 'answer', true, 'answer'],
      ['bob', 'answer~pod~privileged', 'answer', false, 'answer'],
    ];
    expect(said(ada)).toEqual(expect.arrayContaining(both));
    expect(said(bob)).toEqual(expect.arrayContaining(both));
  });

  it('not to know what nobody knows is none, and no step of undo', () => {
    const { ada, said } = board();
    const before = ada.history.undoName;
    const sent = ada.updates.length;
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: null, evidence });
    expect([said(ada), ada.history.undoName, ada.updates.length]).toEqual([[], before, sent]);
  });

  it('that is agreed says so', () => {
    const { ada, said } = board();
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: true, evidence, agreed: true });
    expect(said(ada)).toEqual([['ada', 'answer~pod~privileged', 'answer', true, 'agree']]);
  });

  it('that is undone is taken back in the log, and given again by redo', () => {
    const { ada, said } = board();
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: true, evidence });
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: false, evidence });
    ada.history.undo();
    ada.history.undo();
    ada.history.redo();
    expect(said(ada).map((entry) => (Array.isArray(entry) ? entry.slice(3) : entry))).toEqual([
      [true, 'answer'],
      [false, 'answer'],
      [true, 'undo'],
      [null, 'undo'],
      [true, 'redo'],
    ]);
  });

  it('is not what the inspector sets: without evidence nobody said it', () => {
    const { ada, said } = board();
    ada.commands.setProperty({ ids: [pod], name: 'privileged', value: true });
    expect(said(ada)).toEqual([]);
  });
});
