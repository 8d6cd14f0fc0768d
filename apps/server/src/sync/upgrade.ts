// The door of the socket. Only what no honest client does is refused in HTTP, because a browser cannot read that answer: a wrong path, a
// foreign Origin, a flood. Everything else completes the upgrade and closes with a code that says what to do, before a byte of payload is
// read: the socket stays paused until it has joined its room.

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import {
  CLOSE,
  CLOSE_REASON,
  type CloseCode,
  type CloseReason,
  parseSyncPath,
  SUBPROTOCOL,
  TOKEN_SUBPROTOCOL_PREFIX,
} from '@strideboard/wire';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import type { Front } from '../front.ts';
import type { LinkRow, Store } from '../store/store.ts';
import { createBuckets } from '../token-bucket.ts';
import type { Tokens } from '../tokens.ts';
import { type ConnectionContext, closeSocket, type Identity, serveConnection } from './connection.ts';
import { createCrowd } from './crowd.ts';
import type { Room } from './room.ts';
import type { OpenProblem } from './rooms.ts';

/** The door of the sockets. */
export type Door = {
  /** Refuses everybody from now on. */
  close(): void;
  sweep(now: number): void;
  /** Resolves when all sockets have said goodbye, or were cut off because they did not in time. */
  dispose(): Promise<void>;
};

const GOODBYE_MS = 2_000;
const GOODBYE_POLL_MS = 20;

type Refused = { readonly ok: false; readonly code: CloseCode; readonly reason: CloseReason };
type Admitted = { readonly ok: true; readonly room: Room; readonly identity: Identity };

const refused = (code: CloseCode, reason: CloseReason): Refused => ({ ok: false, code, reason });

/** Listens for upgrades on an HTTP server. */
export function openDoor(
  server: Server,
  context: ConnectionContext & {
    readonly store: Store;
    readonly tokens: Tokens;
    readonly front: Front;
    readonly config: Config;
  },
): Door {
  const { store, tokens, front, config, rooms, metrics, logger, now } = context;
  const sockets = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: config.limits.frameBytes,
    handleProtocols: (offered) => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
  });
  const crowd = createCrowd(config.limits);
  const connects = createBuckets({ perSecond: config.limits.connectPerSecond, burst: config.limits.connectBurst });
  let isClosed = false;

  const admit = async (roomId: string, token: string | null): Promise<Admitted | Refused> => {
    if (token === null) return refused(CLOSE.unauthorized, CLOSE_REASON.tokenMissing);
    const read = tokens.read(token, now());
    if (!read.ok) {
      return refused(
        CLOSE.unauthorized,
        read.problem === 'expired' ? CLOSE_REASON.tokenExpired : CLOSE_REASON.tokenInvalid,
      );
    }
    const { claims } = read;
    if (claims.room !== roomId) return refused(CLOSE.unauthorized, CLOSE_REASON.tokenOtherRoom);
    const linkProblem = checkLink(await store.link(claims.link), now());
    if (linkProblem !== null) return refused(CLOSE.forbidden, linkProblem);

    for (;;) {
      const opened = await rooms.open(roomId);
      if (!opened.ok) return openProblem(opened.problem);
      const { room } = opened;
      if (rooms.loaded(roomId) !== room) continue; // unloaded in this very moment: load afresh
      if (room.epoch !== claims.epoch) return refused(CLOSE.epochChanged, CLOSE_REASON.epochChanged);
      // Removed, or revoked while the room was loading? From here to joining nothing waits any more.
      const [link, removedAt] = await Promise.all([store.link(claims.link), store.removedAt(roomId, claims.principal)]);
      const late = removedAt === null ? checkLink(link, now()) : CLOSE_REASON.participantRemoved;
      if (late !== null) return refused(CLOSE.forbidden, late);
      if (rooms.loaded(roomId) !== room) continue;
      if (room.participants.size >= config.limits.socketsPerRoom || crowd.isLinkFull(room, claims.link)) {
        return refused(CLOSE.rateLimited, CLOSE_REASON.tooManyConnections);
      }
      const { principal, role } = claims;
      return {
        ok: true,
        room,
        identity: { principal, role, link: claims.link, linkExpiresAt: link?.expiresAt ?? null },
      };
    }
  };

  const welcome = async (socket: WebSocket, roomId: string, from: { address: string; token: string | null }) => {
    const problem = crowd.enter(socket, from.address);
    const result = problem ?? (await admit(roomId, from.token));
    if (isClosed) {
      closeSocket(socket, CLOSE.restart, CLOSE_REASON.serverRestart);
    } else if (!result.ok) {
      logger.info({ room: tokens.roomHash(roomId), code: result.code, reason: result.reason }, 'socket refused');
      metrics.refused(result.reason);
      closeSocket(socket, result.code, result.reason);
    } else if (socket.readyState === socket.OPEN) {
      serveConnection(socket, result, { ...context, logger: logger.child({ room: tokens.roomHash(roomId) }) });
      socket.resume();
    }
  };

  /** HTTP status for what no honest client does, or null. */
  const refusalOf = (request: IncomingMessage): string | null => {
    const { origin } = request.headers;
    const isOriginKnown = origin === undefined ? config.allowNoOrigin : front.isKnownOrigin(request, origin);
    if (isClosed) return '503 Service Unavailable';
    if (!front.isKnownHost(request) || !isOriginKnown) return '403 Forbidden';
    return connects.take(front.addressKey(request), now()) ? null : '429 Too Many Requests';
  };

  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    stream.on('error', (error) => logger.debug({ err: error }, 'socket error'));
    const [path = '', query = ''] = (request.url ?? '/').split('?', 2);
    const roomId = parseSyncPath(path);
    const refusal = roomId === null ? '404 Not Found' : refusalOf(request);
    if (roomId === null || refusal !== null) {
      stream.once('finish', () => stream.destroy());
      stream.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }

    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', (error) => logger.info({ err: error }, 'socket error'));
      socket.pause();
      const token = offeredToken(request) ?? (config.queryToken ? new URLSearchParams(query).get('t') : null);
      welcome(socket, roomId, { address: front.addressKey(request), token }).catch((error: unknown) => {
        logger.error({ err: error }, 'a socket could not be admitted');
        closeSocket(socket, CLOSE.gaveUp, CLOSE_REASON.loadFailed);
      });
    });
  });

  return {
    close() {
      isClosed = true;
    },
    sweep: (at) => connects.sweep(at),
    async dispose() {
      isClosed = true;
      for (const socket of sockets.clients) closeSocket(socket, CLOSE.restart, CLOSE_REASON.serverRestart);
      for (let waited = 0; sockets.clients.size > 0 && waited < GOODBYE_MS; waited += GOODBYE_POLL_MS) {
        await setTimeout(GOODBYE_POLL_MS);
      }
      for (const socket of sockets.clients) socket.terminate();
    },
  };
}

function offeredToken(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const token = offered.find((name) => name.startsWith(TOKEN_SUBPROTOCOL_PREFIX));
  return token === undefined ? null : token.slice(TOKEN_SUBPROTOCOL_PREFIX.length);
}

function checkLink(link: LinkRow | null, now: number): CloseReason | null {
  if (link === null || link.revokedAt !== null) return CLOSE_REASON.linkRevoked;
  return link.expiresAt !== null && link.expiresAt <= now ? CLOSE_REASON.linkExpired : null;
}

function openProblem(problem: OpenProblem): Refused {
  if (problem === 'gone') return refused(CLOSE.roomGone, CLOSE_REASON.roomUnknown);
  if (problem === 'timeout') return refused(CLOSE.overloaded, CLOSE_REASON.loadTimeout);
  if (problem === 'full') return refused(CLOSE.overloaded, CLOSE_REASON.tooManyRooms);
  return refused(CLOSE.gaveUp, CLOSE_REASON.loadFailed);
}
