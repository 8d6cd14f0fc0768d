import { describe, expect, it } from 'vitest';
import { createVoters } from './turnout.ts';

const peer = (principal: string, sealed: number | null, role = 'edit') => ({
  ...{ principal, client: 1, name: principal, colour: '#000' },
  presence: { sealed, user: { role } },
});

describe('who has voted', () => {
  it('counts each of the others once, whatever window they voted in, and nobody who only looks on', () => {
    let peers = [peer('bo', 0), peer('bo', 2), peer('cy', 0), peer('di', null, 'view'), peer('me', 3)];
    // what is read of a peer
    const voters = createVoters({ list: () => peers as never }, () => 'me');
    expect(voters().map(({ principal, gave }) => [principal, gave])).toEqual([
      ['bo', true],
      ['cy', false],
    ]);
    const before = voters();
    peers = peers.map((one) => ({ ...one }));
    expect(voters()).toBe(before);
  });
});
