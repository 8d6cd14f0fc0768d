import { forSeeds, GESTURES, type Peer, randomGesture, seedBatches, sitDown } from '@strideboard/testkit';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';

const bytesOf = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const holds = (update: Uint8Array, text: string): boolean =>
  Buffer.from(update).toString('latin1').includes(bytesOf(text));

/** What a person wrote in silence: a card and where their dots went. */
const secretsOf = ({ name }: Peer) => ({ text: `card of ${name} ✂`, target: `target-of-${name}` });

describe('law 12, secrecy', () => {
  it.each(seedBatches())('nothing of a card or a dot leaves anybody before it is revealed (seeds %s)', (_, seeds) => {
    forSeeds('law-12', seeds, (seed) => {
      const { random, group, ada } = sitDown(seed);
      const started = ada.commands.setRound({ state: 'silent' });
      const opened = ada.commands.setBallot({ state: 'open', dots: 3 });
      const [round = '', ballot = ''] = [started, opened].map((result) => (result.ok ? (result.ids[0] ?? '') : ''));
      expect([round, ballot]).not.toContain('');
      group.deliverAll();
      const sent: { readonly peer: Peer; readonly from: number }[] = group.peers.map((peer) => ({
        peer,
        from: peer.updates.length,
      }));
      /** Says it all, as a page does at the reveal, or as one does that does not wait. */
      const publish = (peer: Peer): readonly boolean[] => {
        const { text, target } = secretsOf(peer);
        const card = {
          id: `card-of-${peer.name}`.padEnd(16, '0'),
          round,
          lane: 'threat' as const,
          letters: [],
          on: [],
          text,
          at: 1,
        };
        return [
          peer.commands.publishCards({ cards: [card] }).ok,
          peer.commands.publishVotes({ ballot, dots: { [target]: 1 } }).ok,
        ];
      };
      const others = GESTURES.filter((name) => name !== 'setRound' && name !== 'setBallot');
      for (let step = 0; step < 30; step++) {
        const peer = random.pick(group.peers) ?? ada;
        if (random.chance(0.4)) expect(publish(peer)).toEqual([false, false]);
        else if (random.chance(0.2)) peer.history.undo();
        else randomGesture(random, peer, others);
        if (random.chance(0.3)) group.deliverAll();
      }
      group.deliverAll();
      const all = (): readonly Uint8Array[] => [
        ...sent.flatMap(({ peer, from }) => peer.updates.slice(from)),
        ...group.peers.map(({ doc }) => Y.encodeStateAsUpdate(doc)),
      ];
      const secrets = group.peers.flatMap((peer) => Object.values(secretsOf(peer)));
      for (const secret of secrets)
        expect(
          all().some((update) => holds(update, secret)),
          secret,
        ).toBe(false);

      ada.commands.setRound({ round, state: 'revealed' });
      ada.commands.setBallot({ ballot, state: 'closed' });
      group.deliverAll();
      for (const peer of group.peers) expect(publish(peer)).toEqual([true, true]);
      for (const secret of secrets)
        expect(
          all().some((update) => holds(update, secret)),
          secret,
        ).toBe(true);
      group.dispose();
    });
  });
});
