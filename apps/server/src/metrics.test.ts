import { API } from '@strideboard/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createServer } from 'node:net';
import * as Y from 'yjs';
import { connectPeer } from './testing/peer.ts';
import { startTestServer } from './testing/test-server.ts';

const TOKEN = 't'.repeat(40);
let cleanups: (() => unknown)[];
beforeEach(() => {
  cleanups = [];
});
afterEach(async () => {
  for (const cleanup of cleanups.toReversed()) await cleanup();
});

/** The samples of a page of metrics, by name with labels. */
function samplesOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

describe('metrics', () => {
  it('count what happens, and name nobody', async () => {
    const server = await startTestServer({ env: { STRIDEBOARD_METRICS_TOKEN: TOKEN } });
    cleanups.push(() => server.dispose());
    const { roomId, sessions } = await server.roomWith('edit', 'view');
    const [editor, viewer] = (['edit', 'view'] as const).map((role) =>
      connectPeer(server, { roomId, token: sessions[role].token }),
    );
    if (editor === undefined || viewer === undefined) throw new Error('two peers');
    cleanups.push(() => editor.socket.terminate());
    await Promise.all([editor.synced, viewer.synced]);
    await editor.edit((doc) => doc.getMap('nodes').set('a', 1));
    const foreign = new Y.Doc();
    foreign.getMap('nodes').set('b', 1);
    viewer.sendUpdate(Y.encodeStateAsUpdate(foreign));
    await viewer.closed;
    const answer = await server.request(API.metrics, { token: TOKEN });
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    const samples = samplesOf(text);
    expect(samples.get('strideboard_rooms')).toBe(1);
    expect(samples.get('strideboard_sockets{role="edit"}')).toBe(1);
    expect(samples.get('strideboard_sockets{role="view"}')).toBe(0);
    expect(samples.get('strideboard_refusals_total{reason="write-not-allowed"}')).toBe(1);
    expect(samples.get('strideboard_log_rows')).toBe(1);
    expect(samples.get('strideboard_firewall_holes_total')).toBe(0);
    for (const name of [
      'vet_seconds_count',
      'commit_seconds_count',
      'commit_bytes_count',
      'broadcast_delay_seconds_count',
    ]) {
      expect([name, samples.get(`strideboard_${name}`)]).toEqual([name, expect.any(Number)]);
      expect(samples.get(`strideboard_${name}`)).toBeGreaterThan(0);
    }
    for (const name of ['messages_received', 'received_bytes', 'messages_sent', 'sent_bytes']) {
      expect(samples.get(`strideboard_${name}_total`)).toBeGreaterThan(0);
    }
    for (const name of ['slow_readers_total', 'presence_dropped_total', 'resyncs_total', 'load_seconds_count']) {
      expect(samples.has(`strideboard_${name}`)).toBe(true);
    }
    expect(samples.get('strideboard_event_loop_lag_seconds')).toBeGreaterThanOrEqual(0);
    for (const secret of [roomId, sessions.edit.principal, sessions.view.principal]) expect(text).not.toContain(secret);
  });

  it('are for who brings the token, and for nobody where none is set', async () => {
    const server = await startTestServer({ env: { STRIDEBOARD_METRICS_TOKEN: TOKEN } });
    const closed = await startTestServer();
    cleanups.push(
      () => server.dispose(),
      () => closed.dispose(),
    );
    expect((await server.request(API.metrics)).status).toBe(401);
    expect((await server.request(API.metrics, { token: 'x'.repeat(40) })).status).toBe(401);
    expect((await closed.request(API.metrics, { token: TOKEN })).status).toBe(404);
  });

  it('answer on a port of their own, which knows nothing else', async () => {
    const port = await freePort();
    const server = await startTestServer({ env: { STRIDEBOARD_METRICS_PORT: String(port) } });
    cleanups.push(() => server.dispose());
    const at = `http://127.0.0.1:${port}`;
    expect(await (await fetch(at + API.metrics)).text()).toContain('strideboard_rooms 0');
    expect((await fetch(at + API.health)).status).toBe(404);
    expect((await fetch(at + API.metrics, { method: 'POST' })).status).toBe(404);
  });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
