// A small server that speaks the protocol and can be told to misbehave: for what the real one does only in bad times.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { API, MESSAGE, type Role, type Session, type SessionRequest, SUBPROTOCOL, SYNC } from '@strideboard/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';

/** What the server answers; change a field and the next request or message meets it. */
export interface Script {
  role: Role;
  epoch: number;
  tokenLifeMs: number;
  serverTime: () => number;
  /** Answers the exchange with an error, or not at all. */
  exchange: 'ok' | 'hang' | { readonly status: number; readonly code?: string };
  /** Closes a socket right after its opening. */
  closeOnOpen: { readonly code: number; readonly reason: string } | null;
  /** Closes a socket that sends an update. */
  closeOnUpdate: { readonly code: number; readonly reason: string } | null;
  /** Biggest frame it says it takes. */
  frameBytes: number;
  /** Answers an update by HTTP with an error. */
  upload:
    | 'ok'
    | { readonly status: number; readonly code: string; readonly closeCode?: number; readonly reason?: string };
  /** Answers no message at all. */
  silent: boolean;
  /** Does not answer step 1. */
  holdSync: boolean;
  /** Stores updates but keeps the echoes back until `releaseEchoes`. */
  holdEchoes: boolean;
}

/** A running scripted server. */
export interface ScriptedServer {
  readonly base: string;
  readonly script: Script;
  /** What it has stored. */
  readonly doc: Y.Doc;
  /** Bodies of the exchanges so far. */
  readonly exchanges: readonly SessionRequest[];
  /** Sizes of the updates that came by HTTP so far, bytes. */
  readonly uploads: readonly number[];
  /** Tokens offered by sockets so far. */
  readonly tokens: readonly string[];
  /** Frames received so far, by first number of the frame. */
  readonly received: readonly number[];
  openSockets(): number;
  releaseEchoes(): void;
  /** Sends bytes to everybody. */
  send(frame: Uint8Array): void;
  /** Tells everybody that the person who joined as the nth, from 0, is gone, although the socket is open. */
  reportGone(nth: number): void;
  closeSockets(code: number, reason?: string): void;
  /** Ends connections without a word: all, or the one that was opened as the nth, from 0. */
  cut(nth?: number): void;
  dispose(): Promise<void>;
}

/** Starts a scripted server on a free port of this computer. */
export async function startScriptedServer(change: Partial<Script> = {}): Promise<ScriptedServer> {
  const script: Script = {
    role: 'edit',
    epoch: 1,
    tokenLifeMs: 600_000,
    serverTime: () => Date.now(),
    exchange: 'ok',
    closeOnOpen: null,
    closeOnUpdate: null,
    frameBytes: 4_000_000,
    upload: 'ok',
    silent: false,
    holdSync: false,
    holdEchoes: false,
    ...change,
  };
  const doc = new Y.Doc();
  const present = new Map<WebSocket, Uint8Array>();
  const exchanges: SessionRequest[] = [];
  const tokens: string[] = [];
  const uploads: number[] = [];
  const received: number[] = [];
  let held: Uint8Array[] = [];

  const http = createServer((request, response) => void answer(request, response));
  const sockets = new WebSocketServer({ server: http, handleProtocols: () => SUBPROTOCOL });
  const send = (frame: Uint8Array) => {
    for (const socket of sockets.clients) socket.send(frame);
  };
  doc.on('update', (update: Uint8Array) => {
    const frame = syncFrame(SYNC.update, update);
    if (script.holdEchoes) held.push(frame);
    else send(frame);
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer); // a request without an encoding gives buffers
    const bytes = Buffer.concat(chunks);
    if (request.url?.endsWith('/updates') === true) {
      uploads.push(bytes.byteLength);
      if (script.upload !== 'ok') {
        reply(response, script.upload.status, script.upload);
        return;
      }
      Y.applyUpdate(doc, new Uint8Array(bytes));
      response.writeHead(204).end();
      return;
    }
    if (request.url !== API.session) {
      reply(response, 404, { code: 'not-found' });
      return;
    }
    exchanges.push(JSON.parse(bytes.toString()) as SessionRequest); // a test reads what the client under test wrote
    const { exchange } = script;
    if (exchange === 'hang') return;
    if (exchange !== 'ok') {
      reply(response, exchange.status, { code: exchange.code });
      return;
    }
    const now = script.serverTime();
    const session: Session = {
      token: `token-${exchanges.length}`,
      expiresAt: now + script.tokenLifeMs,
      role: script.role,
      epoch: script.epoch,
      principal: 'person-1',
      principalProof: 'proof-1',
      colour: '#2b5fc7',
      limits: { frameBytes: script.frameBytes, awarenessBytes: 4_096, valueBytes: 65_536, roomBytes: 32_000_000 },
      serverTime: now,
    };
    reply(response, 200, session);
  }

  sockets.on('connection', (socket, request) => {
    tokens.push(String(request.headers['sec-websocket-protocol']).split('sbt.')[1] ?? '');
    socket.on('error', () => {}); // a client that vanishes is no news here
    if (script.closeOnOpen !== null) {
      socket.close(script.closeOnOpen.code, script.closeOnOpen.reason);
      return;
    }
    socket.on('message', (data: Buffer) => receive(socket, new Uint8Array(data)));
    socket.on('close', () => leave(socket));
    if (script.silent) return;
    socket.send(syncFrame(SYNC.step1, Y.encodeStateVector(doc)));
    for (const frame of present.values()) socket.send(frame);
  });

  function leave(socket: WebSocket): void {
    const frame = present.get(socket);
    present.delete(socket);
    if (frame !== undefined) send(removalOf(frame));
  }

  function receive(socket: WebSocket, frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    received.push(type);
    if (script.silent) return;
    if (type === MESSAGE.queryAwareness) {
      socket.send(Uint8Array.of(MESSAGE.awareness, 1, 0));
      return;
    }
    if (type === MESSAGE.awareness) {
      present.set(socket, frame);
      for (const other of sockets.clients) if (other !== socket) other.send(frame);
      return;
    }
    const step = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (step === SYNC.step1) {
      if (!script.holdSync) socket.send(syncFrame(SYNC.step2, Y.encodeStateAsUpdate(doc, payload)));
      return;
    }
    const isNews = !Y.snapshotContainsUpdate(Y.snapshot(doc), payload);
    if (isNews && script.closeOnUpdate !== null) {
      socket.close(script.closeOnUpdate.code, script.closeOnUpdate.reason);
      return;
    }
    Y.applyUpdate(doc, payload);
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo; // listening on TCP
  return {
    base: `http://127.0.0.1:${port}`,
    script,
    doc,
    exchanges,
    uploads,
    tokens,
    received,
    openSockets: () => sockets.clients.size,
    releaseEchoes: () => {
      script.holdEchoes = false;
      for (const frame of held) send(frame);
      held = [];
    },
    send,
    reportGone: (nth) => {
      const frame = [...present.values()][nth];
      if (frame !== undefined) send(removalOf(frame));
    },
    closeSockets: (code, reason = '') => {
      for (const socket of sockets.clients) socket.close(code, reason);
    },
    cut: (nth) => {
      const all = [...sockets.clients];
      for (const socket of nth === undefined ? all : all.slice(nth, nth + 1)) socket.terminate();
    },
    dispose: async () => {
      for (const socket of sockets.clients) socket.terminate();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
      doc.destroy();
    },
  };
}

/** The frame that removes the entry a presence frame announces, with the same clock, as the server sends it. */
function removalOf(presence: Uint8Array): Uint8Array {
  const outer = decoding.createDecoder(presence);
  decoding.readVarUint(outer);
  const inner = decoding.createDecoder(decoding.readVarUint8Array(outer));
  decoding.readVarUint(inner);
  const [client, clock] = [decoding.readVarUint(inner), decoding.readVarUint(inner)];
  const body = encoding.encode((encoder) => {
    for (const value of [1, client, clock]) encoding.writeVarUint(encoder, value);
    encoding.writeVarString(encoder, 'null');
  });
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.awareness);
    encoding.writeVarUint8Array(encoder, body);
  });
}

function syncFrame(step: number, payload: Uint8Array): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
  });
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
