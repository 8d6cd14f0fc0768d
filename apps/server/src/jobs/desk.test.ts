import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createDesk, createPlainDesk, type Desk } from './desk.ts';

const WORKER = new URL('../testing/worker.mjs', import.meta.url);
let desk: Desk;
afterEach(() => desk.dispose());

/** Stored bytes of a room with an element. */
function stored() {
  const doc = new Y.Doc();
  doc.getMap('nodes').set('n1', 1);
  const snapshot = Y.encodeStateAsUpdateV2(doc);
  const before = Y.encodeStateVector(doc);
  doc.getMap('nodes').set('n2', 2);
  return { room: { snapshot, updates: [Y.encodeStateAsUpdate(doc, before)] }, doc };
}

describe.each<[string, () => Desk]>([
  ['with a thread', () => createDesk(WORKER)],
  ['without one', createPlainDesk],
])('a desk %s', (_, open) => {
  it('compacts stored bytes into a snapshot of the same document', async () => {
    desk = open();
    const { room, doc } = stored();
    const { blob, stateVector } = await desk.do({ kind: 'compact', room });
    const again = new Y.Doc();
    Y.applyUpdateV2(again, new Uint8Array(blob));
    expect(again.getMap('nodes').toJSON()).toEqual({ n1: 1, n2: 2 });
    expect(new Uint8Array(stateVector)).toEqual(Y.encodeStateVector(doc));
  });

  it('rejects a job on bytes that are no whole room, and does the next', async () => {
    desk = open();
    const { room } = stored();
    await expect(desk.do({ kind: 'compact', room: { ...room, snapshot: null } })).rejects.toThrow('not stored');
    await expect(desk.do({ kind: 'compact', room })).resolves.toBeDefined();
  });
});

describe('a desk whose thread', () => {
  it('takes too long gives up the job, not the ones behind it', async () => {
    desk = createDesk(new URL('data:text/javascript,setInterval(()=>0,1000)'), { timeoutMs: 50 });
    const { room } = stored();
    const jobs = [desk.do({ kind: 'compact', room }), desk.do({ kind: 'compact', room })];
    for (const job of await Promise.allSettled(jobs)) {
      expect(job).toMatchObject({
        status: 'rejected',
        reason: { message: expect.stringContaining('too long') as string },
      });
    }
  });

  it('dies rejects its job', async () => {
    desk = createDesk(new URL('data:text/javascript,process.exit(1)'));
    await expect(desk.do({ kind: 'compact', room: stored().room })).rejects.toThrow('job:');
  });

  it('is not needed any more rejects what still waits', async () => {
    desk = createDesk(WORKER);
    const job = desk.do({ kind: 'compact', room: stored().room });
    desk.dispose();
    await expect(job).rejects.toThrow('stops');
    await expect(desk.do({ kind: 'compact', room: stored().room })).rejects.toThrow('stops');
  });
});
