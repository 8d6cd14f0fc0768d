import { describe, expect, it } from 'vitest';
import { readBoardAddress } from './board-address.ts';

describe('the address of a board', () => {
  it('gives the link in its fragment', () => {
    const [roomId, linkId, secret] = ['r'.repeat(22), 'l'.repeat(11), 's'.repeat(43)];
    expect(readBoardAddress(new URL(`http://127.0.0.1:4747/r/${roomId}?x#${linkId}.${secret}`))).toEqual({
      ok: true,
      link: { roomId, linkId, secret },
    });
  });

  it('says what is missing', () => {
    expect(readBoardAddress(new URL(`http://h/r/${'r'.repeat(22)}`))).toEqual({ ok: false, problem: 'no-secret' });
    expect(readBoardAddress(new URL('http://h/other'))).toEqual({ ok: false, problem: 'not-a-board-address' });
  });
});
