import { CLOSE, CLOSE_REASON, isTerminalClose } from '@strideboard/wire';
import { describe, expect, it } from 'vitest';
import { judgeClose } from './close-verdict.ts';

const judge = (code: number, reason = '') => judgeClose({ code, reason });

describe('a close code', () => {
  it.each([
    [CLOSE.malformed, 'protocol'],
    [CLOSE.protocolError, 'protocol'],
    [CLOSE.invalidData, 'protocol'],
    [CLOSE.forbidden, 'link-revoked'],
    [CLOSE.roomGone, 'room-missing'],
    [CLOSE.epochChanged, 'epoch-changed'],
    [CLOSE.roomFull, 'quota'],
    [CLOSE.refused, 'content-refused'],
    [CLOSE.locked, 'locked'],
    [CLOSE.frameTooBig, 'too-large'],
    [4499, 'protocol'],
  ])('%i stops with %s', (code, problem) => {
    expect(judge(code)).toEqual({ kind: 'stop', code: problem });
  });

  it.each([
    [CLOSE.gaveUp, 'backoff', 'server-unreachable'],
    [CLOSE.overloaded, 'backoff', 'server-full'],
    [CLOSE.rateLimited, 'rate', 'rate'],
    [CLOSE.restart, 'restart', 'server-unreachable'],
    [1006, 'backoff', 'server-unreachable'],
    [1000, 'backoff', 'server-unreachable'],
    [1001, 'backoff', 'server-unreachable'],
    [1011, 'backoff', 'server-unreachable'],
  ])('%i is tried again', (code, wait, problem) => {
    expect(judge(code)).toEqual({ kind: 'retry', wait, code: problem });
  });

  it('4401 asks for a new exchange', () => {
    expect(judge(CLOSE.unauthorized, CLOSE_REASON.tokenExpired)).toEqual({ kind: 'exchange' });
  });

  it('4403 tells a refused write from a link that ended', () => {
    expect(judge(CLOSE.forbidden, CLOSE_REASON.writeNotAllowed)).toEqual({ kind: 'stop', code: 'write-refused' });
    expect(judge(CLOSE.forbidden, CLOSE_REASON.participantRemoved)).toEqual({ kind: 'stop', code: 'link-revoked' });
  });

  it('is tried again exactly when the shared table says that it is transient', () => {
    for (const code of [...Object.values(CLOSE), 1000, 1001, 1006, 1011, 4450, 4499, 4500]) {
      expect([code, judge(code).kind === 'retry']).toEqual([code, !isTerminalClose(code)]);
    }
  });
});
