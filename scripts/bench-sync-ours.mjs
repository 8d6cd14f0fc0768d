/** Our server as a target of the peers' bench: how it starts and how a client gets in. Runs inside the bench's temporary folder. */
import { resolve } from 'node:path';

const root = process.env['STRIDEBOARD_BENCH_ROOT'];
const data = resolve('data/ours');
const made = new Map();

async function post(url, body) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return response.json();
}

// Everything stays at its default, the update firewall included, except rates and counts that one machine acting as fifty people would hit.
const raised = {
  STRIDEBOARD_RATE_MSGS: '100000',
  STRIDEBOARD_RATE_BYTES: '1000000000',
  STRIDEBOARD_RATE_CONNECT: '100000',
  STRIDEBOARD_RATE_SESSION: '100000',
  STRIDEBOARD_RATE_CREATE: '100000',
  STRIDEBOARD_MAX_CONNS_IP: '5000',
  STRIDEBOARD_MAX_CONNS_ROOM: '1000',
  STRIDEBOARD_MAX_CONNS_LINK: '1000',
};

export default {
  port: 24_110,
  path: '/sync',
  root: 'nodes',
  data,
  cmd: [process.execPath, resolve(root, 'dist', 'server', 'main.js')],
  env: {
    STRIDEBOARD_DATA: data,
    STRIDEBOARD_SECRET: 'bench-only-'.padEnd(48, 'x'),
    STRIDEBOARD_LINK_PEPPER: 'bench-only-'.padEnd(48, 'y'),
    STRIDEBOARD_ALLOW_NO_ORIGIN: '1',
    ...raised,
  },
  reset: () => made.clear(),
  access: async ({ http, room }) => {
    // The promise is kept, not its result: fifty clients that ask at once must end up in one room.
    if (!made.has(room)) made.set(room, post(`${http}/api/rooms`, {}));
    const { roomId, link } = await made.get(room);
    const { token } = await post(`${http}/api/session`, { roomId, linkId: link.linkId, secret: link.secret });
    return { room: roomId, protocols: ['strideboard.v1', `sbt.${token}`] };
  },
};
