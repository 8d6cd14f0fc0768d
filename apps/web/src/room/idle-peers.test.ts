import type { Presence } from '@strideboard/document';
import { describe, expect, it, vi } from 'vitest';
import { createIdlePeers } from './idle-peers.ts';
import type { Peer, Peers } from './peers.ts';

const present = (client: number, x: number): Peer => {
  const user = { id: `p${client}`, name: `Person ${client}`, colour: '#000000', role: 'edit' };
  const presence = { user, cursor: { x, y: 0 }, viewport: null, selection: [], typing: null, drag: null, mode: null };
  return {
    client,
    principal: user.id,
    name: user.name,
    colour: user.colour,
    presence: presence as unknown as Presence,
  }; // the parts that are read
};

describe('people who do nothing', () => {
  it('count as idle after three minutes without a sign, and not any more with the next one', () => {
    let [time, list] = [0, [present(1, 0), present(2, 0)] as readonly Peer[]];
    let changed = (): void => {};
    const peers: Peers = {
      list: () => list,
      subscribe: (listener) => {
        changed = listener;
        return () => {};
      },
    };
    const idle = createIdlePeers(peers, () => time);
    const heard = vi.fn<() => void>();
    const stop = idle.subscribe(heard);
    time = 179_000;
    list = [present(1, 0), present(2, 5)];
    changed();
    expect([...idle.list()]).toEqual([]);
    time = 180_000;
    // The same presence told once more is no sign.
    list = [present(1, 0), present(2, 5)];
    changed();
    expect([...idle.list()]).toEqual([1]);
    expect(heard).toHaveBeenCalledTimes(1);
    list = [present(1, 9), present(2, 5)];
    changed();
    expect([...idle.list()]).toEqual([]);
    list = [present(2, 5)];
    time = 400_000;
    changed();
    expect([...idle.list()]).toEqual([2]);
    stop();
  });
});
