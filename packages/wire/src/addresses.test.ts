import { describe, expect, it } from 'vitest';
import {
  boardPath,
  formatBoardLink,
  parseBoardLink,
  parseBoardPath,
  parseSyncPath,
  syncPath,
  syncSubprotocols,
} from './addresses.ts';

const roomId = 'abcdefghijklmnopqrst_-';
const link = { roomId, linkId: 'AAAAAAAAAAA', secret: 'x'.repeat(43) };

describe('board links', () => {
  it.each(['', 'http://192.168.1.7:4747', 'https://board.example'])(
    'survive format and parse at origin "%s"',
    (origin) => {
      expect(parseBoardLink(formatBoardLink(link, origin))).toEqual({ ok: true, link });
    },
  );

  it('are read with blanks around and a query inside', () => {
    expect(parseBoardLink(`  https://h/r/${roomId}?x=1#${link.linkId}.${link.secret}\n`)).toEqual({ ok: true, link });
  });

  it.each([
    ['', 'not-a-board-address'],
    ['https://example.org/', 'not-a-board-address'],
    ['/r/short#a.b', 'not-a-board-address'],
    [`/r/${roomId}`, 'no-secret'],
    [`/r/${roomId}#`, 'no-secret'],
    [`/r/${roomId}#${link.linkId}`, 'broken-secret'],
    [`/r/${roomId}#${link.linkId}.${link.secret}.x`, 'broken-secret'],
    [`/r/${roomId}#${link.linkId}.${link.secret.slice(1)}`, 'broken-secret'],
    [`/r/${roomId}#${link.linkId}.${link.secret.slice(1)}#`, 'broken-secret'],
  ])('that are wrong name the problem: %s', (address, problem) => {
    expect(parseBoardLink(address)).toEqual({ ok: false, problem });
  });
});

describe('paths', () => {
  it('of page and socket are read back', () => {
    expect(parseBoardPath(boardPath(roomId))).toBe(roomId);
    expect(parseSyncPath(syncPath(roomId))).toBe(roomId);
  });

  it.each(['/sync/', '/sync/x', `/sync/${roomId}/`, `/sync/${roomId}x`, `/Sync/${roomId}`, `/${roomId}`])(
    'that are no sync path give null: %s',
    (path) => {
      expect(parseSyncPath(path)).toBeNull();
    },
  );
});

describe('subprotocols', () => {
  it('offer the protocol first and the token second', () => {
    expect(syncSubprotocols('t.k')).toEqual(['strideboard.v1', 'sbt.t.k']);
  });
});
