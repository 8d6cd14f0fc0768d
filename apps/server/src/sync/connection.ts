// One socket from the moment it has joined a room: what it says, what it is told, when it is closed.

import {
  CLOSE,
  CLOSE_REASON,
  KEEP_ALIVE_FRAME,
  LIMITS,
  MESSAGE,
  type CloseCode,
  type CloseReason,
  type Role,
} from '@strideboard/wire';
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { Audit } from '../audit.ts';
import type { Config } from '../config.ts';
import { decodeMessage } from '../firewall/message.ts';
import type { Resync } from '../firewall/verdict.ts';
import type { Metrics } from '../metrics.ts';
import { deniedFrame, stepOneFrame, stepTwoFrame } from './frames.ts';
import type { Health } from './health.ts';
import { type ClientMessage, readMessage } from './message.ts';
import { offerUpdate } from './offer.ts';
import { createPace } from './pace.ts';
import type { Participant } from './participant.ts';
import type { Room } from './room.ts';
import type { Rooms } from './rooms.ts';
import type { Turns } from './turns.ts';

/** Who is at the other end, from the token and the link. */
export type Identity = {
  readonly principal: string;
  readonly link: string;
  readonly role: Role;
  /** Time in ms at which the link ends, or null. */
  readonly linkExpiresAt: number | null;
};

/** What every connection of a server shares. */
export type ConnectionContext = {
  readonly rooms: Rooms;
  readonly health: Health;
  readonly turns: Turns;
  readonly metrics: Metrics;
  readonly audit: Audit;
  readonly config: Pick<Config, 'limits' | 'timing'>;
  readonly logger: Logger;
  readonly now: () => number;
};

const SLOW_READER_BYTES = 256 * 1024;
const RESYNC_WINDOW_MS = 60_000;

/** Says why and closes a socket; safe to call in any state. */
export function closeSocket(socket: WebSocket, code: CloseCode, reason: CloseReason): void {
  if (socket.readyState !== WebSocket.OPEN) return;
  if (code >= 4400 && code < 4500) socket.send(deniedFrame(reason));
  socket.close(code, reason);
  if (socket.isPaused) socket.resume(); // or the answer to the close frame would never be read
}

/** Puts a socket into a loaded room and serves it until it closes. */
export function serveConnection(
  socket: WebSocket,
  join: { room: Room; identity: Identity },
  context: ConnectionContext,
): void {
  const { room, identity } = join;
  const { rooms, health, turns, metrics, audit, config, logger, now } = context;
  const pace = createPace(config.limits);
  const joinedAt = now();
  let hasSpoken = false;
  let waiting = 0;
  let lastSent = now();
  let lastPing = now();
  let unanswered = 0;
  let resyncs: number[] = [];
  let isLeaving = false;
  let askAgain: NodeJS.Timeout | undefined;

  const participant: Participant = {
    principal: identity.principal,
    link: identity.link,
    get role() {
      return room.roleNow(identity.role);
    },
    get locked() {
      return room.isLocked();
    },
    send(frame, kind) {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (kind === 'presence' && socket.bufferedAmount > SLOW_READER_BYTES) {
        metrics.presenceDropped();
        return;
      }
      if (socket.bufferedAmount > config.limits.bufferedBytes) {
        logger.warn({ buffered: socket.bufferedAmount }, 'a socket that does not read was ended');
        metrics.slowReaderEnded();
        socket.terminate();
        return;
      }
      lastSent = now();
      socket.send(frame, { binary: true });
    },
    close(code, reason) {
      isLeaving = true;
      clearTimeout(askAgain);
      if (code >= 4400) metrics.refused(reason);
      rooms.leave(room, participant);
      closeSocket(socket, code, reason);
    },
    sweep(at) {
      const { silenceBeforeKeepAlive, pingEvery } = config.timing;
      if (identity.linkExpiresAt !== null && identity.linkExpiresAt <= at) {
        participant.close(CLOSE.forbidden, CLOSE_REASON.linkExpired);
        return;
      }
      if (!hasSpoken && at - joinedAt >= config.timing.firstMessage) {
        participant.close(CLOSE.overloaded, CLOSE_REASON.noFirstMessage);
        return;
      }
      if (at - lastSent >= silenceBeforeKeepAlive) participant.send(Uint8Array.from(KEEP_ALIVE_FRAME), 'sync');
      if (at - lastPing < pingEvery) return;
      if (unanswered >= LIMITS.missedPongs) {
        socket.terminate();
        return;
      }
      lastPing = at;
      unanswered += 1;
      socket.ping();
    },
  };

  const resync = ({ why, cause }: Resync): void => {
    const at = now();
    resyncs = [...resyncs.filter((time) => at - time < RESYNC_WINDOW_MS), at];
    logger.info({ why, principal: identity.principal }, 'resync');
    metrics.resynced();
    clearTimeout(askAgain);
    if (resyncs.length > LIMITS.resyncsPerMinute) participant.close(CLOSE.refused, CLOSE_REASON.tooManyResyncs);
    else if (cause === 'missing') void sendStepOne();
    // What is somebody else's has to come from them: give them time to bring it.
    else askAgain = setTimeout(() => void sendStepOne(), config.timing.foreignRetry);
  };

  const receiveUpdate = (update: Uint8Array, mode: 'update' | 'step2'): void => {
    const { principal } = identity;
    const by = { principal, role: participant.role, mode };
    const offered = offerUpdate(room, { update, message: decodeMessage(update), by }, health);
    switch (offered.kind) {
      case 'nothing':
      case 'applied':
        return;
      case 'resync':
        resync(offered.resync);
        return;
      case 'refused': {
        const { why, code, reason } = offered.refusal;
        logger.warn({ why, code, role: by.role, principal }, 'refused');
        audit.refused({ room: room.id, principal, reason });
        participant.close(code, reason);
        return;
      }
      case 'unwritable':
        participant.close(CLOSE.gaveUp, CLOSE_REASON.commitFailed);
        return;
      case 'hole':
        metrics.hole();
        logger.error({ principal, bytes: update.byteLength }, 'firewall hole: an update did not integrate');
        participant.close(CLOSE.refused, CLOSE_REASON.contentRefused);
        rooms.drop(room, CLOSE.gaveUp, CLOSE_REASON.commitFailed);
    }
  };

  /** Speaks of durable state only: what is applied but not on disk yet is committed first. A client takes what it is told for saved. */
  const sendWhenDurable = async (frame: () => Uint8Array): Promise<void> => {
    while (!isLeaving && !room.isClean()) await rooms.settled(room);
    if (!isLeaving) participant.send(frame(), 'sync');
  };
  const sendStepOne = (): Promise<void> => sendWhenDurable(() => stepOneFrame(Y.encodeStateVector(room.doc)));

  const receive = (message: ClientMessage): void => {
    switch (message.kind) {
      case 'step1':
        void sendWhenDurable(() => stepTwoFrame(Y.encodeStateAsUpdate(room.doc, message.stateVector)));
        return;
      case 'update':
        receiveUpdate(message.update, message.mode);
        return;
      case 'presence':
        if (!room.presence.receive(message.entries, participant, now())) {
          participant.close(CLOSE.malformed, CLOSE_REASON.malformedMessage);
        }
        return;
      case 'query':
        participant.send(room.presence.frame(), 'sync');
        return;
      case 'auth':
        participant.close(CLOSE.malformed, CLOSE_REASON.authFromClient);
        return;
      case 'malformed':
        participant.close(CLOSE.malformed, CLOSE_REASON.malformedMessage);
    }
  };

  /** What cannot be dealt with in this turn waits, and so does the socket. */
  const takeTurn = (frame: Uint8Array): void => {
    hasSpoken ||= frame[0] === MESSAGE.sync;
    waiting += 1;
    turns.take(room, () => {
      waiting -= 1;
      if (waiting === 0 && socket.isPaused) socket.resume();
      if (!isLeaving) receive(readMessage(frame));
    });
    if (waiting > 0 && !isLeaving) socket.pause();
  };

  socket.on('message', (data: Buffer, isBinary) => {
    if (isLeaving) return;
    metrics.received(data.byteLength);
    const allowed = pace(data, now());
    if (!isBinary) participant.close(CLOSE.malformed, CLOSE_REASON.textMessage);
    else if (allowed === 'too-much') participant.close(CLOSE.rateLimited, CLOSE_REASON.rateLimited);
    else if (allowed === 'drop') metrics.presenceDropped();
    else takeTurn(new Uint8Array(data)); // a copy: a lying length must not reach into the pool behind a Buffer
  });
  socket.on('pong', () => {
    unanswered = 0;
  });
  socket.on('close', (code) => {
    isLeaving = true;
    clearTimeout(askAgain);
    rooms.leave(room, participant);
    logger.info({ code, principal: identity.principal }, 'left');
  });

  room.participants.add(participant);
  void sendStepOne();
  participant.send(room.presence.frame(), 'sync');
  logger.info({ role: participant.role, principal: identity.principal }, 'joined');
}
