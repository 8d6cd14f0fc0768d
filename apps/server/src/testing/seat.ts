// A place in a workshop on a real socket: comes, leaves, comes back as the same person, and tells where the pointer is at the rate of a page.

import { API, type Session, type SessionRequest } from '@strideboard/wire';
import * as Y from 'yjs';
import { connectPeer, type Peer } from './peer.ts';
import { readJson } from './test-server.ts';

/** Presence messages per second of somebody who moves, as document.md has it for up to thirty people. */
const PRESENCE_PER_SECOND = 20;

/** Where and how somebody sits down. */
export type SeatOptions = {
  readonly url: string;
  readonly link: { readonly roomId: string; readonly linkId: string; readonly secret: string };
  readonly name: string;
  /** Whether coming back brings an empty copy, as a reload does; otherwise the old one, as a laptop that slept. */
  readonly isFresh: boolean;
};

/** One person's place. */
export type Seat = {
  /** The copy of now; another one after coming back with an empty one. */
  doc(): Y.Doc;
  principal(): string;
  isHere(): boolean;
  /** Resolves when everything is here. */
  come(): Promise<void>;
  leave(): Promise<void>;
  /** Moves for so many ms and tells each place; `stateAt` is asked with the share of the way, 0 to 1. Resolves at the end or when the person leaves. */
  glide(ms: number, stateAt: (share: number) => Readonly<Record<string, unknown>>): Promise<void>;
  /** Presence messages sent so far. */
  told(): number;
  /** Reasons of closings that the person did not want. */
  readonly lost: readonly string[];
};

/** Reserves a place; nobody has come yet. */
export function createSeat({ url, link, name, isFresh }: SeatOptions): Seat {
  let [doc, peer]: [Y.Doc, Peer | null] = [new Y.Doc(), null];
  let session: Session | null = null;
  let [clock, told] = [0, 0];
  const lost: string[] = [];

  const send = (update: Uint8Array, origin: unknown): void => {
    if (origin !== 'server') peer?.sendUpdate(update);
  };
  const tell = (state: Readonly<Record<string, unknown>>): void => {
    if (peer === null || peer.socket.readyState !== peer.socket.OPEN) return;
    clock += 1;
    told += 1;
    peer.sendPresence([{ clock, state: { user: { name }, ...state } }]);
    // A peer remembers everything it was told; here that would be the leak.
    peer.frames.length = 0;
    peer.presence.clear();
  };

  return {
    lost,
    doc: () => doc,
    principal: () => session?.principal ?? '',
    isHere: () => peer !== null,
    told: () => told,
    async come() {
      const request: SessionRequest = {
        ...link,
        ...(session === null ? {} : { principalProof: session.principalProof }),
      };
      const headers = { 'content-type': 'application/json' };
      session = await readJson<Session>(
        await fetch(url + API.session, { method: 'POST', headers, body: JSON.stringify(request) }),
      );
      if (isFresh) {
        doc.destroy();
        [doc, clock] = [new Y.Doc(), 0];
      }
      const mine = connectPeer({ url }, { roomId: link.roomId, token: session.token, doc });
      void mine.closed.then(({ code, reason }) => {
        if (peer === mine) lost.push(`${name}: ${code} ${reason}`);
      });
      await Promise.race([
        mine.synced,
        mine.closed.then(({ code, reason }) => {
          throw new Error(`${name} was sent away: ${code} ${reason}`);
        }),
      ]);
      peer = mine;
      doc.on('update', send);
      tell({ cursor: [0, 0] });
    },
    async leave() {
      const mine = peer;
      peer = null;
      doc.off('update', send);
      await mine?.close();
    },
    async glide(ms, stateAt) {
      const frames = Math.max(1, Math.floor((ms * PRESENCE_PER_SECOND) / 1_000));
      for (let frame = 1; frame <= frames && peer !== null; frame++) {
        tell(stateAt(frame / frames));
        await new Promise((resolve) => setTimeout(resolve, ms / frames));
      }
    },
  };
}
