import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

// room-socket.ts reaches into the provider at these places. When one of these tests fails after an upgrade, read the new source first.
describe('the provider this room is built on', () => {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const WebSocketPolyfill = function () {} as unknown as typeof WebSocket; // never opened here
  const provider = new WebsocketProvider('ws://h/sync', 'room', doc, { connect: false, awareness, WebSocketPolyfill });
  provider.destroy();
  awareness.destroy();

  it('is exactly the version that was read', () => {
    const path = createRequire(import.meta.url).resolve('y-websocket/package.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: '3.1.0' });
  });

  it('has the presence handler under its private name', () => {
    expect(provider._awarenessUpdateHandler).toBeTypeOf('function');
    expect(provider._awarenessUpdateHandler.length).toBe(2);
  });

  it('reads messages through handlers of the instance, indexed by the number of the message', () => {
    expect(Object.hasOwn(provider, 'messageHandlers')).toBe(true);
    expect(provider.messageHandlers.map((handler) => typeof handler)).toEqual(Array(4).fill('function'));
  });

  it('reads protocols, shouldReconnect and maxBackoffTime again for each connection', () => {
    for (const name of ['protocols', 'shouldReconnect', 'maxBackoffTime', 'shouldConnect', 'wsconnected', 'ws']) {
      expect([name, Object.hasOwn(provider, name)]).toEqual([name, true]);
    }
  });
});
