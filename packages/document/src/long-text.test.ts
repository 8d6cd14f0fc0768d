import type { SubjectId } from '@strideboard/model';
import { createPeers, createRandom, type Peer } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import { openLongText } from './long-text.ts';

/** Two people on one board with one element. */
function twoPeople(): {
  ada: Peer;
  bob: Peer;
  id: SubjectId;
  meet: () => void;
  text: (peer: Peer) => string | undefined;
} {
  const group = createPeers(createRandom(1), ['ada', 'bob']);
  const [ada, bob] = group.peers;
  if (ada === undefined || bob === undefined) throw new Error('no peers');
  const result = ada.commands.create({ kind: 'process', type: '', at: { parent: null, x: 0, y: 0 }, label: 'pod' });
  if (!result.ok) throw new Error('not created');
  group.deliverAll();
  const text = ({ document }: Peer): string | undefined => {
    document.flush();
    return document.model().elements[0]?.notes;
  };
  return { ada, bob, id: result.ids[0] as SubjectId, meet: () => group.deliverAll(), text };
}

const open = ({ document, history }: Peer, id: SubjectId, role: 'edit' | 'view' = 'edit') =>
  openLongText(
    { document, history, author: () => ({ principal: 'ada', role }), now: () => 1, randomId: () => 'gesture-00001' },
    id,
  );

describe('a long text that is being edited', () => {
  it('takes back what was typed here, and nothing that others typed meanwhile', () => {
    const { ada, bob, id, meet, text } = twoPeople();
    const mine = open(ada, id);
    mine.write('Holds the keys.');
    meet();
    bob.commands.notes({ id, text: 'Bob: Holds the keys.' });
    meet();
    mine.pause();
    mine.write('Bob: Holds the keys. Rotated daily.');
    expect(mine.undo()).toMatchObject({ ok: true });
    expect(text(ada)).toBe('Bob: Holds the keys.');
    expect(mine.undo()).toMatchObject({ ok: true });
    expect(text(ada)).toBe('Bob: ');
    expect(mine.undo()).toBeNull();
    expect(mine.redo()).toMatchObject({ ok: true });
    meet();
    expect([text(ada), text(bob)]).toEqual(['Bob: Holds the keys.', 'Bob: Holds the keys.']);
    mine.close();
  });

  it('is no part of the history of the board', () => {
    const { ada, id } = twoPeople();
    const before = ada.history.undoName;
    const mine = open(ada, id);
    mine.write('typed');
    mine.undo();
    expect(ada.history.undoName).toEqual(before);
    mine.close();
  });

  it('tells the journal of an undo too', () => {
    const { ada, id } = twoPeople();
    const logged: unknown[] = [];
    ada.history.log.subscribe((gesture) => logged.push(gesture.texts));
    const mine = open(ada, id);
    mine.write('typed');
    mine.undo();
    expect(logged).toMatchObject([[{ inserted: 'typed', removed: 0 }], [{ inserted: '', removed: 5 }]]);
    mine.close();
  });

  it('is refused where the role may not write, and where there is no text', () => {
    const { ada, id } = twoPeople();
    expect(open(ada, id, 'view').write('x')).toMatchObject({ ok: false, problem: { code: 'role' } });
    expect(open(ada, 'nothing-there' as SubjectId).write('x')).toMatchObject({
      ok: false,
      problem: { code: 'unknown-id' },
    });
    expect(open(ada, 'nothing-there' as SubjectId).undo()).toMatchObject({ ok: false });
  });
});
