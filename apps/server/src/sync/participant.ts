// One socket in a room, as the room sees it.

import type { CloseCode, CloseReason, Role } from '@strideboard/wire';

/** A participant's socket. `sync` frames are never dropped; `presence` frames are when the receiver is slow. */
export type Participant = {
  readonly principal: string;
  readonly link: string;
  /** Role after the room's lock. */
  readonly role: Role;
  /** Whether the whole board is locked. */
  readonly locked: boolean;
  send(frame: Uint8Array, kind: 'sync' | 'presence'): void;
  /** Says why and closes; nothing sent later arrives. */
  close(code: CloseCode, reason: CloseReason): void;
  /** Called about twice a second: link expiry, keep-alive, pings. `now` in ms. */
  sweep(now: number): void;
};
