// How many sockets there may be at a time: in the process, of one address, through one link into one room.

import { CLOSE, CLOSE_REASON, type CloseCode, type CloseReason } from '@strideboard/wire';
import type { WebSocket } from 'ws';
import type { Limits } from '../config.ts';
import type { Room } from './room.ts';

/** What a socket that is too many is told. */
type TooMany = { readonly ok: false; readonly code: CloseCode; readonly reason: CloseReason };

/** Counts sockets. */
export type Crowd = {
  /** Counts a socket until it closes; the refusal when it is one too many. */
  enter(socket: WebSocket, address: string): TooMany | null;
  isLinkFull(room: Room, link: string): boolean;
};

/** Creates the counters of one server. */
export function createCrowd(limits: Pick<Limits, 'sockets' | 'socketsPerAddress' | 'socketsPerLink'>): Crowd {
  const ofAddress = new Map<string, number>();
  let all = 0;

  return {
    enter(socket, address) {
      const here = ofAddress.get(address) ?? 0;
      if (all >= limits.sockets) return tooMany(CLOSE.overloaded);
      if (here >= limits.socketsPerAddress) return tooMany(CLOSE.rateLimited);
      all += 1;
      ofAddress.set(address, here + 1);
      socket.once('close', () => {
        all -= 1;
        const left = (ofAddress.get(address) ?? 1) - 1;
        if (left > 0) ofAddress.set(address, left);
        else ofAddress.delete(address);
      });
      return null;
    },
    isLinkFull(room, link) {
      let count = 0;
      for (const participant of room.participants) if (participant.link === link) count += 1;
      return count >= limits.socketsPerLink;
    },
  };
}

function tooMany(code: CloseCode): TooMany {
  return { ok: false, code, reason: CLOSE_REASON.tooManyConnections };
}
